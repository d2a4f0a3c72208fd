import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyServerOptions, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ArchiveRecords } from '../core/archive-store.ts';
import type { BlobStore } from '../core/blob-store.ts';
import type { SearchIndex } from '../core/search-index.ts';

/** What the server serves from. It reads only, and closes nothing of this: who opened it closes it. */
export interface ServerParts {
  readonly archive: ArchiveRecords;
  readonly blobs: Pick<BlobStore, 'get'>;
  readonly index: Pick<SearchIndex, 'search' | 'stats'>;
  /** SHA-256 of the made-up examples that come with the program: pages say that they are. Default: none. */
  readonly fictional?: ReadonlySet<string>;
  /** Unexpected failures are logged here; queries and visitors never are. Default: pino, on stderr. */
  readonly logger?: FastifyServerOptions['logger'];
}

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
