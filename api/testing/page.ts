import { testServer } from './server.ts';

/** A page as a visitor gets it; `text` is what stands in it without markup. */
export async function page(url: string, changes: Parameters<typeof testServer>[0] = {}) {
  const { app, asked } = await testServer(changes);
  const answer = await app.inject(url);
  return {
    status: answer.statusCode,
    html: answer.body,
    text: textOf(answer.body),
    headers: answer.headers,
    asked,
  };
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
