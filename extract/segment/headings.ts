import { parseCaseLine } from './case-number.ts';
import { isPronounced, type Line, setAlike } from './lines.ts';
import {
  columnSection,
  crampedColumn,
  type InlineSection,
  inlineOfItem,
  inlineSection,
  isQuotedDecision,
  type SectionWord,
  saysDecision,
  sectionWord,
} from './section-words.ts';
import { joinLines } from './text.ts';
import { wrappedHeading } from './wrapped-heading.ts';

/** A heading: of each of its lines how much is its own; what is left is its text. */
export interface FoundHeading {
  readonly word: SectionWord;
  readonly lengths: readonly number[];
}

/** Lines of one item, from its heading to the next. */
export interface Block {
  readonly lines: readonly Line[];
}

/**
 * Which lines of a document head a section. Common words always do; rarer ones
 * and words that nobody listed do where the document sets them like its other
 * headings or repeats them from item to item.
 */
export class HeadingJudge {
  private readonly repeated: ReadonlySet<string>;
  private readonly model: Line | null;
  private readonly textSize: number | null;
  /** Headings with their text on the same line that come back in other items. */
  private readonly inlines: ReadonlySet<string>;
  /** "Beslutning i KKR Sjælland den 12-06-2015" in item after item is this meeting's, not an earlier one's. */
  private readonly ownDecisions: ReadonlySet<string>;
  /** Headings stand in a column to the left of their text. */
  private readonly columns: boolean;

  constructor(blocks: readonly Block[], textSize: number | null) {
    this.textSize = textSize;
    this.model = headingModel(blocks, textSize);
    this.ownDecisions = repeatedDecisions(blocks, textSize);
    this.columns = hasColumns(blocks);
    this.inlines = repeatedInlines(blocks);
    this.repeated = repeatedHeadings(blocks, this.model);
  }

  /** The heading that begins with line `at`: alone on it, over several lines, or with its text beside it. */
  headingAt(lines: readonly Line[], at: number): FoundHeading | null {
    const [line, next] = [lines[at], lines[at + 1]];
    if (!line) return null;
    const wrapped = wrappedHeading(
      lines,
      at,
      this.textSize,
      (text) => sectionWord(text) ?? this.ownDecision(dayHeading(text)?.heading ?? ''),
    );
    if (wrapped) return wrapped;
    const word = this.judge(line, next);
    if (word) return { word, lengths: [line.text.length] };
    const cut = cutDayHeading(line, next);
    const own = cut && this.ownDecision(cut.heading);
    if (own && next) return { word: own, lengths: [cut.length, next.text.length] };
    const inline = this.inline(line);
    return inline && { word: inline.word, lengths: [inline.length] };
  }

  /** A heading with its text on the same line: "Beslutning: Godkendt.", or to its left in a column. */
  private inline(line: Line): InlineSection | null {
    const dated = dayHeading(line.text);
    const own = dated && dated.length < line.text.length ? this.ownDecision(dated.heading) : null;
    if (dated && own) return { word: own, length: dated.length };
    const ofItem = inlineOfItem(line.text);
    if (ofItem) return ofItem;
    const column = this.columns ? (columnSection(line.text) ?? crampedColumn(line.text)) : null;
    if (column) return column;
    const labelled = inlineSection(line.text);
    if (!labelled || (line.role === 'table' && !labelled.word.common)) return null;
    const known = labelled.word.common || this.inlines.has(headingKey(labelled.word.heading));
    return known || line.gap || line.bold ? labelled : null;
  }

  private ownDecision(heading: string): SectionWord | null {
    return this.ownDecisions.has(heading) ? { heading, role: 'decision', common: true } : null;
  }

  /** Null for a line that is no heading. */
  private judge(line: Line, next: Line | undefined): SectionWord | null {
    const text = line.bare;
    const dated = dayHeading(text);
    const own = dated?.length === text.length ? this.ownDecision(dated.heading) : null;
    if (own) return own;
    if (isQuotedDecision(text)) return null;
    const word = line.bareWord;
    if (word?.common) return word;
    const key = headingKey(text);
    const known = this.repeated.has(key);
    if (word) {
      const pronounced =
        this.model !== null && isPronounced(line, this.textSize) && setAlike(line, this.model);
      return known || pronounced || this.isOnlyTextHeading(line, next) ? word : null;
    }
    if (!known || !looksLikeHeading(line)) return null;
    return { heading: text.replace(/\s*:$/, ''), role: 'text', common: false };
  }

  /** Without typography, a rarer word counts where it stands alone as a paragraph of its own above text. */
  private isOnlyTextHeading(line: Line, next: Line | undefined): boolean {
    const { word } = line;
    if (this.model !== null || !line.gap) return false;
    if (word?.role === 'text' && !OWN_SECTION.test(word.heading)) return false;
    return next !== undefined && next.text.length > 40;
  }
}

