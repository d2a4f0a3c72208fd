import type { DocumentKind } from '../../core/vocabulary.ts';
import type { Line, Lines } from './lines.ts';
import { squeeze } from './text.ts';

const AGENDA =
  /^(?:ENDELIG|FORELØBIG|UDKASTTIL|REVIDERET|SUPPLERENDE|TILLÆGS?|ÅBEN|LUKKET|MØDE)*(?:DAGSORDEN|DAGSORDN|MØDEINDKALDELSE)/;
const MINUTES =
  /^(?:(?:UDKASTTIL|GODKENDT|FORELØBIGT|ENDELIGT|BESLUTNINGS|MØDE|ÅBENT|KONKLUSIONS)*(?:REFERAT|PROTOKOL)|(?:ENDELIG|ÅBEN)?DAGSORDENMED(?:BESLUTNING|VEDTAGELSE|KONKLUSION|REFERAT)|BESLUTNINGSLISTE)/;
const APPENDIX =
  /^(?:BILAG(?:SSAMLING|SOVERSIGT|SBUNDT|TIL|\d|$)|INDHOLDSFORTEGNELSEBILAG|SAMLEDEBILAG|OVERSIGTOVERBILAG)/;

/** What a title line calls its document; letter-spacing and a year make no difference. */
function kindOfTitle(text: string): DocumentKind | null {
  // The body's name and the kind may stand on one line: "KKR Syddanmark Referat".
  const squeezed = squeeze(text.replace(/^KKR\s+\p{Lu}\p{L}+(?:\s*[-–|·]\s*|\s+(?=\p{Lu}))/u, ''));
  if (squeezed.length > 60) return null;
  if (APPENDIX.test(squeezed)) return 'bilag';
  if (MINUTES.test(squeezed)) return 'referat';
  if (AGENDA.test(squeezed)) return 'dagsorden';
  return null;
}

/** What is to be looked for in a document: items, appendices, or neither. */
export type Papers = 'meeting' | 'bundle' | 'other';

/**
 * Tells papers of a meeting and bundles of appendices from everything else: a
 * report has numbered chapters too. What the first lines call the document comes
 * first, then its structure, then its file's name.
 */
export function tellPapers(lines: Lines, name: string): Papers {
  const head = [...lines.running.slice(0, 4), ...beforeSections(lines.body.slice(0, 40))];
  const kinds = head.map((line) => (/^bilag\s*\d/i.test(line.text) ? 'bilag' : kindOfTitle(line.text)));
  const called = kinds.find((kind) => kind !== null) ?? null;
  const named = kindOfName(name);
  if (called === 'bilag') return 'bundle';
  if (called !== null) return 'meeting';
  if (named === 'bilag') return 'bundle';
  const says = head.some(
    (line) =>
      line.text.length <= 100 &&
      !/[.,;]$/.test(line.text) &&
      /\b(?:dagsorden|referat|protokol)\b/i.test(line.text),
  );
  return says || named !== null || isMadeOfCases(lines) ? 'meeting' : 'other';
}

/** The letterhead: once a section has begun, "Bilag" heads another and names no document. */
function beforeSections(front: readonly Line[]): readonly Line[] {
  const first = front.findIndex((line) => {
    const { word } = line;
    return word?.common === true && word.role !== 'attachments' && !/^referat$/i.test(word.heading);
  });
  return first < 0 ? front : front.slice(0, first);
}

/** Case lines with recommendations or decisions between them: the middle of an agenda, its front page lost. */
function isMadeOfCases(lines: Lines): boolean {
  const cases = lines.body.filter((line) => line.caseLine?.caseNumber).length;
  const acts = lines.body.filter((line) =>
    /^(?:recommendation|decision)$/.test(line.word?.role ?? ''),
  ).length;
  return cases >= 2 && acts >= 2;
}

/** Whether the letterhead says minutes. */
export function isCalledMinutes(front: readonly Line[]): boolean {
  return front
    .slice(0, 40)
    .some(
      (line) =>
        (line.text.length <= 110 && /^(?:\p{L}+\s+til\s+)?\p{L}*(?:referat|protokol)\b/iu.test(line.text)) ||
        kindOfTitle(line.text) === 'referat',
    );
}

export interface KindEvidence {
  readonly front: readonly Line[];
  readonly lines: Lines;
  readonly name: string;
  readonly itemCount: number;
  /** Items whose decision has text. */
  readonly decided: number;
  readonly bundled: number;
}

/**
 * The letterhead says what a document is; where it does not, what it is made of
 * and then the file's name do.
 */
export function judgeKind({ front, lines, name, itemCount, decided, bundled }: KindEvidence): DocumentKind {
  const head = front.slice(0, 40).filter((line) => line.text.length <= 70);
  const titles = head.flatMap((line) => kindOfTitle(line.text) ?? []);
  const named = kindOfName(name);
  if (bundled > 0 && itemCount === 0) return 'bilag';
  if (itemCount === 0) {
    const first = titles[0];
    if (first === 'bilag' || named === 'bilag') return 'bilag';
    if (first && named === first) return first;
    return first &&
      lines.body.length < 400 &&
      head.some((line) => kindOfTitle(line.text) === first && line.index < 6)
      ? first
      : (named ?? 'andet');
  }
  const called = titles.find((title) => title !== 'bilag');
  if (called === 'referat' || (called === undefined && isCalledMinutes(front))) return 'referat';
  if (titles.includes('dagsorden')) return decided > itemCount / 2 ? 'referat' : 'dagsorden';
  const running = lines.running.slice(0, 20).flatMap((line) => runningKind(line.text) ?? [])[0];
  if (running) return running;
  if (decided > itemCount / 3) return 'referat';
  if (titles.includes('bilag')) return 'bilag';
  return named ?? 'dagsorden';
}

function runningKind(text: string): DocumentKind | null {
  if (/\breferat\b|dagsorden med (?:beslutning|vedtagelse|konklusion|referat)/i.test(text)) return 'referat';
  return /\bdagsorden\b/i.test(text) ? 'dagsorden' : null;
}

function kindOfName(name: string): DocumentKind | null {
  if (/bilag/i.test(name)) return 'bilag';
  if (/referat|protokol/i.test(name)) return 'referat';
  return /dagsorden/i.test(name) ? 'dagsorden' : null;
}

/** n for the n-th supplementary agenda, 0 for the ordinary one. */
export function sequenceOf(front: readonly Line[], name: string): number {
  for (const line of front.slice(0, 40)) {
    const squeezed = squeeze(line.text);
    if (squeezed.length > 60) continue;
    const found = /(?:TILLÆGS?|SUPPLERENDE)(?:DAGSORDEN|PUNKT|REFERAT)/.exec(squeezed);
    if (found)
      return Number(
        /(?:TILLÆGS?|SUPPLERENDE)(?:DAGSORDEN|REFERAT)(?:NR)?([1-9])(?!\d)/.exec(squeezed)?.[1] ?? 1,
      );
  }
  return /till(?:æ|ae)gs?-?_?dagsorden/i.test(name) ? 1 : 0;
}
