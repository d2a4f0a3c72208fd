import iconv from 'iconv-lite';
import type { Repair } from '../../core/document.ts';

/**
 * Text of an older code page that was read as another one: "m°de", "b¿rn".
 * Unlike garbled UTF-8 no sign gives it away by itself, so the words decide:
 * the whole text is read anew where that makes words of what was none.
 */
export interface RecodeKnowledge {
  isWord(word: string): boolean;
}

/** What the bytes were, and what they were read as. */
const PAIRS = [
  ['windows-1252', 'cp865'],
  ['windows-1252', 'cp850'],
  ['windows-1252', 'macintosh'],
  ['macintosh', 'windows-1252'],
  ['cp865', 'windows-1252'],
  ['cp850', 'windows-1252'],
  ['cp865', 'latin1'],
] as const;

/** The Danish version of ISO 646, as terminals and card files had it, read as ASCII. */
const ISO_646 = new Map(Object.entries({ '{': 'æ', '|': 'ø', '}': 'å', '[': 'Æ', '\\': 'Ø', ']': 'Å' }));

export type Recode = (text: string, knowledge: RecodeKnowledge) => Repair[];

const RIGHT_LETTERS = /(?:[a-z][æøå][a-zæøå][\s\S]*){3}/u;
const MIN_WORDS = 3;
const MIN_SHARE = 0.6;
/** A short page may have one such word only; it tells where a sign stands in it that no word is spelt with: "b°rn". */
const MIN_CLEAR = 4;
const NO_LETTER = /[^\p{ASCII}\p{Script=Latin}]/u;

/** A letter by itself before an entry of a list. */
const LIST_MARK = /(?<=(?:^|\n)[ \t]*)[æøåÆØÅ](?=[ \t])/gu;

export function createRecoder(): Recode {
  const tables = [
    ...PAIRS.map(([was, readAs]) => ({ table: tableOf(was, readAs), marks: marksOf(was, readAs) })),
    { table: ISO_646, marks: new Map<string, string>() },
  ];
  const patterns = tables.map(({ table, marks }) => {
    const signs = `[${[...table.keys()].map((sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`).join('')}]`;
    return {
      table,
      marks,
      sign: new RegExp(signs, 'gu'),
      word: new RegExp(String.raw`(?<!\p{L})(?:[a-zA-Z]|${signs}){2,}(?!\p{L})`, 'gu'),
    };
  });
  return (text, knowledge) => {
    // A wrong code page spares no letter: text that has its æ, ø and å is not of this kind.
    if (!/[^\p{ASCII}]|[{|}]/u.test(text) || RIGHT_LETTERS.test(text)) return [];
    let best: ((typeof patterns)[number] & { gain: number }) | null = null;
    for (const pattern of patterns) {
      const { table, sign, word } = pattern;
      if (text.search(sign) < 0) continue;
      let [affected, mended, clear] = [0, 0, 0];
      for (const [found] of text.matchAll(word)) {
        // It may stand for any lost letter, so it proves nothing.
        if (found.includes('\ufffd')) continue;
        const whole = found.replace(sign, (one) => table.get(one) ?? one);
        if (whole === found || !/^\p{L}+$/u.test(whole) || knowledge.isWord(found)) continue;
        affected++;
        if (!/[æøåÆØÅ]/u.test(whole) || !knowledge.isWord(whole)) continue;
        mended++;
        if (whole.length >= MIN_CLEAR && NO_LETTER.test(found)) clear++;
      }
      const enough = mended >= MIN_WORDS ? mended >= affected * MIN_SHARE : mended === affected && clear > 0;
      if (!enough || mended <= (best?.gain ?? 0)) continue;
      best = { ...pattern, gain: mended };
    }
    if (!best) return [];
    const { table, sign, marks } = best;
    const edits = (found: Iterable<RegExpExecArray>, from: ReadonlyMap<string, string>): Repair[] =>
      [...found].flatMap((match) => {
        const [before] = match;
        const after = from.get(before) ?? before;
        const [start, end] = [match.index, match.index + before.length];
        return after === before ? [] : [{ start, end, before, after, rule: 'code-page', confidence: 0.98 }];
      });
    const all = [...edits(text.matchAll(sign), table), ...edits(text.matchAll(LIST_MARK), marks)];
    return all.sort((a, b) => a.start - b.start);
  };
}

/** What each sign above ASCII was before; where Danish has its own letters, they are right. */
function tableOf(was: string, readAs: string): Map<string, string> {
  const table = new Map<string, string>();
  const lost: string[] = [];
  for (let byte = 128; byte < 256; byte++) {
    const bytes = Buffer.of(byte);
    const [now, before] = [iconv.decode(bytes, readAs), iconv.decode(bytes, was)];
    if (now === '\ufffd') lost.push(before);
    else if (before !== '\ufffd' && now !== before && !/[æøåÆØÅ]/u.test(now)) table.set(now, before);
  }
  // Of the bytes that the second page has no sign for, Danish needs one: MacRoman's Å in Windows-1252.
  const [letter, ...others] = lost.filter((sign) => /[æøåÆØÅ]/u.test(sign));
  if (letter !== undefined && others.length === 0) table.set('\ufffd', letter);
  return table;
}

/** Danish letters that a mark of a list was read as: "›" of Windows-1252 is the ø of CP865. */
function marksOf(was: string, readAs: string): Map<string, string> {
  const letters = [...'æøåÆØÅ'].map((letter): [string, string] => [
    letter,
    iconv.decode(iconv.encode(letter, readAs), was),
  ]);
  return new Map(letters.filter(([, mark]) => /^[•·›»▪–—]$/u.test(mark)));
}
