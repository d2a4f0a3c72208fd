import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadRepairModel } from '../../extract/repair/load.ts';
import { repairPages } from '../../extract/repair/pages.ts';
import { loadRepairer, type Repairer } from '../../extract/repair/repair.ts';
import type { BenchOptions, BenchResult, Table } from '../report/result.ts';
import { mendedRate, type RepairScore, spoiltRate } from '../score/repair.ts';
import { ceilingOf } from './ceiling.ts';
import { cutPages, printFor, readAsEnglish, renderPage } from './english-ocr.ts';
import { FOREIGN, LONG_TEXTS, mixedPages, WRITTEN_DANISH } from './foreign.ts';
import { measureHunspell } from './hunspell.ts';
import { KINDS } from './kinds.ts';
import {
  type DamagedPage,
  measureClean,
  measureDocuments,
  measureKind,
  measureSpeed,
  wordsAlone,
} from './measure.ts';
import { modelCost } from './model-cost.ts';
import { measureTaught } from './taught.ts';
import { type CleanDocument, fetchedText, fixtureTexts, otherTexts, realDocument, UNSEEN } from './texts.ts';

/**
 * How much of what was damaged is made right, and how much of what was right
 * is made wrong. The model has seen none of these documents: the fictional
 * meetings, and one real document that is set aside.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const repairer = loadRepairer();
  const fictional = await fixtureTexts();
  const real = options.short || !options.corpus ? [] : [realDocument(options.corpus, UNSEEN)];
  const clean = [...fictional, ...real];
  const figures: Record<string, number> = {};
  const misses: string[] = [];
  const rows: Table['rows'][number][] = [];
  const note = (name: string, key: string, score: RepairScore): void => {
    rows.push(rowOf(name, score));
    figures[`repair.${key}.mended`] = mendedRate(score);
    figures[`repair.${key}.spoilt`] = spoiltRate(score);
    misses.push(
      ...score.misses.map((miss) => `${name}: ${miss.word} <- ${miss.damaged} -> ${miss.repaired}`),
    );
  };

  for (const kind of KINDS) {
    const key = kind.name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
    note(
      kind.name,
      key,
      measureKind(kind, options.short ? fictional.slice(0, 3) : clean, repairer, options.seed),
    );
  }
  const read = options.short ? await storedPages() : await freshPages(clean);
  const pages = read.flat();
  const repair = (text: string): string => repairPages(text, repairer).text;
  note('English OCR', 'english-ocr', measureDocuments(read, repair, wordsAlone));
  if (!options.short)
    note('English OCR, taught by the others', 'english-ocr-taught', measureTaught(clean, read));
  const plain = options.short ? null : measureHunspell(pages);
  if (plain) rows.push(rowOf('English OCR, by hunspell', plain));

  const danish = [...clean, ...(await otherTexts())].flatMap((document) => document.pages);
  const texts: (readonly [name: string, key: string, pages: readonly string[]])[] = [
    ['Danish', 'danish', danish],
    ...WRITTEN_DANISH.map(([name, text]) => [`Danish: ${name}`, name, [text]] as const),
    ...Object.entries(FOREIGN).map(([name, text]) => [name, name, [text]] as const),
    ['Danish pages with other tongues', 'mixed', mixedPages()],
    ...LONG_TEXTS.flatMap(({ language, source, licence }) => {
      const long = options.texts ? fetchedText(options.texts, language) : null;
      return long ? [[`${language}: ${source}, ${licence}`, `long.${language}`, long] as const] : [];
    }),
  ];
  const cleanRows = texts.map(([name, key, pages]) => {
    const { words, changed, changes } = measureClean(pages, repairer);
    figures[`repair.clean.${key.toLowerCase()}`] = (changed / words) * 10_000;
    misses.push(...changes.map((change) => `clean ${name}: ${change}`));
    return [name, words, changed, (changed / words) * 10_000];
  });
  const costs = options.short ? [] : [cost(clean, pages, repairer)];
  const ceiling = ceilingOf(pages, loadRepairModel());
  figures['repair.english-ocr.ceiling'] = ceiling;
  return {
    title: 'Repair',
    about: `Pages of ${fictional.length} fictional documents${real.length > 0 ? ` and of ${UNSEEN}` : ''}, none of which the model was made from, damaged in ${KINDS.length + 1} ways.`,
    tables: [
      {
        title: 'Damaged words made right, right words made wrong',
        columns: [
          'damage',
          'words',
          'wrong before %',
          'wrong after %',
          'made right %',
          'made wrong per 10,000',
        ],
        rows,
        note: 'Compared word by word as printed, capitals included, and punctuation save for OCR. Taught: each document is repaired with the words that all the others share, as an archive repairs that holds them clean.',
      },
      {
        title: 'Clean text',
        columns: ['language', 'words', 'changed', 'changed per 10,000'],
        rows: cleanRows,
        note: options.texts
          ? 'The longer texts are help pages of Debian packages, fetched for this by `npm run bench:repair:texts` and kept nowhere.'
          : 'The longer texts in other languages were not there: `npm run bench:repair:texts -- DIR` fetches them, `-- --texts DIR` measures on them.',
      },
      {
        title: 'What the candidates for respelling allow',
        columns: ['of the words that English OCR got wrong', '%'],
        rows: [
          ['true form is among the candidates: the ceiling', ceiling * 100],
          ['made right', (figures['repair.english-ocr.mended'] ?? 0) * 100],
        ],
        note: 'Words that a reader tore or ran together count as out of reach, though other rules mend some of them.',
      },
      ...costs,
    ],
    figures,
    misses,
  };
}

function cost(clean: readonly CleanDocument[], pages: readonly DamagedPage[], repairer: Repairer): Table {
  const { milliseconds, megabytes } = modelCost();
  const texts = clean.flatMap((document) => document.pages);
  const read = pages.map((page) => page.read);
  return {
    title: 'Cost, on one core',
    columns: ['what', 'figure'],
    note: 'Loading and memory are those of a process that does nothing else: how much its resident memory grows.',
    rows: [
      ['words a second, clean', measureSpeed(texts, repairer)],
      ['words a second, English OCR', measureSpeed(read, repairer)],
      ['loading the model, ms', milliseconds],
      ['memory that the model takes, MB', megabytes],
    ],
  };
}

function rowOf(name: string, score: RepairScore): Table['rows'][number] {
  const after = score.damaged - score.mended + score.spoilt;
  return [
    name,
    score.words,
    (score.damaged / score.words) * 100,
    (after / score.words) * 100,
    mendedRate(score) * 100,
    spoiltRate(score) * 10_000,
  ];
}

const Pages = z.array(z.object({ truth: z.string(), read: z.string() }));

/** Pages of the fictional meetings as Tesseract read them, so that the short version needs no reader. */
async function storedPages(): Promise<DamagedPage[][]> {
  const pages = Pages.parse(JSON.parse(await readFile(new URL('./pages.json', import.meta.url), 'utf8')));
  return pages.map((page) => [page]);
}

async function freshPages(documents: readonly CleanDocument[]): Promise<DamagedPage[][]> {
  const cache = new URL('../../.cache/english-ocr', import.meta.url).pathname;
  const read: DamagedPage[][] = [];
  let count = 0;
  for (const document of documents) {
    const pages: DamagedPage[] = [];
    for (const truth of document.pages.flatMap((page) => cutPages(page))) {
      const print = printFor(count++);
      pages.push({ truth, read: await readAsEnglish(renderPage(truth, print), print.dpi, cache) });
    }
    read.push(pages);
  }
  return read;
}
