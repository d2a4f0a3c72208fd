import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleItem } from '../testing/sample.ts';
import { changesBetween } from './changes.ts';

const placed = (id: string, number: string | null, title = id, recommendation: string | null = null) => ({
  id,
  item: sampleItem(number, title, {
    sections: recommendation === null ? [] : [{ heading: 'Indstilling', text: recommendation }],
  }),
});

describe('changes between agenda and minutes', () => {
  test('none where both are the same, line ends, hyphens and a letter from OCR aside', () => {
    const agenda = [
      placed(
        'a',
        '1',
        'Budget for fællesskabet',
        'Det indstilles, at KKR godkender budgettet for det kommende år, og at der følges op på det efterfølgende møde.',
      ),
    ];
    const minutes = [
      placed(
        'a',
        '1',
        'Budget for fælles-\nskabet',
        'Det indstilles, at KKR\ngodkender budgettet for det kommende år, og at der f0lges op på det efterfølgende møde.'.replace(
          'f0lges',
          'fglges',
        ),
      ),
    ];
    expect(changesBetween(agenda, minutes)).toEqual([]);
  });

  test('an item taken first is moved, and the ones that made way are renumbered', () => {
    const agenda = [placed('a', '1'), placed('b', '2'), placed('c', '3'), placed('d', '4')];
    const minutes = [placed('c', '1'), placed('a', '2'), placed('b', '3'), placed('d', '4')];
    expect(changesBetween(agenda, minutes)).toEqual([
      { kind: 'moved', item: 'c', from: '3', to: '1' },
      { kind: 'renumbered', item: 'a', from: '1', to: '2' },
      { kind: 'renumbered', item: 'b', from: '2', to: '3' },
    ]);
  });

  test('a dropped item and an added one', () => {
    const agenda = [placed('a', '1'), placed('b', '2')];
    const minutes = [placed('a', '1'), placed('x', '2')];
    expect(changesBetween(agenda, minutes)).toEqual([
      { kind: 'added', item: 'x', to: '2' },
      { kind: 'dropped', item: 'b', from: '2' },
    ]);
  });

  test('numbers that count in another way are no change', () => {
    const agenda = [placed('a', '1'), placed('b', '2')];
    const minutes = [placed('a', '1.1'), placed('b', '2.1')];
    expect(changesBetween(agenda, minutes)).toEqual([]);
  });

  test.each([
    ['Det indstilles, at KKR godkender aftalen.', 'Det indstilles, at KKR ikke godkender aftalen.'],
    [
      'Det indstilles, at der afsættes 3,5 mio. kr. årligt.',
      'Det indstilles, at der afsættes 8,5 mio. kr. årligt.',
    ],
    ['Det indstilles, at sagen drøftes.', 'Det indstilles, at sagen drøftes, og at den sendes i høring.'],
  ])('another recommendation is told with both wordings', (from, to) => {
    expect(changesBetween([placed('a', '1', 'Aftale', from)], [placed('a', '1', 'Aftale', to)])).toEqual([
      { kind: 'recommendation', item: 'a', from, to },
    ]);
  });

  test('minutes that leave the recommendation out have not changed it', () => {
    expect(
      changesBetween([placed('a', '1', 'Aftale', 'At godkende.')], [placed('a', '1', 'Aftale')]),
    ).toEqual([]);
  });

  test('the fewest items are called moved, and exactly those that are gone or new are told so', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 });
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const list = (order: string[]) => order.map((id, at) => placed(id, String(at + 1)));
        const changes = changesBetween(list(before), list(after));
        const named = (kind: string) =>
          changes.filter((change) => change.kind === kind).map(({ item }) => item);
        expect(named('added')).toEqual(after.filter((id) => !before.includes(id)));
        expect(named('dropped')).toEqual(before.filter((id) => !after.includes(id)));
        const moved = new Set(named('moved'));
        const stay = (order: string[]) =>
          order.filter((id) => before.includes(id) && after.includes(id) && !moved.has(id));
        expect(stay(before)).toEqual(stay(after));
        // The oracle tries every choice of items that could stay.
        const common = after.filter((id) => before.includes(id)).map((id) => before.indexOf(id));
        const longest = common.reduce<number[]>((best, value, at) => {
          best.push(
            1 + Math.max(0, ...best.filter((_, earlier) => (common[earlier] ?? 0) < value && earlier < at)),
          );
          return best;
        }, []);
        expect(moved.size).toBe(common.length - Math.max(0, ...longest));
      }),
    );
  });
});
