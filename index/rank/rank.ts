import { findCaseNumbers } from '../../core/case-number.ts';
import type { SearchHit, SearchRecord } from '../../core/search-index.ts';
import { caseTerm, dateTerms, itemNumberTerm, meetingDateTerms } from '../analysis/analyser.ts';
import { findDates } from '../analysis/dates.ts';
import type { Slot } from '../query/plan.ts';
import type { Locator, Place } from './locate.ts';
import { nearness, sideBySide } from './nearness.ts';

/** A record with how well it answers, and where. */
export interface Ranked {
  readonly record: SearchRecord;
  readonly score: number;
  readonly foundIn: SearchHit['foundIn'];
  readonly places: Places;
}

export type Field = 'title' | 'decision' | 'recommendation' | 'text' | 'extra';
export type Places = Readonly<Record<Field, readonly Place[]>>;

/** How much a find in a field tells of what the record is about. */
const FIELD_WEIGHTS = { title: 1, decision: 0.75, recommendation: 0.7, text: 0.45, extra: 0.4 } as const;
const FIELDS = ['title', 'decision', 'recommendation', 'text', 'extra'] as const satisfies Field[];
/** Found only in what a repair took away. */
const UNREPAIRED_WEIGHT = 0.3;
/** Of what the second and further fields would be worth alone. */
const ELSEWHERE_TOO = 0.25;

/**
 * The order of hits: the case asked for by its number; then how much of what
 * was asked is there; then where it stands, title and decision before body;
 * then how near together; then how often; then how new.
 */
const EXACT_CASE = 1_000;
const ALL_WORDS = 100;
const PLACE = 40;
const NEARNESS = 12;
const SIDE_BY_SIDE = 10;
const NEWNESS = 2;

export function rank(record: SearchRecord, slots: readonly Slot[], locate: Locator): Ranked {
  const places: Places = {
    title: locate(record.title),
    decision: locate(record.decision),
    recommendation: locate(record.recommendation),
    text: locate(record.text),
    extra: locate(record.extra),
  };
  const facts = factsOf(record, slots);
  const demanded = slots.filter((slot) => slot.weight > 0);
  const asked = [...slots.keys()].filter((at) => (slots[at]?.weight ?? 0) > 0);
  const weight = demanded.reduce((sum, slot) => sum + slot.weight, 0) || 1;
  let covered = 0;
  let placed = 0;
  for (const [index, slot] of slots.entries()) {
    if (slot.weight === 0) continue;
    const found = placeOf(places, facts, record, locate, index);
    if (!found) continue;
    covered += slot.weight * (0.7 + 0.3 * found.grade);
    placed += slot.weight * found.worth;
  }
  const field = tellingField(places, slots);
  const score =
    (facts.exactCase ? EXACT_CASE : 0) +
    (ALL_WORDS * covered) / weight +
    (PLACE * placed) / weight +
    NEARNESS * Math.max(0, ...FIELDS.map((name) => nearness(places[name], demanded.length))) +
    SIDE_BY_SIDE * Math.max(0, ...FIELDS.map((name) => sideBySide(record[name], places[name], asked))) +
    NEWNESS * newness(record.date);
  return {
    record,
    score,
    places,
    foundIn: facts.exactCase ? 'case' : field === 'extra' ? 'attachments' : field,
  };
}

interface Facts {
  readonly exactCase: boolean;
  /** By slot: how well the record's number, case and date, or those its texts name, are what was asked. */
  readonly grades: ReadonlyMap<number, number>;
}

/** Terms that stand for what a record is, not for words in it. */
function factsOf(record: SearchRecord, slots: readonly Slot[]): Facts {
  const own = new Map<string, boolean>();
  const isSpecial = (term: string) => /^(?:case|item|date|held)/.test(term);
  if (!slots.some((slot) => slot.alternatives.some(({ terms }) => terms.some(isSpecial)))) {
    return { exactCase: false, grades: new Map() };
  }
  const texts = [record.title, record.decision, record.recommendation, record.text].join('\n');
  for (const found of findCaseNumbers(texts)) own.set(caseTerm(found.value), false);
  for (const found of findDates(texts)) for (const term of dateTerms(found.value)) own.set(term, false);
  if (record.caseNumber) own.set(caseTerm(record.caseNumber), true);
  if (record.number) own.set(itemNumberTerm(record.number), true);
  if (record.date) for (const term of meetingDateTerms(record.date)) own.set(term, true);
  const grades = new Map<number, number>();
  let exactCase = false;
  for (const [index, slot] of slots.entries()) {
    for (const { terms, grade } of slot.alternatives) {
      const [term = ''] = terms;
      const isOwn = own.get(term);
      if (isOwn === undefined || !isSpecial(term)) continue;
      grades.set(index, Math.max(grades.get(index) ?? 0, isOwn ? grade : grade * 0.6));
      if (isOwn && term.startsWith('case')) exactCase = true;
    }
  }
  return { exactCase, grades };
}

/** How well and where a slot was found; a word in title and text says more than one in either. */
function placeOf(
  places: Places,
  facts: Facts,
  record: SearchRecord,
  locate: Locator,
  slot: number,
): { grade: number; worth: number } | null {
  const found: { grade: number; worth: number }[] = [];
  const fact = facts.grades.get(slot);
  if (fact !== undefined) found.push({ grade: fact, worth: fact });
  for (const field of FIELDS) {
    const here = places[field].filter((place) => place.slot === slot);
    if (here.length === 0) continue;
    const grade = Math.max(...here.map((place) => place.grade));
    found.push({
      grade,
      worth: grade * (FIELD_WEIGHTS[field] + oftenness(here.length, record[field].length)),
    });
  }
  if (found.length === 0 && record.unrepaired !== '') {
    const here = locate(record.unrepaired).filter((place) => place.slot === slot);
    const grade = Math.max(0, ...here.map((place) => place.grade));
    if (grade > 0) found.push({ grade, worth: grade * UNREPAIRED_WEIGHT });
  }
  if (found.length === 0) return null;
  const [best = 0, ...rest] = found.map(({ worth }) => worth).sort((a, b) => b - a);
  return {
    grade: Math.max(...found.map(({ grade }) => grade)),
    worth: best + ELSEWHERE_TOO * rest.reduce((sum, worth) => sum + worth, 0),
  };
}

/** How much of a text a word takes up, 0 to 0.2: once in a page is little, thrice in a paragraph is what it is about. */
function oftenness(count: number, length: number): number {
  return (0.2 * count) / (count + 1 + length / 1_500);
}

/** 0 for the year 2000 and before or no date at all, 1 for 2040. */
function newness(date: string | null): number {
  if (date === null) return 0;
  const year = Number(date.slice(0, 4)) + Number(date.slice(5, 7)) / 12;
  return Math.min(1, Math.max(0, (year - 2000) / 40));
}

/** The field with most of what was asked; among equals the first. */
export function tellingField(
  places: Places,
  slots: readonly Slot[],
  fields: readonly Field[] = FIELDS,
): Field | null {
  let best: { field: Field; value: number } | null = null;
  for (const field of fields) {
    const found = new Set(places[field].map((place) => place.slot));
    const value =
      [...found].reduce((sum, slot) => sum + (slots[slot]?.weight ?? 0), 0) + FIELD_WEIGHTS[field] / 100;
    if (found.size > 0 && (!best || value > best.value)) best = { field, value };
  }
  return best?.field ?? null;
}
