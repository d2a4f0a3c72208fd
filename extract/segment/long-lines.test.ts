import { expect, test } from 'vitest';
import { segment } from './segment.ts';
import { pagesOf } from './testing.ts';

/** What a ruled form or a broken text layer leaves on a line: thousands of one character. */
const RUNS: readonly (readonly [string, string])[] = [
  ['blanks', ' '],
  ['dots', '.'],
  ['dots and blanks', '. '],
  ['digits', '1'],
  ['digits and dots', '1.'],
  ['dashes', '- '],
];

test.each(RUNS)(
  'a line of 20,000 %s costs no more than a moment wherever it stands',
  (_, run) => {
    const long = run.repeat(20_000 / run.length);
    const lines = [`Sted:${long}x`, `A${long}x`, `1${long}x`, `A${long}1`, `Bilag 1${long}x`].join('\n');
    const text = `KKR SJÆLLAND

REFERAT

Dato: 3. marts 2017
Deltagere
${lines}

1. Godkendelse af referat
${lines}

Bilag
${lines}

Beslutning
Godkendt.
${lines}
`;
    const before = performance.now();
    const document = segment({ name: 'a.txt', pages: pagesOf(text) });
    expect(document.kind).toBe('referat');
    expect(performance.now() - before).toBeLessThan(4000);
  },
  20_000,
);
