import type { PDFDocumentProxy } from 'pdfjs-dist';
import { z } from 'zod';
import type { PaintedText } from './painted-text.ts';

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

/** How far, in points, a text's beginning may be off where it was painted. */
const SLACK = 0.5;
/**
 * Whether text that pdf.js extracted, beginning at that point of the page as shown, is
 * on a layer that is off. Extraction tells no layers, but parts text where one begins,
 * so that a text's beginning says it of the whole. Where another layer has text in the
 * same place, as translations have, the one that is more like it is meant.
 */
export function unseenText(painted: readonly PaintedText[]): (text: string, x: number, y: number) => boolean {
  const unseen = painted.filter(({ seen }) => !seen);
  const seen = painted.filter(({ seen: shown, annotation }) => shown && annotation === null);
  return (text, x, y) => {
    const letters = bare(text);
    const likeness = (others: readonly PaintedText[]): number =>
      others.reduce(
        (most, other) => (runsThrough(other, x, y) ? Math.max(most, alike(letters, bare(other.text))) : most),
        0,
      );
    const hidden = likeness(unseen);
    return hidden > 0 && hidden > likeness(seen);
  };
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** How many letters the text shares from its beginning with the other, wherever in it that is. */
function alike(letters: string, other: string): number {
  let most = 0;
  for (let from = 0; from < other.length; from++) {
    let length = 0;
    while (length < letters.length && letters[length] === other[from + length]) length += 1;
    most = Math.max(most, length);
  }
  return most;
}

function runsThrough({ matrix, width }: PaintedText, x: number, y: number): boolean {
  const [a = 1, b = 0, , , left = 0, top = 0] = matrix;
  const scale = Math.hypot(a, b) || 1;
  const along = ((x - left) * a + (y - top) * b) / scale;
  const off = ((x - left) * b - (y - top) * a) / scale;
  return Math.abs(off) < SLACK && along > -SLACK && along < width + SLACK;
}
