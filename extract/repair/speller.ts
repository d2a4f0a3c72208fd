import type { Automaton } from '../../danish/automaton.ts';
import { ALONE, COMPOUND_FIRST } from '../../danish/lexicon-format.ts';
import type { Word } from '../../danish/words.ts';
import { type Candidate, candidateOf, limitFor } from './candidate.ts';
import { type Capitals, type Channel, findForms } from './candidates.ts';
import { compounds } from './compounds.ts';
import type { RepairModel } from './model.ts';

export interface Speller {
  /** The reading itself first, then what else it may have been, the likeliest first. */
  candidates(word: Word, channel: Channel): readonly Candidate[];
}

const MOST = 7;
/** Candidates this much less likely than the best are not worth a place. */
const SPREAD = 13;
/** However likely a word is, nobody reads it so wrongly as this; and what is a word was read rightly, or nearly so. */
const FARTHEST = 10;
const FARTHEST_FROM_WORD = 8.2;
const LONGEST = 40;
const CACHE_SIZE = 50_000;

export function createSpeller(model: RepairModel): Speller {
  // By channel, so that what was found for one page's own channel goes with it.
  const caches = new WeakMap<Channel, Map<string, readonly Candidate[]>>();
  return {
    candidates(word, channel) {
      let cache = caches.get(channel);
      if (!cache || cache.size > CACHE_SIZE) {
        cache = new Map();
        caches.set(channel, cache);
      }
      const key = word.hyphen ? `${word.text}-` : word.text;
      let found = cache.get(key);
      if (!found) {
        found = search(model, word.text, word.hyphen, channel);
        cache.set(key, found);
      }
      return inPlace(word, found);
    },
  };
}

function search(model: RepairModel, read: string, hyphen: boolean, channel: Channel): readonly Candidate[] {
  const kept = keptReading(model, read, hyphen, channel);
  const lost = channel.readings.has('');
  if (read.length > LONGEST || (read.length === 1 && read !== '|' && !lost)) return [kept];
  if (!lost && ![...read].some((sign) => channel.readings.has(sign))) return [kept];
  const best = new Map<string, Candidate>();
  for (const capitals of framesOf(read)) {
    for (const candidate of [
      ...words(model, read, hyphen, channel, capitals),
      ...(kept.known && kept.price > -16 ? [] : compounds(model, read, channel, capitals)),
    ]) {
      const other = best.get(candidate.text);
      if (!other || candidate.price - candidate.cost > other.price - other.cost)
        best.set(candidate.text, candidate);
    }
  }
  best.delete(read);
  const weigh = (candidate: Candidate): number => candidate.price - candidate.cost;
  const far = kept.known ? FARTHEST_FROM_WORD : FARTHEST;
  const ranked = [...best.values()]
    .filter(({ cost }) => cost <= far)
    .sort((a, b) => weigh(b) - weigh(a) || (a.text < b.text ? -1 : 1));
  const top = Math.max(weigh(kept), ranked[0] ? weigh(ranked[0]) : Number.NEGATIVE_INFINITY);
  return [kept, ...ranked.filter((candidate) => weigh(candidate) > top - SPREAD).slice(0, MOST)];
}