/** Text sections that are rarely a mere subheading: some items alone have them. */
const OWN_SECTION = /økonomi|finansiering|bevilling|konsekvenser|resumé|sagens/i;

/** "Beslutning i KKR Sjælland den 12-06-2015" at the front of a line, with its colon or tab. */
function dayHeading(text: string): { heading: string; length: number } | null {
  if (!saysDecision(text)) return null;
  const [whole, head = ''] = /^(.{8,100}?)(?:\s?:\s+|\s*\t\s*|\s?:?$)/.exec(text) ?? [];
  // A narrow column breaks the date at its hyphen.
  const heading = head.replace(/(?<=\d-)\s(?=\d)/g, '');
  return whole !== undefined && isQuotedDecision(heading) ? { heading, length: whole.length } : null;
}

/**
 * The same where it fills its column, so that a blank parts its first line from the
 * text and the rest stands below: "Referat i KKR Nordjylland den 27-03- Godkendt." over "2009".
 */
function cutDayHeading(line: Line, next: Line | undefined): { heading: string; length: number } | null {
  if (!next || next.text.length > 32 || !saysDecision(line.text)) return null;
  const [whole, head = ''] = /^(.{8,60}?[-\u2010])(?:\s+(?=\p{Lu})|$)/u.exec(line.text) ?? [];
  if (whole === undefined) return null;
  const joined = joinLines([head, next.text]);
  const dated = dayHeading(joined);
  return dated?.length === joined.length ? { heading: dated.heading, length: whole.length } : null;
}

/** Over several lines of a narrow column, with its text beside it. */
function wrappedDayHeading(lines: readonly Line[], at: number, textSize: number | null): string | null {
  const wordFor = (text: string): SectionWord | null => {
    const dated = dayHeading(text);
    return dated && { heading: dated.heading, role: 'decision', common: true };
  };
  return wrappedHeading(lines, at, textSize, wordFor)?.word.heading ?? null;
}

function repeatedDecisions(blocks: readonly Block[], textSize: number | null): Set<string> {
  const counts = new Map<string, number>();
  for (const { lines } of blocks) {
    const own = new Set(
      lines.flatMap(
        (line, i) =>
          (cutDayHeading(line, lines[i + 1]) ?? dayHeading(line.bare))?.heading ??
          wrappedDayHeading(lines, i, textSize) ??
          [],
      ),
    );
    for (const heading of own) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([, count]) => count >= 2 && count >= blocks.length / 2).map(([text]) => text),
  );
}

function repeatedInlines(blocks: readonly Block[]): Set<string> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const own = new Set(block.lines.flatMap((line) => inlineSection(line.text)?.word.heading ?? []));
    for (const heading of own) counts.set(headingKey(heading), (counts.get(headingKey(heading)) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([key]) => key));
}

/** At least two items with known headings in the left column; a table may have one such row by chance. */
function hasColumns(blocks: readonly Block[]): boolean {
  const inColumns = blocks.filter((block) => block.lines.some((line) => columnSection(line.text) !== null));
  return inColumns.length >= 2 && inColumns.length >= blocks.length / 3;
}

/** The style of common headings, where it differs from that of the text. */
function headingModel(blocks: readonly Block[], textSize: number | null): Line | null {
  const heads = blocks.flatMap((block) => block.lines.filter((line) => line.bareWord?.common));
  const pronounced = heads.filter((line) => isPronounced(line, textSize));
  return pronounced.length > heads.length / 2 ? (pronounced[0] ?? null) : null;
}

/** Short lines that head text in at least three items and in a third of all. */
function repeatedHeadings(blocks: readonly Block[], model: Line | null): Set<string> {
  const items = new Map<string, number>();
  for (const block of blocks) {
    const seen = new Set<string>();
    for (const [i, line] of block.lines.entries()) {
      const next = block.lines[i + 1];
      if (!next || !looksLikeHeading(line)) continue;
      if (model !== null && !setAlike(line, model)) continue;
      if (model === null && !line.gap && line.word === null) continue;
      seen.add(headingKey(line.bare));
    }
    for (const key of seen) items.set(key, (items.get(key) ?? 0) + 1);
  }
  // Set exactly like the common headings, a second occurrence suffices.
  const least = model !== null ? 2 : Math.max(3, blocks.length / 3);
  return new Set(
    [...items].filter(([key, count]) => count >= (sectionWord(key) ? 2 : least)).map(([key]) => key),
  );
}

function looksLikeHeading(line: Line): boolean {
  const text = line.bare;
  return (
    text.length >= 4 &&
    text.length <= 50 &&
    /^\p{Lu}/u.test(text) &&
    !/[.,;]$/.test(text) &&
    line.role !== 'list' &&
    line.role !== 'table' &&
    parseCaseLine(text) === null &&
    inlineSection(text) === null &&
    !/\d{4}/.test(text)
  );
}

function headingKey(text: string): string {
  return text.replace(/\s*:$/, '');
}
