import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageFacts from '../package.json' with { type: 'json' };
import { buildProgram } from './program.ts';
import { runKkr, startProgram } from './testing/run-kkr.ts';

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'kkr-cli-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const COMMANDS = buildProgram('0').commands;

describe('help', () => {
  it.each(COMMANDS.map((command) => [command.name(), command.summary()]))(
    'kkr %s --help',
    async (name, summary) => {
      const { code, stdout, stderr } = await runKkr([name, '--help']);
      expect(code).toBe(0);
      expect(stderr).toBe('');
      expect(stdout).toContain(`Usage: kkr ${name}`);
      expect(summary).not.toBe('');
    },
  );

  it('lists every command', async () => {
    const { code, stdout } = await runKkr(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toContain(`  ${command.name()} `);
  });

  it('is what a bare kkr gets, with the exit code of a command that is not understood', async () => {
    const { code, stdout, stderr } = await runKkr([]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: kkr');
  });

  it('tells its version', async () => {
    expect(await runKkr(['--version'])).toMatchObject({ code: 0, stdout: `${packageFacts.version}\n` });
  });
});

describe('what is not understood gets one line and exit code 2', () => {
  it.each([
    [['serch', 'klynger'], "unknown command 'serch' (Did you mean search?)"],
    [['search', 'klynger', '--limits', '3'], "unknown option '--limits' (Did you mean --limit?)"],
    [['search', 'klynger', '-ukraine', '--limits'], "unknown option '--limits' (Did you mean --limit?)"],
    [['search', '--json'], "missing required argument 'query'"],
    [['status', '-ukraine'], "unknown option '-ukraine'"],
    [['search'], "missing required argument 'query'"],
    [['search', 'x', '--sort', 'best'], 'Allowed choices are relevance, newest, oldest'],
    [['search', 'x', '--kind', 'brev'], 'Allowed choices are dagsorden, referat, bilag, andet'],
    [['search', 'x', '--limit', '0'], 'a whole number from 1 to 1000'],
    [['search', 'x', '--limit', 'ti'], 'a whole number from 1 to 1000'],
    [['search', 'x', '--body', 'Bornholm'], 'one of KKR Hovedstaden'],
    [['search', 'x', '--outcome', 'vedtaget'], 'one of approved'],
    [['search', 'x', '--from', '19.6.2024'], 'a date as YYYY-MM-DD'],
    [['search', 'x', '--to', '2024-02-30'], 'a date as YYYY-MM-DD'],
    [['serve', '--port', '65536'], 'a whole number from 0 to 65535'],
    [['ingest', 'x', '--workers', '0'], 'a whole number from 1 to 64'],
    [['extract'], "missing required argument 'file'"],
    [['extract', 'a.pdf', 'b.pdf'], 'too many arguments'],
    [['repair', '--undo', 'a.json', 'a.txt'], "'--undo' takes one file and no others"],
    [['search', 'x', '--from', '2024-02-01', '--to', '2024-01-01'], '--to must not be before --from'],
    [['export', '--from', '2024-02-01', '--to', '2024-01-01'], '--to must not be before --from'],
    [['reread'], "name documents, or give '--all' or '--outdated'"],
    [['work'], 'KKR_REDIS_URL is not set'],
  ])('kkr %j', async (args, complaint) => {
    const { code, stdout, stderr } = await runKkr(args, { env: { KKR_DATA: data } });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^kkr: [^\n]+\n$/);
    expect(stderr).toContain(complaint);
  });

  it.each([
    ['KKR_PORT', 'tretusinde'],
    ['KKR_REDIS_URL', 'localhost:6379'],
    ['KKR_OCR', 'ocrmypdf'],
  ])('%s=%s', async (variable, value) => {
    const { code, stderr } = await runKkr(['status'], { env: { KKR_DATA: data, [variable]: value } });
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^kkr: config-invalid: ${variable}: [^\\n]+\\n$`));
  });
});

it.each([
  [['flygtninge', '-ukraine']],
  [['-hjemløse', 'flygtninge', '--json', '-SAG-2024-00126']],
  [['flygtninge', '-e-mail', '--', '--json']],
])('kkr search %j leaves words out', async (words) => {
  const { code, stderr } = await runKkr(['search', ...words], { env: { KKR_DATA: data } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

describe('what fails gets its code, a reason and exit code 1', () => {
  it.each([
    [['extract', '/intet/her.pdf'], 'file-unreadable: /intet/her.pdf: there is no such file or folder'],
    [['show', 'sjaelland-1999-01-01-1'], 'not-found: Nothing in this archive has the id'],
    [['reread', 'dok-000000000000'], 'not-found: This archive has no document'],
  ])('kkr %j', async (args, complaint) => {
    const { code, stdout, stderr } = await runKkr(args, { env: { KKR_DATA: data } });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`kkr: ${complaint}`);
    expect(stderr.trim().split('\n').length).toBe(1);
  });

  it('says so where the archive cannot be made', async () => {
    const { code, stderr } = await runKkr(['status', '--data', '/dev/null/arkiv']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^kkr: archive-unavailable: [^\n]+\n$/);
  });

  it('says so where no Redis answers', async () => {
    const env = { KKR_DATA: data, KKR_REDIS_URL: 'redis://127.0.0.1:9' };
    const { code, stderr } = await runKkr(['work'], { env });
    expect(code).toBe(1);
    expect(stderr).toBe('kkr: queue-unavailable: Redis on 127.0.0.1:9 does not answer.\n');
  });
});

it('ends quietly where nobody reads on', async () => {
  const program = startProgram('kkr.ts', ['--help']);
  program.stopReading();
  expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
});
