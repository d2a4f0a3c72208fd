import { type Channel, createChannel } from './candidates.ts';
import type { Confusion } from './confusions.ts';

/** The ways in which Danish letters get lost, each with what it takes to believe in it. */
export function createChannels(confusions: readonly Confusion[]): Channel[] {
  const ocr = { name: 'ocr', evidence: 9, kept: special(RIGHT_BY_CHANCE) };
  const both = [...confusions, ...speltOut(NOT_BY_A_READER)];
  return [
    // First, as a reader may be made to explain these words as well, but only as odd ones.
    createChannel({
      name: 'spelt-out',
      confusions: speltOut(0.2),
      evidence: 9,
      kept: special(NEVER),
      ofAll: true,
    }),
    createChannel({ ...ocr, confusions, respellWith: createChannel({ ...ocr, confusions: both }) }),
    createChannel({ name: 'placeholder', confusions: WRONG_SIGNS, evidence: 4, kept: () => 0 }),
    createChannel({ name: 'dropped', confusions: DROPPED, evidence: 14, kept: special(RIGHT_BY_CHANCE) }),
  ];
}

/** A reader or a font without æ, ø and å gives one of them in some hundred by chance; nor has it the neighbours' letters. */
const RIGHT_BY_CHANCE = 5;

/**
 * Who writes aa, ae and oe for want of Danish letters has none; who has some writes as
 * one did before 1948. No number of words may outweigh a single such letter.
 */
const NEVER = 10_000;
/**
 * No reader takes one letter for these two, but words so written may stand on a page
 * that was misread, and would be made into odd ones: byraadet is byrådet there, and no "byråødet".
 * They are no proof that it was: Bakkegaarden is a name.
 */
const NOT_BY_A_READER = 8;

const special =
  (cost: number) =>
  (sign: string): number =>
    /[æøåäöüßÆØÅÄÖÜ]/u.test(sign) ? cost : 0;

/** A sign that stands for any letter which a font or a program did not have. */
const PLACEHOLDERS = ['?', '\ufffd', '□', '¿'];

const WRONG_SIGNS: readonly Confusion[] = [...'æøåÆØÅ'].flatMap((truth) =>
  PLACEHOLDERS.map((read) => ({ read, truth, cost: 0.7 })),
);

/** As typewriters and programs without Danish letters have it: moede, Raadet, OEKONOMI. */
const speltOut = (cost: number): readonly Confusion[] =>
  [
    ['å', 'aa'],
    ['æ', 'ae'],
    ['ø', 'oe'],
  ].flatMap(([letter = '', pair = '']) => {
    const [capital, capitals] = [letter.toUpperCase(), pair.toUpperCase()];
    const first = capitals.charAt(0) + pair.charAt(1);
    return [
      { read: pair, truth: letter, cost },
      { read: first, truth: capital, cost },
      { read: capitals, truth: capital, cost },
    ];
  });

const DROPPED: readonly Confusion[] = [...'æøåÆØÅ'].map((truth) => ({ read: '', truth, cost: 0.2 }));
