import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createTesseract } from '../../extract/ocr/ocr-engine.tesseract.ts';
import { openReaderInProcess } from '../../extract/open.ts';
import { scanWithTextLayer } from '../../fixtures/damage/ocr-layer.ts';
import { scan } from '../../fixtures/damage/scan.ts';
import { damageText } from '../../fixtures/damage/text-damage.ts';
import { breakUnicodeMaps } from '../../fixtures/damage/unicode-map.ts';
import { keepResult } from '../report/kept.ts';
import type { BenchResult, Table } from '../report/result.ts';
import { tableMarkdown } from '../report/table.ts';
import { f1, fieldRate, scoreSegments, sumSegments } from '../score/segmentation.ts';
import type { Truth } from '../score/truth.ts';
import { type JudgedDocument, lookDocuments } from './documents.ts';
import { countOutcomes, sumOutcomes } from './outcomes.ts';

/**
 * `npm run prove:damage [-- NAME]`: the documents in the looks of other systems,
 * damaged as they come in life, through the whole pipeline to items, fields and
 * outcomes. Takes minutes, as most of it is OCR; needs poppler.
 */
const OFFICE = { dpi: 200, noise: 6, skew: 0.4, blackAndWhite: false, seed: 1 } as const;
const POOR = { dpi: 150, noise: 8, skew: 0.6, blackAndWhite: false, seed: 2 } as const;

type Damage = (document: JudgedDocument) => Promise<Uint8Array>;

const engine = createTesseract();
const DAMAGES: readonly (readonly [name: string, damage: Damage, ending?: '.txt'])[] = [
  ['as they are', async ({ bytes }) => bytes],
  ['scanned at 200 dpi', ({ bytes }) => scan(bytes, OFFICE)],
  ['scanned at 150 dpi', ({ bytes }) => scan(bytes, POOR)],
  ['scanned, with the text layer of an English OCR', ({ bytes }) => scanWithTextLayer(bytes, OFFICE, engine)],
  ['letters of private use', ({ bytes }) => breakUnicodeMaps(bytes, 'private-use')],
  ['letters missing', ({ bytes }) => breakUnicodeMaps(bytes, 'missing')],
  ['only the text left, UTF-8 read as Windows-1252', mojibake, '.txt'],
];

async function mojibake({ truth }: JudgedDocument): Promise<Uint8Array> {
  const path = fileURLToPath(new URL(`../../fixtures/looks/${truth.file}`, import.meta.url));
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', path, '-']);
  return new TextEncoder().encode(damageText(stdout, 'mojibake-utf8', 1));
}

const wanted = process.argv[2] ?? '';
// What is a scan already has no text layer to damage.
const documents = (await lookDocuments()).filter(
  ({ truth }) => truth.file.includes(wanted) && !truth.file.includes('scannet'),
);
const reader = openReaderInProcess({ ocr: 'tesseract' });
const rows: [string, number, number, number][] = [];
const misses: string[] = [];
try {
  for (const [name, damage, ending] of DAMAGES) {
    const read = [];
    for (const document of documents) read.push(await readDamaged(document, damage, ending));
    const sum = sumSegments(read.map(({ score }) => score));
    const outcomes = sumOutcomes(read.map((one) => countOutcomes(one.truth, one.document)));
    rows.push([name, f1(sum.items), fieldRate(sum.fields), f1(outcomes)]);
    misses.push(
      ...sum.misses.map(
        (miss) => `${name}: ${miss.file} ${miss.where} ${miss.field}: ${miss.expected} | ${miss.found}`,
      ),
    );
  }
} finally {
  await reader.close();
  await engine.close();
}

async function readDamaged(judged: JudgedDocument, damage: Damage, ending?: '.txt') {
  const { file } = judged.truth;
  const name = ending ? file.replace(/\.pdf$/u, ending) : file;
  const document = await reader.read(await damage(judged), name);
  // The text of a file is not parted where its pages were.
  const truth: Truth = ending
    ? { ...judged.truth, items: judged.truth.items.map(({ pages: _, ...item }) => item) }
    : judged.truth;
  return { truth, document, score: scoreSegments(truth, document) };
}

const table: Table = {
  title: 'Found',
  columns: ['documents', 'items F1', 'fields exact', 'outcomes F1'],
  rows,
};
console.log(tableMarkdown(table));
for (const miss of misses) console.log(`  ${miss.slice(0, 240)}`);
if (wanted === '') {
  const result: BenchResult = {
    title: 'Damaged documents, from file to outcome',
    about: `${documents.length} documents in the looks of other systems, damaged as they come in life, through the whole pipeline.`,
    tables: [table],
    figures: {},
    misses,
  };
  await keepResult('damage', { document: 'quality', order: 2.7, command: 'npm run prove:damage' }, result);
}
