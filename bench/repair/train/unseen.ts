import { type Automaton, NONE } from '../../../danish/automaton.ts';
import type { Lexicon } from '../../../danish/lexicon.ts';
import { ALONE } from '../../../danish/lexicon-format.ts';
import { UNSEEN_CLASSES, type UnseenShares, unseenClass } from '../../../danish/unseen.ts';
import { wordsOf } from '../../../danish/words.ts';

/** Tokens that a class without any is taken to have had. */
const LEAST = 0.3;

/**
 * Each source is held out in turn: which of its words do the others not have,
 * and of which class of the dictionary are they?
 */
export function learnUnseen(
  sources: readonly string[],
  listed: ReadonlySet<string>,
  lexicon: Lexicon,
): UnseenShares {
  const { automaton } = lexicon;
  const forms = countForms(automaton);
  const tokens = new Array<number>(UNSEEN_CLASSES).fill(0);
  let total = 0;
  const vocabularies = sources.map((text) => new Set(wordsOf(text).map((word) => word.text.toLowerCase())));
  sources.forEach((text, held) => {
    for (const word of wordsOf(text)) {
      total++;
      const lower = word.text.toLowerCase();
      if (word.fixed || listed.has(lower)) continue;
      if (vocabularies.some((words, at) => at !== held && words.has(lower))) continue;
      const form = [lower, word.text].find((form) => isAlone(automaton, form));
      if (form === undefined) continue;
      const number = automaton.find(form);
      const at = unseenClass(form, automaton.places(number), automaton.productivity(number));
      tokens[at] = (tokens[at] ?? 0) + 1;
    }
  });
  const shares = tokens.map((count, at) =>
    Number(((count + LEAST) / total / Math.max(forms[at] ?? 0, 30)).toPrecision(3)),
  );
  return { shares };
}

function isAlone(automaton: Automaton, form: string): boolean {
  const number = automaton.find(form);
  return number >= 0 && (automaton.places(number) & ALONE) !== 0;
}

function countForms(automaton: Automaton): number[] {
  const counts = new Array<number>(UNSEEN_CLASSES).fill(0);
  const walk = (node: number, form: string, number: number): void => {
    if (node === NONE) return;
    automaton.forEachEdge(node, (edge, letter) => {
      if (automaton.ends(edge)) {
        const own = number + automaton.before(edge);
        if (automaton.places(own) & ALONE) {
          const at = unseenClass(form + letter, automaton.places(own), automaton.productivity(own));
          counts[at] = (counts[at] ?? 0) + 1;
        }
      }
      walk(automaton.target(edge), form + letter, number + automaton.through(edge));
    });
  };
  walk(automaton.root, '', 0);
  return counts;
}
