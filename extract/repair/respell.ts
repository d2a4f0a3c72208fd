import type { Repair } from '../../core/document.ts';
import type { WordModel } from '../../danish/word-model.ts';
import type { Word } from '../../danish/words.ts';
import { adaptChannel } from './adapt.ts';
import type { Candidate } from './candidate.ts';
import type { Channel } from './candidates.ts';
import { type Slot, weighSentence } from './context.ts';
import type { Damage } from './detect.ts';
import { applyEdits } from './edits.ts';
import type { RepairModel } from './model.ts';
import type { Speller } from './speller.ts';

export interface Respelling {
  readonly edits: Repair[];
  readonly doubtful: [number, number][];
}

/** A change is made where it is this likely; the rest is for staff to look at. */
const CERTAIN = 0.6;
/** A real word in a damaged text is mostly that word. */
const CERTAIN_OF_WORD = 0.65;
/** Where a sign stands that no word is spelt with, something has to be done. */
const CERTAIN_OF_SIGN = 0.35;
const DOUBT = 0.25;

/** Respells, learns from that how this page was misread, and respells again with what was learnt. */
export function respellTwice(
  text: string,
  damage: readonly Damage[],
  model: RepairModel,
  speller: Speller,
): Respelling {
  const first = respell(damage, model, speller);
  const channel = damage[0]?.channel;
  const adapted = channel && adaptChannel(channel, first.edits, applyEdits(text, first.edits));
  if (!adapted) return first;
  return respell(
    damage.map(({ words }) => ({ words, channel: adapted })),
    model,
    speller,
  );
}

/** Chooses for every word of damaged paragraphs what most likely stood there. */
function respell(damage: readonly Damage[], model: RepairModel, speller: Speller): Respelling {
  const edits: Repair[] = [];
  const doubtful: [number, number][] = [];
  for (const { channel, words } of damage) {
    for (const sentence of sentencesOf(words)) {
      const slots = sentence.map((word) => slotOf(word, channel, model, speller));
      const weights = weighSentence(slots, model.words);
      sentence.forEach((word, at) => {
        const kept = slots[at]?.candidates[0];
        const chosen = choose(slots[at]?.candidates ?? [], weights[at] ?? []);
        if (!kept || !chosen || word.fixed) return;
        const { text: after, confidence, known } = chosen;
        if (after !== word.text && confidence >= needed(word, kept)) {
          const { start, end, text: before } = word;
          const rule = `respell-${channel.name}`;
          edits.push({ start, end, before, after, rule, confidence: round(confidence) });
        } else if (after !== word.text || !known || 1 - confidence > DOUBT) {
          if (word.text.length > 1) doubtful.push([word.start, word.end]);
        }
      });
    }
  }
  edits.sort((a, b) => a.start - b.start);
  doubtful.sort((a, b) => a[0] - b[0]);
  return { edits, doubtful };
}

function slotOf(word: Word, channel: Channel, model: RepairModel, speller: Speller): Slot {
  const [kept, ...others] = word.fixed ? [fixed(word)] : speller.candidates(word, channel);
  if (!kept) return { candidates: [], ids: [] };
  if (channel.readings.has('') && isCapitalised(word, kept))
    return { candidates: [kept], ids: [idOf(kept, model.words)] };
  // A common word is no misread rare name: Tabel is not Tåbel.
  const common = kept.known && !kept.name;
  const candidates = [
    kept,
    ...others.map((other) => (common && other.name ? { ...other, cost: other.cost + RARELY_A_NAME } : other)),
  ];
  // Inside a sentence a capital makes a name of any word: Degn, Mark, Lunde.
  if (!word.fixed && !kept.name && !word.first && /^\p{Lu}\p{Ll}+$/u.test(word.text)) {
    const price = Math.max(model.strangerPrice(kept.word), kept.price - RARELY_A_NAME);
    candidates.push({ ...kept, price, name: true });
  }
  return { candidates, ids: candidates.map((candidate) => idOf(candidate, model.words)) };
}

/** Where letters leave nothing, any name may lack one, and any party's letter: Mors is no Morsø, nor F a Få. */
function isCapitalised({ text, first }: Word, kept: Candidate): boolean {
  return !first && (/^\p{Lu}$/u.test(text) || (kept.known && /^\p{Lu}\p{Ll}{2,}$/u.test(text)));
}

/** In nats: what a common word pays for standing as a name or a heading. */
const RARELY_A_NAME = 3;

interface Choice {
  readonly text: string;
  /** Of the word, however it is capitalised. */
  readonly confidence: number;
  readonly known: boolean;
}

/** The likeliest word, and of its ways to be written the likeliest. */
function choose(candidates: readonly Candidate[], odds: readonly number[]): Choice | null {
  const texts = new Map<string, number>();
  const words = new Map<string, number>();
  candidates.forEach(({ text, word }, at) => {
    texts.set(text, (texts.get(text) ?? 0) + (odds[at] ?? 0));
    words.set(word, (words.get(word) ?? 0) + (odds[at] ?? 0));
  });
  let best: Candidate | null = null;
  const rank = ({ text, word }: Candidate): [number, number] => [words.get(word) ?? 0, texts.get(text) ?? 0];
  for (const candidate of candidates) {
    const [mine, theirs] = [rank(candidate), best ? rank(best) : [-1, -1]];
    if (mine[0] > (theirs[0] ?? 0) || (mine[0] === theirs[0] && mine[1] > (theirs[1] ?? 0))) best = candidate;
  }
  if (!best) return null;
  return { text: best.text, confidence: words.get(best.word) ?? 0, known: best.known };
}

/**
 * Strangers that are written as names share the model's place for the unknown.
 * A word of the dictionary that the model never met has no place in it, nor has
 * a string that is no word: its neighbours tell nothing.
 */
function idOf(candidate: Candidate, words: WordModel): number {
  if (/^\p{N}+$/u.test(candidate.word)) return words.number;
  if (!candidate.known && candidate.text.length > LONGEST_INITIALS && /^\P{Lu}/u.test(candidate.text)) {
    return NEVER_MET;
  }
  const id = words.id(candidate.word);
  return id === words.unknown && candidate.known && !candidate.name ? NEVER_MET : id;
}

const NEVER_MET = -1;

/** Caseworkers sign with small letters: msr, ibo, jebj. */
const LONGEST_INITIALS = 4;

function needed(word: Word, kept: Candidate | undefined): number {
  if (/[?\ufffd□¿]/u.test(word.text)) return CERTAIN_OF_SIGN;
  return kept?.known ? CERTAIN_OF_WORD : CERTAIN;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

const fixed = (word: Word): Candidate => ({
  text: word.text,
  word: word.text.toLowerCase(),
  price: -8,
  cost: 0,
  known: true,
  name: true,
});

/** Cuts at the ends of sentences; the word model starts anew there. */
function sentencesOf(words: readonly Word[]): Word[][] {
  const sentences: Word[][] = [];
  for (const word of words) {
    const last = sentences.at(-1);
    if (last && !word.first && last.length < LONGEST) last.push(word);
    else sentences.push([word]);
  }
  return sentences;
}

/** Tables and lists have no sentences; the memory for one is bounded. */
const LONGEST = 120;
