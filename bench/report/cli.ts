import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkFloors, loadFloors } from './floors.ts';
import { loadBench } from './load.ts';
import { machineFacts, realDocuments } from './machine.ts';
import { BENCHES, type BenchName, type BenchResult } from './result.ts';
import { resultMarkdown } from './table.ts';

/**
 * `npm run bench:segment` and its like print one benchmark's tables and misses;
 * `npm run bench:report` runs them all and writes docs/quality.md and
 * docs/performance.md.
 */
const USAGE = `Usage: npm run bench:<${BENCHES.join('|')}|report> [-- --short] [--misses N]
  --short     the version that runs in the tests
  --misses N  print the first N misses (default 40)`;

const { values, positionals } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    misses: { type: 'string', default: '40' },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const name = positionals[0];
const isBench = (word: string | undefined): word is BenchName => BENCHES.some((bench) => bench === word);
if (values.help) console.log(USAGE);
else if (name === 'report') await report();
else if (isBench(name)) await printBench(name);
else {
  console.error(USAGE);
  process.exitCode = 2;
}

async function runBench(bench: BenchName): Promise<BenchResult> {
  const run = await loadBench(bench);
  return run({ short: values.short, seed: 1, ...realDocuments() });
}

async function printBench(bench: BenchName): Promise<void> {
  const result = await runBench(bench);
  console.log(`${resultMarkdown(result)}\n\n${machineFacts()}`);
  const shown = result.misses.slice(0, Number(values.misses));
  if (shown.length > 0) console.log(`\nMisses (${shown.length} of ${result.misses.length}):`);
  for (const miss of shown) console.log(`  ${miss}`);
  if (!values.short) return;
  const { below, above } = checkFloors(await loadFloors(), bench, result.figures);
  for (const line of above) console.log(`can rise: ${line}`);
  for (const line of below) console.error(`below its floor: ${line}`);
  if (below.length > 0) process.exitCode = 1;
}

async function report(): Promise<void> {
  await mkdir(new URL('../../docs/', import.meta.url), { recursive: true });
  const quality: BenchResult[] = [];
  for (const bench of ['text', 'repair', 'segment', 'search'] as const) quality.push(await runBench(bench));
  await writeDocument('quality.md', 'Quality', quality);
  await writeDocument('performance.md', 'Performance', [await runBench('speed')]);
}

async function writeDocument(file: string, title: string, results: readonly BenchResult[]): Promise<void> {
  const head = [
    `# ${title}`,
    `Written by \`npm run bench:report\`${values.short ? ' -- --short' : ''}; edits by hand are lost.`,
    `Measured on ${machineFacts()}.`,
  ];
  const text = [...head, ...results.map(resultMarkdown)].join('\n\n');
  await writeFile(new URL(`../../docs/${file}`, import.meta.url), `${text}\n`);
  console.log(`docs/${file} written`);
}
