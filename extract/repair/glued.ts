import type { Repair } from '../../core/document.ts';
import type { Span } from './edits.ts';

export interface GluedKnowledge {
  isWord(word: string): boolean;
  /** A word, or a compound that the lexicon can explain. */
  knows(word: string): boolean;
  /** A name of a place or person that has no other use. */
  isName(word: string): boolean;
}

const GLUED = /(?<![\p{L}\p{N}@/._-])(?<left>\p{L}\p{Ll}+)(?<right>\p{Lu}\p{Ll}+)(?![\p{L}\p{N}@/_-])/gu;
const SMALL = /^(?:i|af|for|til|og|med|på|fra|om|ved|at|den|det|de)$/u;

/**
 * Words that lost their blank: "SocialtilsynØst", "ogKøbenhavn". Names that are
 * written so ("KommuneKredit") have two common nouns. `within` are the Danish stretches.
 */
export function glued(text: string, within: readonly Span[], knowledge: GluedKnowledge): Repair[] {
  const edits: Repair[] = [];
  for (const match of text.matchAll(GLUED)) {
    if (!within.some(([from, to]) => from <= match.index && match.index < to)) continue;
    const { left = '', right = '' } = match.groups ?? {};
    const compass = /^(?:Øst|Vest|Nord|Syd|Midt)$/u.test(right) || knowledge.isName(right);
    const certain = SMALL.test(left)
      ? knowledge.isWord(right)
      : left.length >= 5 && compass && knowledge.knows(left);
    if (!certain) continue;
    const start = match.index + left.length;
    edits.push({ start, end: start, before: '', after: ' ', rule: 'glued-words', confidence: 0.92 });
  }
  return edits;
}
