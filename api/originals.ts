import { isUtf8 } from 'node:buffer';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Sha256 } from '../core/document.ts';
import { KkrError } from '../core/errors.ts';
import { matches } from './caching.ts';
import type { App, ServerParts } from './context.ts';
import { ORIGINALS_POLICY } from './security.ts';

/** The originals as received, for reading beside what was made of them; PDF viewers ask for parts. */
export function originalRoutes(app: App, { archive, blobs }: ServerParts): void {
  app.get(
    '/originals/:sha256',
    { schema: { params: z.object({ sha256: Sha256 }), hide: true } },
    async (request, reply) => {
      const { sha256 } = request.params;
      const tag = `"${sha256}"`;
      const summary = await archive.document(sha256);
      if (!summary) throw new KkrError('not-found', 'There is no original of that name.');
      if (summary.source.unread) {
        throw new KkrError(
          'withheld',
          'The original was not read, so nobody knows what it closes; it is not shown.',
        );
      }
      if (summary.source.withheld) {
        throw new KkrError('withheld', 'The original holds what closed items say, and is not shown.');
      }
      reply.headers({
        etag: tag,
        // Not kept unasked, although the bytes never change: an original may be withdrawn.
        'cache-control': 'no-cache',
        'accept-ranges': 'bytes',
        'content-security-policy': ORIGINALS_POLICY,
      });
      if (matches(request.headers['if-none-match'], tag)) return reply.code(304).send();
      const bytes = await blobs.get(sha256);
      if (!bytes) throw new KkrError('not-found', 'The original is not in the archive any more.');
      reply.headers({
        'content-type': contentType(summary.source.mediaType, bytes),
        'content-disposition': disposition(summary.source.name),
      });
      return sendPart(reply, bytes, rangeOf(request.headers, bytes.length, tag));
    },
  );
}

function sendPart(reply: FastifyReply, bytes: Uint8Array, range: Range): FastifyReply {
  if (range === 'whole') return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (range === 'unsatisfiable') {
    return reply.code(416).header('content-range', `bytes */${bytes.length}`).send(Buffer.alloc(0));
  }
  const [first, last] = range;
  reply.code(206).header('content-range', `bytes ${first}-${last}/${bytes.length}`);
  return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset + first, last - first + 1));
}

type Range = readonly [first: number, last: number] | 'whole' | 'unsatisfiable';

/** One range as RFC 9110 (14.1.2) writes it; several at once are answered with the whole, as it allows. */
export function rangeOf(
  headers: { range?: string | undefined; 'if-range'?: string | string[] | undefined },
  size: number,
  tag: string,
): Range {
  const ifRange = headers['if-range'];
  if (headers.range === undefined || (ifRange !== undefined && ifRange !== tag)) return 'whole';
  const match = /^bytes=(\d*)-(\d*)$/.exec(headers.range.trim());
  if (!match || (!match[1] && !match[2])) return 'whole';
  const end = size - 1;
  if (!match[1]) {
    const length = Math.min(Number(match[2]), size);
    return length === 0 ? 'unsatisfiable' : [size - length, end];
  }
  const first = Number(match[1]);
  const last = match[2] ? Math.min(Number(match[2]), end) : end;
  if (match[2] && Number(match[2]) < first) return 'whole';
  return first > end ? 'unsatisfiable' : [first, last];
}

/** Old text files are in old encodings: the charset is named only where it is certain. */
function contentType(mediaType: string, bytes: Uint8Array): string {
  if (mediaType === 'application/pdf') return mediaType;
  return isUtf8(bytes) ? 'text/plain; charset=utf-8' : 'text/plain';
}

/** Shown in the browser; saved under the name that it came with (RFC 6266, RFC 8187). */
export function disposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
