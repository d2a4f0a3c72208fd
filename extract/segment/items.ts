import type { Decision, Item, Span, Warning } from '../../core/document.ts';
import type { DocumentKind } from '../../core/vocabulary.ts';
import { mergeCaseLines, parseCaseLine } from './case-number.ts';
import type { CasePlacement } from './case-placement.ts';
import { closesByValue, closesChapter } from './closed.ts';
import { findTime } from './danish-date.ts';
import { outcomesOf, readActs, type StatedAct } from './decision/outcomes.ts';
import { appointedPersons } from './decision/persons.ts';
import { HeadingJudge } from './headings.ts';
import { type ItemHead, readHead } from './item-head.ts';
import { parseTitle } from './item-title.ts';
import type { Line, Lines } from './lines.ts';
import { listAttachments, type PageLink } from './listed-attachments.ts';
import { warn } from './meeting.ts';
import { listRecommendations } from './recommendations.ts';
import { inferRoles } from './section-roles.ts';
import { cutSections, type Piece, type RawSection, sectionText, spansOf, spansOfLines } from './sections.ts';

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
  const drafts = outlines.map((outline, i) =>
    draftItem(outline, ends[i] ?? lines.body.length, lines, placement),
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
  const from = around.findLastIndex((line) => parseCaseLine(line.text) === null) + 1;
  const apart =
    placement === 'above' ? around.slice(from) : around.filter((line) => parseCaseLine(line.text) !== null);
  const found = apart.flatMap((line) => parseCaseLine(line.text) ?? []);
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
  const recommended = sections.filter((section) => section.role === 'recommendation');
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
      .filter((section) => section.heading !== '')
      .map((section) => ({
        heading: section.heading,
        role: section.role,
        text: sectionText(section.pieces),
        where: spansOf(section.pieces),
      })),
    decision: null,
    attachments: listAttachments(attachments, links, wrapAt),
    pages: [first, pages.at(-1) ?? first],
    recommendations: recommended.flatMap((section) => listRecommendations(section.pieces)),
    where,
  };
}

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

/**
 * What minutes decided. An agenda decides nothing yet, so a "Beslutning" in it is
 * an empty form or tells of an earlier meeting.
 */
export function readDecisions(
  items: readonly Item[],
  cut: readonly (readonly RawSection[])[],
  kind: DocumentKind,
  date: string | null,
  warnings: Warning[],
): Item[] {
  if (kind !== 'referat') return [...items];
  const others: StatedAct[] = [];
  const numbers = new Set(items.flatMap((item) => item.number ?? []));
  const decided = items.map((item, i) => {
    const pieces = decisionPieces(cut[i] ?? []);
    const text = sectionText(pieces);
    if (text === '') return item;
    const acts = readActs(text, { number: item.number, date, items: numbers });
    const own = acts.filter((act) => act.about === null);
    others.push(...acts.filter((act) => act.about !== null));
    const outcomes = outcomesOf(own);
    if (outcomes.length === 0 && !NOTHING_DECIDED.test(text)) {
      warnings.push(
        warn(
          'decision-unclear',
          `What was decided on ${label(item)} could not be told`,
          pieces[0]?.line.page ?? null,
        ),
      );
    }
    const appointed = appointedPersons(own);
    const approved = own.some((act) => /^approved/.test(act.outcome) && /indstilling/i.test(act.clause))
      ? item.recommendations?.filter((_, i) => !excepted(own, i + 1))
      : undefined;
    const decision: Decision = {
      text,
      outcomes,
      acts: own.map(({ outcome, clause, recommendation }) => ({ outcome, clause, recommendation })),
      ...(approved && approved.length > 0 ? { approved } : {}),
      ...(appointed.length > 0 ? { appointed } : {}),
      where: spansOf(pieces),
    };
    return { ...item, decision };
  });
  return decided.map((item) => withActsFromElsewhere(item, others));
}

/** Whether something else was done with one recommendation than with the others. */
function excepted(acts: readonly StatedAct[], recommendation: number): boolean {
  const own = acts.filter((act) => act.recommendation === recommendation);
  return own.length > 0 && !own.some((act) => /^approved/.test(act.outcome));
}

/** All that minutes say where nothing was decided; with more behind it, there is something to be told. */
const NOTHING_DECIDED =
  /^(?:(?:intet|ingen(?:ting)?)(?: at bemærke)?|(?:der var )?(?:ingen|ikke) bemærkninger(?: til (?:punktet|sagen))?)[.!]?$/i;

function label(item: Item): string {
  return item.number === null ? `"${item.title}"` : `item ${item.number}`;
}

/** "Sag 3 udgår", said under item 1, is about item 3. */
function withActsFromElsewhere(item: Item, others: readonly StatedAct[]): Item {
  const about = others.filter((act) => act.about === item.number);
  if (about.length === 0) return item;
  const acts = about.map(({ outcome, clause }) => ({ outcome, clause, recommendation: null }));
  const before = item.decision ?? { text: '', outcomes: [], acts: [] };
  const all = [...(before.acts ?? []), ...acts];
  const text = before.text === '' ? about.map((act) => act.clause).join('\n') : before.text;
  return { ...item, decision: { ...before, text, acts: all, outcomes: outcomesOf(all) } };
}

/** The decision's lines: its section; or what follows the recommendation under "Indstilling og beslutning"; or a bare text. */
function decisionPieces(sections: readonly RawSection[]): readonly Piece[] {
  const section = sections.findLast((each) => each.role === 'decision');
  if (section) return section.pieces;
  const both = sections.findLast((each) => /^indstilling og beslutning$/i.test(each.heading));
  if (both) return lastParagraph(both.pieces);
  const [only] = sections;
  if (sections.length === 1 && only && only.pieces.length > 0) {
    const tail = lastParagraph(only.pieces);
    return readActs(sectionText(tail), { number: null, date: null, items: new Set() }).length > 0 ? tail : [];
  }
  return [];
}

function lastParagraph(pieces: readonly Piece[]): readonly Piece[] {
  const from = pieces.findLastIndex(
    (piece, i) =>
      i === 0 ||
      piece.line.gap ||
      /^(?:KKR|Godkendt|Tiltrådt|Taget|Drøftet|Indstillingen|Orienteringen|Udsat|Beslutning)\b/.test(
        piece.text,
      ),
  );
  return pieces.slice(Math.max(from, 0));
}
