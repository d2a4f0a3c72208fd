import { describe, expect, it } from 'vitest';
import { KkrError } from '../../core/errors.ts';
import { doubles } from '../testing/doubles.ts';
import { APPENDIX_ID, CLOSED, DECIDED } from '../testing/fictional.ts';
import { AGENDA, MEETING, MINUTES } from '../testing/fictional-sources.ts';
import { testServer } from '../testing/server.ts';

async function get(url: string, changes: Parameters<typeof testServer>[0] = {}) {
  const { app, asked } = await testServer(changes);
  const answer = await app.inject(url);
  return { status: answer.statusCode, body: answer.json(), asked, headers: answer.headers };
}

describe('GET /api/search', () => {
  it('hands the query to the index and answers hits, facets and suggestion', async () => {
    const { status, body, asked } = await get(
      '/api/search?q=%20f%C3%A6rgr%20&body=nordjylland&type=Beslutningssag&outcome=approved&case=sag%202031%2042' +
        '&from=2031-01-01&to=2031-12-31&limit=2&offset=4&sort=newest&year=2031&kind=referat&municipality=Mors%C3%B8',
    );
    expect(status).toBe(200);
    expect(asked).toEqual([
      {
        text: 'færgr',
        filters: {
          body: 'KKR Nordjylland',
          type: 'beslutningssag',
          outcome: 'approved',
          case: 'sag 2031 42',
          from: '2031-01-01',
          to: '2031-12-31',
          year: 2031,
          kind: 'referat',
          municipality: 'Morsø',
        },
        sort: 'newest',
        limit: 2,
        offset: 4,
      },
    ]);
    expect(body.total).toBe(45);
    expect(body.suggestion).toBe('færger');
    expect(body.facets.year).toEqual([{ value: '2031', count: 45 }]);
    expect(body.hits).toHaveLength(2);
    const [hit] = body.hits;
    expect(hit).toMatchObject({ id: DECIDED.id, source: MINUTES.name, number: '2.1', page: 4, score: 7.5 });
    const [[start, end]] = hit.matches;
    expect(hit.snippet.slice(start, end)).toBe('færger');
  });

  it('takes a KKR by its name, and no query at all', async () => {
    const { status, asked } = await get('/api/search?body=KKR%20Nordjylland');
    expect(status).toBe(200);
    expect(asked).toEqual([
      { text: '', filters: { body: 'KKR Nordjylland' }, sort: 'relevance', limit: 20, offset: 0 },
    ]);
  });

  it.each([
    [`q=${'x'.repeat(501)}`, 'q: must have at most 500 characters'],
    ['q=a&q=b', 'q: must be given once'],
    ['body=fyn', 'body: must be one of hovedstaden, sjaelland, syddanmark, midtjylland, nordjylland'],
    ['kind=brev', 'kind: must be one of dagsorden, referat, bilag, andet'],
    ['outcome=ja', 'outcome: must be one of approved,'],
    ['sort=random', 'sort: must be one of relevance, newest, oldest'],
    ['from=19.6.2031', 'from: must be a date like 2024-06-19'],
    ['to=2031-02-30', 'to: must be a date like 2024-06-19'],
    ['from=2031-02-02&to=2031-02-01', 'to: must not be before from'],
    ['limit=0', 'limit: must be 1 to 100'],
    ['limit=ti', 'limit: must be a whole number'],
    ['limit=1.5', 'limit: must be a whole number'],
    ['offset=-1', 'offset: must be 0 to 10000'],
    ['year=31', 'year: must be a year from 1970 on'],
    ['page=2', 'page: there is no such parameter'],
  ])('refuses %s', async (query, message) => {
    const { status, body, asked } = await get(`/api/search?${query}`);
    expect(status).toBe(400);
    expect(body.error.code).toBe('query-invalid');
    expect(body.error.message).toContain(message);
    expect(asked).toEqual([]);
  });

  it('says when the search engine does not answer, and when to come again', async () => {
    const index = {
      search: async () => {
        throw new KkrError('search-unavailable', 'The search engine does not answer.');
      },
      stats: async () => ({ engine: 'none', records: 0 }),
    };
    const { status, body, headers } = await get('/api/search?q=x', { index });
    expect(status).toBe(503);
    expect(body).toEqual({
      error: { code: 'search-unavailable', message: 'The search engine does not answer.' },
    });
    expect(headers['retry-after']).toBe('10');
  });

  it('does not pass an empty index off as an answer, but an empty archive', async () => {
    const { archive, index } = doubles();
    const empty = { ...index, stats: async () => ({ engine: 'double', records: 0 }) };
    const { status, body } = await get('/api/search?q=intet', { index: empty });
    expect([status, body.error.code]).toEqual([503, 'search-unavailable']);
    expect(body.error.message).toContain('kkr reindex');
    expect((await get('/api/search?q=intet')).body.total).toBe(0);
    const nothing = { ...archive, status: async () => ({ ...(await archive.status()), pages: 0 }) };
    expect((await get('/api/search?q=intet', { index: empty, archive: nothing })).body.total).toBe(0);
  });

  it('says whether its facets are exact', async () => {
    expect((await get('/api/search?q=x')).body.facetsExact).toBe(true);
    expect((await get('/api/search?q=alt')).body.facetsExact).toBe(false);
  });

  it('tells nothing of what nobody expected', async () => {
    const index = {
      search: async () => {
        throw new TypeError('secret of /home/anna');
      },
      stats: async () => ({ engine: 'none', records: 0 }),
    };
    const { status, body } = await get('/api/search?q=x', { index });
    expect(status).toBe(500);
    expect(body).toEqual({
      error: { code: 'internal', message: 'Something failed that should not; the log says more.' },
    });
  });
});

