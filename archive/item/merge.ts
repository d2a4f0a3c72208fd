import type { AttachmentSummary, ItemRecord } from '../../core/archive-store.ts';
import type { Item, PageRange, Source } from '../../core/document.ts';
import type { BodyName, DocumentKind } from '../../core/vocabulary.ts';
import { closedShell } from './closed.ts';

/** One item as one document has it. */
export interface ItemReading {
  readonly item: Item;
  readonly kind: DocumentKind;
  readonly source: Source;
  readonly municipalities: readonly string[];
}

export interface RecordFrame {
  readonly id: string;
  readonly meetingId: string | null;
  readonly body: BodyName | null;
  readonly date: string | null;
  readonly appendices: readonly AttachmentSummary[];
}

/**
 * One item from what agenda and minutes say of it. Minutes come later and win;
 * the agenda fills in what they leave out, since many councils' minutes give
 * little but the decision. Closed in one is closed in both.
 */
export function mergeItem(frame: RecordFrame, readings: readonly ItemReading[]): ItemRecord {
  const ordered = readings.toSorted((a, b) => RANK[a.kind] - RANK[b.kind]);
  const [main, ...others] = ordered;
  if (!main) throw new Error(`Item ${frame.id} stands in no document`);
  const item = others.reduce((merged, other) => filled(merged, other.item), main.item);
  const closed = ordered.some((reading) => reading.item.closed);
  const fromAgenda = item.sections
    .map((section) => section.heading)
    .filter((heading) => !main.item.sections.some((section) => sameHeading(section.heading, heading)));
  return {
    ...(closed ? closedShell(item) : item),
    ...frame,
    kind: main.kind,
    source: main.source,
    sources: ordered.map(({ source, kind, item: { pages } }) => ({ source, kind, pages: pagesOf(pages) })),
    appendices: closed ? [] : frame.appendices,
    fromAgenda: closed ? [] : fromAgenda,
    municipalities: closed ? [] : [...new Set(ordered.flatMap((reading) => reading.municipalities))],
  };
}

const RANK: Record<DocumentKind, number> = { referat: 0, dagsorden: 1, andet: 2, bilag: 3 };

function filled(main: Item, other: Item): Item {
  return {
    ...main,
    type: main.type ?? other.type,
    caseNumber: main.caseNumber ?? other.caseNumber,
    caseworkers: main.caseworkers.length > 0 ? main.caseworkers : other.caseworkers,
    timeSlot: main.timeSlot ?? other.timeSlot,
    chapter: main.chapter ?? other.chapter,
    sections: sectionsOfBoth(main, other),
    decision: main.decision ?? other.decision,
    attachments: main.attachments.length > 0 ? main.attachments : other.attachments,
    recommendations: main.recommendations?.length ? main.recommendations : other.recommendations,
  };
}

/** In the agenda's order, which is the order of the case; what only the minutes have comes after. */
function sectionsOfBoth(main: Item, other: Item): Item['sections'] {
  const own = (heading: string) => main.sections.find((section) => sameHeading(section.heading, heading));
  if (other.sections.every((section) => own(section.heading))) return main.sections;
  const inOrder = other.sections.map((section) => own(section.heading) ?? section);
  return [...inOrder, ...main.sections.filter((section) => !inOrder.includes(section))];
}

function sameHeading(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function pagesOf([first, last]: PageRange): [number, number] {
  return [first, last];
}
