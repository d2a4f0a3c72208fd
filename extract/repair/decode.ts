import type { Repair } from '../../core/document.ts';
import { applyEdits, composeEdits } from './edits.ts';
import { escapes } from './escapes.ts';
import { createMojibakeFinder } from './mojibake.ts';

/**
 * Undoes what programs did to the letters: codes, wrong encodings, ligatures,
 * signs without width, letters taken apart. Needs no knowledge of words, as none of
 * these signs belongs in a text as it is read.
 */
export type Decode = (text: string) => Repair[];

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Garbled twice, rarely thrice: each round undoes one. The bound is there for texts made to abuse it. */
const ROUNDS = 8;

export function createDecoder(): Decode {
  const mojibake = createMojibakeFinder();
  return (text) => {
    if (/^[\x20-\x7e\s]*$/.test(text) && !/[&=%\\]/.test(text)) return [];
    let edits: Repair[] = [];
    let current = text;
    for (let round = 0; round < ROUNDS; round++) {
      let changed = false;
      for (const mend of [escapes, mojibake, ligatures, invisible, decomposed]) {
        const more = mend(current);
        if (more.length === 0) continue;
        edits = composeEdits(text, edits, more);
        current = applyEdits(current, more);
        changed = true;
      }
      if (!changed) break;
    }
    return edits;
  };
}

function ligatures(text: string): Repair[] {
  return replaceAll(text, /[ﬀ-ﬆ]/g, 'ligature', (found) => LIGATURES[found] ?? found);
}

/**
 * Soft hyphens and signs without width. A soft hyphen at a line's end is left
 * to `join`. Joiners inside other scripts and between emoji carry meaning and stay.
 */
function invisible(text: string): Repair[] {
  const soft = replaceAll(text, /\u00ad(?!\r?\n)/g, 'soft-hyphen', () => '');
  const zero = replaceAll(
    text,
    /(?<![^\p{Script=Latin}\p{N}\p{P}\s]|\p{Emoji_Presentation})(?:\u200b|\u200c|\u200d|\u2060|\ufeff)+(?![^\p{Script=Latin}\p{N}\p{P}\s]|\p{Emoji_Presentation})/gu,
    'zero-width',
    () => '',
  );
  return [...soft, ...zero].sort((a, b) => a.start - b.start);
}

/** Letter and accent as two signs; ø as o with a stroke laid over it; å as TeX sets it, the ring first. */
function decomposed(text: string): Repair[] {
  const stroked: Readonly<Record<string, string>> = { o: 'ø', O: 'Ø' };
  const ringed: Readonly<Record<string, string>> = { a: 'å', A: 'Å' };
  return replaceAll(
    text,
    /[oO][\u0337\u0338]|\u02da[aA]|[aA]\u02da|\p{Script=Latin}\p{M}+/gu,
    'decomposed',
    (found) => {
      const [first = '', second = ''] = found;
      if (second === '\u0337' || second === '\u0338') return (stroked[first] ?? first) + found.slice(2);
      if (first === '\u02da') return ringed[second] ?? found;
      if (second === '\u02da') return ringed[first] ?? found;
      return found.normalize('NFC');
    },
  );
}

function replaceAll(text: string, pattern: RegExp, rule: string, mend: (found: string) => string): Repair[] {
  const edits: Repair[] = [];
  for (const match of text.matchAll(pattern)) {
    const before = match[0];
    const after = mend(before);
    if (after === before) continue;
    edits.push({ start: match.index, end: match.index + before.length, before, after, rule, confidence: 1 });
  }
  return edits;
}
