import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { runKkr, startProgram } from './testing/run-kkr.ts';
import { temporaryFolder } from './testing/temporary.ts';

/** The whole way with the real program: files in, answers out. Each start takes a second, on a busy machine ten. */
vi.setConfig({ testTimeout: 180_000 });
const ROOT = join(import.meta.dirname, '..');
const DOCUMENTS = join(ROOT, 'fixtures', 'documents');
const AGENDA = join(DOCUMENTS, '2013-10-24-kkr-midtjylland-dagsorden.pdf');
const MINUTES = join(DOCUMENTS, '2013-10-24-kkr-midtjylland-referat.pdf');

const Hit = z.strictObject({
  id: z.string(),
  source: z.string(),
  body: z.string().nullable(),
  date: z.string().nullable(),
  kind: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  type: z.string().nullable(),
  caseNumber: z.string().nullable(),
  outcomes: z.array(z.string()),
  snippet: z.string(),
  page: z.number(),
  score: z.number(),
});
const Found = z.strictObject({ total: z.number(), hits: z.array(Hit) });
const Summary = z.strictObject({
  read: z.array(z.object({ name: z.string(), pages: z.number(), items: z.number() })),
  alreadyThere: z.array(z.object({ name: z.string() })),
  failed: z.array(z.object({ name: z.string(), code: z.string(), message: z.string() })),
});

describe.concurrent('kkr extract --json', () => {
  it('prints what the agenda says, without lines and word boxes unless asked', async () => {
    const [plain, laidOut] = await Promise.all([
      runKkr(['extract', AGENDA, '--json']),
      runKkr(['extract', AGENDA, '--layout']),
    ]);
    expect(plain).toMatchObject({ code: 0, stderr: '' });
    const document = JSON.parse(plain.stdout);
    expect(document).toMatchObject({
      source: { name: '2013-10-24-kkr-midtjylland-dagsorden.pdf', mediaType: 'application/pdf' },
      kind: 'dagsorden',
      meeting: { body: 'KKR Midtjylland', date: '2013-10-24' },
    });
    expect(document.items.length).toBeGreaterThan(0);
    expect(document.pages[0]).toMatchObject({
      number: 1,
      origin: 'text-layer',
      confidence: null,
      language: 'dan',
    });
    expect(document.pages[0]).not.toHaveProperty('lines');
    expect(JSON.parse(laidOut.stdout).pages[0].lines.length).toBeGreaterThan(0);
  });

  it('prints an overview for people', async () => {
    const { code, stdout } = await runKkr(['extract', MINUTES]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^2013-10-24-kkr-midtjylland-referat\.pdf: referat, KKR Midtjylland, 2013-10-24/);
  });
});

describe.concurrent('kkr repair', () => {
  it('mends stdin and lists its edits', async () => {
    const input = 'bÃ¸rn og unge pÃ¥ bÃ¸rneomrÃ¥det';
    const { stdout } = await runKkr(['repair', '--json'], { input });
    const { text, edits } = JSON.parse(stdout);
    expect(text).toBe('børn og unge på børneområdet');
    expect(edits.length).toBeGreaterThan(0);
    for (const { start, end, before } of edits) expect(input.slice(start, end)).toBe(before);
  });

  it('gives correct text back byte for byte, line ends too', async () => {
    const text = 'Rådet drøftede økonomien.\r\n\r\nBørn og unge på Ærø.\n';
    expect(await runKkr(['repair'], { input: text })).toEqual({ code: 0, stdout: text, stderr: '' });
    expect((await runKkr(['repair'], { input: '' })).stdout).toBe('');
  });

  it('takes several files, lists edits and doubts line by line, and undoes them', async () => {
    const folder = temporaryFolder();
    const [one, two] = [join(folder, 'et.txt'), join(folder, 'to.txt')];
    const damaged = ['Referat\nmÃ¸de\tom bÃ¸rn\n', 'Det er ti l gavn for alle.\n'];
    writeFileSync(one, damaged[0] ?? '');
    writeFileSync(two, damaged[1] ?? '');
    const mended = await runKkr(['repair', one, two]);
    expect(mended).toEqual({
      code: 0,
      stdout: 'Referat\nmøde\tom børn\nDet er til gavn for alle.\n',
      stderr: '',
    });
    const { stdout: edits } = await runKkr(['repair', '--edits', one, two]);
    const rows = edits
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'));
    expect(rows.map(([file, line, , , before, after, rule]) => [file, line, before, after, rule])).toEqual([
      ['file', 'line', 'before', 'after', 'rule'],
      [one, '2', 'Ã¸', 'ø', 'mojibake'],
      [one, '2', 'Ã¸', 'ø', 'mojibake'],
      [two, '1', ' ', '', 'torn-word'],
    ]);
    const json = join(folder, 'rettet.json');
    writeFileSync(json, (await runKkr(['repair', '--json', one, two])).stdout);
    expect((await runKkr(['repair', '--undo', json])).stdout).toBe(damaged.join(''));
  });

  it('goes on behind a file that it cannot read, and says so', async () => {
    const { code, stdout, stderr } = await runKkr(['repair', 'findes-ikke.txt', AGENDA, '-'], {
      input: 'pÃ¥',
    });
    expect([code, stdout]).toEqual([1, 'på']);
    expect(stderr).toMatch(
      /^kkr: file-unreadable: findes-ikke\.txt.*\nkkr: file-type-unsupported: .*kkr extract/,
    );
  });
});

