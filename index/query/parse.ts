import { CASE_NAME, findCaseNumbers } from '../../core/case-number.ts';
import { findDates } from '../analysis/dates.ts';
import { tokens } from '../analysis/tokens.ts';

/** One thing that a query asks for, as typed. */
export type QueryWord =
  | { readonly kind: 'word'; readonly written: string; readonly prefix: boolean }
  /** In normal form, and as typed. */
  | { readonly kind: 'case'; readonly value: string; readonly written: string }
  /** Figures that are a case number if the archive has such a case: "08-1871". */
  | { readonly kind: 'case-or-words'; readonly written: string }
  /** "2024-06-19", or "2024-06". */
  | { readonly kind: 'date'; readonly value: string; readonly written: string }
  /** "punkt 2.3" asks for items of that number, a mere "2.3" also for texts that name it. */
  | { readonly kind: 'item'; readonly number: string; readonly only: boolean };

export interface ParsedQuery {
  readonly words: readonly QueryWord[];
  /** In quotes: word for word, in any inflection. */
  readonly phrases: readonly (readonly string[])[];
  /** Behind a minus: one word, or a phrase. */
  readonly without: readonly (readonly string[])[];
  /** Behind a minus, in normal form. */
  readonly withoutCases: readonly string[];
}

const QUOTED = /(?<minus>(?<![^\s(])[-–])?["“”„»«](?<quoted>[^"“”„»«]*)(?:["“”»«]|$)/gu;
const MINUS = /(?<![^\s(])[-–]$/u;
/** Up to the next blank: whoever writes -e-mail or -DK2020-planer wants all of it away. */
const EXCLUDED = /(?<![^\s(])[-–](?<word>[\p{L}\d]\S*)/gu;
const ITEM_NUMBER =
  /(?<![\p{L}\d.,-])(?:(?<named>(?:dagsordens)?punkt|pkt|item)\.?\s*)?(?<number>\d{1,2}\.\d{1,2})(?![\p{L}\d.,]\d|[\p{L}\d])/giu;
const NAMED_WHOLE = /(?<![\p{L}\d.,-])(?:dagsordens)?(?:punkt|pkt)\.?\s+(?<number>\d{1,2})(?![\p{L}\d.,])/giu;

const NAMED_CASE = new RegExp(`(?<![\\p{L}\\d])${CASE_NAME}\\s*$`, 'iu');
const FIGURES_BEHIND_NAME = '\\d{1,4}(?:[-–/]|\\s)\\d{1,6}';
const YEAR = '(?:\\d{1,2}|(?:19|20)\\d{2})';
/** Without a name before it only with a dash, or a blank where nothing else is asked for; "2021-2022" are years. */
const FIGURES = `${YEAR}[-–/](?!(?:19|20)\\d{2}(?!\\d))\\d{3,6}|^\\s*${YEAR}\\s+(?!(?:19|20)\\d{2}\\s*$)\\d{3,6}\\s*$`;
/** Numbers by the municipalities' common plan, and by the regions' system. */
const BY_PLAN =
  '\\d{2}\\.\\d{2}\\.\\d{2}\\s?[-–]\\s?\\p{L}\\d{2}(?:\\s?[-–]\\s?\\d{1,4}){2}|\\d{1,2}(?:-\\d{1,4}){3}-\\d{2}';
const LOOSE_CASE = new RegExp(
  `(?<![\\p{L}\\d.,/-])(?:(?:${CASE_NAME}\\s*)(?:${FIGURES_BEHIND_NAME})|${FIGURES}|(?:${CASE_NAME}\\s*)?(?:${BY_PLAN}))(?![\\p{L}\\d/-]|[.,]\\d)`,
  'giu',
);

/** Reads a query as typed; there is no query that cannot be read. */
export function parseQuery(text: string): ParsedQuery {
  const phrases: string[][] = [];
  const without: string[][] = [];
  const withoutCases: string[] = [];
  const words: QueryWord[] = [];
  // Half a character is none, and would make JSON that no server reads.
  let rest = text.normalize('NFC').slice(0, 1_000).toWellFormed();
  const cut = (pattern: RegExp, keep: (match: RegExpMatchArray) => boolean) => {
    rest = rest.replace(pattern, (...args) => (keep(toMatch(args)) ? ' ' : String(args[0])));
  };
  cut(QUOTED, ({ groups }) => {
    const inside = tokens(groups?.quoted ?? '').map((token) => token.value);
    if (inside.length > 0) (groups?.minus ? without : phrases).push(inside);
    return true;
  });
  for (const found of findCaseNumbers(rest).reverse()) {
    if (!MINUS.test(rest.slice(0, found.start))) continue;
    withoutCases.unshift(found.value);
    rest = blank(rest, { start: found.start - 1, end: found.end });
  }
  cut(EXCLUDED, ({ groups }) => without.push(tokens(groups?.word ?? '').map((token) => token.value)) > 0);
  for (const found of findCaseNumbers(rest).reverse()) {
    words.unshift({ kind: 'case', value: found.value, written: rest.slice(found.start, found.end) });
    const named = NAMED_CASE.exec(rest.slice(0, found.start));
    rest = blank(rest, { start: named?.index ?? found.start, end: found.end });
  }
  for (const found of findDates(rest).reverse()) {
    words.push({ kind: 'date', value: found.value, written: rest.slice(found.start, found.end) });
    rest = blank(rest, found);
  }
  cut(LOOSE_CASE, ([written = '']) => words.push({ kind: 'case-or-words', written: written.trim() }) > 0);
  cut(
    ITEM_NUMBER,
    ({ groups }) =>
      words.push({ kind: 'item', number: groups?.number ?? '', only: Boolean(groups?.named) }) > 0,
  );
  cut(
    NAMED_WHOLE,
    ({ groups }) => words.push({ kind: 'item', number: groups?.number ?? '', only: true }) > 0,
  );
  for (const token of tokens(rest)) {
    words.push({ kind: 'word', written: token.value, prefix: rest.charAt(token.end) === '*' });
  }
  return { words, phrases, without, withoutCases };
}

function blank(text: string, { start, end }: { start: number; end: number }): string {
  return `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
}

/** The arguments of a replacer as the match that they stand for. */
function toMatch(args: readonly unknown[]): RegExpMatchArray {
  const groups = args.at(-1);
  const match: RegExpMatchArray = [String(args[0])];
  if (typeof groups === 'object' && groups !== null) {
    match.groups = Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined));
  }
  return match;
}
