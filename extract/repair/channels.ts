import { type Channel, createChannel } from './candidates.ts';
import type { Confusion } from './confusions.ts';

/** The ways in which Danish letters get lost, each with what it takes to believe in it. */
export function createChannels(confusions: readonly Confusion[]): Channel[] {
  return [
    createChannel({ name: 'ocr', confusions, evidence: 9, kept: special(RIGHT_BY_CHANCE) }),
    createChannel({ name: 'encoding', confusions: WRONG_CODES, evidence: 4, kept: () => 0 }),
    createChannel({ name: 'dropped', confusions: DROPPED, evidence: 14, kept: special(RIGHT_BY_CHANCE) }),
  ];
}

/** A reader or a font without æ, ø and å gives one of them in some hundred by chance. */
const RIGHT_BY_CHANCE = 5;

const special =
  (cost: number) =>
  (sign: string): number =>
    /[æøåÆØÅ]/u.test(sign) ? cost : 0;

/**
 * A sign in the place of the letter. Placeholders stand for any of them; the
 * others are what one byte means in another code page: Latin-1 read as CP850
 * or MacRoman, MacRoman read as Windows-1252, the Danish ISO 646 read as ASCII.
 */
const PLACEHOLDERS = ['?', '\ufffd', '□', '¿'];
const CODES: Readonly<Record<string, string>> = {
  æ: 'µÊ¾{',
  ø: '°¯|',
  å: 'ÕÂŒ}',
  Æ: 'ã®',
  Ø: 'Ï\\',
  Å: '┼',
};

const WRONG_CODES: readonly Confusion[] = Object.entries(CODES).flatMap(([truth, codes]) => [
  ...PLACEHOLDERS.map((read) => ({ read, truth, cost: 0.7 })),
  ...[...codes].map((read) => ({ read, truth, cost: 1.5 })),
]);

const DROPPED: readonly Confusion[] = [...'æøåÆØÅ'].map((truth) => ({ read: '', truth, cost: 0.2 }));
