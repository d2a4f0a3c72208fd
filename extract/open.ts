import type { Config } from '../core/config.ts';
import type { DocumentReader } from '../core/document-reader.ts';
import type { TaughtWords } from '../core/taught-words.ts';
import { loadLexicon } from '../danish/lexicon.ts';
import { createInProcessReader } from './document-reader.in-process.ts';
import { createIsolatedReader } from './document-reader.isolated.ts';
import { createNoOcr } from './ocr/ocr-engine.none.ts';
import { createTesseract } from './ocr/ocr-engine.tesseract.ts';
import type { ReadTools } from './read-document.ts';
import { loadRepairers } from './repair/learn.ts';

export interface LoadedTools extends ReadTools {
  /** The same with the words that an archive's clean documents taught. */
  taughtBy(taught: TaughtWords | null): ReadTools;
}

/** Everything that reading needs, loaded once per process. */
export function loadTools(ocr: Config['ocr']): LoadedTools {
  const lexicon = loadLexicon();
  const known = new Map<string, boolean>();
  const knows = (word: string): boolean => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size > 50_000) known.clear();
    const now = lexicon.knows(word);
    known.set(word, now);
    return now;
  };
  const repairers = loadRepairers();
  const tools = { ocr: ocr === 'none' ? createNoOcr() : createTesseract(), repairer: repairers(null), knows };
  return { ...tools, taughtBy: (taught) => ({ ...tools, repairer: repairers(taught) }) };
}

export function openReaderInProcess({ ocr }: { ocr: Config['ocr'] }): DocumentReader {
  return createInProcessReader(loadTools(ocr));
}

/** `workers` documents at a time, each in a process of its own. */
export function openReader({ ocr, workers }: { ocr: Config['ocr']; workers: number }): DocumentReader {
  return createIsolatedReader({ ocr, workers });
}
