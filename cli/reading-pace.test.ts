import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration } from './progress.ts';
import { ReadingPace } from './reading-pace.ts';

describe('ReadingPace', () => {
  it('counts documents and pages, and takes waiting documents for average ones', () => {
    let clock = 0;
    const pace = new ReadingPace(() => clock);
    for (const id of ['a', 'b', 'c']) pace.queued(id, 1_000);
    expect(pace.now()).toMatchObject({ documents: 3, documentsDone: 0, pages: 0, secondsLeft: null });
    clock = 2_000;
    pace.page('a', 10, 20);
    expect(pace.now()).toMatchObject({
      pagesDone: 10,
      pages: 60,
      isEstimate: true,
      pagesPerSecond: 5,
    });
    expect(pace.now().secondsLeft).toBeCloseTo(10);
    pace.settled('a', 20);
    pace.settled('b', 4);
    pace.settled('c', 6);
    expect(pace.now()).toMatchObject({
      documentsDone: 3,
      pages: 30,
      pagesDone: 30,
      isEstimate: false,
      share: 1,
    });
  });

  it('expects a small file to be quick, however long the scan before it took', () => {
    let clock = 0;
    const pace = new ReadingPace(() => clock);
    pace.queued('scan', 3_000_000);
    pace.queued('digital', 300_000);
    clock = 60_000;
    pace.settled('scan', 12);
    expect(pace.now().secondsLeft).toBeCloseTo(6);
  });

  it('goes by the last half minute', () => {
    let clock = 0;
    const pace = new ReadingPace(() => clock);
    pace.queued('a', 100);
    clock = 1_000;
    pace.page('a', 1_000, 2_000);
    pace.now();
    for (let second = 2; second <= 60; second++) {
      clock = second * 1_000;
      pace.page('a', 1_000 + second, 2_000);
      pace.now();
    }
    expect(pace.now().pagesPerSecond).toBeCloseTo(1, 1);
  });

  it('ignores a page that comes after its document was settled', () => {
    const pace = new ReadingPace(() => 0);
    pace.queued('a', 100);
    pace.settled('a', 5);
    pace.page('a', 2, 5);
    expect(pace.now()).toMatchObject({ documentsDone: 1, pagesDone: 5 });
  });

  it('never goes back and never passes the end, whatever is told', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      what: fc.constantFrom('queued', 'page', 'settled'),
      done: fc.nat(50),
      more: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let clock = 0;
        const pace = new ReadingPace(() => clock);
        let before = 0;
        for (const { id, what, done, more } of steps) {
          clock += 100;
          if (what === 'queued') pace.queued(id, done * more);
          else if (what === 'page') pace.page(id, done, done + more);
          else pace.settled(id, done);
          const { share, secondsLeft } = pace.now();
          expect(share).toBeGreaterThanOrEqual(before);
          expect(share).toBeLessThanOrEqual(1);
          expect(secondsLeft === null || secondsLeft >= 0).toBe(true);
          before = share;
        }
      }),
    );
  });
});

it.each([
  [null, '?'],
  [0, '0:00'],
  [59.2, '1:00'],
  [187, '3:07'],
  [3_765, '1:02:45'],
])('shows %s seconds as %s', (seconds, shown) => {
  expect(duration(seconds)).toBe(shown);
});
