import { z } from 'zod';
import {
  Attachment,
  Item,
  MeetingFacts,
  Page,
  PageRange,
  Person,
  Sha256,
  Source,
  Warning,
} from '../core/document.ts';
import { ERROR_CODES, isErrorCode } from '../core/errors.ts';
import { BodyName, DocumentKind } from '../core/vocabulary.ts';
import { Hit, SearchAnswer } from './search-answer.ts';
import {
  AppendixCopy,
  AppendixSummary,
  CompletenessAnswer,
  HistoryAnswer,
  HistoryLink,
  MeetingChange,
} from './tie-schemas.ts';

/** What the API answers. These schemas are the only source of its OpenAPI document. */

export const ErrorAnswer = z.object({
  error: z.object({
    code: z
      .string()
      .refine(isErrorCode)
      .describe(`One of ${Object.keys(ERROR_CODES).join(', ')}.`),
    message: z.string().describe('A plain sentence for the person who meets it.'),
  }),
});

const State = z.enum(['waiting', 'reading', 'read', 'failed']);

export const ItemAnswer = Item.extend({
  id: z.string(),
  meetingId: z.string().nullable(),
  body: BodyName.nullable(),
  date: z.string().nullable(),
  kind: DocumentKind.describe('Where the fields were read: in the minutes where there are minutes.'),
  source: Source,
  sources: z
    .array(z.object({ source: Source, kind: DocumentKind, pages: PageRange }))
    .readonly()
    .describe('Every document in which the item stands.'),
  fromAgenda: z
    .array(z.string())
    .readonly()
    .describe('Headings of sections that the minutes lack and the agenda supplied.'),
  appendices: z.array(AppendixSummary).readonly().describe('Appendices received that belong to the item.'),
  municipalities: z.array(z.string()).readonly().describe('Municipalities named, in the order of mention.'),
});

export const AppendixAnswer = AppendixSummary.extend({
  meetingId: z.string().nullable(),
  body: BodyName.nullable(),
  date: z.string().nullable(),
  text: z.array(Page.pick({ number: true, text: true, language: true, origin: true })).readonly(),
  copies: z.array(AppendixCopy).readonly().describe('The same paper elsewhere.'),
});

const DocumentSummaryAnswer = z.object({
  source: Source,
  state: State,
  failure: z.object({ code: z.string(), message: z.string(), retryable: z.boolean() }).nullable(),
  attempts: z.number().int(),
  receivedAt: z.string(),
  readAt: z.string().nullable(),
  kind: DocumentKind.nullable(),
  body: BodyName.nullable(),
  date: z.string().nullable(),
  meetingId: z.string().nullable(),
  pageCount: z.number().int(),
  itemCount: z.number().int(),
  warnings: z.array(Warning).readonly(),
  supersededBy: Sha256.nullable().describe('The document of the same meeting and kind that took its place.'),
});

/** Lines and word boxes are left out: they are for laying a page out, not for reading it. */
const PageAnswer = Page.omit({ lines: true, words: true });

export const DocumentAnswer = DocumentSummaryAnswer.extend({
  id: z.string(),
  meeting: MeetingFacts.nullable().describe('Null until the document was read.'),
  pages: z.array(PageAnswer),
  items: z.array(
    Item.extend({
      id: z.string().nullable().describe('Null where the archive tells the item from elsewhere.'),
    }),
  ),
  attachments: z.array(Attachment.extend({ id: z.string().nullable() })),
});

const MeetingSummaryAnswer = z.object({
  id: z.string(),
  body: BodyName,
  date: z.string(),
  time: z.string().nullable(),
  place: z.string().nullable(),
  kinds: z.array(DocumentKind).readonly(),
  itemCount: z.number().int(),
});

export const MeetingsAnswer = z.object({ meetings: z.array(MeetingSummaryAnswer) });

export const MeetingAnswer = MeetingSummaryAnswer.extend({
  attendees: z.array(Person).readonly(),
  apologies: z.array(Person).readonly(),
  guests: z.array(Person).readonly().optional(),
  secretariat: z.array(Person).readonly().optional(),
  others: z.array(Person).readonly().optional(),
  items: z.array(ItemAnswer).readonly(),
  documents: z.array(DocumentSummaryAnswer).readonly(),
  changes: z.array(MeetingChange).readonly().describe('Where the minutes differ from the agenda.'),
});

export const CaseAnswer = z.object({
  caseNumber: z.string().describe('In normal form.'),
  items: z.array(ItemAnswer).readonly().describe('Newest first.'),
  wholeMeeting: z.boolean().describe('The number is that of a whole meeting and of no one matter.'),
  related: z
    .array(HistoryLink)
    .readonly()
    .describe('The same matter under another number or none, oldest first.'),
});

export const StatusAnswer = z.object({
  documents: z.record(State, z.number().int()),
  pages: z.number().int(),
  items: z.number().int(),
  meetings: z.number().int(),
  schemaVersion: z.number().int(),
  search: z.object({ engine: z.string(), records: z.number().int() }),
});

/** Schemas that the OpenAPI document names, so that a generated client has these types. */
export const NAMED_SCHEMAS = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  Error: ErrorAnswer,
  SearchAnswer,
  Hit,
  Item: ItemAnswer,
  Appendix: AppendixAnswer,
  AppendixSummary,
  DocumentSummary: DocumentSummaryAnswer,
  Document: DocumentAnswer,
  Meetings: MeetingsAnswer,
  MeetingSummary: MeetingSummaryAnswer,
  Meeting: MeetingAnswer,
  Case: CaseAnswer,
  History: HistoryAnswer,
  Completeness: CompletenessAnswer,
  MeetingChange,
  Status: StatusAnswer,
  Source,
  Warning,
})) {
  NAMED_SCHEMAS.add(schema, { id });
}
