import type { App } from './context.ts';

/**
 * Headers of every answer. The pages need nothing from elsewhere and run no
 * script, so nothing else is allowed; that is the second lock behind the
 * escaping of all text.
 */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
} as const;

/** Browsers apply a document's policy to their own PDF viewer too, which then shows nothing. */
export const ORIGINALS_POLICY = "frame-ancestors 'none'";

export function addSecurityHeaders(app: App): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
}
