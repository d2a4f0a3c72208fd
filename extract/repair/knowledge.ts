import { COMPOUND_FIRST } from '../../danish/lexicon-format.ts';
import type { GluedKnowledge } from './glued.ts';
import type { RepairModel } from './model.ts';
import type { RunTogetherKnowledge } from './run-together.ts';
import type { TornKnowledge } from './torn.ts';

/** What the model knows, as the rules about blanks ask for it. */
export function knowledgeOf(model: RepairModel): GluedKnowledge & TornKnowledge & RunTogetherKnowledge {
  const { lexicon, words } = model;
  const count = (word: string): number => words.count(word.toLowerCase());
  const isWord = remembered((word) => count(word) > 0 || lexicon.has(word));
  return {
    count,
    isWord,
    knows: remembered((word) => isWord(word) || lexicon.knows(word)),
    isName: (word) => lexicon.has(word) && !lexicon.has(word.toLowerCase()),
    isLinkingForm: (word) => {
      const number = lexicon.automaton.find(word.toLowerCase());
      return number >= 0 && (lexicon.automaton.places(number) & COMPOUND_FIRST) !== 0;
    },
  };
}

/** The pages of a document ask for the same words again and again. */
const REMEMBERED = 50_000;

function remembered(ask: (word: string) => boolean): (word: string) => boolean {
  const answers = new Map<string, boolean>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    if (answers.size >= REMEMBERED) answers.clear();
    const answer = ask(word);
    answers.set(word, answer);
    return answer;
  };
}
