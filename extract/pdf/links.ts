import type { PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { Box } from '../../core/document.ts';
import { shownBox } from './shown-box.ts';

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
    return [{ url: link.data.url, box: shownBox(viewport, link.data.rect) }];
  });
}
