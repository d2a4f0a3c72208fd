import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentId, bodySlug, itemId, meetingId, pageId, undatedId } from './ids.ts';
import { BODIES } from './vocabulary.ts';

const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
const date = fc
  .date({ min: new Date('2007-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const body = fc.constantFrom(...BODIES.map(({ name }) => name));
const number = fc
  .array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('.'));

describe('ids', () => {
  test('read as documented', () => {
    const meeting = meetingId('KKR Sjælland', '2024-06-19');
    expect(meeting).toBe('sjaelland-2024-06-19');
    expect(itemId(meeting, '2.3', 5)).toBe('sjaelland-2024-06-19-2.3');
    expect(itemId(meetingId('KKR Sjælland', '2024-06-19', 1), '1', 1)).toBe('sjaelland-2024-06-19-t1-1');
    expect(itemId(meeting, null, 4)).toBe('sjaelland-2024-06-19-p4');
    const hash = `3f5a9c0d12ab${'0'.repeat(52)}`;
    expect(itemId(undatedId(hash), '2.3', 5)).toBe('dok-3f5a9c0d12ab-2.3');
    expect(attachmentId(hash, '2.3', 1)).toBe('dok-3f5a9c0d12ab-bilag-2.3-1');
    expect(attachmentId(hash, null, 7)).toBe('dok-3f5a9c0d12ab-bilag-x-7');
    expect(pageId(hash, 12)).toBe('dok-3f5a9c0d12ab-side-12');
  });

  test('need no escaping in a URL', () => {
    fc.assert(
      fc.property(body, date, fc.nat(3), number, sha256, (name, day, sequence, item, hash) => {
        const ids = [
          itemId(meetingId(name, day, sequence), item, 1),
          attachmentId(hash, item, 1),
          pageId(hash, 1),
        ];
        for (const id of ids) expect(encodeURIComponent(id)).toBe(id);
      }),
    );
  });

  test('differ for different items, whatever the meeting, sequence and number', () => {
    const place = fc.record({
      name: body,
      day: date,
      sequence: fc.nat(3),
      item: fc.option(number),
      at: fc.integer({ min: 1, max: 40 }),
    });
    const idOf = ({ name, day, sequence, item, at }: Parameters<Parameters<typeof place.map>[0]>[0]) =>
      itemId(meetingId(name, day, sequence), item, at);
    fc.assert(
      fc.property(place, place, (a, b) => {
        const same =
          a.name === b.name &&
          a.day === b.day &&
          a.sequence === b.sequence &&
          a.item === b.item &&
          (a.item !== null || a.at === b.at);
        expect(idOf(a) === idOf(b)).toBe(same);
      }),
    );
  });

  test('every body has a slug of its own', () => {
    expect(new Set(BODIES.map(({ name }) => bodySlug(name))).size).toBe(5);
  });
});
