import type { Analyser } from '../analysis/analyser.ts';
import type { Vocabulary } from '../engine.ts';
import { commonerSpelling } from './alternatives.ts';
import type { Plan } from './plan.ts';

/** So few hits that the reader may have meant something else. */
const LITTLE = 3;

/**
 * The query as it was probably meant, or null: with the words put in that the
 * archive has instead, and, where little was found, much commoner ones.
 */
export async function suggest(
  typed: string,
  plan: Plan,
  total: number,
  analyser: Analyser,
  vocabulary: Vocabulary,
): Promise<string | null> {
  let meant = typed;
  for (const slot of plan.slots) {
    const better =
      slot.corrected ?? (total < LITTLE ? await commoner(slot.written, analyser, vocabulary) : null);
    if (better) meant = replaceWord(meant, slot.written, better);
  }
  return meant === typed ? null : meant;
}

async function commoner(written: string, analyser: Analyser, vocabulary: Vocabulary): Promise<string | null> {
  const { folded, term } = analyser.word(written);
  const count = (await vocabulary.counts([term])).get(term) ?? 0;
  return commonerSpelling(folded, count, vocabulary);
}

function replaceWord(text: string, word: string, other: string): string {
  const at = text.indexOf(word);
  return at < 0 ? text : text.slice(0, at) + other + text.slice(at + word.length);
}
