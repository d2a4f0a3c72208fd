import type { Attachment } from '../../../core/document.ts';
import { parseTitle } from '../item-title.ts';
import type { Line, Lines } from '../lines.ts';
import { formatNumber, type ItemNumber } from '../numbers.ts';
import { parseLabel } from './label.ts';
import type { Opening } from './openings.ts';

/** Where an appendix begins; `index` is null where only its page is known. */
export interface Start {
  readonly index: number | null;
  readonly page: number;
  /** No other text stands above it on its page. */
  readonly topOfPage: boolean;
}

export interface Unlisted extends Pick<Attachment, 'item' | 'number' | 'title'> {
  readonly start: Opening;
}

/**
 * The appendices of a bundle that lists none, or of a part of one: what stands at
 * the tops of pages. Labels tell more than covers, so covers count only where
 * there are no labels.
 */
export function unlistedAppendices(openings: readonly Opening[], lines: Lines): Unlisted[] {
  const tops = openings.filter((opening) => opening.topOfPage);
  const labelled = tops.filter((opening) => opening.label && opening.label.numbers.length > 0);
  if (labelled.length > 0) return byLabel(labelled);
  const bookmarked = byBookmark(tops);
  return bookmarked.length > 0 ? bookmarked : byCover(tops, lines);
}

/**
 * Files that were merged into one keep their names as bookmarks: "Bilag 2.1 Notat.docx".
 * Other bookmarks may be the chapters of a single report.
 */
function byBookmark(openings: readonly Opening[]): Unlisted[] {
  return openings.flatMap((opening) => {
    const title = opening.bookmarks.find((each) => parseLabel(each) || withoutEnding(each) !== each);
    if (title === undefined) return [];
    const label = parseLabel(withoutEnding(title));
    const before = label?.numbers.slice(0, -1) ?? [];
    const item = label?.item ?? (before.length > 0 ? before : (opening.cover?.item ?? null));
    return [
      {
        item: item && formatNumber(item),
        number: label?.numbers.at(-1) ?? null,
        title: label?.title || withoutEnding(title),
        start: opening,
      },
    ];
  });
}

/** A file's name as a title. */
export function withoutEnding(title: string): string {
  return title.replace(/\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|msg)$/i, '');
}

function byLabel(openings: readonly Opening[]): Unlisted[] {
  const found: Unlisted[] = [];
  for (const opening of openings) {
    const { label } = opening;
    if (!label) continue;
    const before = label.numbers.slice(0, -1);
    const item: ItemNumber | null =
      label.item ?? (before.length > 0 ? before : (opening.cover?.item ?? null));
    const appendix = {
      item: item && formatNumber(item),
      number: label.numbers.at(-1) ?? null,
      title: label.title || titleBelow(opening),
      start: opening,
    };
    // A label that stands on every page of its appendix begins it once.
    const last = found.at(-1);
    if (last && last.number === appendix.number && (last.item === appendix.item || !appendix.item)) continue;
    found.push(appendix);
  }
  return found;
}

/** The first line below a bare label that is not the item's. */
function titleBelow(opening: Opening): string {
  const at = opening.head.findIndex((line) => parseLabel(line.text));
  const below = opening.head.slice(at + 1).find((line) => !line.numbered && !isDateline(line));
  return below?.text ?? '';
}

function byCover(openings: readonly Opening[], lines: Lines): Unlisted[] {
  const ordinals = new Map<string, number>();
  const covers = openings.filter(
    ({ cover }) => cover && parseTitle(lines.body[cover.line.index + 1]?.text ?? '').title !== '',
  );
  return covers.flatMap((opening, at) => {
    if (!opening.cover) return [];
    const item = formatNumber(opening.cover.item);
    const number = (ordinals.get(item) ?? 0) + 1;
    ordinals.set(item, number);
    const own = lines.body.slice(opening.cover.line.index, covers[at + 1]?.index ?? lines.body.length);
    return [{ item, number, title: coverTitle(own), start: opening }];
  });
}

/** The appendix's own first line, below the item's number and title. */
function coverTitle(own: readonly Line[]): string {
  const rest = own.slice(2).filter((line) => !isDateline(line));
  return rest[0]?.text ?? own[1]?.text ?? '';
}

function isDateline(line: Line): boolean {
  return /^(?:dato|side)\b/i.test(line.text);
}
