import type { Repair } from '../../core/document.ts';
import type { WordModel } from '../../danish/word-model.ts';
import type { Word } from '../../danish/words.ts';
import { adaptChannel } from './adapt.ts';
import { weighSentence } from './context.ts';
import type { Damage } from './detect.ts';
import { applyEdits } from './edits.ts';
import type { RepairModel } from './model.ts';
import type { Candidate, Speller } from './speller.ts';

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
      const slots = sentence.map((word) => {
        const candidates = word.fixed ? [fixed(word)] : speller.candidates(word, channel);
        const ids = candidates.map((candidate) => idOf(candidate, model.words));
        return { candidates, ids };
      });
      const weights = weighSentence(slots, model.words);
      sentence.forEach((word, at) => {
        const candidates = slots[at]?.candidates ?? [];
        const odds = weights[at] ?? [];
        const best = odds.indexOf(Math.max(...odds));
        const chosen = candidates[best];
        const confidence = odds[best] ?? 0;
        if (!chosen || word.fixed) return;
        if (chosen.text !== word.text && confidence >= needed(word, candidates[0])) {
          const { start, end, text: before } = word;
          const rule = `respell-${channel.name}`;
          edits.push({ start, end, before, after: chosen.text, rule, confidence: round(confidence) });
        } else if (chosen.text !== word.text || !chosen.known || 1 - confidence > DOUBT) {
          if (word.text.length > 1) doubtful.push([word.start, word.end]);
        }
      });
    }
  }
  edits.sort((a, b) => a.start - b.start);
  doubtful.sort((a, b) => a[0] - b[0]);
  return { edits, doubtful };
}

/**
 * Strangers and names share the model's place for the unknown. A word of the
 * dictionary that the model never met has no place in it: its neighbours tell nothing.
 */
function idOf(candidate: Candidate, words: WordModel): number {
  if (/^\p{N}+$/u.test(candidate.word)) return words.number;
  const id = words.id(candidate.word);
  return id === words.unknown && candidate.known && !candidate.name ? NEVER_MET : id;
}

const NEVER_MET = -1;

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
