import { type CaseLine, mergeCaseLines } from './case-number.ts';
import { isClosedLine } from './closed.ts';
import { parseTitle } from './item-title.ts';
import { isPronounced, type Line, type Lines, setAlike } from './lines.ts';
import { columnSection, inlineOfItem, inlineSection, isQuotedDecision } from './section-words.ts';
import { joinLines, titleKey } from './text.ts';

/** An item's heading: the lines of its title and the case line around it. */
export interface ItemHead {
  /** Title as printed, number taken off, lines joined. */
  readonly title: string;
  readonly titleLines: readonly Line[];
  readonly caseLine: CaseLine | null;
  readonly caseLines: readonly Line[];
  /** Values that stand under the title behind labels, as "Tid" and "Sagstype". */
  readonly labels: ReadonlyMap<string, string>;
  /** Index of the first line of the item's text. */
  readonly bodyStart: number;
}

const LABEL =
  /^(sagstype|type|punkttype|behandling|åben\/lukket|status|tid|tidsforbrug|tidspunkt|sagsgang|kategori|dokumentnr\.?|dok\.?\s?(?:id|nr)\.?|deltager(?:e)? (?:under|i) punktet|mødedato|møde|oplægsholder|åbent punkt|lukket punkt|offentlig(?:hed)?)\s*:\s*(.*)$/i;
/** How long the item may take, where it stands alone: "5 min." */
const LENGTH = /^\(?\d{1,3}\s?min(?:\.|utter)?\)?$/i;
/** The item's time on a line of its own, behind a title that filled the one before. */
const SLOT_ALONE = /^(?:kl\.?\s*)?\d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2}(?:\s*\([^)]*\))?$/i;
/** A title longer than this many lines is none. */
const MOST_LINES = 6;

/**
 * Reads the heading that begins at line `at`, which says `own` behind its number.
 * `limit` is where the next heading begins, `named` the title that the contents give.
 */
export function readHead(
  lines: Lines,
  at: number,
  own: string,
  limit: number,
  named: string | null,
): ItemHead {
  const first = lines.body[at];
  if (!first)
    return { title: '', titleLines: [], caseLine: null, caseLines: [], labels: new Map(), bodyStart: at };
  const end = titleEnd(lines, at, limit, own, named);
  const titleLines = lines.body.slice(at, end);
  const title = joinLines(
    [own, ...titleLines.slice(1).map((line) => line.text)].filter((text) => text !== ''),
  );
  const labels = new Map<string, string>();
  const caseLines: Line[] = [];
  const found: CaseLine[] = [];
  let next = end;
  for (; next < Math.min(end + 6, limit); next++) {
    const line = lines.body[next];
    if (!line) break;
    if (line.caseLine) {
      found.push(line.caseLine);
      caseLines.push(line);
      continue;
    }
    if (LENGTH.test(line.text)) continue;
    if (isClosedLine(line.text)) {
      labels.set('lukket punkt', 'ja');
      continue;
    }
    const label = LABEL.exec(line.text);
    if (!label?.[1]) break;
    labels.set(label[1].toLowerCase(), (label[2] ?? '').trim());
  }
  const caseLine = found.length === 0 ? null : mergeCaseLines(found);
  return { title, titleLines, caseLine, caseLines, labels, bodyStart: next };
}

/** Where the title ends: at a case line, a label or a section, else where typography, spacing or sense break. */
function titleEnd(lines: Lines, at: number, limit: number, own: string, named: string | null): number {
  const first = lines.body[at];
  if (!first) return at;
  const last = Math.min(at + MOST_LINES, limit);
  let text = own;
  for (let i = at + 1; i < last; i++) {
    const line = lines.body[i];
    if (!line || closesTitle(line)) return i;
    if (text !== '' && !goesOn(lines, i, last, text, first, named)) return i;
    text = joinLines([text, line.text]);
  }
  return last;
}

function closesTitle(line: Line): boolean {
  return (
    line.caseLine !== null ||
    LABEL.test(line.text) ||
    isClosedLine(line.text) ||
    LENGTH.test(line.text) ||
    line.word?.common === true ||
    isQuotedDecision(line.text) ||
    inlineSection(line.text)?.word.common === true ||
    columnSection(line.text)?.word.common === true ||
    inlineOfItem(line.text) !== null
  );
}

/** Whether line `i` still belongs to the title `text`. */
function goesOn(
  lines: Lines,
  i: number,
  last: number,
  text: string,
  first: Line,
  named: string | null,
): boolean {
  const line = lines.body[i];
  const before = lines.body[i - 1];
  if (!line || !before) return false;
  // A bracket left open, or "kl." at the line's end: what stands behind the title goes on.
  if (/\([^)]*$|\bkl\.$|\d[.:]\d{2}\s?[-–]$/.test(text) && line.text.length < 60) return true;
  if (/^\((?:SAG|EMN|Sagsnr|Sags ID|kl\.|\d).*\)$/i.test(line.text)) return true;
  if (SLOT_ALONE.test(line.text)) return true;
  const bare = parseTitle(text).title;
  // What the contents have behind the first line belongs to it, however wide the lines are set.
  if (named !== null && goesOnAsNamed(named, bare, line.text)) return true;
  const untilCase = distanceToCase(lines, i, last);
  const samePage = line.page === before.page;
  // No title ends with "og", and OCR measures one line of a title larger than the next.
  if (line.gap && samePage && !(untilCase !== null && UNFINISHED.test(text))) return false;
  if (untilCase !== null && untilCase <= 3) return true;
  const apart = isPronounced(first, lines.textSize) && !setAlike(first, line);
  if (apart) return false;
  if (named !== null) return false;
  if (isPronounced(first, lines.textSize) && setAlike(first, line) && line.numbered === null) return samePage;
  return UNFINISHED.test(text) || (/^[a-zæøå]/.test(line.text) && before.text.length >= lines.wrapAt * 0.6);
}

const UNFINISHED =
  /[-–/,]$|(?<!\p{L})(?:og|eller|samt|i|på|af|til|for|fra|med|om|ved|vedr\.?|vedrørende|mellem|under|den|det|de|et|en)$/iu;

function goesOnAsNamed(named: string, bare: string, next: string): boolean {
  if (sameSoFar(named, bare)) return false;
  const joined = joinLines([bare, next]);
  return sameSoFar(named, parseTitle(joined).title) || titleKey(named).startsWith(titleKey(joined));
}

function sameSoFar(named: string, text: string): boolean {
  return titleKey(named) === titleKey(text);
}

/** Lines from `i` to the case line that closes the title; null where none is near. */
function distanceToCase(lines: Lines, i: number, last: number): number | null {
  for (let j = i; j < Math.min(last + 1, i + 5); j++) {
    const line = lines.body[j];
    if (!line) return null;
    if (line.caseLine) return j - i;
    if (line.word?.common) return null;
  }
  return null;
}
