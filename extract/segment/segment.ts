import type { Bookmark, Document, Page, Warning } from '../../core/document.ts';
import { readAttendance } from './attendance.ts';
import { enclosedAppendices } from './bundle/enclosed.ts';
import { readBundle } from './bundle.ts';
import { findContents } from './contents.ts';
import { readDecisions } from './decision/read-decisions.ts';
import { readItemTable } from './item-table.ts';
import { readItems } from './items.ts';
import { isCalledMinutes, judgeKind, sequenceOf, tellPapers } from './kind.ts';
import { collectLines } from './lines.ts';
import type { PageLink } from './listed-attachments.ts';
import { readMeeting } from './meeting.ts';
import { findOutline } from './outline.ts';

export type { PageLink } from './listed-attachments.ts';

export interface SegmentInput {
  /** The file's name: its date and words serve as the last evidence. */
  readonly name: string;
  readonly pages: readonly Page[];
  readonly links?: readonly PageLink[];
  /** The PDF's outline. */
  readonly bookmarks?: readonly Bookmark[];
}

export type Segments = Pick<Document, 'kind' | 'meeting' | 'items' | 'attachments' | 'chapters' | 'warnings'>;

/**
 * Cuts a document into what it is made of: the meeting's facts, items with their
 * sections and decisions, or the appendices of a bundle. Reasons from structure
 * (numbers in sequence, contents against body, repeated headings); typography is
 * evidence where there is any. What is uncertain is null and listed as a warning.
 */
export function segment({ name, pages, links = [], bookmarks = [] }: SegmentInput): Segments {
  const warnings: Warning[] = [];
  const all = collectLines(pages);
  const papers = tellPapers(all, name);
  const contents = findContents(all.body);
  const enclosed = papers === 'meeting' ? enclosedAppendices(all, contents) : null;
  const lines = enclosed ? { ...all, body: all.body.slice(0, enclosed.from) } : all;
  const attachments =
    papers === 'bundle' ? readBundle(lines, warnings, bookmarks) : [...(enclosed?.attachments ?? [])];
  const table = papers === 'meeting' ? readItemTable(lines, pages, links) : null;
  const outline = papers === 'meeting' && table === null ? findOutline(lines, contents, warnings) : null;
  const front = lines.body.slice(0, table?.start ?? outline?.front ?? 60);
  const { items, drafts } =
    table ??
    (outline
      ? readItems(outline.items, outline.ends, outline.placement, lines, links, isCalledMinutes(front))
      : { items: [], drafts: [] });
  const decided = drafts.filter((sections) =>
    sections.some((section) => section.role === 'decision' && section.pieces.length > 0),
  );
  const kind = judgeKind({
    front,
    lines,
    name,
    itemCount: items.length,
    decided: decided.length,
    bundled: attachments.length,
  });
  const meeting = readMeeting(front, lines, name, kind, warnings);
  const before = lines.body.slice(0, table?.start ?? outline?.start ?? 0);
  const attendance = readAttendance(kind === 'referat' || kind === 'dagsorden' ? before : []);
  return {
    kind,
    meeting: {
      ...meeting,
      sequence: sequenceOf(front, name),
      ...attendance,
      attendees: [...attendance.attendees],
      apologies: [...attendance.apologies],
      guests: [...attendance.guests],
      secretariat: [...attendance.secretariat],
      others: [...attendance.others],
    },
    items: readDecisions(items, drafts, kind, meeting.date, warnings),
    attachments,
    chapters: [...(table?.chapters ?? outline?.chapters ?? [])],
    warnings,
  };
}
