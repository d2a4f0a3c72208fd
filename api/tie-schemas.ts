import { z } from 'zod';
import { Attachment, Sha256, Source } from '../core/document.ts';
import { BodyName } from '../core/vocabulary.ts';

/** What the API answers of how documents, items and meetings hang together. */

export const AppendixSummary = Attachment.extend({ id: z.string(), source: Source });

export const AppendixCopy = AppendixSummary.extend({
  meetingId: z.string().nullable(),
  shared: z.number().describe('Share of pages that both have, 0 to 1.'),
});

const number = z.string().nullable();
const item = z.string().describe('Id of the item.');

export const MeetingChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('moved'), item, from: number, to: number }),
    z.object({ kind: z.literal('renumbered'), item, from: number, to: number }),
    z.object({ kind: z.literal('added'), item, to: number }),
    z.object({ kind: z.literal('dropped'), item, from: number }),
    z.object({ kind: z.literal('retitled'), item, from: z.string(), to: z.string() }),
    z.object({ kind: z.literal('recommendation'), item, from: z.string(), to: z.string() }),
  ])
  .describe('A difference between agenda and minutes.');

const HistoryReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reference'), quote: z.string(), from: z.string(), likeness: z.number() }),
  z.object({ kind: z.literal('case-number'), caseNumber: z.string() }),
  z.object({ kind: z.literal('likeness'), title: z.number(), text: z.number() }),
]);

export const HistoryLink = z.object({
  item: z.object({
    id: z.string(),
    meetingId: z.string().nullable(),
    body: BodyName.nullable(),
    date: z.string().nullable(),
    number,
    title: z.string(),
    type: z.string().nullable(),
    closed: z.boolean(),
  }),
  reasons: z.array(HistoryReason).readonly(),
});

export const HistoryAnswer = z.object({
  links: z.array(HistoryLink).readonly().describe('The same matter at other meetings, oldest first.'),
  references: z
    .array(
      z.object({
        quote: z.string(),
        body: BodyName,
        date: z.string().nullable(),
        meetingId: z.string().nullable(),
        itemId: z.string().nullable(),
      }),
    )
    .readonly()
    .describe('Meetings that the text speaks of.'),
});

export const CompletenessAnswer = z.object({
  years: z
    .array(
      z.object({
        body: BodyName.nullable(),
        year: z.number().int().nullable(),
        meetings: z.number().int(),
        withoutMinutes: z.array(z.string()).readonly(),
        withoutAgenda: z.array(z.string()).readonly(),
        missingAppendices: z
          .array(z.object({ item, number: z.number().int(), title: z.string() }))
          .readonly()
          .describe('Listed under an item and never received.'),
        unreadPages: z
          .array(
            z.object({ document: Sha256, name: z.string(), pages: z.array(z.number().int()).readonly() }),
          )
          .readonly(),
        failed: z.array(z.object({ document: Sha256, name: z.string() })).readonly(),
      }),
    )
    .describe('By KKR and year, newest first.'),
});
