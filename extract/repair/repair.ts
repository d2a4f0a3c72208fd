import type { Repair } from '../../core/document.ts';
import type { Language } from '../../core/vocabulary.ts';
import { type Lexicon, loadLexicon } from '../../danish/lexicon.ts';
import { createDecoder } from './decode.ts';
import { applyEdits, composeEdits } from './edits.ts';
import { join } from './join.ts';

export interface RepairResult {
  readonly text: string;
  /** Offsets of the text given; ascending, without overlap. */
  readonly edits: readonly Repair[];
  /** Words that look damaged but stayed: offsets of the text returned. */
  readonly doubtful: readonly [number, number][];
}

export interface Repairer {
  /** Name and version of rules and model, stored with what they repaired. */
  readonly version: string;
  /**
   * Repairs one page or text. Correct text comes back as it was. `language` is
   * what is known for certain from elsewhere; null lets the text tell.
   */
  repair(text: string, language: Language | null): RepairResult;
}

export function createRepairer(model: { lexicon: Lexicon }): Repairer {
  const decode = createDecoder();
  return {
    version: 'repair 1',
    repair(text, language) {
      let edits: readonly Repair[] = [];
      let current = text;
      const apply = (more: readonly Repair[]): void => {
        edits = composeEdits(text, edits, more);
        current = applyEdits(current, more);
      };
      apply(decode(current));
      if (language === null || language === 'dan') apply(join(current, model.lexicon));
      return { text: current, edits, doubtful: [] };
    },
  };
}

export function loadRepairer(): Repairer {
  return createRepairer({ lexicon: loadLexicon() });
}
