import { z } from 'zod';
import { KkrError } from '../../core/errors.ts';
import { findCase } from '../case-history.ts';
import type { App, ServerParts } from '../context.ts';
import { findAppendix, findDocument, findItem, findMeeting } from '../lookup.ts';
import {
  hungOn,
  NoParameters,
  PageMeetingParameters,
  PageSearchParameters,
  toSearchQuery,
} from '../query.ts';
import { emptiness } from '../unfilled.ts';
import { caseUrl, itemUrl } from '../urls.ts';
import { appendixPage } from './appendix.ts';
import { casePage } from './case.ts';
import { dataPage } from './data.ts';
import { documentPage } from './document.ts';
import { itemPage } from './item.ts';
import { meetingPage } from './meeting.ts';
import { meetingsPage } from './meetings.ts';
import { missingPage } from './missing.ts';
import { searchPage } from './search.ts';
import { sendPage } from './send.ts';
import { startPage } from './start.ts';
import { statusPage } from './status.ts';

const IdParams = z.object({ id: z.string().min(1) });
const hide = true;

/** The pages. Their addresses are in api/urls.ts and docs/api.md. */
export function pageRoutes(app: App, { archive, index, fictional = new Set() }: ServerParts): void {
  const isFictional = ({ source }: { source: { sha256: string } }): boolean => fictional.has(source.sha256);

  app.get('/', { schema: { hide, querystring: PageSearchParameters } }, async ({ query, raw }, reply) => {
    const search = index.search(toSearchQuery(query));
    if (asksForSearch(raw.url)) {
      const result = await search;
      const empty = await emptiness({ archive, index }, result);
      const withheld = await withheldAmong(archive, result.hits);
      return sendPage(reply, searchPage(query, result, { empty, withheld, fictional }));
    }
    const [status, meetings, examples, found] = await Promise.all([
      archive.status(),
      archive.meetings({}),
      Promise.all([...fictional].map((sha256) => archive.document(sha256))),
      search.catch(whereUnavailable(null)),
    ]);
    return sendPage(
      reply,
      startPage(status, meetings, found?.facets ?? null, {
        fictional: examples.filter((document) => document?.state === 'read').length,
      }),
    );
  });

  app.get('/data', { schema: { hide, querystring: NoParameters } }, (_request, reply) =>
    sendPage(reply, dataPage()),
  );

  app.get('/punkt/:id', { schema: { hide, params: IdParams } }, async ({ params }, reply) => {
    const item = await findItem(archive, params.id);
    if (item.id !== params.id) return reply.redirect(itemUrl(item.id), 302);
    const paper = await archive.document(item.source.sha256);
    const meeting = item.meetingId === null ? null : await archive.meeting(item.meetingId);
    return sendPage(
      reply,
      itemPage(item, meeting, await archive.history(item.id), {
        fictional: isFictional(item),
        superseded: Boolean(paper?.supersededBy),
      }),
    );
  });

  app.get('/moeder', { schema: { hide, querystring: PageMeetingParameters } }, async ({ query }, reply) =>
    sendPage(reply, meetingsPage(query, await archive.meetings(query), await archive.meetings({}))),
  );

  app.get('/moede/:id', { schema: { hide, params: IdParams } }, async ({ params }, reply) => {
    const meeting = await findMeeting(archive, params.id);
    return sendPage(reply, meetingPage(meeting, meeting.documents.some(isFictional)));
  });

  app.get(
    // Older numbers have a slash in them, and people type it as it is.
    '/sag/*',
    { schema: { hide, params: z.object({ '*': z.string().min(1) }) } },
    async ({ params }, reply) => {
      const found = await findCase(archive, params['*']);
      // Not for ever: which case is meant may become another one as the archive grows.
      if (found.caseNumber !== params['*']) return reply.redirect(caseUrl(found.caseNumber), 302);
      return sendPage(reply, casePage(found, found.items.some(isFictional)));
    },
  );

  app.get('/bilag/:id', { schema: { hide, params: IdParams } }, async ({ params }, reply) => {
    const appendix = await findAppendix(archive, params.id);
    return sendPage(reply, appendixPage(appendix, isFictional(appendix)));
  });

  app.get(
    '/dokument/:id',
    {
      schema: {
        hide,
        params: IdParams,
        querystring: z.strictObject({ vis: z.enum(['rettelser'], 'must be rettelser').optional() }),
      },
    },
    async ({ params, query }, reply) => {
      const summary = await findDocument(archive, params.id);
      const reading = await archive.reading(summary.source.sha256);
      const items = await archive.itemsOfDocument(summary.source.sha256);
      return sendPage(
        reply,
        documentPage(summary, reading, items, {
          repairs: query.vis === 'rettelser',
          fictional: isFictional(summary),
        }),
      );
    },
  );

  app.get('/mangler', { schema: { hide, querystring: NoParameters } }, async (_request, reply) =>
    sendPage(reply, missingPage(await archive.completeness())),
  );

  app.get('/status', { schema: { hide, querystring: NoParameters } }, async (_request, reply) => {
    const [status, search, documents] = await Promise.all([
      archive.status(),
      index.stats().catch(whereUnavailable(null)),
      archive.documents(),
    ]);
    return sendPage(reply, statusPage(status, search, documents));
  });
}

/** Documents among the hits whose originals are not shown. */
async function withheldAmong(
  archive: ServerParts['archive'],
  hits: readonly { document: string }[],
): Promise<ReadonlySet<string>> {
  const documents = [...new Set(hits.map((hit) => hit.document))];
  const found = await Promise.all(documents.map((sha256) => archive.document(sha256)));
  return new Set(found.flatMap((summary) => (summary?.source.withheld ? summary.source.sha256 : [])));
}

/** The bare address is the front page; with any parameter of ours, also an empty one, a search. */
function asksForSearch(url = '/'): boolean {
  const names = new URLSearchParams(url.split('?')[1]).keys();
  return [...names].some((name) => !hungOn(name));
}

/** Pages that can do without the search engine are shown without it. */
function whereUnavailable<T>(instead: T): (thrown: unknown) => T {
  return (thrown) => {
    if (thrown instanceof KkrError && thrown.code === 'search-unavailable') return instead;
    throw thrown;
  };
}
