import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Repair } from '../../core/document.ts';
import { hyphenKnowledge } from '../../danish/hyphen.ts';
import { createDecoder } from './decode.ts';
import { applyEdits, undoEdits } from './edits.ts';
import { glued } from './glued.ts';
import { join } from './join.ts';
import { knowledgeOf } from './knowledge.ts';
import { letterSpaced } from './letter-spaced.ts';
import { loadRepairModel } from './load.ts';
import { danishParagraphs, spanOf } from './paragraphs.ts';
import { createRecoder } from './recode.ts';
import { createRunningText } from './running-text.ts';
import { createSpeller } from './speller.ts';
import { torn } from './torn.ts';

/** Each part of the recipe by itself, in the order in which they run. */
const model = loadRepairModel();
const knowledge = knowledgeOf(model);
const prose = createRunningText(model, createSpeller(model));
const hyphens = hyphenKnowledge(model.lexicon, (word) => model.words.count(word.toLowerCase()) > 0);
const danish = (text: string) => danishParagraphs(text, model.lexicon.has);
const decode = createDecoder();
const recode = createRecoder();
const PARTS: Readonly<Record<string, (text: string) => Repair[]>> = {
  decode,
  recode: (text) => recode(text, knowledge),
  'letter-spaced': (text) => letterSpaced(text, prose),
  torn: (text) => torn(text, danish(text), prose, knowledge),
  glued: (text) => glued(text, danish(text).map(spanOf), knowledge),
  join: (text) => join(text, danish(text).map(spanOf), hyphens),
};

/** Words that texts use, in their order of use: the small ones come often, as they do in prose. */
const used = model.words.counts.words
  .map((word, at) => ({ word, count: model.words.counts.unigrams[at] ?? 0 }))
  .filter(({ word, count }) => count > 2 && /^\p{Ll}{2,}$/u.test(word))
  .sort((a, b) => b.count - a.count)
  .map(({ word }) => word);
const word = fc.oneof(
  fc.constantFrom(...used.slice(0, 60)),
  fc.constantFrom(...used),
  fc.constantFrom(
    'KKR',
    'Køge',
    'Ikast-Brande',
    '2018-2022',
    'børne- og',
    'EU-midler',
    '§ 85',
    'nr. 4',
    'by-',
  ),
);
const signs = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', '\n', '\n\n');
const prosaic = fc
  .array(fc.tuple(word, signs), { minLength: 3, maxLength: 30 })
  .map((pairs) => pairs.map(([word, sign]) => word + sign).join(''));
const damages = fc.constantFrom(
  'Ã¸',
  'b°rn',
  'm¿de',
  'ti l',
  'K O M M U N E',
  'd a g',
  'ud-\n',
  'ogKøge',
  '\u00ad',
  'ﬁ',
  '&aelig;',
  '\ufffd',
);
const mixed = fc
  .array(fc.oneof(prosaic, damages, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 6 })
  .map((pieces) => pieces.join(' '));

for (const [name, part] of Object.entries(PARTS)) {
  test(`${name}: edits fit the text, ascend, and can be undone`, () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const edits = part(text);
        let at = 0;
        for (const { start, end, before, after, confidence } of edits) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end)).toBe(before);
          expect(after).not.toBe(before);
          expect(confidence).toBeGreaterThan(0.5);
          at = end;
        }
        expect(undoEdits(applyEdits(text, edits), edits)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test(`${name}: a second time changes nothing more`, () => {
    fc.assert(
      fc.property(mixed, (text) => {
        // What is mended may show more that is to be mended; then that is the end.
        let current = text;
        for (let round = 0; round < 4; round++) current = applyEdits(current, part(current));
        expect(part(current)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
}

test.each(['decode', 'recode', 'letter-spaced', 'glued', 'join'])(
  '%s: what has no damage is left alone',
  (name) => {
    fc.assert(
      fc.property(prosaic, (text) => {
        // At a line's end a hyphen may be either.
        fc.pre(!/-\n/u.test(text));
        expect(PARTS[name]?.(text)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  },
);
