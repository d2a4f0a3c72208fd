import type { Repair } from '../../core/document.ts';

/**
 * Edits are kept in ascending order, do not overlap, and give offsets of the
 * text that they were found in, as `Repair` in core/document.ts says.
 */

/** Start and end in a text. */
export type Span = readonly [number, number];

export function applyEdits(text: string, edits: readonly Repair[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.after;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The text before the edits, from the text after them. */
export function undoEdits(repaired: string, edits: readonly Repair[]): string {
  let result = '';
  let at = 0;
  let shift = 0;
  for (const edit of edits) {
    const start = edit.start + shift;
    result += repaired.slice(at, start) + edit.before;
    at = start + edit.after.length;
    shift += edit.after.length - edit.before.length;
  }
  return result + repaired.slice(at);
}

/**
 * One list for two rounds of repair: `second` was found in the text that
 * `first` had made of `text`. Edits that touch become one, under the later
 * rule and the lower confidence; what ends up as it began is left out.
 */
export function composeEdits(text: string, first: readonly Repair[], second: readonly Repair[]): Repair[] {
  if (first.length === 0) return [...second];
  if (second.length === 0) return [...first];
  // Both as spans of the text between them, where they can be compared.
  const spans: Place[] = [];
  let shift = 0;
  for (const edit of first) {
    const from = edit.start + shift;
    spans.push({ from, to: from + edit.after.length, edit, late: false });
    shift += edit.after.length - edit.before.length;
  }
  for (const edit of second) spans.push({ from: edit.start, to: edit.end, edit, late: true });
  spans.sort((a, b) => a.from - b.from || a.to - b.to || Number(a.late) - Number(b.late));

  const between = applyEdits(text, first);
  const result: Repair[] = [];
  let offset = 0;
  for (let at = 0; at < spans.length; ) {
    const group = overlapping(spans, at);
    at += group.length;
    const merged = mergeGroup(group, between, text, offset);
    offset = merged.offset;
    if (merged.edit.before !== merged.edit.after) result.push(merged.edit);
  }
  return result;
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly edit: Repair;
  readonly late: boolean;
}

function overlapping(spans: readonly Place[], at: number): Place[] {
  const group: Place[] = [];
  let to = -1;
  for (let next = at; next < spans.length; next++) {
    const span = spans[next];
    if (!span || (group.length > 0 && span.from >= to && !(span.from === to && span.from === span.to))) break;
    group.push(span);
    to = Math.max(to, span.to);
  }
  return group;
}

/** `offset` is what to add to a place in the middle text to find it in the original, left of the group. */
function mergeGroup(
  group: readonly Place[],
  between: string,
  text: string,
  offset: number,
): { edit: Repair; offset: number } {
  const from = Math.min(...group.map((span) => span.from));
  const to = Math.max(...group.map((span) => span.to));
  const growth = group.reduce(
    (sum, span) => (span.late ? sum : sum + span.edit.before.length - span.edit.after.length),
    0,
  );
  const late = group.filter((span) => span.late);
  let after = '';
  let at = from;
  for (const span of late) {
    after += between.slice(at, span.from) + span.edit.after;
    at = span.to;
  }
  after += between.slice(at, to);
  const start = from + offset;
  const end = to + offset + growth;
  const last = late.at(-1) ?? group.at(-1);
  return {
    edit: {
      start,
      end,
      before: text.slice(start, end),
      after,
      rule: last?.edit.rule ?? '',
      confidence: Math.min(...group.map((span) => span.edit.confidence)),
    },
    offset: offset + growth,
  };
}

/** Carries spans of a text over the edits made to it; spans that an edit touches go. */
export function carrySpans(spans: readonly Span[], edits: readonly Repair[]): Span[] {
  return spans.flatMap(([start, end]) => {
    if (edits.some((edit) => edit.start < end && edit.end > start)) return [];
    const shift = edits
      .filter((edit) => edit.end <= start)
      .reduce((sum, edit) => sum + edit.after.length - edit.before.length, 0);
    return [[start + shift, end + shift] satisfies Span];
  });
}
