import type { PDFDocumentProxy } from 'pdfjs-dist';
import { z } from 'zod';

/** Whether a reader sees what is marked with a layer, as pdf.js describes layers in a page's operations. */
export type SeesLayer = (layer: unknown) => boolean;

const Group = z.tuple([z.string(), z.object({ visible: z.boolean() })]);

/**
 * The layers (optional content, ISO 32000-1, 8.11) of a document as they stand when
 * it is opened. Null where it has none or all are on, so that nothing need be left out.
 */
export async function readLayers(pdf: PDFDocumentProxy): Promise<SeesLayer | null> {
  const layers = await pdf.getOptionalContentConfig().catch(() => null);
  if (layers === null) return null;
  const groups: unknown[] = [...layers];
  const isOff = groups.some((group) => Group.safeParse(group).data?.[1].visible === false);
  return isOff ? (layer) => layers.isVisible(layer) === true : null;
}
