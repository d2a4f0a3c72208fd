import type { Analyser } from '../analysis/analyser.ts';
import { caseTerm, dateTerms, itemNumberTerm, meetingDateTerms } from '../analysis/analyser.ts';
import { STOP_WORDS } from '../analysis/stop-words.ts';
import type { Match, Vocabulary } from '../engine.ts';
import { type Alternative, wordAlternatives } from './alternatives.ts';
import type { ParsedQuery } from './parse.ts';
import { type SettledWord, settle } from './settle.ts';
import { writtenApart } from './written-apart.ts';

/** One thing asked for and all that counts as finding it. */
export interface Slot {
  readonly written: string;
  readonly alternatives: readonly Alternative[];
  /** How telling it is, from how few records have it; 0 for stop words. */
  readonly weight: number;
  /** A case, a date, an item's number: what is something else is no answer, however much else fits. */
  readonly exact: boolean;
  /** What to write instead, where spelling seems wrong. */
  readonly corrected: string | null;
  /** Which phrase it is a word of: nothing is found of that but the words side by side. */
  readonly phrase?: number;
}

export interface Plan {
  readonly slots: readonly Slot[];
  readonly phrases: readonly (readonly string[])[];
  readonly without: readonly (readonly string[])[];
}

/** Turns what was typed into terms of the archive, looking words up in its vocabulary. */
export async function planQuery(
  parsed: ParsedQuery,
  analyser: Analyser,
  vocabulary: Vocabulary,
): Promise<Plan> {
  const words = await settle(parsed.words, vocabulary);
  const exact = words.map((word) => exactAlternatives(word, analyser));
  const phrases = parsed.phrases.map((phrase) => phrase.map((word) => analyser.word(word).term));
  const terms = [...exact.flat().flatMap((alternative) => alternative.terms), ...phrases.flat()];
  const counts = await vocabulary.counts([...new Set(terms)]);
  const size = Math.max(1, await vocabulary.size());
  const apart = await writtenApart(words, analyser, vocabulary);
  const slots: Slot[] = [];
  for (const [index, word] of words.entries()) {
    const own = exact[index] ?? [];
    const { alternatives, corrected } =
      word.kind === 'word'
        ? await wordAlternatives(word, own, apart.get(index) ?? [], counts, analyser, vocabulary)
        : { alternatives: own, corrected: null };
    const known = alternatives.map((alternative) => alternative.count ?? rarest(alternative.terms, counts));
    const count = known.length === 0 ? 0 : Math.max(...known);
    slots.push({
      written: writtenOf(word),
      alternatives,
      weight: isStopWord(word) ? 0 : inverseFrequency(word, count, size),
      exact: word.kind === 'case' || word.kind === 'date' || (word.kind === 'item' && word.only),
      corrected,
    });
  }
  return {
    slots: demandSomething(slots),
    phrases,
    without: [
      ...parsed.without.map((phrase) => phrase.map((word) => analyser.word(word).term)),
      ...parsed.withoutCases.map((number) => [caseTerm(number)]),
    ],
  };
}

function exactAlternatives(word: SettledWord, analyser: Analyser): Alternative[] {
  switch (word.kind) {
    case 'case':
      return word.values.map((value) => ({ terms: [caseTerm(value)], grade: 1 }));
    case 'date': {
      const [own = ''] = dateTerms(word.value);
      return [
        { terms: [own.replace('date', 'held')], grade: 1 },
        { terms: [own], grade: 0.6 },
      ];
    }
    case 'item': {
      const own = { terms: [itemNumberTerm(word.number)], grade: 1 };
      return word.only ? [own] : [own, { terms: [analyser.word(word.number).term], grade: 0.6 }];
    }
    case 'word': {
      const own = { terms: [analyser.word(word.written).term], grade: 1 };
      const [held = ''] = meetingDateTerms(`${word.written}-01`);
      return /^(?:19|20)\d{2}$/.test(word.written) ? [own, { terms: [held], grade: 1 }] : [own];
    }
  }
}

