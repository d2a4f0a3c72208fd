import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

/** A folder that is gone after the tests of the file, which may run side by side. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kkr-cli-'));
  made.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});
