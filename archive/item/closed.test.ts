import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleDocument, sampleItem, samplePage } from '../testing/sample.ts';
import { withoutClosedText } from './closed.ts';

const SECRET = ['hemmelig', 'leverandør', 'tilbudspris', 'fortrolig'];
const OPEN = ['borgere', 'kommuner', 'samarbejde', 'trafik'];

/** Items in a row over pages of a few lines each, with their truth: which words are whose. */
const meeting = fc
  .array(
    fc.record({
      closed: fc.boolean(),
      lines: fc.array(fc.nat(3), { maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((items) => {
    const lines = items.flatMap(({ closed, lines: words }, at) => [
      { text: `${at + 1}. Sag nummer ${at + 1}`, item: at },
      ...words.map((word) => ({ text: `${(closed ? SECRET : OPEN)[word]} ${word}.`, item: at })),
    ]);
    const pages = Array.from({ length: Math.ceil(lines.length / 7) }, (_, at) =>
      lines.slice(at * 7, at * 7 + 7),
    );
    const pageOf = (item: number) =>
      pages.flatMap((page, at) => (page.some((line) => line.item === item) ? [at + 1] : []));
    return sampleDocument('referat.pdf', {
      pages: pages.map((page, at) => samplePage(at + 1, page.map((line) => line.text).join('\n'))),
      items: items.map(({ closed, lines: words }, at) => {
        const on = pageOf(at);
        const text = words.map((word) => `${(closed ? SECRET : OPEN)[word]} ${word}.`).join('\n');
        return sampleItem(String(at + 1), `Sag nummer ${at + 1}`, {
          closed,
          sections: [{ heading: 'Sagsfremstilling', text }],
          decision: { text, outcomes: ['approved'] },
          caseworkers: closed ? [SECRET[0] ?? ''] : [],
          recommendations: [text],
          pages: [on[0] ?? 1, on.at(-1) ?? 1],
        });
      }),
    });
  });

test('not a word of a closed item is left, every word of the open ones is, and no offset moves', () => {
  fc.assert(
    fc.property(meeting, (document) => {
      const told = withoutClosedText(document);
      const all = JSON.stringify(told);
      for (const word of SECRET) expect(all).not.toContain(word);
      const words = (text: string) => text.split(/\s+/).filter((word) => OPEN.includes(word));
      const textOf = ({ pages }: typeof document) => pages.map((page) => page.text).join('\n');
      expect(words(textOf(told))).toEqual(words(textOf(document)));
      expect(told.items.map(({ number, title, closed }) => [number, title, closed])).toEqual(
        document.items.map(({ number, title, closed }) => [number, title, closed]),
      );
      for (const [at, page] of told.pages.entries()) {
        expect(page.text).toHaveLength(document.pages[at]?.text.length ?? -1);
        for (const line of page.lines) {
          expect(page.text.slice(line.start ?? 0, (line.start ?? 0) + line.text.length)).toBe(line.text);
        }
      }
    }),
  );
});

test.each([
  ['a list of contents stands above both', '1. Køb\n2. Økonomi\n1. Køb\nhemmelig\n2. Økonomi\nborgere', true],
  ['its text has a line like it', '1. Køb\n2. Økonomi er stram\nhemmelig\n2. Økonomi\nborgere', true],
  ['its text has it for a subheading', '1. Køb\nØkonomi\nhemmelig\nØkonomi\nborgere', false],
])('where it is not known which heading ends a closed item, and %s', (_, text, numbered) => {
  const [first, second] = numbered ? (['1', '2'] as const) : [null, null];
  const items = [sampleItem(first, 'Køb', { closed: true }), sampleItem(second, 'Økonomi')];
  const [page] = withoutClosedText(sampleDocument('x.pdf', { pages: [samplePage(1, text)], items })).pages;
  expect(page?.text).not.toContain('hemmelig');
  expect(page?.text).toContain('borgere');
});

test('a document without closed items stays as it is', () => {
  const document = sampleDocument('dagsorden.pdf', { items: [sampleItem('1', 'Åben')] });
  expect(withoutClosedText(document)).toBe(document);
});

test('what was repaired inside a closed item is withheld as well', () => {
  const page = samplePage(1, '1. Lukket sag\nLøn til Øjvind\n2. Åben sag\nRåd');
  const document = sampleDocument('referat.pdf', {
    pages: [
      {
        ...page,
        repairs: [
          { start: 14, end: 17, before: 'Lgn', after: 'Løn', rule: 'respell', confidence: 0.9 },
          { start: 42, end: 45, before: 'Rad', after: 'Råd', rule: 'respell', confidence: 0.9 },
        ],
        doubtful: [[22, 28]],
      },
    ],
    items: [sampleItem('1', 'Lukket sag', { closed: true }), sampleItem('2', 'Åben sag')],
  });
  const [told] = withoutClosedText(document).pages;
  expect(told?.repairs.map((repair) => repair.before)).toEqual(['   ', 'Rad']);
  expect(told?.doubtful).toEqual([]);
});