function writtenOf(word: SettledWord): string {
  if (word.kind === 'case') return word.values[0] ?? word.written;
  return word.kind === 'item' ? word.number : word.written;
}

function isStopWord(word: SettledWord): boolean {
  return word.kind === 'word' && !word.prefix && STOP_WORDS.has(word.written.toLowerCase());
}

function rarest(terms: readonly string[], counts: ReadonlyMap<string, number>): number {
  return Math.min(...terms.map((term) => counts.get(term) ?? 0));
}

/** What the archive has nothing of tells little either: it may be a verb of the question. */
const UNKNOWN = 0.5;
/** Whoever types a year or another figure means it. */
const FIGURE = 0.8;

/** 1 for a word that one record has, towards 0 for one that all have. */
function inverseFrequency(word: SettledWord, count: number, size: number): number {
  if (count === 0) return UNKNOWN;
  const weight = Math.max(0.05, Math.log(1 + size / (1 + count)) / Math.log(1 + size));
  return word.kind !== 'word' || /^\d+$/.test(word.written) ? Math.max(FIGURE, weight) : weight;
}

/** A query of stop words alone asks for these. */
function demandSomething(slots: readonly Slot[]): readonly Slot[] {
  return slots.every((slot) => slot.weight === 0) ? slots.map((slot) => ({ ...slot, weight: 0.05 })) : slots;
}

/** What a record must have for all that was asked. */
export function matchAll(slots: readonly Slot[]): Match | null {
  const wanted = slots.filter((slot) => slot.weight > 0).map(matchOf);
  return wanted.length === 0 ? null : { kind: 'all', of: wanted };
}

/** The words of phrases, for ranking and marking; that they stand in a record is settled. */
export function phraseSlots(phrases: Plan['phrases']): Slot[] {
  return phrases.flatMap((terms, phrase) =>
    terms.map((term) => ({
      written: term,
      alternatives: [{ terms: [term], grade: 1 }],
      weight: 0.5,
      exact: false,
      corrected: null,
      phrase,
    })),
  );
}

/** Words that count towards enough; more make the question long rather than clearer. */
const MOST_COUNTED = 6;
/** How much of what was asked, by weight, a record must have where none has all. */
const ENOUGH = 0.4;

/** What a record must have for most of what was asked; null where that is not less than all. */
export function matchMost(slots: readonly Slot[]): Match | null {
  const exact = slots.filter((slot) => slot.exact);
  const counted = slots
    .filter((slot) => slot.weight > 0 && !slot.exact)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_COUNTED);
  if (counted.length < 2) return null;
  const needed = ENOUGH * counted.reduce((sum, slot) => sum + slot.weight, 0);
  // A figure alone answers no words: every page has a 5, and few are about Ring 5.
  const figuresOnly = counted.every(isFigure);
  const ways = smallestSums(counted, needed).filter(
    (way) => way.every((slot) => slot.alternatives.length > 0) && (figuresOnly || !way.every(isFigure)),
  );
  if (ways.length === 0) return null;
  const most: Match = { kind: 'any', of: ways.map((way) => ({ kind: 'all', of: way.map(matchOf) })) };
  return { kind: 'all', of: [...exact.map(matchOf), most] };
}

function isFigure({ written }: Slot): boolean {
  return /^[\d.,]+$/.test(written);
}

/** All sets of slots that weigh enough and of which none can be left out. */
function smallestSums(slots: readonly Slot[], needed: number): Slot[][] {
  const [first, ...rest] = slots;
  if (!first) return [];
  if (first.weight >= needed) return [[first], ...smallestSums(rest, needed)];
  const withFirst = smallestSums(rest, needed - first.weight).map((way) => [first, ...way]);
  return [...withFirst, ...smallestSums(rest, needed)];
}

function matchOf(slot: Slot): Match {
  const any = slot.alternatives.map(({ terms }): Match => {
    const all = terms.map((term): Match => ({ kind: 'term', term }));
    return all.length === 1 && all[0] ? all[0] : { kind: 'all', of: all };
  });
  return any.length === 1 && any[0] ? any[0] : { kind: 'any', of: any };
}
