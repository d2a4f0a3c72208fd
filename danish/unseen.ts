import { z } from 'zod';
import { CORE, GENERAL } from './lexicon-format.ts';

/**
 * How likely a word of the dictionary is that no text taught. Short words of
 * general use that build many compounds turn up far oftener than long ones that
 * build none, so forms are sorted into classes by that, and each class has the
 * share of running text that held-out texts gave it, shared out among its forms.
 */
export interface UnseenShares {
  /** Probability of one form of each class. */
  readonly shares: readonly number[];
}

export const UnseenFile = z.object({ shares: z.array(z.number().positive()) });

const LENGTHS = [4, 6, 9, 12];
const PRODUCTIVITIES = [0, 4, 8];
const TIERS = 5;

/** @param productivity binary digits of the compounds that begin and that end in the form, together */
export function unseenClass(form: string, places: number, productivity: number): number {
  const name = form !== form.toLowerCase();
  const tier = name ? (places & GENERAL ? 3 : 4) : places & CORE ? 0 : places & GENERAL ? 1 : 2;
  const length = LENGTHS.filter((limit) => form.length > limit).length;
  const compounds = PRODUCTIVITIES.filter((limit) => productivity > limit).length;
  return (tier * (LENGTHS.length + 1) + length) * (PRODUCTIVITIES.length + 1) + compounds;
}

export const UNSEEN_CLASSES = TIERS * (LENGTHS.length + 1) * (PRODUCTIVITIES.length + 1);
