import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';

const texts = (text: string) =>
  blocksOf(text).map((block) =>
    'text' in block
      ? block.text
      : 'rows' in block
        ? block.rows
        : block.entries.map(({ mark, text }) => [mark, text]),
  );

describe('blocksOf', () => {
  it('lets typographic lines flow together', () => {
    expect(
      texts('KKR Nordjylland har drøftet, hvordan kommunerne\nkan samarbejde om færgerne.\n\nNyt afsnit.'),
    ).toEqual(['KKR Nordjylland har drøftet, hvordan kommunerne kan samarbejde om færgerne.', 'Nyt afsnit.']);
  });

  it('parts at a short line that a new sentence follows', () => {
    expect(
      texts(
        'En linje, der er så lang som spalten er bred, og så\nen kort.\nEn ny tanke begynder her og fylder hele linjen ud',
      ),
    ).toEqual([
      'En linje, der er så lang som spalten er bred, og så en kort.',
      'En ny tanke begynder her og fylder hele linjen ud',
    ]);
  });

  it('joins a sentence that the end of a page parted', () => {
    expect(texts('Kommunerne har samarbejdet om de\n\nanbefalinger, som blev givet.\n\nog så')).toEqual([
      'Kommunerne har samarbejdet om de anbefalinger, som blev givet.',
      'og så',
    ]);
  });

  it('sees lists and keeps marks that say something', () => {
    expect(
      texts('Det indstilles, at\n- godkende\nberedskabet\n– drøfte det\n1. først\n2) så\na) bogstav'),
    ).toEqual([
      'Det indstilles, at',
      [
        [null, 'godkende beredskabet'],
        [null, 'drøfte det'],
      ],
      [
        ['1.', 'først'],
        ['2)', 'så'],
        ['a)', 'bogstav'],
      ],
    ]);
  });

  it('makes rows of cells a table, and a lone row a line', () => {
    expect(
      texts('Fordeling:\nKommune\t2030\t2031\nMorsø\t4\t5\nI alt er det flere.\n\nDato:\t12. marts'),
    ).toEqual([
      'Fordeling:',
      [
        ['Kommune', '2030', '2031'],
        ['Morsø', '4', '5'],
      ],
      'I alt er det flere.',
      'Dato: 12. marts',
    ]);
  });

  it('keeps the lines of a table of contents apart, however they wrap', () => {
    const lines = [
      'Indhold',
      '1. Velkomst ......... 1',
      '2. Et punkt med en titel, der er så lang, at den',
      'går over to linjer ......... 11',
      '3. Endnu et punkt .........',
      '12',
      'Bilag',
    ];
    expect(texts(lines.join('\n'))).toEqual([
      'Indhold',
      [
        ['1', '1. Velkomst'],
        ['11', '2. Et punkt med en titel, der er så lang, at den går over to linjer'],
        ['12', '3. Endnu et punkt'],
      ],
      'Bilag',
    ]);
  });

  it('sets headings apart that the page shows as such', () => {
    expect(
      blocksOf(
        'Om færgerne\nDer er tre færger i fjorden, og de sejler hver dag.',
        (line) => line === 'Om færgerne',
      ),
    ).toEqual([
      { kind: 'heading', text: 'Om færgerne' },
      { kind: 'paragraph', text: 'Der er tre færger i fjorden, og de sejler hver dag.' },
    ]);
  });

  it('does not take a date or a number in running text for a list', () => {
    expect(texts('Mødet den\n12. marts blev flyttet')).toEqual(['Mødet den 12. marts blev flyttet']);
  });

  it('loses no word', () => {
    const line = fc.stringMatching(/^[-a-zæøå0-9.)\t ]{0,30}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const shown = blocksOf(lines.join('\n'))
          .flatMap((block) => {
            if ('text' in block) return block.text;
            if ('rows' in block) return block.rows.flat();
            return block.entries.flatMap(({ mark, text }) => [mark ?? '', text]);
          })
          .join(' ');
        const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
        expect(words(shown)).toEqual(words(lines.join(' ')));
      }),
    );
  });
});
