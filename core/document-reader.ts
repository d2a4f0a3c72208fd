import type { Document } from './document.ts';
import type { TaughtWords } from './taught-words.ts';

/**
 * Turns bytes into a Document. `extract/` has one that reads in this process
 * and one that reads in a process of its own, with limits on time and memory.
 */
export interface DocumentReader {
  /**
   * @param name the file's name: its ending and date may serve as evidence.
   * @param taught what the archive has taught repair, beside the model that it brings.
   * @throws KkrError with one of the `file-…`, `pdf-…`, `ocr-…`, `read-…` codes.
   */
  read(
    bytes: Uint8Array,
    name: string,
    onProgress?: ReadProgress,
    taught?: TaughtWords | null,
  ): Promise<Document>;
  close(): Promise<void>;
}

/** Called after each page; `total` is known from the first call on. */
export type ReadProgress = (done: number, total: number) => void;
