import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleSource } from '../testing/sample.ts';
import { pairItems } from './pair-items.ts';
import { type TiedDocument, tieMeeting } from './tie.ts';

const TITLES = [
  'Godkendelse af dagsorden',
  'Rammeaftale for det specialiserede socialområde',
  'Fordeling af flygtninge',
  'Kollektiv trafik i yderområder',
  'Praksisplan for fysioterapi',
  'Udpegning til vækstforum',
  'Eventuelt',
];

const document = (name: string, more: Partial<TiedDocument> = {}): TiedDocument => {
  const sequence = more.sequence ?? 0;
  const owner = sequence === 0 ? 'nordjylland-2031-03-04' : `nordjylland-2031-03-04-t${sequence}`;
  return {
    sha256: sampleSource(name).sha256,
    kind: 'dagsorden',
    sequence,
    owner,
    items: [],
    scanned: false,
    ...more,
  };
};
const titled = (...titles: string[]) => titles.map((title, at) => ({ number: String(at + 1), title }));

describe('tying a meeting', () => {
  test('ids are unique within a document, whatever the numbers', () => {
    const items = fc.array(
      fc.record({
        number: fc.option(fc.constantFrom('1', '2', '2.1', '3')),
        title: fc.constantFrom(...TITLES),
      }),
      { maxLength: 8 },
    );
    const documents = fc.array(
      fc.record({
        items,
        kind: fc.constantFrom('dagsorden' as const, 'referat' as const),
        sequence: fc.nat(2),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(documents, (made) => {
        const input = made.map((each, at) => document(String(at), each));
        const ties = tieMeeting(input);
        expect(tieMeeting(input)).toEqual(ties);
        for (const [at, tie] of ties.entries()) {
          expect(tie.recordIds).toHaveLength(input[at]?.items.length ?? 0);
          expect(new Set(tie.recordIds).size).toBe(tie.recordIds.length);
        }
        // Of each kind and sequence exactly one is current, and nobody is superseded by a superseded one.
        const current = input.filter((_, at) => ties[at]?.supersededBy === null);
        const groups = new Set(input.map(({ kind, sequence }) => `${kind} ${sequence}`));
        expect(current).toHaveLength(groups.size);
        const currentNames = current.map(({ sha256 }) => sha256);
        for (const { supersededBy } of ties) if (supersededBy) expect(currentNames).toContain(supersededBy);
      }),
    );
  });

  test('a later agenda without items replaces none that has some', () => {
    const full = document('full', { items: titled('Budget') });
    const empty = document('empty');
    expect(tieMeeting([full, empty]).map((tie) => tie.supersededBy)).toEqual([null, full.sha256]);
  });

  test('a scan that says the same as the file before it is its copy, one that says more is newer', () => {
    const original = document('original', { items: titled(...TITLES) });
    const scan = document('scan', { items: titled(...TITLES), scanned: true });
    const other = document('other', {
      items: titled(...TITLES, 'Høring om dagpenge', 'Kystbeskyttelse'),
      scanned: true,
    });
    expect(tieMeeting([original, scan]).map((tie) => tie.supersededBy)).toEqual([null, original.sha256]);
    expect(tieMeeting([scan, original]).map((tie) => tie.supersededBy)).toEqual([original.sha256, null]);
    expect(tieMeeting([original, other]).map((tie) => tie.supersededBy)).toEqual([other.sha256, null]);
    const stranger = document('stranger', { items: titled('Helt andre sager', 'Ny lov'), scanned: true });
    expect(tieMeeting([original, stranger]).map((tie) => tie.supersededBy)).toEqual([stranger.sha256, null]);
  });

  test('a scan of which OCR made less is no newer paper', () => {
    const original = document('original', { items: titled(...TITLES) });
    const poor = TITLES.slice(0, 2).map((title, at) => ({
      number: String(at + 1),
      title: title.replaceAll('e', 'c'),
    }));
    const scan = document('scan', { items: poor, scanned: true });
    expect(tieMeeting([original, scan]).map((tie) => tie.supersededBy)).toEqual([null, original.sha256]);
  });

  test('an agenda item whose number the minutes gave to another keeps apart', () => {
    const agenda = document('a', { items: titled('Budget', 'Kollektiv trafik') });
    const minutes = document('m', { kind: 'referat', items: titled('Kollektiv trafik') });
    const [ofAgenda, ofMinutes] = tieMeeting([agenda, minutes]);
    expect(ofMinutes?.recordIds).toEqual(['nordjylland-2031-03-04-1']);
    expect(ofAgenda?.recordIds).toEqual([`dok-${agenda.sha256.slice(0, 12)}-1`, 'nordjylland-2031-03-04-1']);
  });

  test('minutes take up a supplementary agenda’s items by title, in whatever order the papers came', () => {
    const papers = [
      document('tillæg', { sequence: 1, items: titled('Høring om dagpenge') }),
      document('dagsorden', { items: titled('Budget', 'Trafik') }),
      document('referat', { kind: 'referat', items: titled('Budget', 'Trafik', 'Høring om dagpenge') }),
    ];
    const idsOf = (order: readonly TiedDocument[]) =>
      Object.fromEntries(tieMeeting(order).map((tie, at) => [order[at]?.sha256, tie.recordIds]));
    const expected = idsOf(papers);
    expect(expected[papers[0]?.sha256 ?? '']).toEqual(['nordjylland-2031-03-04-3']);
    expect(idsOf(papers.toReversed())).toEqual(expected);
  });
});

describe('pairing items', () => {
  test('any order of the same titles is found again', () => {
    const order = fc.shuffledSubarray(TITLES, { minLength: TITLES.length });
    fc.assert(
      fc.property(order, (shuffled) => {
        const pairs = pairItems(titled(...TITLES), titled(...shuffled));
        expect(pairs.map((to) => shuffled[to ?? -1])).toEqual(TITLES);
      }),
    );
  });

  test('a retitled item keeps its number, another matter under it does not', () => {
    const agenda = titled('Budget for fællessekretariatet', 'Kollektiv trafik i yderområder');
    const minutes = titled('Fællessekretariatets økonomi og budget', 'Høring om dagpenge');
    expect(pairItems(agenda, minutes)).toEqual([0, null]);
  });

  test('nothing is paired twice', () => {
    const some = fc.array(
      fc.record({ number: fc.option(fc.constantFrom('1', '2')), title: fc.constantFrom(...TITLES) }),
    );
    fc.assert(
      fc.property(some, some, (agenda, minutes) => {
        const pairs = pairItems(agenda, minutes).filter((to) => to !== null);
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
    );
  });
});
