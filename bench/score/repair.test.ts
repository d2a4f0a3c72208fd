import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendedRate, scoreRepair, spoiltRate, sumRepairs } from './repair.ts';

const clean = 'Det indstilles, at KKR Sjælland drøfter beslutningssagen på næste møde.';
const damaged = 'Det indstilles, at KKR Sjelland drofter beslutnings sagen pånæste møde.';

test('a perfect repair mends everything and spoils nothing', () => {
  const score = scoreRepair(clean, damaged, clean);
  expect(score).toMatchObject({ words: 10, damaged: 5, mended: 5, spoilt: 0, misses: [] });
});

test('doing nothing mends nothing and spoils nothing', () => {
  const score = scoreRepair(clean, damaged, damaged);
  expect(score).toMatchObject({ damaged: 5, mended: 0, spoilt: 0 });
  expect(mendedRate(score)).toBe(0);
  expect(score.misses.map((miss) => [miss.word, miss.damaged, miss.kind])).toEqual([
    ['Sjælland', 'Sjelland', 'æøå'],
    ['drøfter', 'drofter', 'æøå'],
    ['beslutningssagen', 'beslutnings sagen', 'split'],
    ['på', 'pånæste', 'run together'],
    ['næste', 'pånæste', 'run together'],
  ]);
});

test('a repair that is partly wrong is charged for both', () => {
  const repaired = 'Det indstiller, at KKR Sjælland drøfter beslutnings sagen på næste mode.';
  const score = scoreRepair(clean, damaged, repaired);
  expect(score).toMatchObject({ damaged: 5, mended: 4, spoilt: 2 });
  expect(spoiltRate(score)).toBe(2 / 5);
  expect(score.misses.filter((miss) => miss.what === 'spoilt').map((miss) => miss.repaired)).toEqual([
    'indstiller,',
    'mode.',
  ]);
});

test('joining two words that were right spoils both', () => {
  expect(scoreRepair('sagen er åben', 'sagen er åben', 'sagener åben').spoilt).toBe(2);
});

test('an empty text has nothing to mend', () => {
  const score = scoreRepair('', '', '');
  expect([score.words, mendedRate(score), spoiltRate(score)]).toEqual([0, 1, 0]);
  expect(scoreRepair('en sag', '', '')).toMatchObject({ damaged: 2, mended: 0 });
});

test('kinds of damage are told apart, and can be named by whoever made them', () => {
  const kinds = (word: string, bad: string) => [...scoreRepair(word, bad, bad).kinds.keys()];
  expect(kinds('møde', 'm\ufffdde')).toEqual(['placeholder']);
  expect(kinds('møde', 'mÃ¸de')).toEqual(['mojibake']);
  expect(kinds('kommuner', 'komuner')).toEqual(['letters lost']);
  expect(kinds('klimaplan', 'klirnaplan')).toEqual(['other letters']);
  expect([...scoreRepair('møde', 'mode', 'mode', () => 'ocr').kinds.keys()]).toEqual(['ocr']);
});

test('sums are kept by kind', () => {
  const sum = sumRepairs([scoreRepair(clean, damaged, clean), scoreRepair(clean, damaged, damaged)]);
  expect(sum).toMatchObject({ words: 20, damaged: 10, mended: 5 });
  expect(sum.kinds.get('split')).toEqual({ damaged: 2, mended: 1 });
});

test('an untouched text never counts as damaged, mended or spoilt', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'ø', ' ', '.', '\n') }), (text) => {
      expect(scoreRepair(text, text, text)).toMatchObject({ damaged: 0, mended: 0, spoilt: 0 });
    }),
  );
});
