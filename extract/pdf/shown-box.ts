import type { PageViewport } from 'pdfjs-dist';
import type { Box } from '../../core/document.ts';

/** A rectangle of the file's own coordinates where the page shows it. */
export function shownBox(viewport: PageViewport, rect: readonly number[]): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  const [x0 = 0, y0 = 0]: number[] = viewport.convertToViewportPoint(left, bottom);
  const [x1 = 0, y1 = 0]: number[] = viewport.convertToViewportPoint(right, top);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}
