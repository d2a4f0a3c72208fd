import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadRepairModel } from '../../extract/repair/load.ts';
import { loadRepairer, type Repairer } from '../../extract/repair/repair.ts';
import type { BenchOptions, BenchResult, Table } from '../report/result.ts';
import { mendedRate, type RepairScore, spoiltRate } from '../score/repair.ts';
import { ceilingOf } from './ceiling.ts';
import { cutPages, printFor, readAsEnglish, renderPage } from './english-ocr.ts';
import { FOREIGN } from './foreign.ts';
import { measureHunspell } from './hunspell.ts';
import { KINDS } from './kinds.ts';
import {
  type DamagedPage,
  measureClean,
  measureKind,
  measurePages,
  measureSpeed,
  wordsAlone,
} from './measure.ts';
import { type CleanDocument, fixtureTexts, realDocument, UNSEEN } from './texts.ts';

/**
 * How much of what was damaged is made right, and how much of what was right
 * is made wrong. The model has seen none of these documents: the fictional
 * meetings, and one real document that is set aside.
 */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const start = performance.now();
  const repairer = loadRepairer();
  const loading = performance.now() - start;
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
  const pages = options.short ? await storedPages() : await freshPages(clean);
  note('English OCR', 'english-ocr', measurePages(pages, repairer, wordsAlone));
  const plain = options.short ? null : measureHunspell(pages);
  if (plain) rows.push(rowOf('English OCR, by hunspell', plain));

  const cleanRows = [
    ['Danish', clean.flatMap((document) => document.pages)] as const,
    ...Object.entries(FOREIGN),
  ].map(([language, texts]) => {
    const { words, changed, changes } = measureClean(typeof texts === 'string' ? [texts] : texts, repairer);
    figures[`repair.clean.${language.toLowerCase()}`] = (changed / words) * 10_000;
    misses.push(...changes.map((change) => `clean ${language}: ${change}`));
    return [language, words, changed, (changed / words) * 10_000];
  });
  // Before the ceiling, which loads a model of its own, so that the memory told is one repairer's.
  const costs = options.short ? [] : [cost(clean, pages, repairer, loading)];
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
        note: `Compared word by word as printed, capitals included, and punctuation save for OCR. Of the words that English OCR got wrong, ${(ceiling * 100).toFixed(1)} % have their true form among the candidates for respelling.`,
      },
      {
        title: 'Clean text',
        columns: ['language', 'words', 'changed', 'changed per 10,000'],
        rows: cleanRows,
      },
      ...costs,
    ],
    figures,
    misses,
  };
}

function cost(
  clean: readonly CleanDocument[],
  pages: readonly DamagedPage[],
  repairer: Repairer,
  loading: number,
): Table {
  const texts = clean.flatMap((document) => document.pages);
  const read = pages.map((page) => page.read);
  return {
    title: 'Cost, on one core',
    columns: ['what', 'figure'],
    rows: [
      ['words a second, clean', measureSpeed(texts, repairer)],
      ['words a second, English OCR', measureSpeed(read, repairer)],
      ['loading the model, ms', Math.round(loading)],
      ['resident memory, MB', Math.round(process.memoryUsage().rss / 1e6)],
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
async function storedPages(): Promise<DamagedPage[]> {
  return Pages.parse(JSON.parse(await readFile(new URL('./pages.json', import.meta.url), 'utf8')));
}

async function freshPages(documents: readonly CleanDocument[]): Promise<DamagedPage[]> {
  const cache = new URL('../../.cache/english-ocr', import.meta.url).pathname;
  const pages: DamagedPage[] = [];
  for (const truth of documents.flatMap(({ pages }) => pages.flatMap((page) => cutPages(page)))) {
    const print = printFor(pages.length);
    pages.push({ truth, read: await readAsEnglish(renderPage(truth, print), print.dpi, cache) });
  }
  return pages;
}
