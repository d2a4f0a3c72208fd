/** A word or number of a text, by its offsets in UTF-16 code units. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/**
 * The words and numbers of a text. A word is letters and figures ("DK2020"); a
 * number keeps its points and commas, as "2.10" is an item and "2,5" an amount.
 * Endings set off by an apostrophe are no words of their own ("KL's").
 *
 * Written as a loop, as every letter of the archive goes through it: a regular
 * expression with Unicode classes takes three times as long.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const length = text.length;
  for (let at = 0; at < length; ) {
    const kind = kindAt(text, at);
    if (kind !== LETTER && kind !== FIGURE) {
      at++;
      continue;
    }
    const start = at;
    at = kind === FIGURE ? endOfNumber(text, start) : start;
    if (at === start) at = endOfWord(text, start);
    if (at - start === 1 && isSetOff(text, start)) continue;
    found.push({ start, end: at, value: text.slice(start, at) });
  }
  return found;
}

/** The word or number that a place in the text belongs to; null between them. */
export function tokenAround(text: string, place: number): Token | null {
  let start = place;
  while (start > 0 && isWithin(text, start - 1)) start--;
  let end = place;
  while (end < text.length && isWithin(text, end)) end++;
  // Points and commas may join figures, so what was walked over may be more than one token.
  for (const token of tokens(text.slice(start, end))) {
    if (start + token.end > place) {
      return { start: start + token.start, end: start + token.end, value: token.value };
    }
  }
  return null;
}

function isWithin(text: string, at: number): boolean {
  if (kindAt(text, at) !== OTHER) return true;
  const joins = text[at] === '.' || text[at] === ',';
  return joins && at > 0 && kindAt(text, at - 1) === FIGURE && kindAt(text, at + 1) === FIGURE;
}

export function isNumber(token: string): boolean {
  return kindAt(token, 0) === FIGURE && endOfNumber(token, 0) === token.length;
}

/** The end of "19.000" or "2,5"; `start` where letters follow and it is a word such as "3F". */
function endOfNumber(text: string, start: number): number {
  let end = start;
  while (kindAt(text, end) === FIGURE) end++;
  while ((text[end] === '.' || text[end] === ',') && kindAt(text, end + 1) === FIGURE) {
    end++;
    while (kindAt(text, end) === FIGURE) end++;
  }
  return kindAt(text, end) === LETTER ? start : end;
}

function endOfWord(text: string, start: number): number {
  let end = start;
  while (kindAt(text, end) !== OTHER) end++;
  return end;
}

function isSetOff(text: string, start: number): boolean {
  const letter = text[start];
  return (letter === 's' || letter === 'S') && (text[start - 1] === "'" || text[start - 1] === '’');
}

const OTHER = 0;
const LETTER = 1;
const FIGURE = 2;
/** A combining accent; belongs to a word but begins none. */
const MARK = 3;

/** By code unit; halves of surrogate pairs count as letters, so that no character is cut. */
const KINDS = Uint8Array.from({ length: 0x1_00_00 }, (_, code) => {
  if (code >= 0xd800 && code <= 0xdfff) return LETTER;
  const character = String.fromCharCode(code);
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\d/.test(character)) return FIGURE;
  return /\p{M}/u.test(character) ? MARK : OTHER;
});

function kindAt(text: string, at: number): number {
  return at < text.length ? (KINDS[text.charCodeAt(at)] ?? OTHER) : OTHER;
}
