import { edits } from './analysis/edits.ts';

/**
 * All words of a vocabulary, to find those of nearly the same letters. Each
 * has a mask of the letters in it: an edit changes two bits of it at most, which
 * rules out nearly all words before any is compared letter by letter.
 */
export class SpellingList {
  readonly #words: string[];
  readonly #masks: Uint32Array;

  constructor(words: Iterable<string>) {
    this.#words = [...words];
    this.#masks = Uint32Array.from(this.#words, letterMask);
  }

  /** Longer words that end so. */
  endingIn(suffix: string): string[] {
    return this.#words.filter((word) => word.length > suffix.length && word.endsWith(suffix));
  }

  near(word: string, atMost: number): string[] {
    const mask = letterMask(word);
    const found: string[] = [];
    for (let index = 0; index < this.#words.length; index++) {
      if (bits(mask ^ (this.#masks[index] ?? 0)) > 2 * atMost) continue;
      const other = this.#words[index] ?? '';
      if (Math.abs(other.length - word.length) <= atMost && edits(word, other, atMost) <= atMost)
        found.push(other);
    }
    return found;
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzæøå';

function letterMask(word: string): number {
  let mask = 0;
  for (const letter of word) {
    const place = LETTERS.indexOf(letter);
    mask |= 1 << (place < 0 ? 31 : place);
  }
  return mask >>> 0;
}

function bits(mask: number): number {
  let left = mask - ((mask >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
