import { type Channel, createChannel } from './candidates.ts';
import type { Confusion } from './confusions.ts';

/** The ways in which Danish letters get lost, each with what it takes to believe in it. */
export function createChannels(confusions: readonly Confusion[]): Channel[] {
  return [
    createChannel({ name: 'ocr', confusions, evidence: 9, kept: special(RIGHT_BY_CHANCE) }),
    createChannel({ name: 'placeholder', confusions: WRONG_SIGNS, evidence: 4, kept: () => 0 }),
    createChannel({ name: 'dropped', confusions: DROPPED, evidence: 14, kept: special(RIGHT_BY_CHANCE) }),
  ];
}

/** A reader or a font without æ, ø and å gives one of them in some hundred by chance; nor has it the neighbours' letters. */
const RIGHT_BY_CHANCE = 5;

const special =
  (cost: number) =>
  (sign: string): number =>
    /[æøåäöüßÆØÅÄÖÜ]/u.test(sign) ? cost : 0;

/** A sign that stands for any letter which a font or a program did not have. */
const PLACEHOLDERS = ['?', '\ufffd', '□', '¿'];

const WRONG_SIGNS: readonly Confusion[] = [...'æøåÆØÅ'].flatMap((truth) =>
  PLACEHOLDERS.map((read) => ({ read, truth, cost: 0.7 })),
);

const DROPPED: readonly Confusion[] = [...'æøåÆØÅ'].map((truth) => ({ read: '', truth, cost: 0.2 }));
