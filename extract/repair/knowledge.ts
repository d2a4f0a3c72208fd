import { COMPOUND_FIRST } from '../../danish/lexicon-format.ts';
import type { GluedKnowledge } from './glued.ts';
import type { RepairModel } from './model.ts';
import type { TornKnowledge } from './torn.ts';

/** What the model knows, as the rules about blanks ask for it. */
export function knowledgeOf(model: RepairModel): GluedKnowledge & TornKnowledge {
  const { lexicon, words } = model;
  const isWord = (word: string): boolean => words.count(word.toLowerCase()) > 0 || lexicon.has(word);
  return {
    isWord,
    knows: (word) => isWord(word) || lexicon.knows(word),
    isName: (word) => lexicon.has(word) && !lexicon.has(word.toLowerCase()),
    isLinkingForm: (word) => {
      const number = lexicon.automaton.find(word.toLowerCase());
      return number >= 0 && (lexicon.automaton.places(number) & COMPOUND_FIRST) !== 0;
    },
  };
}
