import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { KkrError, toKkrError } from '../core/errors.ts';
import type { App } from './context.ts';
import { errorPage } from './pages/error.ts';
import { sendPage } from './pages/send.ts';
import { SECURITY_HEADERS } from './security.ts';

/** One shape for every failure: JSON below /api, a Danish page elsewhere. Never a stack trace. */
export function addFailureAnswers(app: App): void {
  app.setErrorHandler((thrown, request, reply) => answer(asKkrError(thrown), request, reply));
  app.setNotFoundHandler((request, reply) => {
    const asked = request.method === 'GET' || request.method === 'HEAD';
    const message = asked ? 'There is nothing at this address.' : `${request.method} is not possible here.`;
    return answer(new KkrError('not-found', message), request, reply);
  });
}

/** For what fails before any route is found, as an address that cannot be decoded. */
export function answerUnrouted(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(SECURITY_HEADERS);
  answer(asKkrError(thrown), request, reply);
}

/** For what is no request that Node can read, as headers longer than its limit of 16 kB. */
export function answerUnreadable(thrown: Error & { code?: string }, socket: Socket): void {
  if (thrown.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const tooLong = thrown.code === 'HPE_HEADER_OVERFLOW';
  const message = tooLong ? 'The address or the headers are too long.' : 'The request cannot be read.';
  const body = JSON.stringify({ error: { code: 'query-invalid', message } });
  const head = [
    `HTTP/1.1 ${tooLong ? '431 Request Header Fields Too Large' : '400 Bad Request'}`,
    'content-type: application/json; charset=utf-8',
    'cache-control: no-store',
    ...Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function answer(error: KkrError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // What nobody expected may quote file names or queries: the log gets it, the visitor does not.
  if (error.code === 'internal')
    request.log.error({ err: error.cause ?? error, route: request.routeOptions.url });
  reply.header('cache-control', 'no-store');
  if (error.status === 503) reply.header('retry-after', '10');
  if (!request.url.startsWith('/api/')) return sendPage(reply.code(error.status), errorPage(error));
  const message =
    error.code === 'internal' ? 'Something failed that should not; the log says more.' : error.message;
  return reply
    .code(error.status)
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ error: { code: error.code, message } });
}

function asKkrError(thrown: unknown): KkrError {
  if (hasZodFastifySchemaValidationErrors(thrown)) {
    const problems = thrown.validation.map(({ instancePath, keyword, message, params }) => {
      const name = instancePath.slice(1);
      if (keyword === 'unrecognized_keys') return unknownNames(params);
      return name ? `${name}: ${message}` : String(message);
    });
    return new KkrError('query-invalid', problems.join('; '), { cause: thrown });
  }
  // Fastify's own refusals: a malformed address, a body that it will not take.
  const status =
    typeof thrown === 'object' && thrown && 'statusCode' in thrown ? thrown.statusCode : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500 && thrown instanceof Error) {
    return new KkrError(status === 404 ? 'not-found' : 'query-invalid', thrown.message, { cause: thrown });
  }
  return toKkrError(thrown);
}

function unknownNames(params: object): string {
  const keys = 'keys' in params && Array.isArray(params.keys) ? params.keys : [];
  return keys.map((key) => `${key}: there is no such parameter`).join('; ');
}
