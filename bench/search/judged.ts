import { readFile } from 'node:fs/promises';
import type { SearchHit, SearchRecord } from '../../core/search-index.ts';

/**
 * Queries with the answers that a council's secretary who has read the
 * documents expects: 3 for what was asked for, 2 for what is of clear use, 1
 * for what touches it; what is not named is of no use. Written from the
 * documents before any engine was asked.
 *
 * A line holds the kind, the query and the answers, parted by tabs. An answer is
 * `h16:2.1`, an item of a meeting; `h16:deltagere`, its list of participants;
 * `b:2.1-4`, an appendix of the bundle; `t:…`, the pages of the text file that
 * hold these words.
 */
export interface JudgedQuery {
  readonly kind: string;
  readonly query: string;
  readonly grades: ReadonlyMap<string, number>;
}

const MEETINGS: Readonly<Record<string, string>> = {
  n09: 'nordjylland-2009-03-27',
  s12: 'sjaelland-2012-06-08',
  m13: 'midtjylland-2013-10-24',
  y14: 'syddanmark-2014-03-14',
  h16: 'hovedstaden-2016-11-18',
  m18: 'midtjylland-2018-09-12',
  h19: 'hovedstaden-2019-05-03',
  y21: 'syddanmark-2021-04-21',
  n23: 'nordjylland-2023-11-10',
  n23t: 'nordjylland-2023-11-10-t1',
  m25: 'midtjylland-2025-02-07',
  h26: 'hovedstaden-2026-01-23',
  h22: 'hovedstaden-2022-06-21',
  s24: 'sjaelland-2024-06-19',
};

/** Each set has a meeting of its own that the shortest name stands for. */
const ONLY_IN = { fixtures: { s22: 'sjaelland-2022-05-11' }, corpus: { s22: 'sjaelland-2022-09-07' } };

/** @param set `judged`, or `heldout`, which no rule was written with a look at. */
export async function judgedQueries(
  set: 'judged' | 'heldout',
  documents: 'fixtures' | 'corpus',
  records: readonly SearchRecord[],
): Promise<JudgedQuery[]> {
  const text = await readFile(new URL(`${set}.${documents}.tsv`, import.meta.url), 'utf8');
  const meetings = { ...MEETINGS, ...ONLY_IN[documents] };
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [kind = '', query = '', answers = ''] = line.split('\t');
      const grades = new Map<string, number>();
      for (const answer of answers.split('; ').filter((one) => one !== '')) {
        const [, name = '', place = '', grade = ''] = /^(\w+):(.+)=(\d)$/.exec(answer) ?? [];
        if (grade === '') throw new Error(`No answer can be read from "${answer}"`);
        for (const id of idsOf(name, place, meetings, records)) grades.set(id, Number(grade));
      }
      return { kind, query, grades };
    });
}

function idsOf(
  name: string,
  place: string,
  meetings: Readonly<Record<string, string>>,
  records: readonly SearchRecord[],
): string[] {
  if (name === 'b') return [`bilag-${place}`];
  if (name === 't') {
    const pages = records.filter(
      ({ source, text, unrepaired }) => source.endsWith('.txt') && says(text, unrepaired, place),
    );
    // Nobody can find what a reading lost; that is a miss, and listed as one.
    if (pages.length === 0) return [`no page says ${place}`];
    return pages.map(({ page }) => `side-${page}`);
  }
  const meeting = meetings[name];
  if (meeting === undefined) throw new Error(`No meeting is called "${name}"`);
  return [`${meeting}-${place}`];
}

/** A page may have been repaired since it was judged: each word counts as it is or was. */
function says(text: string, unrepaired: string, words: string): boolean {
  const all = `${text} ${unrepaired}`.toLowerCase();
  return words
    .toLowerCase()
    .split(' ')
    .every((word) => all.includes(word));
}

/** What a hit is called in the judgements. */
export function answerOf(hit: Pick<SearchHit, 'id' | 'source' | 'meetingId' | 'page'>): string {
  if (hit.source.endsWith('.txt')) return `side-${hit.page}`;
  const appendix = /^dok-[0-9a-f]+-(bilag-.+)$/.exec(hit.id)?.[1];
  if (appendix) return appendix;
  return hit.id.startsWith('dok-') && hit.meetingId ? `${hit.meetingId}-deltagere` : hit.id;
}
