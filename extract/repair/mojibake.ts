import iconv from 'iconv-lite';
import type { Repair } from '../../core/document.ts';

/**
 * What UTF-8 looks like once it has been read in an older encoding: "Ã¸", "√∏",
 * "├©" for ø. The signs are turned back into the bytes that they were read from;
 * where these are the UTF-8 of a sign that office texts are set with, that sign
 * stood there. The encoding named first wins, being the most common by far.
 */
const ENCODINGS = ['windows-1252', 'latin1', 'macintosh', 'cp850', 'cp865'] as const;

/** Letters of Western and Central Europe, typographic signs, ligatures, arrows, the round bullet; the byte order mark. */
const COMMON = [
  [0xa0, 0x17f],
  [0x2010, 0x2044],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2264, 0x2265],
  [0x25cf, 0x25cf],
  [0xfb00, 0xfb06],
  [0xfeff, 0xfeff],
  [0xfffd, 0xfffd],
  // Controls, as Latin-1 shows the bytes of a text that was garbled twice.
  [0x80, 0x9f],
] as const;

/**
 * Signs of mathematics and of technical drawing, bullets and dingbats, those of
 * the symbol fonts, which lie in the private use area.
 */
const RARE = [
  [0x192, 0x192],
  [0x2c6, 0x2dd],
  [0x370, 0x3ff],
  [0x2045, 0x21ff],
  [0x2200, 0x27bf],
  [0xf000, 0xf0ff],
  [0xf8ff, 0xf8ff],
] as const;

/**
 * Typographic signs that may well follow a letter Å or Ä in correct text:
 * "punkt Å”", "Ä–Ö". Such pairs are garbled only behind a sign that is.
 */
const AFTER_LETTER = /^[ÄÅ][\p{P}\p{S}\p{Zs}ªº¹²³¼½¾]$/u;
const GARBLED = /[¬€âÃÂ]/u;

/** Windows-1252 has no sign for these bytes; what stood there is lost on the way. */
const NO_SIGN = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
/** The closing quote's last byte is one of them, and of all signs with such a byte it is the commonest. */
const CLOSING_QUOTE = 0x201d;

export type FindMojibake = (text: string) => Repair[];

export function createMojibakeFinder(): FindMojibake {
  const tables = ENCODINGS.map(bytesBySign);
  // What a first wrong reading makes of any sign is as common, as texts are garbled twice.
  const common = new Set([...codesOf(COMMON), ...tables.flatMap((table) => [...table.keys()].map(codeAt))]);
  const rare = new Set(codesOf(RARE));
  const leads = new Set(
    tables.flatMap((table) =>
      [...table].flatMap(([sign, byte]) => (byte >= 0xc2 && byte < 0xf0 ? sign : [])),
    ),
  );
  const lead = new RegExp(
    `[${[...leads].map((sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`).join('')}]`,
    'gu',
  );

  /** A common sign before a rare one, and the longest that any encoding explains. */
  const signAt = (text: string, at: number): FoundSign | null => {
    let best: FoundSign | null = null;
    for (const table of tables) {
      const found = readAs(table, text, at, common);
      if (!found || !(common.has(codeAt(found.sign)) || rare.has(codeAt(found.sign)))) continue;
      const known = common.has(codeAt(found.sign));
      const rival = best !== null && common.has(codeAt(best.sign));
      if (!best || (known === rival ? found.length > best.length : known)) best = found;
    }
    return best;
  };

  return (text) => {
    const edits: Repair[] = [];
    let end = 0;
    for (const { index } of text.matchAll(lead)) {
      if (index < end) continue;
      const found = signAt(text, index);
      // What an address is written with is what it leads by.
      const address = text.charAt(index) === 'ã' && ADDRESS.test(text.slice(Math.max(0, index - 300), index));
      if (!found || address) continue;
      end = index + found.length;
      const before = text.slice(index, end);
      const after = inCase(found.sign, text.charAt(index - 1), text.charAt(end));
      edits.push({ start: index, end, before, after, rule: 'mojibake', confidence: 1 });
    }
    return edits.length > 0 ? edits : halvesIn(text);
  };
}

/** Of "Â" and "Ã" with a hard blank a program made "Â ", "Ã ": a blank, and the à of "à 500 kr." */
function halvesIn(text: string): Repair[] {
  return [...text.matchAll(HALF)].map(({ 0: before, index }) => ({
    start: index,
    end: index + 1,
    before,
    after: before === 'Ã' ? 'à' : '',
    rule: 'mojibake',
    confidence: 0.9,
  }));
}

const HALF = /(?<=[\p{Ll}\p{N}.,:;)%])Â(?=[ \n])|(?<=^|\s)Ã(?=\s)/gu;

const ADDRESS = /(?:https?:\/\/|www\.)\S*$/iu;

interface FoundSign {
  readonly sign: string;
  readonly length: number;
}

/** The sign whose bytes stand at that place, if one table is what they were read with. */
function readAs(
  table: ReadonlyMap<string, number>,
  text: string,
  at: number,
  common: ReadonlySet<number>,
): FoundSign | null {
  const first = table.get(LOWERED.test(text.slice(at, at + 2)) ? 'Ã' : text.charAt(at)) ?? 0;
  if (first < 0xc2 || first > 0xef) return null;
  const length = first < 0xe0 ? 2 : 3;
  const garbled = text.slice(at, at + length);
  if (garbled.length < length || (AFTER_LETTER.test(garbled) && !GARBLED.test(text.charAt(at - 1))))
    return null;
  const rest = [...garbled.slice(1)].map((sign) => (sign === '\ufffd' ? LOST : (table.get(sign) ?? 0)));
  if (rest.some((byte) => byte !== LOST && (byte < 0x80 || byte > 0xbf))) return null;
  const code = rest.includes(LOST) ? lostCode(first, rest, common) : codeOf(first, rest);
  return code === null || code < 0x80 ? null : { sign: String.fromCodePoint(code), length };
}

/** Put in small letters after it was garbled, as names of files are: "mã¸de". */
const LOWERED = /^ã[¥¦¸©]/u;

const LOST = -1;

/** Where only one common sign can have stood there it is known all the same. */
function lostCode(first: number, rest: readonly number[], common: ReadonlySet<number>): number | null {
  if (rest.filter((byte) => byte === LOST).length > 1) return null;
  const codes = NO_SIGN.map((byte) =>
    codeOf(
      first,
      rest.map((known) => (known === LOST ? byte : known)),
    ),
  );
  const [one, ...others] = codes.filter((code) => common.has(code));
  if (codes.includes(CLOSING_QUOTE)) return CLOSING_QUOTE;
  return one !== undefined && others.length === 0 ? one : null;
}

function codeOf(first: number, rest: readonly number[]): number {
  return rest.reduce((code, byte) => (code << 6) | (byte & 0x3f), first & (rest.length === 1 ? 0x1f : 0x0f));
}

function codesOf(ranges: readonly (readonly [number, number])[]): number[] {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
}

const codeAt = (sign: string): number => sign.codePointAt(0) ?? 0;

/** A heading put in capitals after it was garbled: "KÃ¸BENHAVN". */
function inCase(sign: string, before: string, after: string): string {
  return /\p{Ll}/u.test(sign) && /[A-Z]/u.test(before) && /[A-Z]/u.test(after) ? sign.toUpperCase() : sign;
}

function bytesBySign(encoding: string): Map<string, number> {
  const table = new Map<string, number>();
  for (let byte = 0x80; byte < 0x100; byte++) {
    const sign = iconv.decode(Buffer.of(byte), encoding);
    if (sign !== '\ufffd') table.set(sign, byte);
  }
  return table;
}
