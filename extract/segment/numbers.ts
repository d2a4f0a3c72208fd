/** Numbers of items: "2.10" as [2, 10]. */
export type ItemNumber = readonly number[];

export interface NumberedText {
  readonly number: ItemNumber;
  /** "punkt", "sag", … before the number; null where there is none. */
  readonly word: string | null;
  /** What closes the number: ".", ")", ":", "-" or nothing. */
  readonly close: string;
  /** What follows; empty where the number stands alone. */
  readonly rest: string;
}

/** "Dagsordenens punkt nr. 12" and its like. */
const LONGEST_WORD = 40;
const WORD =
  /^(tillægs(?:punkt|sag)|dagsordens?punkt|dagsordenens punkt|punkt|pkt|sag|emne|kapitel|afsnit|ad(?:\.? (?:dagsordenens )?(?:punkt|pkt|sag))?)(?:\.|\b)\s*(?:nr\.?|nummer)?\s*/i;
/** "1. sag: Budget", "3. punkt": the word behind the number. */
const WORD_BEHIND = /^(sag|punkt)(?:\s?[.:–-]\s+|\s*$)/i;
const MONTHS =
  /^(?:jan(?:uar)?|feb(?:ruar)?|marts|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;

/**
 * Reads an item's number from the start of a line, whatever its dress:
 * "Punkt 3.", "Pkt. 3", "Sag nr. 3:", "3)", "1.", "1.1", "1.1.". Digits that OCR
 * took for letters count (l and I for 1, O for 0). Dates, times and amounts are
 * no numbers of items.
 */
export function parseNumbered(text: string): NumberedText | null {
  // Most lines are plain text; a number opens the line or follows a word or two.
  if (!/^[\dlIO]/.test(text) && !/\d|\s[lI]\./.test(text.slice(0, LONGEST_WORD))) return null;
  const wordMatch = WORD.exec(text);
  const word = wordMatch?.[1]?.toLowerCase() ?? null;
  // "Sag 23/15" is the year's 23rd; "Sag 12/1182" is the number of a case.
  const after = wordMatch
    ? text.slice(wordMatch[0].length).replace(/^(\d{1,3})\/\d{2}(?=[\s.:]|$)/, '$1')
    : text;
  const match =
    /^([\dlIO]{1,3}(?:\s?[.,]\s?[\dlIO]{1,2}(?![\dA-Za-zÆØÅæøå])){0,3})\s?([.):]|,(?=\s\p{Lu}))?(\s+[-–—](?=\s))?(?:\s+(\S.*))?$/u.exec(
      after,
    );
  if (!match?.[1]) return null;
  const printed = match[1];
  if (!/\d/.test(printed) && !(match[2] === '.' && /^[lI]$/.test(printed))) return null;
  const parts = printed
    .replace(/[lI]/g, '1')
    .replace(/O/g, '0')
    .split(/\s?[.,]\s?/);
  // "01" counts items in some systems; with more parts it is a day or the number of a case.
  const zero = (part: string) =>
    part.length > 1 && part.startsWith('0') && (parts.length > 1 || part.length > 2);
  if (parts.some((part) => part === '' || zero(part))) return null;
  // Some count "1.0", "1.1", "2.0": the first of each is what others call 1 and 2.
  const whole = parts.length === 2 && parts[1] === '0' && /^\p{Lu}\p{L}/u.test(match[4] ?? '');
  const number = (whole ? parts.slice(0, 1) : parts).map(Number);
  if (number.some((part) => part === 0) && number.length > 1) return null;
  // OCR takes a full stop for a comma: "4, Siden sidst".
  const close = match[2]?.replace(',', '.') ?? (match[3] ? '-' : '');
  const bare = (match[4] ?? '').replace(/^[-–—:>»·|]\s+/, '').trim();
  const behind = word === null && close === '.' ? WORD_BEHIND.exec(bare) : null;
  const rest = behind ? bare.slice(behind[0].length) : bare;
  if (word === null && (MONTHS.test(rest) || /^(?:pct|mio|mia|kr|procent|km|%)\b|^%/i.test(rest)))
    return null;
  if (word === null && /^[-–]\s?\d/.test(rest)) return null;
  return {
    number,
    word: word?.startsWith('ad') ? 'ad' : (word ?? behind?.[1]?.toLowerCase() ?? null),
    close,
    rest,
  };
}

/** A line without the "Punkt", "Sag nr." or the like before its number. */
export function withoutWord(text: string): string {
  return text.replace(WORD, '');
}

export function formatNumber(number: ItemNumber): string {
  return number.join('.');
}

export function compareNumbers(a: ItemNumber, b: ItemNumber): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? -1) - (b[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function isChildOf(child: ItemNumber, parent: ItemNumber): boolean {
  return child.length > parent.length && parent.every((part, i) => part === child[i]);
}

/** The number of what holds an item: [2] for 2.10; null for a number of one part. */
export function parentOf(number: ItemNumber): ItemNumber | null {
  return number.length > 1 ? number.slice(0, -1) : null;
}

/** The numbers that a count leaves out before `after`: 2.6 between 2.5 and 2.7, 3.1 between 2.9 and 3.2, 1 before 2. */
export function siblingsBetween(before: ItemNumber | null, after: ItemNumber): ItemNumber[] {
  const parent = after.slice(0, -1);
  const siblings =
    before !== null && before.length >= after.length && parent.every((part, i) => part === before[i]);
  const from = siblings ? (before[after.length - 1] ?? 0) : 0;
  const count = Math.max(0, (after.at(-1) ?? 0) - from - 1);
  return Array.from({ length: Math.min(count, 50) }, (_, i) => [...parent, from + 1 + i]);
}

/**
 * How many numbers were left out on the way from `a` to `b`, where 0 is a
 * natural step: 2.9 to 2.10, 2 to 2.1, 2.11 to 3, 2.11 to 3.1. Null where `b`
 * does not come after `a`.
 */
export function stepsBetween(a: ItemNumber, b: ItemNumber): number | null {
  if (compareNumbers(a, b) >= 0) return null;
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common += 1;
  let missing = (b[common] ?? 1) - (a[common] ?? 0) - 1;
  for (const part of b.slice(common + 1)) missing += part - 1;
  return missing;
}
