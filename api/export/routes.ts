import { Readable } from 'node:stream';
import { z } from 'zod';
import type { App, ServerParts } from '../context.ts';
import { ExportParameters, oneOf } from '../query.ts';
import { ErrorAnswer } from '../schemas.ts';
import { FILE_ENDING, MEDIA_TYPE, written } from './format.ts';
import { TABLE_NAMES } from './names.ts';
import { TABLES } from './tables.ts';
import { wantedBy } from './wanted.ts';

/** Whole tables as files, written while they are read, so that no file is held in memory. */
export function exportRoutes(app: App, { archive, index }: ServerParts): void {
  app.get(
    '/api/export/:table',
    {
      schema: {
        summary: 'A table as CSV or JSON Lines; filters as in a search',
        params: z.object({ table: z.enum(TABLE_NAMES, oneOf(TABLE_NAMES)) }),
        querystring: ExportParameters,
        response: {
          200: {
            description: 'The file, as long as the archive is; its columns stand in docs/export.md.',
            content: { 'text/csv': { schema: z.unknown() }, 'application/jsonl': { schema: z.unknown() } },
          },
          400: ErrorAnswer,
          404: ErrorAnswer,
          500: ErrorAnswer,
          503: ErrorAnswer,
        },
      },
    },
    async (request, reply) => {
      const { format, q, ...filters } = request.query;
      const { columns, rows } = TABLES[request.params.table];
      const wanted = await wantedBy({ archive, index }, q, filters);
      const names = columns.map(({ name }) => name);
      reply.headers({
        'content-type': MEDIA_TYPE[format],
        'cache-control': 'no-cache',
        'content-disposition': `attachment; filename="kkr-${request.params.table}.${FILE_ENDING[format]}"`,
      });
      return reply.send(Readable.from(written(format, names, rows(archive, wanted))));
    },
  );
}
