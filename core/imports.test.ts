import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/**
 * The import directions of docs/architecture.md: data goes ingest, extract,
 * archive, index, api, and a room may import what stands to its right, core and
 * danish. Tests and test helpers keep to them as well.
 */
const ROOMS = ['ingest', 'extract', 'archive', 'index', 'api'] as const;
const BENEATH = ['core', 'danish'];
const ABOVE = ['cli', 'fixtures', 'bench'];

function mayImport(room: string): readonly string[] {
  if (room === 'core') return [];
  if (room === 'danish') return ['core'];
  if (room === 'cli') return [...BENEATH, ...ROOMS];
  if (room === 'fixtures' || room === 'bench') return [...BENEATH, ...ROOMS, ...ABOVE];
  const rooms: readonly string[] = ROOMS;
  return [...BENEATH, ...rooms.slice(rooms.indexOf(room) + 1)];
}

/** What a module names in import and export statements, in `import()` and in `new URL(…, import.meta.url)`. */
function importsIn(code: string): string[] {
  const statements = /^\s*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*(['"])(?<name>[^'"\n]+)\1/gm;
  const calls = /\bimport\(\s*(['"`])(?<name>[^'"`\n]+)\1/g;
  const urls = /\bnew URL\(\s*(['"`])(?<name>[^'"`\n]+\.ts)\1,\s*import\.meta\.url/g;
  return [statements, calls, urls].flatMap((pattern) =>
    [...code.matchAll(pattern)].flatMap((match) => match.groups?.name ?? []),
  );
}

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = [...BENEATH, ...ROOMS, ...ABOVE];

const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

function violationsIn(file: string): string[] {
  const [room = ''] = file.split(sep);
  const allowed = [room, ...mayImport(room)];
  return importsIn(readFileSync(join(root, file), 'utf8')).flatMap((name) => {
    if (!name.startsWith('.')) return [];
    const target = relative(root, join(root, dirname(file), name));
    const [targetRoom = ''] = target.split(sep);
    if (target.startsWith('..')) return [`${file} imports ${name}, outside the repository`];
    if (!name.endsWith('.ts') && !name.endsWith('.json')) return [`${file} imports ${name} without .ts`];
    return allowed.includes(targetRoom) || target === 'package.json' ? [] : [`${file} imports ${target}`];
  });
}

describe('imports', () => {
  test('run the way data goes', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(violationsIn)).toEqual([]);
  });

  test('only the archive speaks SQLite’s query builder, only ingest the queue’s client', () => {
    const owners: Record<string, readonly string[]> = {
      kysely: ['archive'],
      bullmq: ['ingest'],
      ioredis: ['ingest'],
      meilisearch: ['index'],
      fastify: ['api'],
      'tesseract.js': ['extract'],
      'pdfjs-dist': ['extract'],
      commander: ['cli'],
    };
    const strays = files.flatMap((file) => {
      const [room = ''] = file.split(sep);
      if (room === 'bench' || room === 'fixtures') return [];
      return importsIn(readFileSync(join(root, file), 'utf8')).flatMap((name) => {
        const owner = Object.keys(owners).find((pkg) => name === pkg || name.startsWith(`${pkg}/`));
        return owner && !owners[owner]?.includes(room) ? [`${file} imports ${name}`] : [];
      });
    });
    expect(strays).toEqual([]);
  });

  test('core opens no file, no socket and no database', () => {
    const allowed = new Set(['node:path', 'zod']);
    const outside = files
      .filter((file) => file.startsWith(`core${sep}`) && !file.endsWith('.test.ts'))
      .flatMap((file) =>
        importsIn(readFileSync(join(root, file), 'utf8')).filter((name) => !name.startsWith('.')),
      );
    expect(outside.filter((name) => !allowed.has(name))).toEqual([]);
  });
});

describe('the reader of imports', () => {
  test('sees every form of them', () => {
    const code = [
      "import a from './a.ts';",
      "import type { B } from './b.ts';",
      "import {\n  c,\n  d,\n} from './c.ts';",
      "import './d.ts';",
      "export * from './e.ts';",
      "export { f } from './f.ts';",
      "const g = await import('./g.ts');",
      "new Worker(new URL('./h.ts', import.meta.url));",
    ].join('\n');
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `./${name}.ts`);
    expect(importsIn(code).toSorted()).toEqual(names);
  });

  test('takes no sentence for an import', () => {
    expect(importsIn("const text = 'import it from \"there\"';\n// export from 'nowhere'\n")).toEqual([]);
  });
});
