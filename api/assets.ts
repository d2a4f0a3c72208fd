import { readFile } from 'node:fs/promises';
import type { App } from './context.ts';

const ASSETS = [
  { url: '/stil.css', file: 'stil.css', type: 'text/css; charset=utf-8' },
  { url: '/ikon.svg', file: 'ikon.svg', type: 'image/svg+xml' },
] as const;

/** The style sheet and the icon: all that the pages need besides themselves. */
export async function assetRoutes(app: App): Promise<void> {
  for (const { url, file, type } of ASSETS) {
    const content = await readFile(new URL(`assets/${file}`, import.meta.url), 'utf8');
    app.get(url, { schema: { hide: true } }, (_request, reply) => reply.type(type).send(content));
  }
}
