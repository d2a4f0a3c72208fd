import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HistoryLink, ItemHistory, ItemRecord } from '../../core/archive-store.ts';
import type { SearchResult } from '../../core/search-index.ts';
import { doubles } from '../testing/doubles.ts';
import { APPENDIX_ID, CLOSED, DECIDED } from '../testing/fictional.ts';
import { testServer } from '../testing/server.ts';
import { stepsIn } from './histories.ts';
import { TABLE_NAMES } from './names.ts';
import { TABLES } from './tables.ts';
import { wantedBy } from './wanted.ts';

async function get(url: string) {
  const { app, asked } = await testServer();
  const { statusCode, headers, body } = await app.inject(url);
  return { status: statusCode, headers, body, asked };
}

const rowsOf = (jsonl: string) =>
  jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('GET /api/export/decisions', () => {
  it('gives every item with what was decided, where it stands, and what was recommended', async () => {
    const { status, headers, body } = await get('/api/export/decisions?format=jsonl');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="kkr-decisions.jsonl"',
    });
    expect(rowsOf(body).find(({ item }) => item === DECIDED.id)).toMatchObject({
      body: 'KKR Nordjylland',
      date: '2031-03-12',
      number: '2.1',
      chapter: '2 Regionalpolitiske sager',
      caseNumber: 'SAG-2031-00042',
      outcomes: ['approved-with-remark', 'discussed'],
      recommendations: ['godkender et fælles beredskab', 'drøfter finansieringen'],
      attachments: ['Kort over færgeruter', 'Budget'],
      firstPage: 4,
      path: `/punkt/${DECIDED.id}`,
    });
  });

  it('tells of a closed item that it is there, and no more', async () => {
    const { body } = await get('/api/export/decisions?format=jsonl');
    expect(rowsOf(body).find(({ item }) => item === CLOSED.id)).toMatchObject({
      closed: true,
      decision: null,
      recommendations: [],
    });
  });

  it('keeps to the filters', async () => {
    const { body } = await get(
      '/api/export/decisions?format=jsonl&outcome=discussed&municipality=Mors%C3%B8',
    );
    expect(rowsOf(body).map(({ item }) => item)).toEqual([DECIDED.id]);
    expect(rowsOf((await get('/api/export/decisions?format=jsonl&year=2030')).body)).toEqual([]);
  });

  it('asks the index for words, all that it finds', async () => {
    const { body, asked } = await get('/api/export/decisions?format=jsonl&q=f%C3%A6rger');
    expect(asked[0]).toMatchObject({ text: 'færger', sort: 'oldest', limit: 100, offset: 0 });
    expect(rowsOf(body).map(({ item }) => item)).toEqual([DECIDED.id]);
  });

  it('says that the index is empty, and gives no table that would be taken for an answer', async () => {
    const nothing: SearchResult = {
      total: 0,
      hits: [],
      facetsExact: true,
      facets: { body: [], year: [], kind: [], type: [], outcome: [], municipality: [], case: [] },
      suggestion: null,
    };
    const { app } = await testServer({
      index: { search: async () => nothing, stats: async () => ({ engine: 'double', records: 0 }) },
    });
    const { statusCode, body } = await app.inject('/api/export/decisions?q=f%C3%A6rger');
    expect([statusCode, JSON.parse(body).error.code]).toEqual([503, 'search-unavailable']);
  });

  it.each([
    ['/api/export/votes', 'table: must be one of decisions, histories, appointments'],
    ['/api/export/decisions?format=xls', 'format: must be one of csv, excel, jsonl'],
    ['/api/export/decisions?limit=3', 'limit: there is no such parameter'],
  ])('refuses %s', async (url, message) => {
    const { status, body } = await get(url);
    expect([status, JSON.parse(body).error]).toEqual([400, { code: 'query-invalid', message }]);
  });
});

describe('wantedBy', () => {
  it('takes an item whose appendix a search shows under another item, too', async () => {
    const { archive, index } = doubles();
    const { hits } = await index.search({ text: 'x', filters: {}, sort: 'oldest', offset: 0, limit: 1 });
    expect(hits[0]?.duplicates.map(({ id }) => id)).toEqual([APPENDIX_ID]);
    expect((await wantedBy({ archive, index }, 'færger', {})).found).toContain(APPENDIX_ID);
  });
});

describe('GET /api/export/appointments', () => {
  it('gives a row for each person', async () => {
    const { body } = await get('/api/export/appointments');
    expect(body.split('\r\n')[1]).toMatch(
      /^Åse Ørsted,Borgmester,A,Morsø Kommune,nordjylland-2031-03-12-2\.1,/,
    );
  });
});

describe('stepsIn', () => {
  const item = (id: string): ItemRecord => ({ ...DECIDED, id });
  const link = (id: string): HistoryLink => ({
    item: item(id),
    reasons: [{ kind: 'case-number', caseNumber: 'SAG-2031-00042' }],
  });
  const archive = (ties: Record<string, string[]>) => ({
    item: async (id: string) => item(id),
    history: async (id: string): Promise<ItemHistory> => ({
      links: (ties[id] ?? []).map(link),
      references: [],
    }),
  });
  async function* items(...ids: string[]) {
    for (const id of ids) yield item(id);
  }
  async function stepsOf(ties: Record<string, string[]>, ...ids: string[]) {
    const steps: unknown[] = [];
    for await (const { matter, step, item: told, ties: found } of stepsIn(archive(ties), items(...ids))) {
      steps.push([matter, step, told.id, found.map(({ to }) => to)]);
    }
    return steps;
  }

  it('puts the items of one matter together, though others lie between', async () => {
    const ties = { a: ['c'], b: ['d'], c: ['a', 'e'], d: ['b'], e: ['c'] };
    expect(await stepsOf(ties, 'a', 'b', 'c', 'd', 'e', 'f')).toEqual([
      ['a', 1, 'a', []],
      ['a', 2, 'c', ['a']],
      ['a', 3, 'e', ['c']],
      ['b', 1, 'b', []],
      ['b', 2, 'd', ['b']],
    ]);
  });

  it('leaves out what is tied only to items that were not asked for', async () => {
    expect(await stepsOf({ a: ['z'], b: ['c'], c: ['b'] }, 'a', 'b', 'c')).toEqual([
      ['b', 1, 'b', []],
      ['b', 2, 'c', ['b']],
    ]);
  });
});

describe('docs/export.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/export.md'), 'utf8');

  it.each(TABLE_NAMES)('lists the columns of %s in their order', (name) => {
    const section = text.split(`## Columns of ${name}\n`)[1]?.split('\n## ')[0] ?? '';
    const listed = [...section.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]);
    expect(listed).toEqual(TABLES[name].columns.map((column) => column.name));
  });
});
