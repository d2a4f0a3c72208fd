import type { DocumentReader } from '../core/document-reader.ts';
import { type ReadTools, readDocument } from './read-document.ts';

/** Reads in this process, which it keeps busy: for one file on the command line, and for tests. */
export function createInProcessReader(tools: ReadTools): DocumentReader {
  return {
    read: (bytes, name, onProgress) =>
      readDocument(
        bytes,
        name,
        tools,
        onProgress === undefined ? { known: new Map() } : { known: new Map(), onProgress },
      ),
    close: () => tools.ocr.close(),
  };
}
