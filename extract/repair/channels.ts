import { type Channel, createChannel } from './candidates.ts';
import type { Confusion } from './confusions.ts';

/** The ways in which Danish letters get lost. */
export function createChannels(confusions: readonly Confusion[]): Channel[] {
  return [createChannel('ocr', confusions, (sign) => (SPECIAL.test(sign) ? RIGHT_BY_CHANCE : 0))];
}

const SPECIAL = /[æøåÆØÅ]/u;

/** A reader without these letters gives one in some hundred by chance. */
const RIGHT_BY_CHANCE = 5;
