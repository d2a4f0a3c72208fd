import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONFIG_VARIABLES, parseConfig } from '../core/config.ts';
import { workersOf } from './compose.ts';
import { buildProgram } from './program.ts';

/** docs/operations.md and README.md say what the program does. */
const ROOT = join(import.meta.dirname, '..');
const operations = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

const table = [...operations.matchAll(/^\| `(KKR_\w+)` +\| +(?:`(--\w+)`)? *\| ([^|]+) \|/gm)].map(
  ([, variable = '', flag, byDefault = '']) => ({ variable, flag, byDefault: byDefault.trim() }),
);

describe('the table of settings', () => {
  it('names every setting once, in the order of core/config.ts', () => {
    expect(table.map(({ variable }) => variable)).toEqual(Object.values(CONFIG_VARIABLES));
  });

  it('gives the defaults that hold', () => {
    const defaults = Object.fromEntries(table.map(({ variable, byDefault }) => [variable, byDefault]));
    const config = parseConfig({});
    const withoutTicks = (variable: string) => defaults[variable]?.replaceAll('`', '') ?? '';
    expect(resolve(withoutTicks('KKR_DATA'))).toBe(config.dataDir);
    expect(withoutTicks('KKR_NAME')).toBe(config.name);
    expect(Number(withoutTicks('KKR_PORT'))).toBe(config.port);
    expect(withoutTicks('KKR_OCR')).toBe(config.ocr);
    for (const variable of ['KKR_REDIS_URL', 'KKR_MEILI_URL', 'KKR_MEILI_KEY', 'KKR_MEILI_SEARCH_KEY']) {
      expect(defaults[variable]).toMatch(/^unset/);
    }
    expect(defaults.KKR_WORKERS).toMatch(/^one less than the cores/);
    expect(workersOf(config)).toBe(Math.max(1, availableParallelism() - 1));
  });

  it('names flags that exist', () => {
    const flags = new Set(
      [buildProgram('0'), ...buildProgram('0').commands].flatMap((command) =>
        command.options.map(({ long }) => long),
      ),
    );
    for (const { flag } of table) if (flag) expect(flags).toContain(flag);
  });
});

describe('the README', () => {
  it('names every command, and none that is not there', () => {
    const commands = buildProgram('0').commands.map((command) => command.name());
    for (const name of commands) expect(readme).toMatch(new RegExp(`\`(npx kkr )?${name}\\b`));
    for (const [, name] of readme.matchAll(/npx kkr ([a-z]+)/g)) expect(commands).toContain(name);
  });

  it.each([...readme.matchAll(/\]\(([^)#:]+)/g)].map(([, path]) => path ?? ''))(
    'links to %s, which is there',
    (path) => {
      expect(() => readFileSync(join(ROOT, path))).not.toThrow();
    },
  );
});
