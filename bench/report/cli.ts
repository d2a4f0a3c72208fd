import { parseArgs } from 'node:util';
import { checkFloors, loadFloors } from './floors.ts';
import { keepResult, writeDocuments } from './kept.ts';
import { loadBench } from './load.ts';
import { machineFacts, realDocuments } from './machine.ts';
import { measureAndWrite } from './measure-all.ts';
import { BENCHES, type BenchName } from './result.ts';
import { resultMarkdown } from './table.ts';

/**
 * `npm run bench:segment` and its like print one benchmark's tables and misses;
 * `npm run bench:report` runs them all and writes docs/quality.md and
 * docs/performance.md.
 */
const USAGE = `Usage: npm run bench:<${BENCHES.join('|')}> [-- --short] [--misses N] [--keep]
       npm run bench:report [-- --write-only]
  --short       the version that runs in the tests, held to bench/floors.json
  --misses N    print the first N misses (default 40)
  --keep        keep the figures for the documents
  --texts DIR   long texts that npm run bench:repair:texts fetched (repair)
  --write-only  write the documents from the figures that are kept`;

const { values, positionals } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    misses: { type: 'string', default: '40' },
    keep: { type: 'boolean', default: false },
    texts: { type: 'string' },
    'write-only': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const name = positionals[0];
const isBench = (word: string | undefined): word is BenchName => BENCHES.some((bench) => bench === word);
if (values.help) console.log(USAGE);
else if (name === 'report') {
  const failed = values['write-only'] ? await writeDocuments() : await measureAndWrite();
  if (failed && failed.length > 0) process.exitCode = 1;
} else if (isBench(name)) await printBench(name);
else {
  console.error(USAGE);
  process.exitCode = 2;
}

async function printBench(bench: BenchName): Promise<void> {
  const run = await loadBench(bench);
  const texts = values.texts ? { texts: values.texts } : {};
  const result = await run({ short: values.short, seed: 1, ...realDocuments(), ...texts });
  console.log(`${resultMarkdown(result)}\n\n${machineFacts()}`);
  const shown = result.misses.slice(0, Number(values.misses));
  if (shown.length > 0) console.log(`\nMisses (${shown.length} of ${result.misses.length}):`);
  for (const miss of shown) console.log(`  ${miss}`);
  if (values.keep) {
    const document = bench === 'speed' ? 'performance' : 'quality';
    const command = `npm run bench:${bench}${values.short ? ' -- --short' : ''}`;
    await keepResult(bench, { document, order: BENCHES.indexOf(bench), command }, result);
  }
  if (!values.short) return;
  const { below, above } = checkFloors(await loadFloors(), bench, result.figures);
  for (const line of above) console.log(`can rise: ${line}`);
  for (const line of below) console.error(`below its floor: ${line}`);
  if (below.length > 0) process.exitCode = 1;
}
