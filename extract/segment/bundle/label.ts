import { type ItemNumber, parseNumbered } from '../numbers.ts';

/** How a line calls an appendix: "Bilag 2.1: Brev", "Punkt 2, bilag 1: Brev", "Bilag 1 til punkt 2 – Brev". */
export interface AppendixLabel {
  /** The item, where the label names one in so many words. */
  readonly item: ItemNumber | null;
  /** [2, 1, 3] of "Bilag 2.1.3"; the last is the appendix's own number. Empty for "Bilag til punkt 3". */
  readonly numbers: readonly number[];
  /** May be empty: the title then stands on the next line. */
  readonly title: string;
}

const ITEM = '(?i:(?:dagsordens?)?punkt|pkt\\.?|sag)\\s*(?i:nr\\.?\\s*)?((?:\\d{1,2}\\.)*\\d{1,2})';
/** "2.1", "2.1.a", "3b", "A": appendices are counted in letters too. */
const NUMBER = '((?:\\d{1,2}[.-])*(?:\\d{1,3}(?:\\.?[a-hA-H](?![\\p{L}\\d]))?|[A-H](?![\\p{L}\\d])))';
const BILAG = '(?i:(?:samlede\\s+)?bilag(?:snr\\.?|snummer)?\\s*(?::\\s*|nr\\.?\\s*)?)';
/** A small letter after a mere blank goes on with a sentence: "Bilag 1 viser udviklingen". */
const CLOSE = '\\s*(?:[:.)–—-]\\s*(\\S.*)?|\\s+((?!\\p{Ll})\\S.*)|\\s*)$';
/** "Brev fra ministeren (punkt 3.1)" */
const ITEM_BEHIND = new RegExp(`\\s*[([](?i:til\\s+)?${ITEM}[)\\]]$`, 'u');

/** In the order in which they are tried: what names the item first. */
const FORMS: readonly { readonly pattern: RegExp; readonly item: number; readonly number: number }[] = [
  { pattern: new RegExp(`^${ITEM}\\s*[,;:./–—-]*\\s*${BILAG}${NUMBER}${CLOSE}`, 'u'), item: 1, number: 2 },
  {
    pattern: new RegExp(
      `^${BILAG}${NUMBER}\\s*[,(–—-]?\\s*(?i:til|vedr\\.?|under|på|,)?\\s*${ITEM}\\)?${CLOSE}`,
      'u',
    ),
    item: 2,
    number: 1,
  },
  { pattern: new RegExp(`^${BILAG}(?i:til|vedr\\.?|under)\\s*${ITEM}${CLOSE}`, 'u'), item: 1, number: 0 },
  { pattern: new RegExp(`^${BILAG}${NUMBER}${CLOSE}`, 'u'), item: 0, number: 1 },
];

export function parseLabel(text: string): AppendixLabel | null {
  if (!/bilag/i.test(text.slice(0, 40))) return null;
  for (const { pattern, item, number } of FORMS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const title = (match.at(-2) ?? match.at(-1) ?? '').replace(/^[-–—:]\s*/, '').trim();
    const behind = item === 0 ? ITEM_BEHIND.exec(title) : null;
    const named = item === 0 ? behind?.[1] : match[item];
    return {
      item: named === undefined ? null : (parseNumbered(named)?.number ?? null),
      numbers: number === 0 ? [] : numbersOf(match[number] ?? ''),
      title: behind ? title.slice(0, behind.index) : title,
    };
  }
  return null;
}

/** "2.1.b" as [2, 1, 2]; in "3b" the letter counts the parts of the third, which no number tells apart. */
function numbersOf(printed: string): number[] {
  return printed
    .split(/[.-]/)
    .flatMap((part) =>
      /^[a-h]$/i.test(part) ? part.toLowerCase().charCodeAt(0) - 96 : Number.parseInt(part, 10),
    );
}
