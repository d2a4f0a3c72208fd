import { expect, test } from 'vitest';
import { loadLexicon } from '../../danish/lexicon.ts';
import { Analyser } from '../analysis/analyser.ts';
import { FICTIONAL_RECORDS } from '../testing/fictional-records.ts';
import { recordOf, toDocument } from './documents.ts';

const analyser = new Analyser(loadLexicon());

test('a record comes back from Meilisearch as it was', () => {
  for (const record of FICTIONAL_RECORDS) {
    expect(recordOf(toDocument(record, analyser, 1).document)).toEqual(record);
  }
});

test.each(['', 'no JSON', '{}', 'null', JSON.stringify({ ...FICTIONAL_RECORDS[0], kind: 'avis' })])(
  'what is no record of this version asks for a new index (%#)',
  (record) => {
    expect(() => recordOf({ record })).toThrow(
      expect.objectContaining({
        code: 'search-unavailable',
        message: expect.stringContaining('kkr reindex'),
      }),
    );
  },
);
