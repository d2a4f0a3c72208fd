import type { Repair } from '../../core/document.ts';
import type { Word } from '../../danish/words.ts';
import { weighSentence } from './context.ts';
import type { Damage } from './detect.ts';
import type { RepairModel } from './model.ts';
import type { Candidate, Speller } from './speller.ts';

export interface Respelling {
  readonly edits: Repair[];
  readonly doubtful: [number, number][];
}

/** A change is made where it is this likely; the rest is for staff to look at. */
const CERTAIN = 0.6;
const DOUBT = 0.25;

/** Chooses for every word of damaged paragraphs what most likely stood there. */
export function respell(damage: readonly Damage[], model: RepairModel, speller: Speller): Respelling {
  const edits: Repair[] = [];
  const doubtful: [number, number][] = [];
  for (const { channel, words } of damage) {
    for (const sentence of sentencesOf(words)) {
      const slots = sentence.map((word) => {
        const candidates = word.fixed
          ? [fixed(word)]
          : settleCase(word, speller.candidates(word.text, channel));
        const ids = candidates.map((candidate) =>
          /^\p{N}+$/u.test(candidate.word) ? model.words.number : model.words.id(candidate.word),
        );
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
        if (chosen.text !== word.text && confidence >= CERTAIN) {
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

const round = (value: number): number => Math.round(value * 1000) / 1000;

const fixed = (word: Word): Candidate => ({
  text: word.text,
  word: word.text.toLowerCase(),
  price: -8,
  cost: 0,
  known: true,
});

/** Where the reading does not tell a capital, the place in the sentence does. */
function settleCase(word: Word, candidates: readonly Candidate[]): readonly Candidate[] {
  if (/^\p{L}/u.test(word.text)) return candidates;
  return candidates.map((candidate) => {
    const capital = /^\p{Lu}/u.test(candidate.text);
    if (!/^\p{L}/u.test(candidate.text)) return candidate;
    return { ...candidate, cost: candidate.cost + (capital === word.first ? 0.1 : word.first ? 1.5 : 2.5) };
  });
}

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
