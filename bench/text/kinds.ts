import { readdir, readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentReader } from '../../core/document-reader.ts';
import { createTesseract } from '../../extract/ocr/ocr-engine.tesseract.ts';
import { scanWithTextLayer } from '../../fixtures/damage/ocr-layer.ts';
import { type ScanOptions, scan } from '../../fixtures/damage/scan.ts';
import { type BrokenMap, breakUnicodeMaps } from '../../fixtures/damage/unicode-map.ts';
import { type TruePage, Truth } from '../score/truth.ts';

/** Pages of one kind, with what stands on them. */
export interface Sample {
  readonly name: string;
  readonly pdf: Uint8Array;
  readonly truth: readonly TruePage[];
}

export interface Kind {
  readonly name: string;
  /** What the baseline reads: the text layer, the images of a scan, or pages drawn anew. */
  readonly baseline: 'pdftotext' | 'scan' | 'drawn';
  readonly samples: () => Promise<Sample[]>;
}

const FIXTURES = new URL('../../fixtures/', import.meta.url);
/** Of different layouts and both producers; the first two pages of each have most of what a layout has. */
const SCANNED = [
  '2016-11-18-kkr-hovedstaden-dagsorden',
  '2013-10-24-kkr-midtjylland-referat',
  '2022-05-11-kkr-sjaelland-dagsorden',
  '2012-06-08-kkr-sjaelland-referat',
];
const TWO_COLUMNS = [
  '2016-11-18-kkr-hovedstaden-referat',
  '2023-11-10-kkr-nordjylland-referat',
  '2025-02-07-kkr-midtjylland-referat',
];
const MAPS: readonly BrokenMap[] = [
  'private-use',
  'missing',
  'question-marks',
  'replacement-characters',
  'shifted',
];

const TWO_HUNDRED = 'noisy, crooked scan, 200 dpi';
const SCANS = {
  'clean scan, 300 dpi': { dpi: 300, noise: 0, skew: 0, blackAndWhite: false },
  [TWO_HUNDRED]: { dpi: 200, noise: 14, skew: 0.8, blackAndWhite: false },
  'noisy scan, 150 dpi': { dpi: 150, noise: 10, skew: 0.4, blackAndWhite: false },
  'black-and-white scan, 200 dpi': { dpi: 200, noise: 6, skew: 0.4, blackAndWhite: true },
} as const satisfies Record<string, Omit<ScanOptions, 'seed' | 'pages'>>;

/** Every kind of page; in the short version without those that OCR has to read. */
export function kinds(options: {
  short: boolean;
  seed: number;
  corpus: string | null;
  reader: DocumentReader;
}): Kind[] {
  const { seed } = options;
  const digital: Kind[] = [
    { name: 'born digital', baseline: 'pdftotext', samples: () => allFixtures() },
    {
      name: 'two columns',
      baseline: 'pdftotext',
      samples: () => Promise.all(TWO_COLUMNS.map((name) => frontPage(name))),
    },
  ];
  if (options.short) return digital;
  const scans = Object.entries(SCANS).map(
    ([name, how]): Kind => ({
      name,
      baseline: 'scan',
      samples: () => remade((pdf) => scan(pdf, { ...how, seed })),
    }),
  );
  const columns: Kind = {
    name: 'two columns, scan, 200 dpi',
    baseline: 'scan',
    samples: () => remade((pdf) => scan(pdf, { ...SCANS[TWO_HUNDRED], seed }), TWO_COLUMNS, 1),
  };
  const layered: Kind = {
    name: 'hidden English text layer, 200 dpi',
    baseline: 'scan',
    samples: async () => {
      const engine = createTesseract();
      const how = { ...SCANS[TWO_HUNDRED], seed };
      return remade((pdf) => scanWithTextLayer(pdf, how, engine)).finally(() => engine.close());
    },
  };
  const maps = MAPS.map(
    (how): Kind => ({
      name: `broken Unicode map: ${how}`,
      baseline: 'drawn',
      samples: () => remade((pdf) => breakUnicodeMaps(pdf, how), SCANNED.slice(0, 2)),
    }),
  );
  return [...digital, ...scans, columns, layered, ...maps, ...realScans(options.corpus, options.reader)];
}

async function allFixtures(): Promise<Sample[]> {
  const files = await readdir(new URL('truth/', FIXTURES));
  const names = files.filter((name) => name.endsWith('.json') && !name.includes('scannet')).sort();
  return Promise.all(names.map((name) => firstPages(name.replace('.json', ''), 1000)));
}

async function firstPages(name: string, count: number): Promise<Sample> {
  const truth = Truth.parse(JSON.parse(await readFile(new URL(`truth/${name}.json`, FIXTURES), 'utf8')));
  const pdf = await readFile(new URL(`documents/${truth.file}`, FIXTURES));
  const pages = (truth.pages ?? []).slice(0, count);
  return {
    name,
    truth: pages,
    pdf: pages.length === truth.pages?.length ? pdf : await cutTo(pdf, pages.length),
  };
}

/** The first page is judged, but read within its document, as running headers are told by the others. */
async function frontPage(name: string): Promise<Sample> {
  const whole = await firstPages(name, 1000);
  return { ...whole, truth: whole.truth.slice(0, 1) };
}

async function cutTo(pdf: Uint8Array, count: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  for (let page = document.getPageCount() - 1; page >= count; page--) document.removePage(page);
  return document.save();
}

async function remade(
  change: (pdf: Uint8Array) => Promise<Uint8Array>,
  names: readonly string[] = SCANNED,
  pages = 2,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const name of names) {
    const sample = await firstPages(name, pages);
    samples.push({ ...sample, pdf: await change(sample.pdf) });
  }
  return samples;
}

/** Twelve scanned pages, of which the born-digital bundle beside them says what stands on them. */
function realScans(corpus: string | null, reader: DocumentReader): Kind[] {
  if (corpus === null) return [];
  const bundle = '2022-04-kkr-sjaelland-bilag';
  const samples = async (ending: string): Promise<Sample[]> => {
    const whole = await reader.read(await readFile(`${corpus}/${bundle}.pdf`), `${bundle}.pdf`);
    const truth = whole.pages.slice(1, 13).map((page, index): TruePage => {
      const blocks = page.lines.map(({ role, text }) => ({ role, text }));
      return { number: index + 1, language: page.language, blocks };
    });
    return [{ name: `${bundle}-${ending}`, truth, pdf: await readFile(`${corpus}/${bundle}-${ending}.pdf`) }];
  };
  return [
    { name: 'real scan, 200 dpi', baseline: 'scan', samples: () => samples('scannet') },
    {
      name: 'real scan, hidden English layer',
      baseline: 'scan',
      samples: () => samples('scannet-engelsk-tekstlag'),
    },
  ];
}
