import { describe, expect, test } from 'vitest';
import { type ClosingDocument, closedItems } from './closed-items.ts';

const OWNER = 'nordjylland-2031-03-04';
const TITLES = ['Velkomst', 'Køb af ejendom på havnen', 'Rammeaftale for socialområdet', 'Eventuelt'];

const document = (
  kind: ClosingDocument['kind'],
  titles: readonly (string | readonly [string | null, string])[],
  closed: readonly string[] = [],
  owner = OWNER,
): ClosingDocument => ({
  kind,
  owner,
  items: titles.map((each, at) => {
    const [number, title] = typeof each === 'string' ? [String(at + 1), each] : each;
    return { number, title, closed: closed.includes(title) };
  }),
});

/** Titles of the items that are closed in the first of some documents. */
function closedInFirst(...documents: ClosingDocument[]): string[] {
  const [first] = closedItems(documents);
  return (documents[0]?.items ?? []).flatMap(({ title }, at) => (first?.[at] ? title : []));
}

describe('items that one paper of a meeting closes', () => {
  const agenda = document('dagsorden', TITLES);

  test('are closed in the others, and no other item is', () => {
    const minutes = document('referat', TITLES, ['Køb af ejendom på havnen']);
    expect(closedInFirst(agenda, minutes)).toEqual(['Køb af ejendom på havnen']);
    expect(closedInFirst(minutes, agenda)).toEqual(['Køb af ejendom på havnen']);
    expect(closedInFirst(agenda, agenda)).toEqual([]);
  });

  test('are found where their number moved', () => {
    const moved = [TITLES[0] ?? '', TITLES[2] ?? '', TITLES[1] ?? '', TITLES[3] ?? ''];
    const minutes = document('referat', moved, ['Køb af ejendom på havnen']);
    expect(closedInFirst(agenda, minutes)).toEqual(['Køb af ejendom på havnen']);
  });

  test('are found by their number where the minutes hide the title', () => {
    const hidden = TITLES.with(1, 'Lukket punkt');
    expect(closedInFirst(agenda, document('referat', hidden, ['Lukket punkt']))).toEqual([
      'Køb af ejendom på havnen',
    ]);
  });

  test('without title and number may be any that the minutes do not take up', () => {
    const minutes = document(
      'referat',
      [
        ['1', 'Velkomst'],
        ['2', 'Rammeaftale for socialområdet'],
        ['3', 'Eventuelt'],
        [null, 'Lukket sag'],
      ],
      ['Lukket sag'],
    );
    expect(closedInFirst(agenda, minutes)).toEqual(['Køb af ejendom på havnen']);
  });

  test('close a superseded agenda by way of the one that followed it', () => {
    const first = document('dagsorden', ['Velkomst', 'Ejendom på havnen']);
    const second = document('dagsorden', ['Velkomst', 'Budget', 'Køb af ejendom på havnen']);
    const minutes = document('referat', ['Velkomst', 'Budget', 'Forhandling om køb'], ['Forhandling om køb']);
    expect(closedInFirst(first, second, minutes)).toEqual(['Ejendom på havnen']);
  });

  test('of a supplementary agenda are told by title, never by its numbers', () => {
    const extra = document('dagsorden', ['Hastesag om ansættelse af chef', 'Ekstra valg'], [], `${OWNER}-t1`);
    const minutes = document(
      'referat',
      [...TITLES, 'Hastesag om ansættelse af ny chef'],
      ['Hastesag om ansættelse af ny chef'],
    );
    expect(closedInFirst(extra, minutes)).toEqual(['Hastesag om ansættelse af chef']);
    const ordinary = document('dagsorden', TITLES, ['Velkomst']);
    expect(closedInFirst(extra, ordinary)).toEqual([]);
  });
});
