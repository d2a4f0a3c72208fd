import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Document } from '../../core/document.ts';
import { openReaderInProcess } from '../../extract/open.ts';
import { segment } from '../../extract/segment/segment.ts';
import { scan } from '../../fixtures/damage/scan.ts';
import { breakUnicodeMaps } from '../../fixtures/damage/unicode-map.ts';
import type { BenchOptions, BenchResult, Table } from '../report/result.ts';
import { f1, fieldRate, type SegmentScore, scoreSegments, sumSegments } from '../score/segmentation.ts';
import type { Truth } from '../score/truth.ts';
import {
  fixtureDocuments,
  goldDocuments,
  type JudgedDocument,
  lookDocuments,
  readAll,
  variedDocuments,
} from './documents.ts';
import { LOSSES, sumFound, surviveLoss } from './lost-numbers.ts';
import { countOutcomes, sumOutcomes } from './outcomes.ts';

interface Judged {
  readonly truth: Truth;
  readonly document: Document;
  readonly score: SegmentScore;
}

/** Documents that are read again as scans and with broken fonts, in the long version. */
const DAMAGED = [
  '2012-06-08-kkr-sjaelland-referat',
  '2016-11-18-kkr-hovedstaden-dagsorden',
  '2022-05-11-kkr-sjaelland-referat',
];
const SCAN = { dpi: 200, noise: 6, skew: 0.4, blackAndWhite: false, seed: 1 } as const;

export async function run(options: BenchOptions): Promise<BenchResult> {
  const reader = openReaderInProcess({ ocr: options.short ? 'none' : 'tesseract' });
  try {
    // Scans are for the long version: reading them takes minutes.
    const legible = (documents: readonly JudgedDocument[]) =>
      documents.filter(({ truth }) => !options.short || !truth.file.includes('scannet'));
    const all = legible(await fixtureDocuments());
    const fixtures = judge(await readAll(all, reader));
    const looks = judge(await readAll(legible(await lookDocuments()), reader));
    const varied = judge(await readAll(await variedDocuments(), reader));
    const gold =
      options.gold && options.corpus
        ? judge(await readAll(await goldDocuments(options.gold, options.corpus), reader))
        : [];
    const undamaged: readonly Group[] = [
      ['fixtures', fixtures],
      ['looks of other systems', looks],
      ['layouts by chance', varied],
      ...(gold.length > 0 ? [['real documents', gold] as const] : []),
    ];
    const pace = speed([...fixtures, ...gold]);
    const damaged = options.short ? [] : await readDamaged(all, (documents) => readAll(documents, reader));
    return {
      title: 'Segmentation',
      about:
        'Items, appendices and their fields in the fictional meetings and, where they are there, in real documents, read from the PDF on. An item is right when its number and its title are.',
      tables: [
        summary([...undamaged, ...damaged]),
        fieldTable(fixtures, gold),
        ...(options.short ? [] : [lossTable(undamaged)]),
        await firstReadings(),
        costTable(pace),
      ],
      figures: {
        ...figures('fixtures', fixtures),
        ...figures('looks', looks),
        ...figures('varied', varied),
        ...(gold.length > 0 ? figures('gold', gold) : {}),
        'segment.linesPerSecond': pace.perSecond,
      },
      listed: [
        { title: 'Misses in the fictional meetings', lines: missLines([...fixtures, ...looks]) },
        { title: 'Misses in layouts by chance', lines: missLines(varied) },
        { title: 'Misses in real documents', lines: missLines(gold) },
        {
          title: 'Misses in scans and behind broken Unicode maps',
          lines: missLines(damaged.slice(1).flatMap(([, each]) => each)),
        },
      ],
      misses: missLines([
        ...fixtures,
        ...looks,
        ...varied,
        ...gold,
        ...damaged.flatMap(([, judged]) => judged),
      ]),
    };
  } finally {
    await reader.close();
  }
}

function judge(read: readonly { truth: Truth; document: Document }[]): Judged[] {
  return read.map(({ truth, document }) => ({ truth, document, score: scoreSegments(truth, document) }));
}

type Group = readonly [name: string, judged: readonly Judged[]];

async function readDamaged(
  all: readonly JudgedDocument[],
  read: (documents: readonly JudgedDocument[]) => Promise<{ truth: Truth; document: Document }[]>,
): Promise<Group[]> {
  const chosen = all.filter(({ truth }) => DAMAGED.some((name) => truth.file.startsWith(name)));
  const scanned = await Promise.all(
    chosen.map(async ({ truth, bytes }) => ({ truth, bytes: await scan(bytes, SCAN) })),
  );
  const broken = await Promise.all(
    chosen.map(async ({ truth, bytes }) => ({ truth, bytes: await breakUnicodeMaps(bytes, 'private-use') })),
  );
  return [
    ['three of them as they are', judge(await read(chosen))],
    ['the same, scanned at 200 dpi', judge(await read(scanned))],
    ['the same, with broken Unicode maps', judge(await read(broken))],
  ];
}

