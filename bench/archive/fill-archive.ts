import { keep } from '../../archive/testing/keep.ts';
import { sampleAttachment, sampleDocument, sampleItem, samplePage } from '../../archive/testing/sample.ts';
import type { ArchiveStore } from '../../core/archive-store.ts';
import { BODIES } from '../../core/vocabulary.ts';

const PER_MEETING = 20;

/** Repeats itself after a few billion calls (mulberry32), and gives the same archive every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const random = randomFrom(1);
export const pick = <T>(values: readonly T[], otherwise: T): T =>
  values[Math.floor(random() * values.length)] ?? otherwise;
const SYLLABLES =
  'kom mu ne sund hed klyn ge ram me af ta le tra fik er hverv ud dan nel se so ci al til syn bor ger stra te gi'.split(
    ' ',
  );

/** The nth most common of 20,000 made-up words, common ones short, drawn as words are (Zipf). */
function word(): string {
  let rank = Math.floor(20_000 ** random());
  let made = '';
  do {
    made += SYLLABLES[rank % SYLLABLES.length] ?? '';
    rank = Math.floor(rank / SYLLABLES.length);
  } while (rank > 0);
  return made;
}
export const sentence = (length: number) => Array.from({ length }, word).join(' ');

function dateOf(meeting: number): string {
  return new Date(Date.UTC(2007, 0, 1) + Math.floor(meeting / BODIES.length) * 6 * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

export interface Filling {
  readonly documents: number;
  /** Of filing alone; making the documents up takes longer. */
  readonly ms: number;
  /** Milliseconds a document, in the first and in the last tenth of the archive. */
  readonly atFirst: number;
  readonly atLast: number;
}

/**
 * Files meetings with agenda, minutes and a bundle each until there are `items`
 * items, made of words that are as common and as rare as in any language.
 */
export async function fillArchive(store: ArchiveStore, items: number): Promise<Filling> {
  const meetings = Math.ceil(items / PER_MEETING);
  const each: number[] = [];
  for (let meeting = 0; meeting < meetings; meeting += 1) {
    const body = BODIES[meeting % BODIES.length]?.name ?? 'KKR Sjælland';
    const date = dateOf(meeting);
    const earlier = dateOf(Math.max(0, meeting - BODIES.length * (1 + Math.floor(random() * 8))));
    const agenda = Array.from({ length: PER_MEETING }, (_, at) =>
      sampleItem(
        `${1 + Math.floor(at / 10)}.${1 + (at % 10)}`,
        at === 0 ? 'Godkendelse af dagsorden' : sentence(5),
        {
          caseNumber:
            at % 4 === 0 ? `SAG-${date.slice(0, 4)}-${String(meeting % 9_999).padStart(5, '0')}` : null,
          sections: [
            {
              heading: 'Baggrund',
              text: `På mødet den ${danish(earlier)} blev sagen drøftet. ${sentence(150)}`,
            },
            { heading: 'Indstilling', text: `Det indstilles, at ${sentence(12)}.` },
          ],
          attachments: at % 3 === 0 ? [{ number: 1, title: sentence(3) }] : [],
        },
      ),
    );
    const shared = { date, pages: Array.from({ length: 10 }, (_, at) => samplePage(at + 1, sentence(250))) };
    const facts = { ...sampleDocument('').meeting, body, date };
    const minutes = agenda.map((item) => ({
      ...item,
      sections: [
        ...item.sections,
        { heading: 'Beslutning', text: `KKR tiltrådte indstillingen. ${sentence(10)}` },
      ],
      decision: {
        text: 'KKR tiltrådte indstillingen.',
        outcomes: [pick(['approved', 'noted'] as const, 'approved')],
      },
    }));
    const attachments = Array.from({ length: 5 }, (_, at) =>
      sampleAttachment(`1.${at + 1}`, 1, sentence(3), { pages: [at * 2 + 1, at * 2 + 2] }),
    );
    const pages = Array.from({ length: 10 }, (_, at) => samplePage(at + 1, sentence(250)));
    const started = performance.now();
    await keep(store, { ...sampleDocument(`d${meeting}`, { ...shared, items: agenda }), meeting: facts });
    await keep(store, {
      ...sampleDocument(`r${meeting}`, { ...shared, kind: 'referat', items: minutes }),
      meeting: facts,
    });
    await keep(store, {
      ...sampleDocument(`b${meeting}`, { kind: 'bilag', pages, attachments }),
      meeting: facts,
    });
    each.push((performance.now() - started) / 3);
  }
  const tenth = Math.ceil(meetings / 10);
  const mean = (times: readonly number[]) => times.reduce((sum, time) => sum + time, 0) / times.length;
  return {
    documents: meetings * 3,
    ms: mean(each) * meetings * 3,
    atFirst: mean(each.slice(0, tenth)),
    atLast: mean(each.slice(-tenth)),
  };
}

function danish(date: string): string {
  const months = 'januar februar marts april maj juni juli august september oktober november december'.split(
    ' ',
  );
  return `${Number(date.slice(8))}. ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}
