import { describe, expect, it } from 'vitest';
import { mediaTypeOf } from './register.ts';

describe('mediaTypeOf', () => {
  const pdf = Buffer.from('%PDF-1.7\n');
  const text = Buffer.from('Referat af møde');

  it.each([
    ['referat.pdf', pdf, 'application/pdf'],
    ['referat.txt', pdf, 'application/pdf'],
    ['uden-endelse', Buffer.concat([Buffer.alloc(100, 0x20), pdf]), 'application/pdf'],
    ['bilag.txt', text, 'text/plain'],
    ['bilag.MD', text, 'text/markdown'],
    // Damaged beyond its first line, perhaps: the reader says what is wrong with it.
    ['referat.pdf', text, 'application/pdf'],
  ])('%s', (name, bytes, expected) => {
    expect(mediaTypeOf(name, bytes)).toBe(expected);
  });

  it('looks for the mark of a PDF in the first kilobyte only', () => {
    const late = Buffer.concat([Buffer.alloc(2000, 0x20), pdf]);
    expect(mediaTypeOf('noter.txt', late)).toBe('text/plain');
  });
});
