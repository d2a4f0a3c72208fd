import { describe, expect, it } from 'vitest';
import { textFragment } from './text-fragment.ts';

const piece = (text: string) => ({ text, match: false });
const match = (text: string) => ({ text, match: true });

describe('textFragment', () => {
  it('names the match between the words around it', () => {
    expect(
      textFragment([
        piece('… status for etablering af '),
        match('sundhedsklynger'),
        piece(' og\nUdvalg mv.'),
      ]),
    ).toBe(':~:text=for%20etablering%20af-,sundhedsklynger,-og%20Udvalg%20mv.');
  });

  it('escapes the signs of its own notation', () => {
    expect(textFragment([piece('et '), match('EU-projekt'), piece(' a, b')])).toBe(
      ':~:text=et-,EU%2Dprojekt,-a%2C%20b',
    );
  });

  it('stops at what a page sets differently', () => {
    expect(textFragment([piece('ord – '), match('møde'), piece(' … mere')])).toBe('');
    expect(textFragment([piece('… om '), match('møde'), piece('r, og')])).toBe(
      ':~:text=om-,møde'.replace('ø', '%C3%B8'),
    );
  });

  it('bears a letter that the snippet cut in two', () => {
    expect(textFragment([piece('… \udc00𝐀 '), match('møde')])).toMatch(/^:~:text=%EF%BF%BD/);
  });

  it('is empty without a match', () => {
    expect(textFragment([piece('intet')])).toBe('');
    expect(textFragment([])).toBe('');
  });
});
