import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTools } from '../../extract/open.ts';
import { openPdf } from '../../extract/pdf/open-pdf.ts';
import { readDocument } from '../../extract/read-document.ts';
import type { Repairer } from '../../extract/repair/repair.ts';
import { measure } from '../report/machine.ts';
import type { BenchOptions, BenchResult, Cell, Table } from '../report/result.ts';
import { hasProgram } from '../text/native.ts';
import { ocrSpeed } from './ocr.ts';

/** What a page costs, as a ratio to what it costs others in the same run. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const text = await textSpeed(options);
  const ocr =
    options.short || !hasProgram('tesseract') ? null : await ocrSpeed(bornDigital(null), options.seed);
  return {
    title: 'Speed',
    about:
      'Both sides take turns on the same files in one run, so that a busy machine slows both. CPU seconds, but for pdftotext and OCR, which are timed by the clock.',
    tables: [text.table, ...(ocr === null ? [] : [ocr.table])],
    figures: { ...text.figures, ...ocr?.figures },
    misses: [],
  };
}

interface Measured {
  readonly table: Table;
  readonly figures: Record<string, number>;
}

const DOCUMENTS = new URL('../../fixtures/documents/', import.meta.url).pathname;

/** Born-digital files, the real ones where they are there. */
function bornDigital(corpus: string | null): string[] {
  const list = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));
  const all = [...list(DOCUMENTS), ...(corpus === null ? [] : list(corpus))];
  return all.filter((path) => path.endsWith('.pdf') && !path.includes('scannet')).sort();
}

const WARMING = 8;

async function textSpeed({ short, corpus }: BenchOptions): Promise<Measured> {
  const files = bornDigital(short ? null : corpus);
  const tools = loadTools('none');
  const wanted = short ? 100 : 1000;
  const unrepaired = { ...tools, repairer: withoutRepair(tools.repairer) };
  const total = { pages: 0, theirs: 0, ours: 0, unrepaired: 0, pdftotext: 0 };
  const there = hasProgram('pdftotext');
  // The first round warms both sides up; a short run spends less on it.
  for (let round = 0; total.pages < wanted; round++) {
    for (const file of round === 0 && short ? files.slice(0, WARMING) : files) {
      const bytes = readFileSync(file);
      const alone = await measure(() => extractAlone(bytes));
      const whole = await measure(() => readDocument(bytes, file, tools));
      const read = await measure(() => readDocument(bytes, file, unrepaired));
      const layout = there
        ? await measure(() => execFileSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 2 ** 28 }))
        : null;
      if (round === 0) continue;
      total.pages += alone.value;
      total.theirs += alone.cost.cpuSeconds;
      total.ours += whole.cost.cpuSeconds;
      total.unrepaired += read.cost.cpuSeconds;
      total.pdftotext += layout?.cost.wallSeconds ?? 0;
    }
  }
  await tools.ocr.close();
  const milliseconds = (seconds: number): number => (1000 * seconds) / total.pages;
  const row = (what: string, seconds: number): Cell[] => [
    what,
    milliseconds(seconds),
    seconds / total.theirs,
    there ? seconds / total.pdftotext : null,
  ];
  return {
    figures: {
      'speed.text.ratioToPdfjs': total.ours / total.theirs,
      'speed.text.unrepairedRatioToPdfjs': total.unrepaired / total.theirs,
    },
    table: {
      title: `Born-digital pages (${total.pages})`,
      columns: ['what', 'ms a page', 'by pdf.js', 'by pdftotext'],
      rows: [
        row('text, layout and segmentation', total.unrepaired),
        row('the same with repair', total.ours),
        row('pdf.js text extraction alone', total.theirs),
        ...(there ? [row('`pdftotext -layout`', total.pdftotext)] : []),
      ],
      note: 'Each time by that of pdf.js and of `pdftotext -layout`. Our time includes language, reading order, tables and links.',
    },
  };
}

/** Joins words at line ends, but leaves what the page says as it is. */
function withoutRepair(repairer: Repairer): Repairer {
  return {
    ...repairer,
    repair: (text) => ({ text, edits: [], doubtful: [] }),
    damageOf: () => null,
  };
}

/** What pdf.js does for text and no more; returns the number of pages. */
async function extractAlone(bytes: Uint8Array): Promise<number> {
  const pdf = await openPdf(bytes);
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  const pages = pdf.numPages;
  await pdf.loadingTask.destroy();
  return pages;
}
