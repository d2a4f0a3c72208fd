import { readFileSync } from 'node:fs';
import { isErrorCode } from '../../core/errors.ts';
import { createIsolatedReader } from '../../extract/document-reader.isolated.ts';
import { keepResult } from '../report/kept.ts';
import type { BenchResult } from '../report/result.ts';
import { damagedCopies, type HostileFile, hostileFiles } from './hostile.ts';

/** How the reading of broken files ended, and what must not happen. */
export interface Proof {
  readonly files: number;
  /** How many ended so: "read", "read in part", or an error's code. */
  readonly endings: Record<string, number>;
  /** Files that crashed or hung the reader, or ended without a plain reason. */
  readonly failures: readonly string[];
}

const DOCUMENTS = new URL('../../fixtures/documents/', import.meta.url);
const FILES = [
  '2014-03-14-kkr-syddanmark-dagsorden.pdf',
  '2016-11-18-kkr-hovedstaden-dagsorden.pdf',
  '2009-03-27-kkr-nordjylland-referat-scannet.pdf',
  '2022-05-11-kkr-sjaelland-bilag.pdf',
];

/** `npm run prove:broken`: reads broken and harmful files, and a good one after each tenth. */
export async function proveBroken(options: {
  perFile: number;
  files: number;
  large: boolean;
  log?: (line: string) => void;
}): Promise<Proof> {
  const limits = { silenceMs: 60_000 };
  const reader = createIsolatedReader({ ocr: 'none', workers: 2, limits });
  const endings: Record<string, number> = {};
  const failures: string[] = [];
  const good = readFileSync(new URL(FILES[0] ?? '', DOCUMENTS));
  const expected = JSON.stringify(await reader.read(good, 'good.pdf'));
  const files = [
    ...(await hostileFiles(options)),
    ...FILES.slice(0, options.files).flatMap((name) =>
      damagedCopies(name, readFileSync(new URL(name, DOCUMENTS)), options.perFile),
    ),
  ];
  const readOne = async ({ name, bytes }: HostileFile, index: number): Promise<void> => {
    const ending = await reader.read(bytes, name).then(
      (document) =>
        document.warnings.some((warning) => isErrorCode(warning.code) || warning.code === 'page-unreadable')
          ? 'read in part'
          : 'read',
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'no code'),
    );
    endings[ending] = (endings[ending] ?? 0) + 1;
    options.log?.(`${ending.padEnd(24)}${name}`);
    if (['no code', 'internal', 'read-crashed', 'read-timeout', 'read-out-of-memory'].includes(ending))
      failures.push(`${name}: ${ending}`);
    if (index % 10 !== 0) return;
    if (JSON.stringify(await reader.read(good, 'good.pdf')) !== expected)
      failures.push(`the good file was read otherwise after ${name}`);
  };
  try {
    const queue = [...files.entries()];
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift())
        await readOne(next[1], next[0]);
    };
    await Promise.all([lane(), lane()]);
  } finally {
    await reader.close();
  }
  return { files: files.length, endings, failures };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const proof = await proveBroken({
    perFile: 6,
    files: FILES.length,
    large: true,
    log: (line) => console.log(line),
  });
  console.log(`\n${proof.files} files:`, proof.endings);
  for (const failure of proof.failures) console.error(`FAILED ${failure}`);
  process.exitCode = proof.failures.length === 0 ? 0 : 1;
  await keepResult(
    'broken',
    { document: 'quality', order: 9, command: 'npm run prove:broken' },
    asResult(proof),
  );
}

function asResult({ files, endings, failures }: Proof): BenchResult {
  const rows = Object.entries(endings).sort(([, a], [, b]) => b - a);
  return {
    title: 'Broken and harmful files',
    about: `${files} files: cut short, with flipped bits, swapped references, huge numbers and lost names, and made to harm (ten thousand pages, 900 megapixels, objects in circles). ${failures.length} crashed or hung their reader, ended without a reason, or changed how the good file between them was read.`,
    tables: [{ title: 'How reading ended', columns: ['ending', 'files'], rows }],
    figures: {},
    misses: failures,
  };
}
