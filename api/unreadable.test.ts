import { expect, it } from 'vitest';
import { testServer } from './testing/server.ts';

it('an address beyond all limits gets the one shape of failures and all headers', async () => {
  const { app } = await testServer();
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${address}/?q=${'x'.repeat(30_000)}`);
  expect(answer.status).toBe(431);
  expect(await answer.json()).toEqual({
    error: { code: 'query-invalid', message: 'The address or the headers are too long.' },
  });
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  await app.close();
});
