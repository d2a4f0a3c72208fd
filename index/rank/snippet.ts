import type { SnippetPiece } from '../../core/search-index.ts';
import type { Place } from './locate.ts';

/** Characters; some three lines on the page. */
const LENGTH = 260;
const BEFORE = 60;

/** The stretch of a text that shows most of what was asked for, with the finds marked. */
export function snippet(text: string, places: readonly Place[]): SnippetPiece[] {
  const ordered = inOrder(places);
  const first = bestStart(ordered);
  const from = first === null ? 0 : wordStart(text, Math.max(0, first - BEFORE));
  const to = wordEnd(text, Math.min(text.length, from + LENGTH));
  const pieces: SnippetPiece[] = [];
  const add = (part: string, match: boolean) => {
    const shown = part.replace(/\s+/g, ' ');
    if (shown !== '') pieces.push({ text: shown, match });
  };
  let at = from;
  if (from > 0) add('… ', false);
  for (const place of ordered) {
    if (place.start < at || place.end > to) continue;
    add(text.slice(at, place.start), false);
    add(text.slice(place.start, place.end), true);
    at = place.end;
  }
  add(text.slice(at, to), false);
  if (to < text.length) add(' …', false);
  return pieces;
}

/** Where in the text the finds stand that a snippet shows; null without any. */
export function shownFrom(places: readonly Place[]): number | null {
  return bestStart(inOrder(places));
}

function inOrder(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) => a.start - b.start);
}

/** Where the stretch begins that holds most different finds; among equals the first. */
function bestStart(ordered: readonly Place[]): number | null {
  let best: { start: number; value: number } | null = null;
  for (const [index, place] of ordered.entries()) {
    const grades = new Map<number, number>();
    for (const other of ordered.slice(index)) {
      if (other.end > place.start + LENGTH - BEFORE) break;
      grades.set(other.slot, Math.max(grades.get(other.slot) ?? 0, other.grade));
    }
    const value = [...grades.values()].reduce((sum, grade) => sum + grade, 0);
    if (!best || value > best.value + 1e-9) best = { start: place.start, value };
  }
  return best?.start ?? null;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at).search(/\s/);
  return space < 0 || space > BEFORE ? at : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(0, at).search(/\s\S*$/);
  return space < at - BEFORE ? at : space;
}
