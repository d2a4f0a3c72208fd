import type { SearchRecord } from '../../core/search-index.ts';
import { BODIES, type DocumentKind, Outcome } from '../../core/vocabulary.ts';
import { MUNICIPALITIES } from '../../danish/municipalities.ts';
import { seeded } from '../../fixtures/damage/random.ts';
import { dictionaryWords, fictionalSentences } from './vocabulary.ts';

/** Zipf's law as Mandelbrot mended it: a word of rank r comes up 1 / (r + SHIFT) ** SLOPE as often. */
const SHIFT = 2.7;
const SLOPE = 1.05;
/** Of the longer words of a sentence so many are put in from the dictionary, so that no two sentences are alike. */
const CHANGED = 0.3;
const LONGER = 5;
const TYPES = ['beslutningssag', 'orienteringssag', 'temadrøftelse', 'udpegningssag', null];

export interface Generator {
  records(count: number): AsyncGenerator<SearchRecord>;
  /** A word of the dictionary as the texts hold it, by rank from 0, the commonest. */
  word(rank: number): string;
}

/**
 * Makes records like those of a large archive: three in ten are items, the rest
 * pages of appendices that belong to them. Their texts are sentences of the
 * fictional meetings in which words of the dictionary take the place of some:
 * common words stay as common as they are, and rare ones are as many.
 */
export function createGenerator(seed: number): Generator {
  const random = seeded(seed).next;
  const sentences = fictionalSentences();
  const words = dictionaryWords(seeded(seed + 1).next);
  const draw = sampler(words.length, random);
  const text = (length: number) => {
    const drawn: string[] = [];
    while (drawn.length < length) {
      for (const word of sentences[Math.floor(random() * sentences.length)] ?? []) {
        const changed = word.length > LONGER && /^\p{Ll}+$/u.test(word) && random() < CHANGED;
        drawn.push(changed ? (words[draw()] ?? word) : word);
      }
    }
    return drawn.slice(0, length).join(' ');
  };
  const one = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];

  async function* records(count: number): AsyncGenerator<SearchRecord> {
    for (let made = 0, meeting = 0; made < count; meeting++) {
      const body = BODIES[meeting % BODIES.length] ?? BODIES[0];
      const year = 2007 + (Math.floor(meeting / 5) % 20);
      const date = `${year}-${pad(1 + Math.floor(random() * 12))}-${pad(1 + Math.floor(random() * 28))}`;
      const meetingId = `${body.slug}-${date}-${meeting}`;
      for (let item = 1; item <= 18 && made < count; item++) {
        const id = `${meetingId}-2.${item}`;
        const pages = Math.floor(random() * random() * 9.4);
        const common = {
          body: body.name,
          date,
          meetingId,
          number: `2.${item}`,
          group: id,
          target: id,
          type: one(TYPES) ?? null,
          caseNumber: `SAG-${year}-${String(Math.floor(random() * 3_000)).padStart(5, '0')}`,
          recommendation: '',
          decision: '',
          extra: '',
          unrepaired: '',
          pageStarts: [],
          outcomes: [],
        };
        yield {
          ...common,
          id,
          document: documentId(meeting, 0),
          source: `${meetingId}-referat.pdf`,
          kind: 'referat' satisfies DocumentKind,
          title: text(7),
          outcomes: [one(Outcome.options) ?? 'noted'],
          municipalities: [one(MUNICIPALITIES) ?? 'Køge'],
          recommendation: text(25),
          decision: text(20),
          text: text(120 + Math.floor(random() * 240)),
          page: item,
          legibility: 1,
        };
        made++;
        for (let page = 1; page <= pages && made < count; page++, made++) {
          yield {
            ...common,
            id: `${id}-side-${page}`,
            document: documentId(meeting, 1),
            source: `${meetingId}-bilag.pdf`,
            kind: 'bilag' satisfies DocumentKind,
            title: text(5),
            municipalities: random() < 0.4 ? [one(MUNICIPALITIES) ?? 'Køge'] : [],
            text: text(120 + Math.floor(random() * 260)),
            page,
            legibility: 1,
          };
        }
      }
    }
  }
  return { records, word: (rank) => words[rank] ?? '' };
}

function documentId(meeting: number, part: number): string {
  return (meeting * 2 + part).toString(16).padStart(64, '0');
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** Draws ranks by inverting the cumulated frequencies. */
function sampler(size: number, random: () => number): () => number {
  const cumulated = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) {
    sum += (rank + 1 + SHIFT) ** -SLOPE;
    cumulated[rank] = sum;
  }
  return () => {
    const wanted = random() * sum;
    let from = 0;
    let to = size - 1;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((cumulated[middle] ?? 0) < wanted) from = middle + 1;
      else to = middle;
    }
    return from;
  };
}