function outcomesOf(judged: readonly Judged[]): number {
  return f1(sumOutcomes(judged.map(({ truth, document }) => countOutcomes(truth, document))));
}

function summary(groups: readonly Group[]): Table {
  return {
    title: 'Found',
    columns: ['documents', 'number', 'items F1', 'appendices F1', 'fields exact', 'outcomes F1'],
    rows: groups.map(([name, judged]) => {
      const sum = sumSegments(judged.map(({ score }) => score));
      return [
        name,
        judged.length,
        f1(sum.items),
        f1(sum.attachments),
        fieldRate(sum.fields),
        outcomesOf(judged),
      ];
    }),
  };
}

function fieldTable(fixtures: readonly Judged[], gold: readonly Judged[]): Table {
  const [ours, real] = [fixtures, gold].map((judged) => sumSegments(judged.map(({ score }) => score)).fields);
  const rate = (fields: typeof ours, name: string) => {
    const counts = fields?.get(name);
    return counts ? counts.right / counts.expected : null;
  };
  const names = [...new Set([...(ours?.keys() ?? []), ...(real?.keys() ?? [])])].sort();
  return {
    title: 'Fields',
    columns: ['field', 'fixtures', 'real documents'],
    rows: names.map((name) => [name, rate(ours, name), rate(real, name)]),
  };
}

const FirstReadings = z.array(
  z.object({
    layout: z.string(),
    documents: z.number(),
    items: z.number(),
    fields: z.number(),
    /** Fields after work on other layouts, while this one was still kept back. */
    again: z.number().optional(),
  }),
);

async function firstReadings(): Promise<Table> {
  const kept = await readFile(new URL('first-readings.json', import.meta.url), 'utf8');
  return {
    title: 'First reading of a layout',
    columns: ['layout', 'documents', 'items F1', 'fields exact', 'again, still unseen'],
    rows: FirstReadings.parse(JSON.parse(kept)).map((row) => [
      row.layout,
      row.documents,
      row.items,
      row.fields,
      row.again ?? null,
    ]),
    note: 'How each layout scored on the day it was added, in that order, before a rule was written with it in view. Some were kept back and read again after work on others.',
  };
}

function figures(group: string, judged: readonly Judged[]): Record<string, number> {
  const sum = sumSegments(judged.map(({ score }) => score));
  return {
    [`segment.${group}.items.f1`]: f1(sum.items),
    [`segment.${group}.attachments.f1`]: f1(sum.attachments),
    [`segment.${group}.fields`]: fieldRate(sum.fields),
    [`segment.${group}.outcomes.f1`]: outcomesOf(judged),
  };
}

function missLines(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ score }) =>
    score.misses.map((miss) => `${miss.file} ${miss.where} ${miss.field}: ${miss.expected} | ${miss.found}`),
  );
}

/** One number of each document at a time as OCR would leave it. */
function lossTable(groups: readonly Group[]): Table {
  return {
    title: 'Items found when the number of one is damaged',
    columns: ['damage', ...groups.map(([name]) => name)],
    rows: LOSSES.map(([name, damage]) => [
      name,
      ...groups.map(([, judged]) =>
        f1(sumFound(judged.map(({ document }) => surviveLoss(document, damage)))),
      ),
    ]),
    note: 'Items F1 of the whole document, every numbered item damaged in turn, against the undamaged reading.',
  };
}

interface Pace {
  readonly lines: number;
  readonly perSecond: number;
}

function costTable({ lines, perSecond }: Pace): Table {
  return {
    title: 'Cost, on one core',
    columns: ['what', 'figure'],
    rows: [
      ['lines of text', lines],
      ['lines cut a second', Math.round(perSecond)],
    ],
  };
}

/** Segmentation alone, of all documents in turn, the best of three rounds. */
function speed(judged: readonly Judged[]): Pace {
  const lines = judged.reduce(
    (sum, { document }) => sum + document.pages.reduce((all, page) => all + page.lines.length, 0),
    0,
  );
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    for (const { document } of judged) segment({ name: document.source.name, pages: document.pages });
    best = Math.min(best, performance.now() - start);
  }
  return { lines, perSecond: lines / (best / 1000) };
}
