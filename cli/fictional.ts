import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The made-up meetings that come with the program. */
export const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'documents');

/** The SHA-256 of each of their files, by which an archive knows them again; none where the folder was left out. */
export async function fictionalDocuments(): Promise<ReadonlySet<string>> {
  if (!existsSync(FIXTURES)) return new Set();
  const files = await readdir(FIXTURES, { withFileTypes: true });
  const bytes = files.filter((file) => file.isFile()).map((file) => readFile(join(FIXTURES, file.name)));
  return new Set((await Promise.all(bytes)).map((file) => createHash('sha256').update(file).digest('hex')));
}
