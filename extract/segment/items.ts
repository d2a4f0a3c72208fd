import type { Item, Span } from '../../core/document.ts';
import { mergeCaseLines } from './case-number.ts';
import type { CasePlacement } from './case-placement.ts';
import { closesByValue, closesChapter } from './closed.ts';
import { closingAt } from './closing.ts';
import { findTime } from './danish-date.ts';
import { HeadingJudge } from './headings.ts';
import { type ItemHead, readHead } from './item-head.ts';
import { parseTitle } from './item-title.ts';
import type { Line, Lines } from './lines.ts';
import { listAttachments, type PageLink } from './listed-attachments.ts';
import { listRecommendations, recommendedInText } from './recommendations.ts';
import { inferRoles } from './section-roles.ts';
import { cutSections, type RawSection, sectionText, spansOf, spansOfLines } from './sections.ts';

/** A heading that was accepted: of an item, or of a chapter that holds items. */
export interface Outline {
  readonly number: string | null;
  readonly line: number;
  /** What its first line says behind the number. */
  readonly rest: string;
  /** The title that the contents give. */
  readonly named: string | null;
}

export interface Chapter {
  readonly number: string | null;
  readonly title: string;
  readonly page: number;
}

export interface OutlinedItem extends Outline {
  readonly chapter: Chapter | null;
}

export interface Draft {
  readonly outline: OutlinedItem;
  readonly head: ItemHead;
  readonly lines: readonly Line[];
  readonly all: readonly Line[];
}

/** Everything that the items of a document say, given where each begins and ends. */
export function readItems(
  outlines: readonly OutlinedItem[],
  ends: readonly number[],
  placement: CasePlacement,
  lines: Lines,
  links: readonly PageLink[],
  isMinutes: boolean,
): { items: Item[]; drafts: readonly (readonly RawSection[])[] } {
  const closing = closingAt(lines.body, outlines.at(-1)?.line ?? 0);
  const drafts = outlines.map((outline, i) =>
    draftItem(outline, Math.min(ends[i] ?? closing, closing), lines, placement),
  );
  const judge = new HeadingJudge(
    drafts.map(({ lines: own }) => ({ lines: own })),
    lines.textSize,
  );
  const cut = inferRoles(
    drafts.map((draft) => cutSections(draft.lines, judge)),
    isMinutes,
  );
  const items = drafts.map((draft, i) => buildItem(draft, cut[i] ?? [], links, lines.wrapAt));
  return { items, drafts: cut };
}

function draftItem(outline: OutlinedItem, end: number, lines: Lines, placement: CasePlacement): Draft {
  const head = readHead(lines, outline.line, outline.rest, end, outline.named);
  const all = lines.body.slice(outline.line, end);
  const own = lines.body.slice(head.bodyStart, end);
  if (head.caseLine !== null || placement === 'below') return { outline, head, lines: own, all };
  const around =
    placement === 'above' ? lines.body.slice(Math.max(outline.line - 3, 0), outline.line) : own.slice(-3);
  const from = around.findLastIndex((line) => line.caseLine === null) + 1;
  const apart = placement === 'above' ? around.slice(from) : around.filter((line) => line.caseLine !== null);
  const found = apart.flatMap((line) => line.caseLine ?? []);
  if (found.length === 0) return { outline, head, lines: own, all };
  const whole = { ...head, caseLine: mergeCaseLines(found), caseLines: apart };
  return { outline, head: whole, lines: own.filter((line) => !apart.includes(line)), all };
}

export function buildItem(
  draft: Draft,
  sections: readonly RawSection[],
  links: readonly PageLink[],
  wrapAt: number,
): Item {
  const { head, outline } = draft;
  const parts = parseTitle(head.title);
  const attachments = sections
    .filter((section) => section.role === 'attachments')
    .flatMap((section) => section.pieces);
  const inText = sections.flatMap(({ pieces }) => pieces.filter(({ text }) => NUMBERED_APPENDIX.test(text)));
  const named = sections.filter((section) => section.role === 'recommendation');
  const [bare] = sections;
  const recommended =
    named.length > 0 || !bare
      ? named
      : [{ ...bare, pieces: recommendedInText(bare.pieces) }].filter(({ pieces }) => pieces.length > 0);
  const pages = [...head.caseLines, ...draft.all].map((line) => line.page).sort((a, b) => a - b);
  const first = pages[0] ?? 1;
  const where: Record<string, Span[]> = { title: spansOfLines(head.titleLines) };
  if (outline.number !== null) where.number = spansOfLines(head.titleLines.slice(0, 1));
  if (head.caseLines.length > 0) {
    if (head.caseLine?.caseNumber) where.caseNumber = spansOfLines(head.caseLines);
    if (head.caseLine?.caseworkers.length) where.caseworkers = spansOfLines(head.caseLines);
  }
  if (parts.caseNumber !== null && !where.caseNumber) where.caseNumber = spansOfLines(head.titleLines);
  if (parts.caseworkers.length > 0 && !where.caseworkers) where.caseworkers = spansOfLines(head.titleLines);
  if (recommended.length > 0)
    where.recommendations = spansOf(recommended.flatMap((section) => section.pieces));
  const labelledType = head.labels.get('sagstype') ?? head.labels.get('punkttype') ?? null;
  return {
    number: outline.number,
    title: parts.title,
    type: parts.type ?? head.caseLine?.type ?? (labelledType ? labelledType.toLowerCase() : null),
    caseNumber: head.caseLine?.caseNumber ?? parts.caseNumber,
    caseworkers: [...(head.caseLine?.caseworkers ?? parts.caseworkers)],
    timeSlot: parts.timeSlot ?? slotOf(head.labels),
    closed:
      parts.closed ||
      head.caseLine?.closed === true ||
      isClosed(head.labels) ||
      closesChapter(outline.chapter?.title ?? ''),
    chapter: outline.chapter ? { number: outline.chapter.number, title: outline.chapter.title } : null,
    sections: sections
      .filter(({ heading, role, pieces }) => heading !== '' || (role === 'text' && pieces.length > 0))
      .map((section) => ({
        heading: section.heading,
        role: section.role,
        text: sectionText(section.pieces),
        where: spansOf(section.pieces),
      })),
    decision: null,
    attachments: listAttachments(attachments.length > 0 ? attachments : inText, links, wrapAt),
    pages: [first, pages.at(-1) ?? first],
    recommendations: recommended.flatMap((section) => listRecommendations(section.pieces)),
    where,
  };
}

/** "Bilag 1: Notat om busser", in an item that has no heading over its appendices. */
const NUMBERED_APPENDIX = /^Bilag\s\d{1,2}(?:\.\d{1,2})*\s?:\s/;

function slotOf(labels: ReadonlyMap<string, string>): string | null {
  const value = labels.get('tid') ?? labels.get('tidspunkt');
  const match = value ? /(.+?)\s*[-–]\s*(.+)/.exec(value) : null;
  const from = findTime(match?.[1] ?? '');
  const to = findTime(match?.[2] ?? '');
  return from && to ? `${from.time}-${to.time}` : null;
}

function isClosed(labels: ReadonlyMap<string, string>): boolean {
  const status = labels.get('åben/lukket') ?? labels.get('status') ?? labels.get('offentlighed') ?? '';
  return (
    closesByValue(status) ||
    /^ja/i.test(labels.get('lukket punkt') ?? '') ||
    /^nej/i.test(labels.get('åbent punkt') ?? labels.get('offentlig') ?? '')
  );
}
