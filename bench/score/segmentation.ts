import type { Document, Item } from '../../core/document.ts';
import { type FieldCheck, scoreFields } from './fields.ts';
import { comparable, pairUp } from './pairing.ts';
import type { TrueItem, Truth } from './truth.ts';

/**
 * Items and appendices found, and every field of them right or wrong. A field
 * of an item that was not found is wrong too, so that leaving hard items out
 * cannot raise the figures.
 */
export interface SegmentScore {
  readonly items: FoundCounts;
  readonly attachments: FoundCounts;
  /** By field: "item.title", "meeting.date", "attachment.pages" … */
  readonly fields: ReadonlyMap<string, FieldCounts>;
  /** Every miss, to be printed. */
  readonly misses: readonly SegmentMiss[];
}

export interface FoundCounts {
  /** Number and title right. */
  readonly right: number;
  readonly expected: number;
  readonly read: number;
}

export interface FieldCounts {
  readonly right: number;
  readonly expected: number;
}

interface SegmentMiss {
  readonly file: string;
  readonly where: string;
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

export type ReadDocument = Pick<Document, 'kind' | 'meeting' | 'items' | 'attachments'>;

export function scoreSegments(truth: Truth, read: ReadDocument): SegmentScore {
  const fields = new Map<string, FieldCounts>();
  const misses: SegmentMiss[] = [];
  const check = (where: string, checks: readonly FieldCheck[]) => {
    for (const { field, right, expected, found } of checks) {
      const counts = fields.get(field) ?? { right: 0, expected: 0 };
      fields.set(field, { right: counts.right + (right ? 1 : 0), expected: counts.expected + 1 });
      if (!right) misses.push({ file: truth.file, where, field, expected, found });
    }
  };
  check('meeting', scoreFields.meeting(truth.meeting, read));
  const items = pairUp(truth.items, read.items, itemLikeness);
  for (const [expected, found] of items.pairs) {
    check(`item ${expected.number ?? expected.title}`, scoreFields.item(expected, found));
  }
  const appendices = pairUp(
    truth.attachments ?? [],
    truth.attachments ? read.attachments : [],
    appendixLikeness,
  );
  for (const [expected, found] of appendices.pairs) {
    check(`appendix ${expected.item}/${expected.number}`, scoreFields.attachment(expected, found));
  }
  const invented = [
    ...items.unexpected.map((item) => ({
      where: 'item',
      field: 'item',
      title: item.title,
      number: item.number,
    })),
    ...appendices.unexpected.map((one) => ({
      where: 'appendix',
      field: 'attachment',
      title: one.title,
      number: one.item,
    })),
  ];
  for (const { where, field, title, number } of invented) {
    misses.push({ file: truth.file, where, field, expected: '(none)', found: `${number ?? '–'} ${title}` });
  }
  return {
    items: {
      right: items.pairs.filter(([expected, found]) => found !== null && isSameItem(expected, found)).length,
      expected: truth.items.length,
      read: read.items.length,
    },
    attachments: {
      right: appendices.pairs.filter(
        ([expected, found]) =>
          found !== null &&
          expected.item === found.item &&
          comparable(expected.title) === comparable(found.title),
      ).length,
      expected: truth.attachments?.length ?? 0,
      read: truth.attachments ? read.attachments.length : 0,
    },
    fields,
    misses,
  };
}

function isSameItem(expected: TrueItem, found: Item): boolean {
  return expected.number === found.number && comparable(expected.title) === comparable(found.title);
}

/** A number that two items bear is decided by the title. */
function itemLikeness(expected: TrueItem, found: Item): number {
  const number = expected.number !== null && expected.number === found.number ? 1 : 0;
  const title = titleLikeness(expected.title, found.title);
  return expected.number === null || found.number === null ? title : number + title;
}

function appendixLikeness(
  expected: { item: string | null; number: number | null; title: string },
  found: { item: string | null; number: number | null; title: string },
): number {
  const number = expected.number !== null && expected.number === found.number ? 0.5 : 0;
  const item = expected.item !== null && expected.item === found.item ? 0.5 : 0;
  return number + item + titleLikeness(expected.title, found.title);
}

/** Share of words in common. */
function titleLikeness(a: string, b: string): number {
  const left = new Set(comparable(a).toLowerCase().split(' '));
  const right = new Set(comparable(b).toLowerCase().split(' '));
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.max(left.size, right.size);
}

/** Harmonic mean of what was found of the expected and what is right of the found. */
export function f1(counts: FoundCounts): number {
  const wanted = counts.expected + counts.read;
  return wanted === 0 ? 1 : (2 * counts.right) / wanted;
}

export function fieldRate(fields: ReadonlyMap<string, FieldCounts>): number {
  const all = [...fields.values()];
  const expected = all.reduce((sum, counts) => sum + counts.expected, 0);
  return expected === 0 ? 1 : all.reduce((sum, counts) => sum + counts.right, 0) / expected;
}

export function sumSegments(scores: readonly SegmentScore[]): SegmentScore {
  const fields = new Map<string, FieldCounts>();
  for (const [field, counts] of scores.flatMap((score) => [...score.fields])) {
    const sum = fields.get(field) ?? { right: 0, expected: 0 };
    fields.set(field, { right: sum.right + counts.right, expected: sum.expected + counts.expected });
  }
  const sum = (pick: (score: SegmentScore) => FoundCounts): FoundCounts => ({
    right: scores.reduce((all, score) => all + pick(score).right, 0),
    expected: scores.reduce((all, score) => all + pick(score).expected, 0),
    read: scores.reduce((all, score) => all + pick(score).read, 0),
  });
  return {
    items: sum((score) => score.items),
    attachments: sum((score) => score.attachments),
    fields,
    misses: scores.flatMap((score) => score.misses),
  };
}
