import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import { z } from 'zod';
import { type SeesLayer, unseenText } from './layers.ts';
import { type PaintedText, readPaintedText } from './painted-text.ts';
import { shownBox } from './shown-box.ts';
import type { OtherText } from './text-runs.ts';

/**
 * What is laid over a page and says something on it: filled-in fields, signatures,
 * text typed onto it and stamps. Notes that only open when clicked are no part of
 * the paper, nor are buttons.
 */
const Shown = z.object({
  id: z.string(),
  subtype: z.enum(['Widget', 'FreeText', 'Stamp', 'Watermark']),
  rect: z.array(z.number()).length(4),
  annotationFlags: z.number().catch(0),
  fieldType: z.string().nullish().catch(null),
  pushButton: z.boolean().nullish().catch(null),
  password: z.boolean().nullish().catch(null),
  fieldValue: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .catch(null),
  /** What a box stands for, of which the field has one as its value where it is ticked. */
  exportValue: z.string().nullish().catch(null),
  buttonValue: z.string().nullish().catch(null),
  contentsObj: z.object({ str: z.string() }).nullish().catch(null),
  defaultAppearanceData: z.object({ fontSize: z.number() }).nullish().catch(null),
  options: z
    .array(z.object({ exportValue: z.string(), displayValue: z.string() }))
    .nullish()
    .catch(null),
});
export type ShownAnnotation = z.infer<typeof Shown>;

const HIDDEN = 2;
const NO_VIEW = 32;
/** Of a field whose text is to be as large as fits (ISO 32000-1, 12.7.3.3). */
const USUAL_SIZE = 11;
/** Programs paint ticks as letters of a symbol font, or as lines; whatever they look like, this is what they say. */
const TICK = '☒';

/** Those of a page's annotations, as pdf.js gives them, that may show text. */
function shownAnnotations(annotations: readonly unknown[]): ShownAnnotation[] {
  return annotations.flatMap((annotation) => {
    const shown = Shown.safeParse(annotation).data;
    if (shown === undefined || (shown.annotationFlags & (HIDDEN | NO_VIEW)) !== 0) return [];
    return shown.pushButton === true || shown.password === true ? [] : [shown];
  });
}

/**
 * Their text: as painted, and for fields and notes that no program has painted yet
 * what was typed into them, set into their frames as a viewer would.
 */
function annotationText(
  page: PDFPageProxy,
  shown: readonly ShownAnnotation[],
  painted: readonly PaintedText[],
): PaintedText[] {
  const viewport = page.getViewport({ scale: 1 });
  const wanted = new Set(shown.filter(({ fieldType }) => fieldType !== 'Btn').map(({ id }) => id));
  const looks = new Map<string, PaintedText[]>();
  for (const text of painted) {
    if (!text.seen || text.annotation === null || !wanted.has(text.annotation)) continue;
    const look = looks.get(text.annotation);
    if (look === undefined) looks.set(text.annotation, [text]);
    else look.push(text);
  }
  return shown.flatMap((annotation) => {
    const look = looks.get(annotation.id);
    return look === undefined ? typed(annotation, viewport) : inOnePiece(look, textOf(annotation));
  });
}

/** A field with a box for each letter is painted letter by letter; its value says which of them are words. */
function inOnePiece(look: readonly PaintedText[], value: string): readonly PaintedText[] {
  const bare = (text: string): string => text.replace(/\s+/gu, '');
  const [first, last] = [look[0], look.at(-1)];
  if (first === undefined || last === undefined || look.length < 2 || /[\r\n]/u.test(value.trim()))
    return look;
  if (bare(value) !== bare(look.map(({ text }) => text).join(''))) return look;
  const [, , , , x = 0, y = 0] = first.matrix;
  const [, , , , lastX = 0, lastY = 0] = last.matrix;
  return [{ ...first, text: value.trim(), width: Math.hypot(lastX - x, lastY - y) + last.width }];
}

/** Upright on the page as shown, whichever way that is turned: so forms are filled in. */
function typed(annotation: ShownAnnotation, viewport: PageViewport): PaintedText[] {
  const { id, rect, defaultAppearanceData } = annotation;
  const [left, top, right, bottom] = shownBox(viewport, rect);
  const scale = Math.hypot(viewport.transform[0] ?? 1, viewport.transform[1] ?? 0);
  const lines = textOf(annotation)
    .split(/\r\n?|\n/u)
    .map((line) => line.trim());
  const fit = (bottom - top) / (1.2 * lines.length);
  const size = Math.min(scale * (defaultAppearanceData?.fontSize || USUAL_SIZE), fit);
  return lines.flatMap((text, index) => {
    if (text === '' || !(size > 0)) return [];
    const matrix = [size, 0, 0, -size, left + 2 * scale, top + (index + 0.95) * 1.2 * size];
    const width = Math.min(right - left - 2 * scale, 0.5 * size * text.length);
    return [{ text, matrix, width, font: '', annotation: id, seen: true }];
  });
}

function textOf(annotation: ShownAnnotation): string {
  const { subtype, fieldType, fieldValue, options } = annotation;
  if (subtype === 'FreeText') return annotation.contentsObj?.str ?? '';
  if (subtype !== 'Widget') return '';
  if (fieldType === 'Btn') {
    const standsFor = annotation.exportValue ?? annotation.buttonValue ?? null;
    return standsFor !== null && standsFor !== 'Off' && standsFor === fieldValue ? TICK : '';
  }
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return '';
  const values = typeof fieldValue === 'string' ? [fieldValue] : (fieldValue ?? []);
  return values
    .map((value) => options?.find(({ exportValue }) => exportValue === value)?.displayValue ?? value)
    .join('\n');
}

/**
 * What a page says beside its content. Null for nearly all pages, which have neither
 * such annotations nor layers that are off.
 */
export async function readOtherText(
  page: PDFPageProxy,
  annotations: readonly unknown[],
  seesLayer: SeesLayer | null,
): Promise<OtherText | null> {
  const shown = shownAnnotations(annotations);
  if (shown.length === 0 && seesLayer === null) return null;
  // A page whose painting cannot be followed keeps its text, and what was typed into it.
  const painted = await readPaintedText(page, seesLayer ?? undefined).catch(() => []);
  return {
    beside: annotationText(page, shown, painted),
    isUnseen: seesLayer === null ? null : unseenText(painted),
  };
}
