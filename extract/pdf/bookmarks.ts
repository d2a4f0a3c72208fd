import type { PDFDocumentProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { Bookmark } from '../../core/document.ts';

/** No council's bundle has more; a file that has may never end, as its bookmarks may name each other. */
const MOST = 2000;
const DEEPEST = 8;

const Reference = z.object({ num: z.number(), gen: z.number() });
const Node = z.object({
  title: z.string().catch(''),
  dest: z
    .union([z.string(), z.array(z.unknown())])
    .nullable()
    .catch(null),
  items: z.array(z.unknown()).catch([]),
});

/**
 * The PDF's outline, outermost first, each with the page it leads to. Titles are as
 * the file has them. An outline that cannot be read is no reason to lose the pages.
 */
export async function readBookmarks(pdf: PDFDocumentProxy): Promise<Bookmark[]> {
  const roots: unknown[] = (await pdf.getOutline().catch(() => null)) ?? [];
  const nodes: { title: string; level: number; dest: z.infer<typeof Node>['dest'] }[] = [];
  const walk = (items: readonly unknown[], level: number): void => {
    for (const item of items) {
      const node = Node.safeParse(item);
      if (!node.success || nodes.length >= MOST) continue;
      const title = node.data.title.replace(/\s+/gu, ' ').trim();
      if (title !== '') nodes.push({ title, level, dest: node.data.dest });
      if (level < DEEPEST) walk(node.data.items, level + 1);
    }
  };
  walk(roots, 1);
  const pages = new Map<string, number | null>();
  const out: Bookmark[] = [];
  for (const { title, level, dest } of nodes)
    out.push({ title, level, page: await pageOf(pdf, dest, pages) });
  return out;
}

async function pageOf(
  pdf: PDFDocumentProxy,
  dest: string | unknown[] | null,
  pages: Map<string, number | null>,
): Promise<number | null> {
  const place: unknown[] | null =
    typeof dest === 'string' ? await pdf.getDestination(dest).catch(() => null) : dest;
  const target: unknown = place?.[0];
  if (typeof target === 'number') return target >= 0 && target < pdf.numPages ? Math.floor(target) + 1 : null;
  const reference = Reference.safeParse(target);
  if (!reference.success) return null;
  const key = `${reference.data.num} ${reference.data.gen}`;
  const known = pages.get(key);
  if (known !== undefined) return known;
  const page = await pdf.getPageIndex(reference.data).then(
    (index) => index + 1,
    () => null,
  );
  pages.set(key, page);
  return page;
}