/** The reading taken as it is: as a word where it is one, else as a stranger. */
function keptReading(model: RepairModel, read: string, hyphen: boolean, channel: Channel): Candidate {
  const { lexicon, words } = model;
  const cost = [...read].reduce((sum, sign) => sum + channel.kept(sign), 0);
  const word = read.toLowerCase();
  const stranger = { text: read, word, price: model.strangerPrice(word), cost, known: false, name: true };
  const lone = !/\p{L}/u.test(read);
  if (lone) return { ...stranger, price: RULE_PRICE };
  const proper = /^\p{L}+$/u.test(read);
  if (!proper) return stranger;
  const half = hyphen && (placesOf(lexicon.automaton, word) & COMPOUND_FIRST) !== 0;
  if (half || lexicon.has(read) || words.count(word) > 0) {
    const forms = [word, read, word.charAt(0).toUpperCase() + word.slice(1)];
    const prices = forms.map((form) => model.price(form, lexicon.automaton.find(form)));
    const name = placesOf(lexicon.automaton, word) === 0;
    const initials = INITIALS.test(read) ? ABBREVIATION - read.length : Number.NEGATIVE_INFINITY;
    return { ...stranger, price: Math.max(...prices, initials), known: true, name };
  }
  if (model.english.has(word))
    return { ...stranger, price: Math.max(stranger.price, ENGLISH_PRICE), known: true };
  if (INITIALS.test(read))
    return { ...stranger, price: Math.max(stranger.price, ABBREVIATION - read.length) };
  const parts = compounds(model, word, NO_DAMAGE, 'none').find((candidate) => candidate.word === word);
  return parts && parts.price > stranger.price ? { ...parts, text: read, cost } : stranger;
}

/** One of some thousand words in a tongue that one word in a hundred is of. */
const ENGLISH_PRICE = -13;

const INITIALS = /^\p{Lu}{2,5}s?$/u;

/** Councils, laws and projects go by their initials: KSS, HEB, OPP. Each letter makes one rarer. */
const ABBREVIATION = -8;

/** A stroke by itself may be a rule of a table. */
const RULE_PRICE = -8;

const NO_DAMAGE: Channel = { name: 'none', readings: new Map(), evidence: 0, kept: () => 0 };

function placesOf(automaton: Automaton, form: string): number {
  const number = automaton.find(form);
  return number < 0 ? 0 : automaton.places(number);
}

/** What a common word pays for a capital inside a sentence, and a word at the start of one for having none. */
const STRAY_CAPITAL = 3;

/**
 * The candidates in their place: Danish writes common words small, so that
 * "Lars" is no misread "Lårs"; and where the first sign read is no letter, the
 * place tells whether it was a capital.
 */
function inPlace(word: Word, candidates: readonly Candidate[]): readonly Candidate[] {
  const letter = /^[a-zæøå]/iu.test(word.text);
  if (letter && (word.first || !/^\p{Lu}\p{Ll}/u.test(word.text))) return candidates;
  return candidates.map((candidate) => {
    if (!/^\p{L}/u.test(candidate.text)) return candidate;
    const capital = /^\p{Lu}/u.test(candidate.text);
    const stray = word.first ? !letter && !capital : capital && !candidate.name;
    return stray ? { ...candidate, cost: candidate.cost + STRAY_CAPITAL } : candidate;
  });
}

/** How the word may have been capitalised; a sign that is no letter tells nothing. */
function framesOf(read: string): Capitals[] {
  const letters = read.replaceAll(/\P{L}/gu, '');
  const first = read.charAt(0);
  if (letters.length >= 2 && letters === letters.toUpperCase()) return ['all'];
  // I is a capital, or a small l; a foreign letter tells as little as a sign.
  if (!/[a-zæøå]/iu.test(first) || (first === 'I' && read.length > 1)) return ['none', 'first'];
  return first === first.toUpperCase() ? ['first'] : ['none'];
}

function words(
  model: RepairModel,
  read: string,
  hyphen: boolean,
  channel: Channel,
  capitals: Capitals,
): Candidate[] {
  const limit = limitFor(read.length);
  // In front of a hyphen a word may be half a compound: "børne- og ungeområdet".
  const allowed = hyphen ? ALONE | COMPOUND_FIRST : ALONE;
  const { lexicon, terms } = model;
  return [lexicon.automaton, terms].flatMap((automaton) =>
    findForms(automaton, channel, read, 0, capitals, limit, false).flatMap((found) => {
      const places = automaton.places(found.number);
      const name = found.form !== found.form.toLowerCase();
      if (!(places & allowed) || (name && capitals === 'none')) return [];
      const { form, cost } = found;
      const number = automaton === terms ? -1 : found.number;
      return [candidateOf(form, capitals, model.price(form, number), cost)];
    }),
  );
}