describe.concurrent('an archive', () => {
  it('is filled, searched, shown, and says what failed', async () => {
    const env = { KKR_DATA: join(temporaryFolder(), 'arkiv') };
    const first = await runKkr(['ingest', AGENDA, MINUTES, join(ROOT, 'package.json'), '--json'], { env });
    expect(first.code).toBe(1);
    const summary = Summary.parse(JSON.parse(first.stdout));
    expect(summary.read.length).toBe(2);
    expect(summary.failed.map(({ name, code }) => [name, code])).toEqual([
      ['package.json', 'file-type-unsupported'],
    ]);
    expect(first.stderr).toMatch(/1\/3 .+: read \d+ pages/);

    const again = await runKkr(['ingest', AGENDA, '--json'], { env });
    expect(again.code).toBe(0);
    expect(Summary.parse(JSON.parse(again.stdout)).alreadyThere.length).toBe(1);

    const status = await runKkr(['status'], { env });
    expect(status.stdout).toMatch(/Documents: 2 read, 0 waiting, 0 being read, 1 failed/);
    expect(status.stdout).toMatch(/package\.json: file-type-unsupported/);

    const found = await runKkr(['search', '', '--body', 'midtjylland', '--json'], { env });
    const { total, hits } = Found.parse(JSON.parse(found.stdout));
    expect(hits.length).toBe(Math.min(10, total));
    expect(hits.every((hit) => hit.body === 'KKR Midtjylland' && hit.date === '2013-10-24')).toBe(true);
    const hit = hits.find(({ number }) => number !== null);
    expect(hit).toBeDefined();

    const shown = await runKkr(['show', hit?.id ?? '', '--json'], { env });
    expect(JSON.parse(shown.stdout)).toMatchObject({ id: hit?.id, title: hit?.title });
    for (const id of [hit?.id ?? '', 'midtjylland-2013-10-24']) {
      const text = await runKkr(['show', id], { env });
      expect(text.code).toBe(0);
      expect(text.stdout).toContain('KKR Midtjylland, 2013-10-24');
    }
    const narrowed = ['--year', '2013', '--kind', 'referat', '--sort', 'oldest', '--json'];
    const minutes = await runKkr(['search', '', ...narrowed], { env });
    const kinds = Found.parse(JSON.parse(minutes.stdout)).hits.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['referat']));
    const other = await runKkr(['search', '', '--year', '2014', '--json'], { env });
    expect(other.stdout).toContain('"total":0');

    const table = await runKkr(['export', 'decisions', '--format', 'jsonl', '--query', hit?.title ?? ''], {
      env,
    });
    const rows = table.stdout.trim().split('\n');
    expect(rows.map((row) => JSON.parse(row).item)).toContain(hit?.id);

    rmSync(join(env.KKR_DATA, 'search.current'));
    const unfilled = await runKkr(['search', 'kommune', '--json'], { env });
    expect([unfilled.code, unfilled.stdout]).toEqual([1, '']);
    expect(unfilled.stderr).toMatch(/^kkr: search-unavailable: .*kkr reindex/);

    const indexed = await runKkr(['reindex'], { env });
    expect(indexed.stdout).toMatch(new RegExp(`^Indexed ${total} records in `));
  });
});

describe.concurrent('npm start', () => {
  it('reads what it is given, serves it, lets another ingest, and ends on Ctrl-C', async () => {
    const env = { KKR_DATA: join(temporaryFolder(), 'arkiv'), KKR_PORT: '0' };
    const server = startProgram('start.ts', [AGENDA], { env });
    try {
      const [, address = ''] = await server.says(/The archive is on (http:\S+)/);
      const origin = address.replace('localhost', '127.0.0.1');
      const searching = async (query: string) => (await fetch(`${origin}/api/search?q=${query}`)).json();
      const before = z.object({ total: z.number() }).parse(await searching(''));
      expect(before.total).toBeGreaterThan(0);

      const beside = await runKkr(['ingest', MINUTES], { env });
      expect(beside.code).toBe(0);
      const kinds = z.object({ hits: z.array(z.object({ kind: z.string() })) }).parse(await searching(''));
      expect(kinds.hits.map(({ kind }) => kind)).toContain('referat');

      const page = await fetch(origin);
      expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    } finally {
      server.kill('SIGINT');
    }
    const { code, stderr } = await server.ended;
    expect(code).toBe(0);
    expect(stderr).toMatch(/Closing\.\n$/);
  });

  it('refuses a flag', async () => {
    const { code, stderr } = await startProgram('start.ts', ['--port', '1']).ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(/^kkr: config-invalid: [^\n]+\n$/);
  });

  it('finds the fixtures where it looks for them', () => {
    expect(existsSync(DOCUMENTS)).toBe(true);
    expect(readdirSync(DOCUMENTS).every((name) => name.endsWith('.pdf'))).toBe(true);
  });

  it('says so where its port is taken', async () => {
    const env = { KKR_DATA: join(temporaryFolder(), 'arkiv'), KKR_PORT: '0' };
    const first = startProgram('kkr.ts', ['serve'], { env });
    const [, port = ''] = await first.says(/localhost:(\d+)/);
    const second = await runKkr(['serve', '--port', port], { env });
    first.kill('SIGTERM');
    await first.ended;
    expect(second.code).toBe(2);
    expect(second.stderr).toBe(
      `kkr: config-invalid: Port ${port} is in use already; choose another with --port or KKR_PORT.\n`,
    );
  });
});
