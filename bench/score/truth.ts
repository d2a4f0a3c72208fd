import { z } from 'zod';
import {
  Attachment,
  IsoDate,
  LineRole,
  ListedAttachment,
  PageRange,
  Person,
  Section,
} from '../../core/document.ts';
import { BodyName, DocumentKind, Language, Outcome } from '../../core/vocabulary.ts';

/**
 * What a careful reader finds in a document: the measure of every scorer. Two
 * kinds of files have this shape: those in `fixtures/truth/`, made together with
 * the PDFs and complete, and those that a person wrote by hand for real
 * documents, which say less. A field that is absent is not scored; a field that
 * is null must be null in what was read.
 */

const TrueItem = z.object({
  number: z.string().nullable(),
  title: z.string(),
  type: z.string().nullable().optional(),
  caseNumber: z.string().nullable(),
  caseworkers: z.array(z.string()),
  timeSlot: z.string().nullable(),
  outcomes: z.array(Outcome),
  attachmentCount: z.number().int().nonnegative(),
  /** Headings alone, or headings with their text. */
  sections: z.union([z.array(z.string()), z.array(Section)]),
  closed: z.boolean().optional(),
  chapter: z.object({ number: z.string().nullable(), title: z.string() }).nullable().optional(),
  decision: z.string().nullable().optional(),
  attachments: z.array(ListedAttachment).optional(),
  pages: PageRange.optional(),
});
export type TrueItem = z.infer<typeof TrueItem>;

const TrueMeeting = z.object({
  documentKind: DocumentKind,
  body: BodyName.nullable().optional(),
  date: IsoDate.nullable().optional(),
  time: z.string().nullable().optional(),
  place: z.string().nullable().optional(),
  /** Their number, or who they are. */
  attendees: z.union([z.number().int(), z.array(Person)]).optional(),
  apologies: z.union([z.number().int(), z.array(Person)]).optional(),
});
export type TrueMeeting = z.infer<typeof TrueMeeting>;

/** A paragraph, a list entry, a table row or a line of furniture, in reading order. */
const TrueBlock = z.object({ role: LineRole, text: z.string() });
export type TrueBlock = z.infer<typeof TrueBlock>;

const TruePage = z.object({
  number: z.number().int().positive(),
  language: Language.nullable(),
  blocks: z.array(TrueBlock),
});
export type TruePage = z.infer<typeof TruePage>;

export const Truth = z.object({
  file: z.string(),
  meeting: TrueMeeting,
  /** Title by number. */
  chapters: z.record(z.string(), z.string()).optional(),
  items: z.array(TrueItem).default([]),
  /** Appendices inside a bundle; extra keys of hand-written files are passed over. */
  attachments: z.array(Attachment.partial({ pages: true })).optional(),
  pages: z.array(TruePage).optional(),
});
export type Truth = z.infer<typeof Truth>;
