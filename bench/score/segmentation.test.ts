import { expect, test } from 'vitest';
import type { Item } from '../../core/document.ts';
import { f1, fieldRate, type ReadDocument, scoreSegments, sumSegments } from './segmentation.ts';
import { Truth } from './truth.ts';

const truth = Truth.parse({
  file: 'prøve.pdf',
  meeting: {
    documentKind: 'referat',
    body: 'KKR Sjælland',
    date: '2020-02-03',
    attendees: [{ name: 'Bo Ask', organisation: 'Faxe Kommune' }],
  },
  items: [1, 2].map((n) => ({
    number: `1.${n}`,
    title: n === 1 ? 'Godkendelse af dagsorden' : 'Letbane på tværs',
    type: null,
    caseNumber: 'SAG-2020-00001',
    caseworkers: ['abc'],
    timeSlot: null,
    outcomes: ['approved'],
    attachmentCount: 0,
    sections: [{ heading: 'Baggrund', text: 'Første afsnit.\n\nAndet afsnit.' }],
  })),
  attachments: [{ item: '1.2', number: 1, title: 'Notat', pages: [2, 3] }],
});

function perfect(): ReadDocument {
  return {
    kind: 'referat',
    meeting: {
      body: 'KKR Sjælland',
      date: '2020-02-03',
      time: null,
      place: null,
      attendees: [{ name: 'Bo Ask', organisation: 'Faxe Kommune' }],
      apologies: [],
    },
    items: truth.items.map(
      (item): Item => ({
        number: item.number,
        title: item.title,
        type: null,
        caseNumber: item.caseNumber,
        caseworkers: item.caseworkers,
        timeSlot: null,
        closed: false,
        chapter: null,
        sections: [{ heading: 'Baggrund', text: 'Første afsnit. Andet\nafsnit.' }],
        decision: { text: 'Tiltrådt.', outcomes: ['approved'] },
        attachments: [],
        pages: [1, 1],
      }),
    ),
    attachments: [{ item: '1.2', number: 1, title: 'Notat', pages: [2, 3] }],
  };
}

function change(edit: (items: Item[]) => Item[]): ReadDocument {
  const read = perfect();
  return { ...read, items: edit([...read.items]) };
}

test('a perfect reading has no miss', () => {
  const score = scoreSegments(truth, perfect());
  expect(score.misses).toEqual([]);
  expect([f1(score.items), f1(score.attachments), fieldRate(score.fields)]).toEqual([1, 1, 1]);
});

test('an empty reading gets every field wrong but those that are rightly empty', () => {
  const read = perfect();
  const score = scoreSegments(truth, {
    kind: 'andet',
    meeting: { ...read.meeting, body: null, date: null, attendees: [] },
    items: [],
    attachments: [],
  });
  expect([f1(score.items), f1(score.attachments), fieldRate(score.fields)]).toEqual([0, 0, 0]);
  expect(score.misses).toHaveLength(4 + 2 * 10 + 4);
});

test('a wrong field is named with what was expected and what was found', () => {
  const score = scoreSegments(
    truth,
    change(([first, ...rest]) => (first ? [{ ...first, caseNumber: null }, ...rest] : [])),
  );
  expect(f1(score.items)).toBe(1);
  expect(score.fields.get('item.caseNumber')).toEqual({ right: 1, expected: 2 });
  expect(score.misses).toEqual([
    {
      file: 'prøve.pdf',
      where: 'item 1.1',
      field: 'item.caseNumber',
      expected: 'SAG-2020-00001',
      found: 'null',
    },
  ]);
});

test('an invented item costs precision, a lost one recall and its fields', () => {
  const invented = scoreSegments(
    truth,
    change((items) => [
      ...items,
      ...items.slice(0, 1).map((item) => ({ ...item, number: '1', title: 'Temadrøftelser' })),
    ]),
  );
  expect(f1(invented.items)).toBe(0.8);
  expect(fieldRate(invented.fields)).toBe(1);
  expect(invented.misses.map((miss) => miss.found)).toEqual(['1 Temadrøftelser']);
  const lost = scoreSegments(
    truth,
    change((items) => items.slice(1)),
  );
  expect(f1(lost.items)).toBeCloseTo(2 / 3);
  expect(lost.fields.get('item.title')).toEqual({ right: 1, expected: 2 });
});

test('a title that is partly wrong is paired with its item, but the item is not right', () => {
  const score = scoreSegments(
    truth,
    change((items) => items.map((item) => ({ ...item, title: `${item.title} SAG-2020-00001` }))),
  );
  expect(score.items.right).toBe(0);
  expect(score.fields.get('item.number')).toEqual({ right: 2, expected: 2 });
});

test('every person counts, and strangers count against', () => {
  const read = perfect();
  const score = scoreSegments(truth, {
    ...read,
    meeting: { ...read.meeting, attendees: [{ name: 'Bo Ask', organisation: null }] },
  });
  expect(score.fields.get('meeting.attendees')).toEqual({ right: 0, expected: 2 });
});

test('sums add up', () => {
  const sum = sumSegments([
    scoreSegments(truth, perfect()),
    scoreSegments(
      truth,
      change(() => []),
    ),
  ]);
  expect(sum.items).toEqual({ right: 2, expected: 4, read: 2 });
  expect(sum.fields.get('item.title')).toEqual({ right: 2, expected: 4 });
});
