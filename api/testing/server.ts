import { afterEach } from 'vitest';
import type { App, ServerParts } from '../context.ts';
import { buildServer } from '../server.ts';
import { doubles } from './doubles.ts';

/** A server on the doubles, closed after each test. */
export async function testServer(changes: Partial<ServerParts> = {}) {
  const parts = doubles(changes);
  const app = await buildServer(parts);
  opened.push(app);
  return { app, asked: parts.asked };
}

const opened: App[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});
