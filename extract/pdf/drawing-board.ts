import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { openPdf } from './open-pdf.ts';

/**
 * The pages of a PDF as they can be drawn. Few need to be, so the file is opened for
 * it with the first of them.
 */
export class DrawingBoard {
  readonly #bytes: Uint8Array;
  #opened: Promise<PDFDocumentProxy> | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Lends a page (counted from 1) for as long as `use` takes. */
  async lend<T>(number: number, use: (page: PDFPageProxy) => Promise<T>): Promise<T> {
    this.#opened ??= openPdf(this.#bytes, 'drawing');
    const page = await (await this.#opened).getPage(number);
    try {
      return await use(page);
    } finally {
      page.cleanup();
    }
  }

  async close(): Promise<void> {
    const pdf = await this.#opened?.catch(() => null);
    await pdf?.loadingTask.destroy();
  }
}
