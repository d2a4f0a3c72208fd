import type { Config } from '../core/config.ts';
import type { DocumentReader } from '../core/document-reader.ts';
import { loadLexicon } from '../danish/lexicon.ts';
import { createInProcessReader } from './document-reader.in-process.ts';
import { createIsolatedReader } from './document-reader.isolated.ts';
import { createNoOcr } from './ocr/ocr-engine.none.ts';
import { createTesseract } from './ocr/ocr-engine.tesseract.ts';
import type { ReadTools } from './read-document.ts';
import { loadRepairer } from './repair/repair.ts';

/** Everything that reading needs, loaded once per process. */
export function loadTools(ocr: Config['ocr']): ReadTools {
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
  return { ocr: ocr === 'none' ? createNoOcr() : createTesseract(), repairer: loadRepairer(), knows };
}

export function openReaderInProcess({ ocr }: { ocr: Config['ocr'] }): DocumentReader {
  return createInProcessReader(loadTools(ocr));
}

/** `workers` documents at a time, each in a process of its own. */
export function openReader({ ocr, workers }: { ocr: Config['ocr']; workers: number }): DocumentReader {
  return createIsolatedReader({ ocr, workers });
}
