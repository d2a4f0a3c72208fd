import { z } from 'zod';
import type { Attachment } from '../../core/document.ts';
import { attachmentIds, undatedId } from '../../core/ids.ts';
import { findCase } from '../case-history.ts';
import type { App, ServerParts } from '../context.ts';
import { findAppendix, findDocument, findHistory, findItem, findMeeting } from '../lookup.ts';
import { MeetingParameters, NoParameters, SearchParameters, toSearchQuery } from '../query.ts';
import * as answers from '../schemas.ts';
import { SearchAnswer, searchAnswer } from '../search-answer.ts';
import { CompletenessAnswer, HistoryAnswer } from '../tie-schemas.ts';
import { refuseUnfilled } from '../unfilled.ts';

const IdParams = z.object({ id: z.string().min(1) });

/** Failures that any route may answer with, in the one shape that they all have. */
const failures = { 400: answers.ErrorAnswer, 500: answers.ErrorAnswer, 503: answers.ErrorAnswer };
const failuresOfOne = { ...failures, 404: answers.ErrorAnswer };

export function jsonRoutes(app: App, { archive, index }: ServerParts): void {
  app.get(
    '/api/search',
    {
      schema: {
        summary: 'Search items, appendices and documents',
        querystring: SearchParameters,
        response: { 200: SearchAnswer, ...failures },
      },
    },
    async ({ query }) => {
      const result = await index.search(toSearchQuery(query));
      await refuseUnfilled({ archive, index }, result);
      return searchAnswer(result);
    },
  );

  app.get(
    '/api/items/:id',
    {
      schema: {
        summary: 'One item: from the minutes where there are minutes, else from the agenda',
        params: IdParams,
        querystring: NoParameters,
        response: { 200: answers.ItemAnswer, ...failuresOfOne },
      },
    },
    ({ params }) => findItem(archive, params.id),
  );

  app.get(
    '/api/items/:id/history',
    {
      schema: {
        summary: 'The same matter at other meetings, each link with its reason',
        params: IdParams,
        querystring: NoParameters,
        response: { 200: HistoryAnswer, ...failuresOfOne },
      },
    },
    async ({ params }) => findHistory(archive, (await findItem(archive, params.id)).id),
  );

  app.get(
    '/api/appendices/:id',
    {
      schema: {
        summary: 'One appendix with its page texts',
        params: IdParams,
        querystring: NoParameters,
        response: { 200: answers.AppendixAnswer, ...failuresOfOne },
      },
    },
    ({ params }) => findAppendix(archive, params.id),
  );

  app.get(
    '/api/meetings',
    {
      schema: {
        summary: 'Meetings, newest first',
        querystring: MeetingParameters,
        response: { 200: answers.MeetingsAnswer, ...failures },
      },
    },
    async ({ query }) => ({ meetings: await archive.meetings(query) }),
  );

  app.get(
    '/api/meetings/:id',
    {
      schema: {
        summary: 'One meeting with its items and documents',
        params: IdParams,
        querystring: NoParameters,
        response: { 200: answers.MeetingAnswer, ...failuresOfOne },
      },
    },
    ({ params }) => findMeeting(archive, params.id),
  );

  app.get(
    '/api/cases/:number',
    {
      schema: {
        summary: 'All items of one case, newest first',
        params: z.object({ number: z.string().min(1).describe('In any notation.') }),
        querystring: NoParameters,
        response: { 200: answers.CaseAnswer, ...failuresOfOne },
      },
    },
    ({ params }) => findCase(archive, params.number),
  );

  app.get(
    '/api/documents/:id',
    {
      schema: {
        summary: 'One document: its state and what was read from it',
        params: z.object({ id: z.string().min(1).describe('SHA-256, or the short form dok-….') }),
        querystring: NoParameters,
        response: { 200: answers.DocumentAnswer, ...failuresOfOne },
      },
    },
    async ({ params }) => {
      const summary = await findDocument(archive, params.id);
      const reading = await archive.reading(summary.source.sha256);
      const items = await archive.itemsOfDocument(summary.source.sha256);
      return {
        ...summary,
        id: undatedId(summary.source.sha256),
        meeting: reading?.meeting ?? null,
        pages: reading?.pages ?? [],
        items: (reading?.items ?? []).map((item, at) => ({ ...item, id: items[at]?.id ?? null })),
        attachments: withIds(summary.source.sha256, reading?.attachments ?? []),
      };
    },
  );

  app.get(
    '/api/status',
    {
      schema: {
        summary: 'What the archive and the search index hold',
        querystring: NoParameters,
        response: { 200: answers.StatusAnswer, ...failures },
      },
    },
    async () => {
      const [status, search] = await Promise.all([archive.status(), index.stats()]);
      return { ...status, search };
    },
  );

  app.get(
    '/api/completeness',
    {
      schema: {
        summary: 'What the archive lacks, by KKR and year',
        querystring: NoParameters,
        response: { 200: CompletenessAnswer, ...failures },
      },
    },
    async () => ({ years: await archive.completeness() }),
  );

  app.get('/api/openapi.json', { schema: { hide: true, querystring: NoParameters } }, () => app.swagger());
}

function withIds(sha256: string, attachments: readonly Attachment[]) {
  const ids = attachmentIds(sha256, attachments);
  return attachments.map((attachment, at) => ({ ...attachment, id: ids[at] ?? null }));
}
