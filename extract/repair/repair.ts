import type { Repair } from '../../core/document.ts';
import type { Language } from '../../core/vocabulary.ts';
import {
  type DocumentWords,
  type HyphenKnowledge,
  hyphenKnowledge,
  withWords,
  wordsWithinLines,
} from '../../danish/hyphen.ts';
import type { Word } from '../../danish/words.ts';
import { blankForLetter } from './blank.ts';
import { createChannels } from './channels.ts';
import { createDecoder } from './decode.ts';
import { detectDamage } from './detect.ts';
import { applyEdits, carrySpans, composeEdits, type Span } from './edits.ts';
import { glued } from './glued.ts';
import { join } from './join.ts';
import { knowledgeOf } from './knowledge.ts';
import { letterSpaced } from './letter-spaced.ts';
import { loadRepairModel } from './load.ts';
import type { RepairModel } from './model.ts';
import { danishParagraphs, spanOf } from './paragraphs.ts';
import { createRecoder } from './recode.ts';
import { respellTwice } from './respell.ts';
import { runTogether } from './run-together.ts';
import { createRunningText } from './running-text.ts';
import { createSpeller } from './speller.ts';
import { torn } from './torn.ts';

export interface RepairResult {
  readonly text: string;
  /** Offsets of the text given; ascending, without overlap. */
  readonly edits: readonly Repair[];
  /** Words that look damaged but stayed: offsets of the text returned. */
  readonly doubtful: readonly Span[];
}

export interface Repairer {
  /** Version of rules and model, stored with what they repaired. */
  readonly version: string;
  /** What decides about hyphens at line ends, for who lays the page out. */
  readonly hyphens: HyphenKnowledge;
  /**
   * Repairs one page or text. Correct text comes back as it was. `language` is
   * what is known for certain from elsewhere; null lets the text tell. `words`
   * are those of the whole document, in lower case, where the text is a part of
   * it, and `damage` is how its pages lost letters, as `damageOf` tells.
   */
  repair(
    text: string,
    language: Language | null,
    words?: DocumentWords,
    damage?: string | null,
  ): RepairResult;
  /** How most of a document's damaged pages lost letters; null where none is. Short pages cannot tell alone. */
  damageOf(pages: readonly string[]): string | null;
}

/** Of the code beside this file; the model's own is added to it. */
const RULES_VERSION = 4;

/** A repair can lay bare damage that it hid, so rounds follow until one changes nothing. */
const ROUNDS = 4;

export function createRepairer(model: RepairModel): Repairer {
  const hyphens = hyphenKnowledge(model.lexicon, (word) => model.words.count(word.toLowerCase()) > 0);
  const { round, damageOf } = createRound(model);
  return {
    hyphens,
    version: `${RULES_VERSION}-${model.version}`,
    damageOf,
    repair(text, language, words = wordsWithinLines(text.split('\n')), damage = null) {
      const known = withWords(hyphens, words);
      const once = (part: string): RepairResult => round(part, language, known, damage);
      let result = once(text);
      for (let round = 1; round < ROUNDS && result.edits.length > 0; round++) {
        const next = once(result.text);
        if (next.edits.length === 0) break;
        const doubtful = [...carrySpans(result.doubtful, next.edits), ...next.doubtful];
        const places = new Map(doubtful.map((span) => [span[0], span] as const));
        result = {
          text: next.text,
          edits: composeEdits(text, result.edits, next.edits),
          doubtful: [...places.values()].sort((a, b) => a[0] - b[0]),
        };
      }
      return result;
    },
  };
}

interface Round {
  round(
    text: string,
    language: Language | null,
    hyphens: HyphenKnowledge,
    damage: string | null,
  ): RepairResult;
  damageOf: Repairer['damageOf'];
}

function createRound(model: RepairModel): Round {
  const { lexicon } = model;
  const decode = createDecoder();
  const recode = createRecoder();
  const knowledge = knowledgeOf(model);
  const channels = createChannels(model.confusions);
  const speller = createSpeller(model);
  const prose = createRunningText(model, speller);
  const placeholder = channels.find(({ name }) => name === 'placeholder');
  const round: Round['round'] = (text, language, hyphens, likely) => {
    let current = text;
    let edits: readonly Repair[] = [];
    let danish: readonly Word[][] = [];
    const apply = (more: readonly Repair[]): void => {
      edits = composeEdits(text, edits, more);
      current = applyEdits(current, more);
      if (more.length > 0 || danish.length === 0)
        danish = danishParagraphs(current, lexicon.has, likely !== null);
    };

    apply(decode(current));
    if (language !== null && language !== 'dan') return { text: current, edits, doubtful: [] };
    apply(recode(current, knowledge));
    if (placeholder) apply(blankForLetter(current, danish, prose, speller, placeholder));
    apply(letterSpaced(current, prose));
    // A page has too many blanks or too few: the one that shows more goes first, lest it feed the other.
    const tears = torn(current, danish, prose, knowledge);
    const joins = runTogether(danish, prose, knowledge);
    if (joins.length > tears.length) {
      apply(joins);
      apply(torn(current, danish, prose, knowledge));
    } else {
      apply(tears);
      if (joins.length > 0) apply(runTogether(danish, prose, knowledge));
    }
    apply(glued(current, danish.map(spanOf), knowledge));
    apply(join(current, danish.map(spanOf), hyphens));
    const damage = detectDamage(danish, channels, model, speller, likely);
    const respelt = respellTwice(current, damage, model, speller);
    const doubtful = carrySpans(respelt.doubtful, respelt.edits);
    apply(respelt.edits);
    return { text: current, edits, doubtful };
  };
  return {
    round,
    damageOf(pages) {
      const found = new Map<string, number>();
      for (const page of pages) {
        const decoded = applyEdits(page, decode(page));
        const [damage] = detectDamage(danishParagraphs(decoded, lexicon.has), channels, model, speller);
        if (damage) found.set(damage.channel.name, (found.get(damage.channel.name) ?? 0) + page.length);
      }
      return [...found].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
    },
  };
}

export function loadRepairer(): Repairer {
  return createRepairer(loadRepairModel());
}
