import type { PDFDocumentProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { Warning } from '../../core/document.ts';
import { KkrError } from '../../core/errors.ts';

const Info = z.object({
  info: z.object({
    IsXFAPresent: z.boolean().catch(false),
    IsCollectionPresent: z.boolean().catch(false),
  }),
});

/** What the one page of such a form says, in the language of Adobe's program that wrote it. */
const NOTICE = /please wait|adobe\s+(?:acrobat\s+)?reader/iu;

/**
 * A form that Adobe's program alone can set (XFA): its one page says only that one is
 * to wait, and would be archived as what the form says.
 * @throws KkrError `pdf-dynamic-form`
 */
export async function refuseDynamicForm(pdf: PDFDocumentProxy): Promise<void> {
  if (pdf.numPages !== 1) return;
  const { info } = await infoOf(pdf);
  if (!info.IsXFAPresent || !NOTICE.test(await wordsOfFirstPage(pdf))) return;
  throw new KkrError(
    'pdf-dynamic-form',
    'The PDF is a form that is set when Adobe Reader opens it; its only page asks to wait for that.',
  );
}

/** Not all are named: a portfolio may hold hundreds. */
const MOST_NAMED = 5;
/** Files that say something, unlike fonts, job tickets and the logs of signing services. */
const DOCUMENTS = /\.(?:pdf|docx?|odt|rtf|txt|xlsx?|ods|csv|pptx?|odp|msg|eml|tiff?|jpe?g|png)$/iu;
const Enclosed = z.object({ filename: z.string() });

/** A word of warning where a PDF encloses other documents, as portfolios do; they are not read. */
export async function warnOfEnclosed(pdf: PDFDocumentProxy): Promise<Warning[]> {
  const held: unknown = await pdf.getAttachments().catch(() => null);
  const all: unknown[] = held instanceof Map ? [...held.values()] : Object.values(held ?? {});
  const names = all.flatMap((file) => Enclosed.safeParse(file).data?.filename ?? []);
  const documents = names.filter((name) => DOCUMENTS.test(name));
  if (documents.length === 0) return [];
  const { info } = await infoOf(pdf);
  const listed = documents.slice(0, MOST_NAMED).join(', ');
  const more = documents.length > MOST_NAMED ? ` and ${documents.length - MOST_NAMED} more` : '';
  const what = info.IsCollectionPresent ? 'is a portfolio of' : 'encloses';
  return [
    {
      code: 'enclosed-files',
      message: `The PDF ${what} files that are not read: ${listed}${more}.`,
      page: null,
    },
  ];
}

async function infoOf(pdf: PDFDocumentProxy): Promise<z.infer<typeof Info>> {
  const metadata: unknown = await pdf.getMetadata().catch(() => null);
  return Info.safeParse(metadata).data ?? { info: Info.shape.info.parse({}) };
}

async function wordsOfFirstPage(pdf: PDFDocumentProxy): Promise<string> {
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
