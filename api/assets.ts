import { readdir, readFile } from 'node:fs/promises';
import type { App } from './context.ts';

const FOLDER = new URL('assets/', import.meta.url);
const STYLES = new URL('stil/', FOLDER);

/** The style sheet, made of its parts in the order of their names, and the icon: all that the pages need; and what robots are told. */
export async function assetRoutes(app: App): Promise<void> {
  const names = (await readdir(STYLES)).filter((name) => name.endsWith('.css')).sort();
  const parts = await Promise.all(names.map((name) => readFile(new URL(name, STYLES), 'utf8')));
  const style = parts.join('\n');
  const icon = await readFile(new URL('ikon.svg', FOLDER), 'utf8');
  app.get('/stil.css', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(style),
  );
  // Where someone puts the pages behind a proxy after all, search engines stay out: see docs/operations.md.
  app.get('/robots.txt', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /\n'),
  );
  app.get('/ikon.svg', { schema: { hide: true } }, (_request, reply) =>
    reply.type('image/svg+xml').send(icon),
  );
}
