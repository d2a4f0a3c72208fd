import { describe, expect, test } from 'vitest';
import { collectLines } from './lines.ts';
import { pagesOf } from './testing.ts';

const PARAGRAPH = ['En', 'To', 'Tre', 'Fire'].join('\n');
const A4: [number, number] = [595, 842];
const printed = (text: string) => pagesOf(text).map((page) => ({ ...page, size: A4 }));
const running = (text: string) => collectLines(printed(text)).running.map((line) => line.text);

describe('page numbers', () => {
  test('one alone in the middle of a page ends a sentence that was wrapped', () => {
    expect(running(`${PARAGRAPH}\nside 12\n${PARAGRAPH}`)).toEqual([]);
  });

  test.each([
    'Tallene fremgår af rapportens side 12',
    'Forslaget er beskrevet i notatet fra KKR, side 12',
    'Kommunerne henviser til bilag 2, side 3 af 12',
    'jf. side 4',
  ])('a sentence that ends in one stays text: %s', (line) => {
    expect(running(`${line}\n${PARAGRAPH}`)).toEqual([]);
    expect(running(`${PARAGRAPH}\n${line}`)).toEqual([]);
    expect(running(`${PARAGRAPH}\n${line}\n${PARAGRAPH}`)).toEqual([]);
  });

  test.each([
    'Side 12',
    'Side 3 af 12',
    '- 4 -',
    'SIDE | 7',
    'KKR Sjælland | Side 7',
    'Referat, 3. marts 2017\tSide 7',
    'KKR Sjælland 3. marts 2017 side 7',
    'https://intra.example.dk/kkr/AllItems.aspx\t04-10-2024 15:42',
    'KKR Syddanmark                                   Referat, 12.06.2015',
  ])('at the foot or the head of a page: %s', (line) => {
    expect(running(`${line}\n${PARAGRAPH}`)).toEqual([line]);
    expect(running(`${PARAGRAPH}\n${line}`)).toEqual([line]);
  });
});

describe('bullets on a scan', () => {
  const scanned = (text: string) =>
    collectLines(pagesOf(text).map((page) => ({ ...page, origin: 'ocr' as const }))).body.map(
      (line) => line.text,
    );

  test.each([
    ['« Kort over anmeldelser', '• Kort over anmeldelser'],
    ['e Potentiale ved fælles indkøb', '• Potentiale ved fælles indkøb'],
    ['Bilag\t« Notat fra børnecheferne', 'Bilag\t• Notat fra børnecheferne'],
    ['»Planen« er for dyr', '»Planen« er for dyr'],
    ['e-mail sendes ud', 'e-mail sendes ud'],
  ])('%s', (printed, read) => {
    expect(scanned(printed)).toEqual([read]);
  });
});
