import type { Automaton } from './automaton.ts';
import { NONE } from './automaton.ts';
import { ALONE, COMPOUND_FIRST, COMPOUND_LAST } from './lexicon-format.ts';

/**
 * Danish compounds. The dictionary marks which forms may stand first in one
 * ("sundheds"), but sparingly: half of the councils' own compounds are not
 * foreseen. So any longer word may stand first, with or without a linking s,
 * at a price; the cheapest way to cut a word wins, and fewer parts are cheaper.
 */
const PART_COST = 10;
const UNMARKED_COST = 6;
const SHORT_COST = 8;

const MIN_LENGTH = 6;
const MIN_UNMARKED = 4;
const MIN_PART = 3;
const MAX_PARTS = 5;

/** Two-letter words that do build compounds; others found there are chance. */
export const SHORT_PARTS = new Set([
  'by',
  'is',
  'øl',
  'æg',
  'år',
  'to',
  'tv',
  'it',
  'el',
  'ny',
  'rå',
  'sø',
  'kø',
]);

interface Cut {
  readonly cost: number;
  readonly parts: readonly string[];
}

/** @param word in lower case. */
export function splitCompound(automaton: Automaton, word: string): string[] | null {
  if (word.length < MIN_LENGTH) return null;
  // Best cut of word[0, at) into parts that a compound may begin with; at the end, into a whole compound.
  const best: (Cut | null)[] = new Array(word.length + 1).fill(null);
  best[0] = { cost: 0, parts: [] };
  for (let from = 0; from <= word.length - MIN_PART + 1; from++) {
    const soFar = best[from];
    if (!soFar || soFar.parts.length >= MAX_PARTS) continue;
    forEachForm(automaton, word, from, (end, places) => {
      const form = word.slice(from, end);
      if (end === word.length) {
        if (from === 0 || !(places & COMPOUND_LAST) || form.length < MIN_PART) return;
        const cost = soFar.cost + PART_COST + (form.length === MIN_PART ? SHORT_COST : 0);
        // Among equals the later cut, which gives a linking s to the first part: "lands|tal", not "land|stal".
        const known = best[end];
        if (!known || cost <= known.cost) best[end] = { cost, parts: [...soFar.parts, form] };
        return;
      }
      const first = firstPart(automaton, form, places);
      if (first) offer(best, end, soFar, first);
      // An s between parts that the dictionary does not foresee: "klynge|s|møde" no, "beslutning|s|sag" yes.
      if (first && !(places & COMPOUND_FIRST) && word[end] === 's' && end + 1 < word.length) {
        offer(best, end + 1, soFar, { ...first, cost: first.cost + 1 });
      }
    });
  }
  const whole = best[word.length];
  return whole ? [...whole.parts] : null;
}

function offer(best: (Cut | null)[], end: number, soFar: Cut, part: { cost: number; stem: string }): void {
  const cost = soFar.cost + part.cost;
  const known = best[end];
  if (!known || cost < known.cost) best[end] = { cost, parts: [...soFar.parts, part.stem] };
}

/** What a form costs as a first part, and the word it stands for. */
function firstPart(
  automaton: Automaton,
  form: string,
  places: number,
): { cost: number; stem: string } | null {
  if (form.length < MIN_PART && !SHORT_PARTS.has(form)) return null;
  const short = form.length <= MIN_PART ? SHORT_COST : 0;
  if (places & COMPOUND_FIRST) return { cost: PART_COST + short, stem: withoutLink(automaton, form) };
  if (!(places & ALONE) || !(places & COMPOUND_LAST) || form.length < MIN_UNMARKED) return null;
  return { cost: PART_COST + UNMARKED_COST + short, stem: form };
}

/** "sundheds" is sundhed, "børne" is børn; "hus" and "uge" stay. */
function withoutLink(automaton: Automaton, form: string): string {
  if (!/[se]$/.test(form) || form.length < MIN_UNMARKED) return form;
  const whole = automaton.find(form);
  const marked = whole >= 0 && (automaton.places(whole) & COMPOUND_LAST) !== 0;
  const stem = form.slice(0, -1);
  const number = automaton.find(stem);
  const known = number >= 0 && (automaton.places(number) & (ALONE | COMPOUND_FIRST)) !== 0;
  // A genitive ends a compound as well, so for -s the stem is preferred; for -e only where the form is no word.
  return known && (form.endsWith('s') || !marked) ? stem : form;
}

function forEachForm(
  automaton: Automaton,
  word: string,
  from: number,
  visit: (end: number, places: number) => void,
): void {
  let node = automaton.root;
  let number = 0;
  for (let at = from; at < word.length && node !== NONE; at++) {
    const edge = automaton.edge(node, word.charCodeAt(at));
    if (edge === NONE) return;
    if (automaton.ends(edge)) visit(at + 1, automaton.places(number + automaton.before(edge)));
    number += automaton.through(edge);
    node = automaton.target(edge);
  }
}
