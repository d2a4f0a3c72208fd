import { z } from 'zod';
import { Page } from './page.ts';
import { BodyName, DocumentKind, Outcome } from './vocabulary.ts';

export * from './page.ts';

/**
 * What was read from one original. This is the output of `extract/`, the input
 * of `archive/`, and the shape that `kkr extract --json` prints.
 *
 * Conventions: null means "the document does not say" and never a guess; page
 * numbers count from 1 as a PDF viewer does; a page range is [first, last],
 * both included; text offsets count UTF-16 code units.
 */

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const PageRange = z.tuple([z.number().int().positive(), z.number().int().positive()]);
export type PageRange = z.infer<typeof PageRange>;

export const Source = z.object({
  /** The file's name without its folder. */
  name: z.string(),
  sha256: Sha256,
  bytes: z.number().int().nonnegative(),
  mediaType: z.enum(['application/pdf', 'text/plain', 'text/markdown']),
  /** The archive's note that the original says what closed items say, or may do so, and is shown to nobody. */
  withheld: z.boolean().optional(),
  /** Beside `withheld`: nothing of the original was read, so that nobody knows what it closes. */
  unread: z.boolean().optional(),
});
export type Source = z.infer<typeof Source>;

/** A stretch of `Page.text`. Offsets are null where the line was set aside, as a running header is. */
export const Span = z.object({
  page: z.number().int().positive(),
  start: z.number().int().nonnegative().nullable(),
  end: z.number().int().nonnegative().nullable(),
});
export type Span = z.infer<typeof Span>;

/** Where a field was read: one span for each page that it stands on. */
const Where = z.array(Span).optional();

export const Person = z.object({
  name: z.string(),
  organisation: z.string().nullable(),
  /** Letter or name of the party, as printed. */
  party: z.string().nullable().optional(),
  /** Office as printed before or after the name: "Borgmester". */
  office: z.string().nullable().optional(),
  /** Numbers of the items that a guest was there for. */
  items: z.array(z.string()).optional(),
  where: Where,
});
export type Person = z.infer<typeof Person>;

export const MeetingFacts = z.object({
  body: BodyName.nullable(),
  date: IsoDate.nullable(),
  /** HH:MM */
  time: z.string().nullable(),
  place: z.string().nullable(),
  attendees: z.array(Person),
  apologies: z.array(Person),
  guests: z.array(Person).optional(),
  secretariat: z.array(Person).optional(),
  /** Present, but listed under a heading of their own that does not make them members. */
  others: z.array(Person).optional(),
  /** 0 for the ordinary agenda, n for the n-th supplementary one, whose numbers start at 1 again. */
  sequence: z.number().int().nonnegative().optional(),
  /** Where the date comes from; anything but `text` is also a warning. */
  dateFrom: z.enum(['text', 'running-header', 'file-name']).nullable().optional(),
  /** By field: "body", "date", "time", "place". */
  where: z.record(z.string(), z.array(Span)).optional(),
});
export type MeetingFacts = z.infer<typeof MeetingFacts>;

export const Section = z.object({
  /** As printed; empty for what an item says before its first heading. */
  heading: z.string(),
  text: z.string(),
  /** What it is, whatever its heading: "Vedtagelse" is a decision too. */
  role: z.enum(['text', 'recommendation', 'decision', 'attachments']).optional(),
  where: Where,
});
export type Section = z.infer<typeof Section>;

/** One thing that was done, with the clause that says so. */
export const Act = z.object({
  outcome: Outcome,
  clause: z.string(),
  /** Which recommendation it is about, counted from 1, where the decision says so ("Ad 2"). */
  recommendation: z.number().int().positive().nullable(),
});
export type Act = z.infer<typeof Act>;

export const Decision = z.object({
  text: z.string(),
  outcomes: z.array(Outcome),
  acts: z.array(Act).optional(),
  /** What a mere "tiltrådte indstillingen" approved: the recommendations' wording. */
  approved: z.array(z.string()).optional(),
  /** Persons appointed, nominated or elected, as far as named. */
  appointed: z.array(Person).optional(),
  where: Where,
});
export type Decision = z.infer<typeof Decision>;

export const ListedAttachment = z.object({
  number: z.number().int().positive(),
  title: z.string(),
  /** Where the entry leads, if it is a link. */
  link: z.string().optional(),
  where: Where,
});
export type ListedAttachment = z.infer<typeof ListedAttachment>;

export const Item = z.object({
  /** "2.10"; null where the document gives none. */
  number: z.string().nullable(),
  title: z.string(),
  /** The word before the colon in the title, in lower case: "beslutningssag". */
  type: z.string().nullable(),
  /** In normal form, "SAG-2022-00570"; other systems' numbers as printed, "19/3143". */
  caseNumber: z.string().nullable(),
  /** Initials or names, as printed. */
  caseworkers: z.array(z.string()),
  /** HH:MM-HH:MM */
  timeSlot: z.string().nullable(),
  closed: z.boolean(),
  chapter: z.object({ number: z.string().nullable(), title: z.string() }).nullable(),
  sections: z.array(Section),
  decision: Decision.nullable(),
  attachments: z.array(ListedAttachment),
  pages: PageRange,
  /** What was recommended, one entry a recommendation. */
  recommendations: z.array(z.string()).optional(),
  /** By field: "number", "title", "caseNumber", "caseworkers", "chapter", "recommendations". */
  where: z.record(z.string(), z.array(Span)).optional(),
});
export type Item = z.infer<typeof Item>;

/** One appendix inside a bundle. */
export const Attachment = z.object({
  /** Number of the item it belongs to; null where unknown. */
  item: z.string().nullable(),
  number: z.number().int().positive().nullable(),
  title: z.string(),
  /** The item's title, where the bundle says it. */
  itemTitle: z.string().optional(),
  pages: PageRange.nullable(),
  /** Its own, which is not always the item's. */
  caseNumber: z.string().nullable().optional(),
  where: Where,
});
export type Attachment = z.infer<typeof Attachment>;

/** Something a careful reader should look at. */
export const Warning = z.object({
  code: z.string(),
  message: z.string(),
  page: z.number().int().positive().nullable(),
});
export type Warning = z.infer<typeof Warning>;

/** A bookmark of the PDF. */
export const Bookmark = z.object({
  title: z.string(),
  /** 1 for the outermost. */
  level: z.number().int().positive(),
  /** Where it leads; null where that is no page of the file. */
  page: z.number().int().positive().nullable(),
});
export type Bookmark = z.infer<typeof Bookmark>;

export const Document = z.object({
  source: Source,
  kind: DocumentKind,
  meeting: MeetingFacts,
  pages: z.array(Page),
  items: z.array(Item),
  attachments: z.array(Attachment),
  /** All chapters, also those without items. */
  chapters: z
    .array(z.object({ number: z.string().nullable(), title: z.string(), page: z.number().int().positive() }))
    .optional(),
  /** The PDF's outline in its order; left out where it has none. */
  bookmarks: z.array(Bookmark).optional(),
  warnings: z.array(Warning),
});
export type Document = z.infer<typeof Document>;
