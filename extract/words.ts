import { z } from 'zod';
import type { Box } from '../core/document.ts';
import type { PlacedWord } from './layout/piece.ts';

/**
 * Boxes of words in about seven bytes each. Per word, as unsigned LEB128 numbers
 * (negative ones zigzag-coded): start less the end of the word before; length;
 * then in quarter points left less the left of the word before, top less its top,
 * width, height. The whole is base64.
 */
const STEPS = 4;

export function packWords(words: readonly PlacedWord[]): string | null {
  if (words.length === 0) return null;
  const bytes: number[] = [];
  let end = 0;
  let left = 0;
  let top = 0;
  for (const word of words) {
    const [l, t, r, b] = word.box;
    const [x, y] = [steps(l), steps(t)];
    push(bytes, word.start - end);
    push(bytes, word.end - word.start);
    push(bytes, zigzag(x - left));
    push(bytes, zigzag(y - top));
    push(bytes, Math.max(0, steps(r) - x));
    push(bytes, Math.max(0, steps(b) - y));
    end = word.end;
    left = x;
    top = y;
  }
  return Buffer.from(bytes).toString('base64');
}

const steps = (points: number): number => Math.round(points * STEPS);

/** The words again, each box to the nearest quarter point. @throws where the string was not made by `packWords`. */
export function unpackWords(packed: string | null): PlacedWord[] {
  if (packed === null) return [];
  const bytes = z.base64().parse(packed);
  const reader = new Reader(Buffer.from(bytes, 'base64'));
  const words: PlacedWord[] = [];
  let end = 0;
  let left = 0;
  let top = 0;
  while (!reader.done) {
    const start = end + reader.next();
    end = start + reader.next();
    left += unzigzag(reader.next());
    top += unzigzag(reader.next());
    const right = left + reader.next();
    const box: Box = [left / STEPS, top / STEPS, right / STEPS, (top + reader.next()) / STEPS];
    words.push({ start, end, box });
  }
  return words;
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

function push(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  next(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new RangeError('Packed words end in the middle of a number.');
      this.#at += 1;
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  }
}
