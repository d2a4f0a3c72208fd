import type { Repair } from '../../core/document.ts';
import type { Language } from '../../core/vocabulary.ts';
import type { Word } from '../../danish/words.ts';
import { createChannels } from './channels.ts';
import { createDecoder } from './decode.ts';
import { detectDamage } from './detect.ts';
import { applyEdits, carrySpans, composeEdits, type Span } from './edits.ts';
import { join } from './join.ts';
import { knowledgeOf } from './knowledge.ts';
import { loadRepairModel } from './load.ts';
import type { RepairModel } from './model.ts';
import { danishParagraphs, spanOf } from './paragraphs.ts';
import { respellTwice } from './respell.ts';
import { createSpeller } from './speller.ts';
import { unspace } from './unspace.ts';

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
  /**
   * Repairs one page or text. Correct text comes back as it was. `language` is
   * what is known for certain from elsewhere; null lets the text tell.
   */
  repair(text: string, language: Language | null): RepairResult;
}

/** Of the code beside this file; the model's own is added to it. */
const RULES_VERSION = 1;

export function createRepairer(model: RepairModel): Repairer {
  const { lexicon } = model;
  const decode = createDecoder();
  const knowledge = knowledgeOf(model);
  const channels = createChannels(model.confusions);
  const speller = createSpeller(model);
  return {
    version: `${RULES_VERSION}-${model.version}`,
    repair(text, language) {
      let current = text;
      let edits: readonly Repair[] = [];
      let danish: readonly Word[][] = [];
      const apply = (more: readonly Repair[]): void => {
        edits = composeEdits(text, edits, more);
        current = applyEdits(current, more);
        if (more.length > 0 || danish.length === 0) danish = danishParagraphs(current, lexicon.has);
      };

      apply(decode(current));
      if (language !== null && language !== 'dan') return { text: current, edits, doubtful: [] };
      apply(unspace(current, danish.map(spanOf), knowledge));
      apply(join(current, danish.map(spanOf), knowledge));
      const damage = detectDamage(danish, channels, model, speller);
      const respelt = respellTwice(current, damage, model, speller);
      const doubtful = carrySpans(respelt.doubtful, respelt.edits);
      apply(respelt.edits);
      return { text: current, edits, doubtful };
    },
  };
}

export function loadRepairer(): Repairer {
  return createRepairer(loadRepairModel());
}
