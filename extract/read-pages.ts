import type { Page } from '../core/document.ts';
import type { KnowsWord } from './layout/hyphens.ts';
import { layOutDocument } from './layout/lay-out.ts';
import { type LaidLine, linesOf } from './layout/lines.ts';
import { writePage } from './layout/page-text.ts';
import { rowsOf } from './layout/rows.ts';
import type { LaidPage } from './layout/running-lines.ts';
import { FontBook } from './pdf/font-book.ts';
import { openPdf } from './pdf/open-pdf.ts';
import { readTextRuns } from './pdf/text-runs.ts';

/** Reads the text layer of a PDF as plain pages, without OCR or repair. */
export async function readPages(bytes: Uint8Array, knows: KnowsWord): Promise<Page[]> {
  const pdf = await openPdf(bytes);
  const book = new FontBook();
  const laid: (LaidPage & { width: number })[] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { width, height, runs, turned } = await readTextRuns(page);
      await book.learn(
        page,
        runs.map((run) => run.font),
      );
      const bold = (font: string): boolean => book.bold(font);
      const lines: LaidLine[] = [...linesOf(rowsOf(runs, bold)), ...linesOf(rowsOf(turned, bold))];
      laid.push({ number, width, height, lines });
      page.cleanup();
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
  return layOutDocument(laid, knows).map((lines, index) => {
    const { text, lines: written } = writePage(lines);
    const { number = 0, width = 0, height = 0 } = laid[index] ?? {};
    return {
      number,
      text,
      origin: text === '' ? 'none' : 'text-layer',
      reason: text === '' ? 'Siden har intet tekstlag.' : 'Siden har et tekstlag.',
      confidence: null,
      language: null,
      lines: [...written],
      repairs: [],
      doubtful: [],
      size: [width, height],
      words: null,
    };
  });
}