describe('one thing by its id', () => {
  it('an item, with the documents in which it stands and the appendices received', async () => {
    const { body } = await get(`/api/items/${DECIDED.id}`);
    expect(body).toMatchObject({
      id: DECIDED.id,
      number: '2.1',
      decision: { outcomes: ['approved-with-remark', 'discussed'] },
    });
    expect(body.sources.map(({ kind }: { kind: string }) => kind)).toEqual(['referat', 'dagsorden']);
    expect(body.appendices[0].id).toBe(APPENDIX_ID);
  });

  it('the history of an item', async () => {
    const { body } = await get(`/api/items/${DECIDED.id}/history`);
    expect(body.links[1]).toMatchObject({ item: { date: '2031-06-01' }, reasons: [{ kind: 'case-number' }] });
    expect(body.references[0].meetingId).toBeNull();
  });

  it('a closed item with its number and nothing more', async () => {
    const { body } = await get(`/api/items/${CLOSED.id}`);
    expect(body).toMatchObject({ number: '2.2', closed: true, sections: [], decision: null });
  });

  it('an appendix with its page texts', async () => {
    const { body } = await get(`/api/appendices/${APPENDIX_ID}`);
    expect(body.text.map(({ language }: { language: string }) => language)).toEqual(['dan', 'swe']);
  });

  it('a meeting with its items and documents', async () => {
    const { body } = await get(`/api/meetings/${MEETING}`);
    expect(body.items.map(({ number }: { number: string }) => number)).toEqual(['1.1', '2.1', '2.2', '1']);
    expect(body.documents).toHaveLength(3);
    expect(body.changes).toHaveLength(6);
  });

  it.each([MINUTES.sha256, 'dok-aaaaaaaaaaaa'])('a document by %s', async (id) => {
    const { body } = await get(`/api/documents/${id}`);
    expect(body).toMatchObject({
      id: 'dok-aaaaaaaaaaaa',
      kind: 'referat',
      meeting: { place: 'Havnen, Løgstør' },
    });
    expect(body.pages[0].repairs[0]).toMatchObject({ before: 'pă', after: 'på' });
    expect(body.pages[0]).not.toHaveProperty('lines');
    expect(body.items[0].id).toBe(DECIDED.id);
  });

  it('a document that could not be read, with the reason', async () => {
    const { body } = await get('/api/documents/dok-dddddddddddd');
    expect(body).toMatchObject({
      state: 'failed',
      failure: { code: 'pdf-damaged' },
      pages: [],
      meeting: null,
    });
  });

  it.each([
    'items/x',
    'items/x/history',
    'appendices/x',
    'meetings/x',
    'documents/x',
    'cases/x',
    'x',
    'items',
    '',
  ])('answers not-found to /api/%s', async (path) => {
    const { status, body } = await get(`/api/${path}`);
    expect(status).toBe(404);
    expect(body.error.code).toBe('not-found');
  });

  it('refuses parameters that it does not know', async () => {
    const { status, body } = await get(`/api/items/${DECIDED.id}?format=xml`);
    expect(status).toBe(400);
    expect(body.error.message).toBe('format: there is no such parameter');
  });
});

describe('GET /api/cases/:number', () => {
  it.each(['SAG-2031-00042', 'sag 2031 42', '2031-00042', 'SAG2031-42', '2031-42', 'SAG-2O31-OOO42'])(
    'knows the case as %s',
    async (notation) => {
      const { status, body } = await get(`/api/cases/${encodeURIComponent(notation)}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ caseNumber: 'SAG-2031-00042', wholeMeeting: false });
      expect(body.related).toHaveLength(2);
      expect(body.items).toHaveLength(3);
    },
  );
});

describe('lists', () => {
  it.each([
    ['', 1],
    ['?body=nordjylland&year=2031', 1],
    ['?body=sjaelland', 0],
    ['?year=2030', 0],
  ])('GET /api/meetings%s', async (query, count) => {
    const { status, body } = await get(`/api/meetings${query}`);
    expect(status).toBe(200);
    expect(body.meetings).toHaveLength(count);
  });

  it('GET /api/completeness', async () => {
    const { body } = await get('/api/completeness');
    expect(body.years[0]).toMatchObject({ body: 'KKR Nordjylland', year: 2031, meetings: 2 });
  });

  it('GET /api/status', async () => {
    const { body } = await get('/api/status');
    expect(body).toMatchObject({
      documents: { read: 4, failed: 1 },
      meetings: 1,
      search: { engine: 'double' },
    });
  });
});

describe('every answer', () => {
  it('has a tag, and is not sent again to who has it', async () => {
    const { app } = await testServer();
    const first = await app.inject(`/api/items/${DECIDED.id}`);
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await app.inject({
      url: `/api/items/${DECIDED.id}`,
      headers: { 'if-none-match': `W/${first.headers.etag}` },
    });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  it('fails in the one shape, also for what is no address', async () => {
    const { status, body, headers } = await get('/api/%zz');
    expect(status).toBe(400);
    expect(body.error.code).toBe('query-invalid');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('is for reading only', async () => {
    const { app } = await testServer();
    const answer = await app.inject({ method: 'POST', url: '/api/search', payload: { q: AGENDA.name } });
    expect(answer.statusCode).toBe(404);
    expect(answer.json().error).toEqual({ code: 'not-found', message: 'POST is not possible here.' });
  });
});
