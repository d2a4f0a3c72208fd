import { expect, test } from 'vitest';
import { proveBroken } from './prove-broken.ts';

test('broken and harmful files end with a reason, and a good file beside them is read as ever', async () => {
  const proof = await proveBroken({ perFile: 1, files: 1, large: false });
  expect(proof.failures).toEqual([]);
  expect(proof.files).toBeGreaterThan(17);
  expect(proof.endings.read).toBeGreaterThan(0);
}, 240_000);
