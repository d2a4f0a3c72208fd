import iconv from 'iconv-lite';

/**
 * What UTF-8 looks like once it has been read in an older encoding: "Ã¸",
 * "√∏", "├©" for ø. The table is computed, not listed: every sign that Danish
 * office texts are set with is encoded as UTF-8 and decoded wrongly.
 */
const ENCODINGS = ['windows-1252', 'latin1', 'macintosh', 'cp850', 'cp865'] as const;

/** Letters of Western and Central Europe, typographic signs, ligatures, arrows; the byte order mark. */
const RANGES = [
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
  // Last, as the invisible controls explain only what nothing else does.
  [0x80, 0x9f],
] as const;

/**
 * Typographic signs that may well follow a letter Å or Ä in correct text:
 * "punkt Å”", "Ä–Ö". Such pairs are garbled only behind a sign that is.
 */
const AFTER_LETTER = /^[ÄÅ][\p{P}\p{S}\p{Zs}ªº¹²³¼½¾]$/u;
const BEHIND_GARBLED = '(?<=[¬€âÃÂ])';

/**
 * Bytes that Windows-1252 leaves open are lost on the way. Where only one sign
 * can have stood there it is known all the same; of several, the closing quote.
 */
const LOST: readonly [string, string][] = [['â€\ufffd', '”']];

export interface MojibakeTable {
  /** Finds every garbled sign. */
  readonly pattern: RegExp;
  readonly original: ReadonlyMap<string, string>;
}

export function buildMojibakeTable(): MojibakeTable {
  const original = new Map<string, string>(LOST);
  const all = signs();
  // The first encoding named wins, being the most common by far.
  const lost = new Map<string, string[]>();
  for (const encoding of ENCODINGS) {
    for (const sign of all) {
      const garbled = iconv.decode(Buffer.from(sign, 'utf8'), encoding);
      if (garbled.includes('\ufffd')) lost.set(garbled, [...(lost.get(garbled) ?? []), sign]);
      else if (!original.has(garbled)) original.set(garbled, sign);
    }
  }
  for (const [garbled, [sign, ...others]] of lost) {
    if (sign !== undefined && others.length === 0 && !original.has(garbled)) original.set(garbled, sign);
  }
  const keys = [...original.keys()].sort((a, b) => b.length - a.length);
  const escaped = keys.map(
    (key) => (AFTER_LETTER.test(key) ? BEHIND_GARBLED : '') + key.replace(/[|.*+?^${}()[\]\\/]/g, '\\$&'),
  );
  return { pattern: new RegExp(escaped.join('|'), 'gu'), original };
}

/** The signs above, and those that a first wrong reading makes of them, as texts are garbled twice. */
function signs(): Set<string> {
  const found = new Set<string>();
  for (const [from, to] of RANGES) {
    for (let code = from; code <= to; code++) found.add(String.fromCodePoint(code));
  }
  const upperHalf = Buffer.from(Array.from({ length: 128 }, (_, at) => at + 128));
  for (const encoding of ENCODINGS) for (const sign of iconv.decode(upperHalf, encoding)) found.add(sign);
  return found;
}
