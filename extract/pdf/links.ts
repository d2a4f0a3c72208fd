import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { Box } from '../../core/document.ts';

/** A link of a page to somewhere outside the file. */
export interface OutwardLink {
  readonly url: string;
  readonly box: Box | null;
}

const LinkAnnotation = z.object({
  subtype: z.literal('Link'),
  url: z.string(),
  rect: z.array(z.number()).length(4),
});

/** The links among a page's annotations, as pdf.js gives them. */
export function linksOf(page: PDFPageProxy, annotations: readonly unknown[]): OutwardLink[] {
  const viewport = page.getViewport({ scale: 1 });
  return annotations.flatMap((annotation) => {
    const link = LinkAnnotation.safeParse(annotation);
    if (!link.success) return [];
    const [left = 0, bottom = 0, right = 0, top = 0] = link.data.rect;
    const [x0 = 0, y0 = 0]: number[] = viewport.convertToViewportPoint(left, bottom);
    const [x1 = 0, y1 = 0]: number[] = viewport.convertToViewportPoint(right, top);
    const box: Box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
    return [{ url: link.data.url, box }];
  });
}
