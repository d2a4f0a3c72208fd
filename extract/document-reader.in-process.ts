import type { DocumentReader } from '../core/document-reader.ts';
import type { LoadedTools } from './open.ts';
import { readDocument } from './read-document.ts';

/** Reads in this process, which it keeps busy: for one file on the command line, and for tests. */
export function createInProcessReader(tools: LoadedTools): DocumentReader {
  return {
    read: (bytes, name, onProgress, taught = null) =>
      readDocument(
        bytes,
        name,
        tools.taughtBy(taught),
        onProgress === undefined ? { known: new Map() } : { known: new Map(), onProgress },
      ),
    close: () => tools.ocr.close(),
  };
}
