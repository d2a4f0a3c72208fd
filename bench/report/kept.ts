import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { machineFacts } from './machine.ts';
import type { BenchResult } from './result.ts';
import { resultMarkdown } from './table.ts';

/**
 * The last figures of every benchmark and long proof, in bench/kept/: the
 * documents are written from them, so that a proof that takes an hour need not
 * run whenever a document is written, and each figure stands with the machine,
 * the day and the command that gave it.
 */
const Cell = z.union([z.string(), z.number(), z.null()]);
const Kept = z.object({
  /** Sections stand in this order, then by name. */
  order: z.number(),
  document: z.enum(['quality', 'performance']),
  /** What to type to measure it again. */
  command: z.string(),
  measured: z.string(),
  machine: z.string(),
  result: z.object({
    title: z.string(),
    about: z.string(),
    tables: z.array(
      z.object({
        title: z.string(),
        columns: z.array(z.string()),
        rows: z.array(z.array(Cell)),
        note: z.string().optional(),
      }),
    ),
    figures: z.record(z.string(), z.number()),
    listed: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })).optional(),
  }),
});
type Kept = z.infer<typeof Kept>;
type DocumentName = Kept['document'];

const FOLDER = new URL('../kept/', import.meta.url);

/** Keeps a result under a name and writes the documents anew. Long proofs call this at their end. */
export async function keepResult(
  name: string,
  place: { document: DocumentName; order: number; command: string },
  result: BenchResult,
): Promise<void> {
  const { misses: _, ...rest } = result;
  const measured = new Date().toISOString().slice(0, 10);
  const kept = { ...place, measured, machine: machineFacts(), result: rest };
  await mkdir(FOLDER, { recursive: true });
  await writeFile(new URL(`${name}.json`, FOLDER), `${JSON.stringify(kept, null, 1)}\n`);
  await writeDocuments();
}

export async function keptResults(document: DocumentName): Promise<Kept[]> {
  if (!existsSync(FOLDER)) return [];
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).sort();
  const all = await Promise.all(
    names.map(async (name) => Kept.parse(JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')))),
  );
  return all.filter((kept) => kept.document === document).sort((a, b) => a.order - b.order);
}

const TITLES: Record<DocumentName, string> = { quality: 'Quality', performance: 'Performance' };

/** docs/quality.md and docs/performance.md, from what is kept. */
export async function writeDocuments(): Promise<void> {
  await mkdir(new URL('../../docs/', import.meta.url), { recursive: true });
  for (const document of ['quality', 'performance'] as const) {
    const kept = await keptResults(document);
    const head = [
      `# ${TITLES[document]}`,
      'Written by `npm run bench:report`; edits by hand are lost. What the scores mean stands in [bench/README.md](../bench/README.md).',
    ];
    const text = [...head, ...kept.map(section)].join('\n\n');
    await writeFile(new URL(`../../docs/${document}.md`, import.meta.url), `${text}\n`);
    console.log(`docs/${document}.md written`);
  }
}

function section(kept: Kept): string {
  const measured = `Measured on ${kept.measured} by \`${kept.command}\` on ${kept.machine}.`;
  const { listed, ...result } = kept.result;
  return `${resultMarkdown({ ...result, misses: [], ...(listed && { listed }) })}\n\n${measured}`;
}
