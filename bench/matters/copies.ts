import { anchorsOf, isSamePage, sketchOf } from '../../archive/copy/page-sketch.ts';
import { damageText } from '../../fixtures/damage/text-damage.ts';
import { loadMeetings } from '../../fixtures/forge/source.ts';
import { type FoundCounts, NOTHING_FOUND } from './counts.ts';

interface JudgedPair {
  readonly kind: string;
  readonly isCopy: boolean;
  readonly scanned: boolean;
  readonly a: string;
  readonly b: string;
}

export interface PairCounts {
  readonly kind: string;
  readonly isCopy: boolean;
  readonly pairs: number;
  readonly judgedRight: number;
}

/** Whether pairs of pages are told to be one paper, or not, by what is between them. */
export async function scoreCopies(): Promise<{ copies: FoundCounts; kinds: readonly PairCounts[] }> {
  const pairs = (await judgedPairs()).flatMap((pair) => {
    const [a, b] = [sketchOf(pair.a), sketchOf(pair.b)];
    if (!a || !b) return [];
    // Found only where a key leads from one to the other, as in the archive.
    const keys = new Set(anchorsOf(a));
    const found = anchorsOf(b).some((key) => keys.has(key)) && isSamePage(a, b, pair);
    return [{ ...pair, found }];
  });
  const copies = { ...NOTHING_FOUND };
  for (const { isCopy, found } of pairs) {
    if (isCopy) copies.expected += 1;
    if (found) copies.found += 1;
    if (found && isCopy) copies.right += 1;
  }
  const kinds = [...Map.groupBy(pairs, ({ kind }) => kind)].map(([kind, own]) => ({
    kind,
    isCopy: own[0]?.isCopy ?? false,
    pairs: own.length,
    judgedRight: own.filter(({ found, isCopy }) => found === isCopy).length,
  }));
  return { copies, kinds };
}

async function judgedPairs(): Promise<JudgedPair[]> {
  const meetings = await loadMeetings();
  const appendices = meetings.flatMap((meeting) => meeting.appendices.map(({ text }) => text));
  const items = meetings.flatMap((meeting) =>
    meeting.chapters.flatMap((chapter) => chapter.items.map((item) => JSON.stringify(item))),
  );
  const texts = [...appendices, ...items].filter((text) => text.length > 800);
  return [
    ...texts.flatMap((text, at) => changed(text, at)),
    ...texts.flatMap((text, at): JudgedPair[] => {
      const other = texts[(at + 1) % texts.length];
      return other ? [{ kind: 'another paper', isCopy: false, scanned: true, a: text, b: other }] : [];
    }),
    ...[2031, 2032, 2033, 2034].flatMap((year, at): JudgedPair[] => [
      {
        kind: 'the same letter of another year',
        isCopy: false,
        scanned: at % 2 === 1,
        a: budgetLetter(year, at + 3),
        b: budgetLetter(year + 1, at + 7),
      },
      {
        kind: 'a letter and its scan',
        isCopy: true,
        scanned: true,
        a: budgetLetter(year, at + 3),
        b: damageText(budgetLetter(year, at + 3), 'english-ocr', at),
      },
    ]),
  ];
}

/** A page as it comes again: scanned, set anew, with other figures, revised. */
function changed(text: string, seed: number): JudgedPair[] {
  const of = (kind: string, isCopy: boolean, scanned: boolean, b: string): JudgedPair => {
    return { kind, isCopy, scanned, a: text, b };
  };
  const figures = new Set(text.match(/\d+/g) ?? []).size;
  const paragraphs = text.split('\n\n');
  const half = Math.floor(paragraphs.length / 2);
  return [
    of('a scan, read by an English OCR', true, true, damageText(text, 'english-ocr', seed)),
    of('a scan with torn words', true, true, damageText(text, 'torn-words', seed)),
    of('set anew with other line ends', true, false, damageText(text, 'line-end-hyphens', seed)),
    ...(figures >= 12
      ? [
          of(
            'a table with other figures',
            false,
            false,
            text.replace(/\d+/g, (each) => `${Number(each) * 3 + 7}`),
          ),
        ]
      : []),
    ...(paragraphs.length >= 4
      ? [
          of(
            'revised: half its paragraphs are others',
            false,
            false,
            [...paragraphs.slice(0, half), REVISION].join('\n\n'),
          ),
        ]
      : []),
  ];
}

const REVISION = `Afsnittet er skrevet om efter høringen. Kommunerne får et år mere til at gennemføre ændringen, og
udgifterne fordeles efter folketal. Sekretariatet samler erfaringerne og vender tilbage med et forslag til
evaluering, når de første kommuner er i gang. Fristen for indmelding er flyttet, og skemaet er gjort kortere.`;

/** What is sent out every year in the same words. */
function budgetLetter(year: number, seed: number): string {
  const sum = (of: number) =>
    `${(seed * of * 137) % 900}.${String((seed * of * 71) % 1000).padStart(3, '0')}`;
  const rows = [
    'Faxe',
    'Greve',
    'Holbæk',
    'Køge',
    'Lejre',
    'Lolland',
    'Næstved',
    'Odsherred',
    'Ringsted',
    'Solrød',
  ]
    .map((name, at) => `${name} Kommune ${sum(at + 2)} kr. ${(seed * (at + 5)) % 97} pct.`)
    .join('\n');
  return `Kære kommuner. Hermed fremsendes budgettet for det fælles sekretariat for ${year}. Kommunernes bidrag
beregnes efter folketallet pr. 1. januar ${year - 1}, og bidraget opkræves i to rater. Det samlede budget udgør
${sum(1)} kr., hvoraf løn udgør ${sum(11)} kr. og drift ${sum(12)} kr. Spørgsmål kan rettes til sekretariatet.\n${rows}`;
}
