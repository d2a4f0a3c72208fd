import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { KkrError, toKkrError } from '../../core/errors.ts';
import { withoutLetterForms } from './no-font-face.ts';

/** More pages than any bundle of a council has; a file beyond it is a mistake or an attack. */
const MAX_PAGES = 10_000;
/** 200 megapixels: an A0 poster at 300 dpi is 140. */
export const MAX_PIXELS = 200_000_000;

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')) + sep;

/** What a document is opened for: what its pages say and hold, or their pictures. */
export type Purpose = 'reading' | 'drawing';

/**
 * Opens a PDF with all that pdf.js needs for text and images on this disk, so
 * that nothing is ever fetched. Pages opened for reading have no letters when drawn.
 * @throws KkrError `pdf-encrypted`, `pdf-damaged`, `pdf-too-large`
 */
export async function openPdf(bytes: Uint8Array, purpose: Purpose = 'reading'): Promise<PDFDocumentProxy> {
  const task = getDocument({
    // pdf.js takes the buffer over, and the caller still needs its own.
    data: new Uint8Array(bytes),
    cMapUrl: `${home}cmaps${sep}`,
    cMapPacked: true,
    standardFontDataUrl: `${home}standard_fonts${sep}`,
    wasmUrl: `${home}wasm${sep}`,
    iccUrl: `${home}iccs${sep}`,
    // Names of fonts tell bold from regular; pdf.js keeps them only when asked.
    fontExtraProperties: true,
    useSystemFonts: false,
    ...(purpose === 'reading' ? withoutLetterForms() : {}),
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: MAX_PIXELS,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PAGES) {
      await task.destroy();
      throw new KkrError(
        'pdf-too-large',
        `The PDF says it has ${pdf.numPages} pages; ${MAX_PAGES} are read.`,
      );
    }
    return pdf;
  } catch (thrown) {
    throw openingError(thrown);
  }
}

function openingError(thrown: unknown): KkrError {
  if (thrown instanceof KkrError) return thrown;
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'PasswordException') {
    return new KkrError('pdf-encrypted', 'The PDF is encrypted and needs a password.', { cause: thrown });
  }
  const why = toKkrError(thrown).message.replace(/\.$/u, '');
  return new KkrError('pdf-damaged', `The PDF cannot be opened: ${why}.`, { cause: thrown });
}
