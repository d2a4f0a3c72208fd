import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { KkrError } from '../core/errors.ts';

/** A file that may be read: where it lies and what to call it. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
}

/** Endings of the files that a folder is searched for. */
const READABLE_ENDINGS = ['.pdf', '.txt', '.md'] as const;

/**
 * The files that the paths name, in the order of the paths and sorted within
 * each folder, so that two runs read in the same order. Folders are searched to
 * any depth; hidden files and other endings in them are passed over, since
 * nobody asked for them by name. A folder that links to itself is entered once.
 *
 * A file named outright is given whatever its ending: what it is shows when it
 * is read. A path that cannot be opened goes to `onProblem`, and the rest goes on.
 */
export async function* findFiles(
  paths: readonly string[],
  onProblem: (path: string, problem: KkrError) => void,
): AsyncGenerator<FoundFile> {
  const entered = new Set<string>();
  for (const path of paths) yield* filesUnder(path, entered, onProblem);
}

async function* filesUnder(
  path: string,
  entered: Set<string>,
  onProblem: (path: string, problem: KkrError) => void,
): AsyncGenerator<FoundFile> {
  let entries: Dirent[];
  try {
    if (!(await stat(path)).isDirectory()) {
      yield { path, name: basename(path) };
      return;
    }
    const real = await realpath(path);
    if (entered.has(real)) return;
    entered.add(real);
    entries = await readdir(path, { withFileTypes: true });
  } catch (thrown) {
    onProblem(path, unreadable(path, thrown));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory() || isReadableName(entry.name) || entry.isSymbolicLink()) {
      yield* entryUnder(join(path, entry.name), entry, entered, onProblem);
    }
  }
}

/** A link says nothing of what it leads to, so its target decides; one that leads nowhere is passed over. */
async function* entryUnder(
  path: string,
  entry: Dirent,
  entered: Set<string>,
  onProblem: (path: string, problem: KkrError) => void,
): AsyncGenerator<FoundFile> {
  if (entry.isSymbolicLink()) {
    const target = await stat(path).catch(() => null);
    if (!target || !(target.isDirectory() || (target.isFile() && isReadableName(entry.name)))) return;
  } else if (!entry.isDirectory() && !entry.isFile()) {
    return;
  }
  yield* filesUnder(path, entered, onProblem);
}

function isReadableName(name: string): boolean {
  const ending = extname(name).toLowerCase();
  return READABLE_ENDINGS.some((readable) => readable === ending);
}

/** A failed file access in words that name the file and the cause. */
export function unreadable(path: string, thrown: unknown): KkrError {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  const causes: Record<string, string> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'no permission to read it',
    EPERM: 'no permission to read it',
    EISDIR: 'it is a folder',
    ELOOP: 'its links lead in a circle',
  };
  const cause = causes[String(code)] ?? (thrown instanceof Error ? thrown.message : String(thrown));
  return new KkrError('file-unreadable', `${path}: ${cause}`, { cause: thrown });
}
