/** A word or number of a text, by its offsets in UTF-16 code units. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** Numbers keep their points and commas: "2.10" is an item and "2,5" an amount. */
const WORD_OR_NUMBER = /\d+(?:[.,]\d+)*(?![\p{L}\d])|[\p{L}\d][\p{L}\p{M}\d]*/gu;

/** Endings set off by an apostrophe are no words of their own: "KL's", "DK2020’s". */
const APOSTROPHES = new Set(["'", '’']);

export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(WORD_OR_NUMBER)) {
    const value = match[0];
    const start = match.index;
    if ((value === 's' || value === 'S') && APOSTROPHES.has(text.charAt(start - 1))) continue;
    found.push({ start, end: start + value.length, value });
  }
  return found;
}

export function isNumber(token: string): boolean {
  return /^\d/.test(token) && !/\p{L}/u.test(token);
}
