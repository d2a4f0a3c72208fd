import type { Piece } from './sections.ts';

/** A municipality, a region or KL, and nothing else. */
export function isOrganisation(text: string): boolean {
  return /^\p{Lu}[\p{L} -]+\s(?:Kommune|Regionskommune)$|^(?:KL|Region \p{Lu}\p{L}+)$/u.test(text);
}

/** What parts one name of a line from the next: "(V), ", "; ". */
const BETWEEN = /;|\([^()]{1,30}\)(?:,| og)(?=\s+\p{Lu})/gu;

/** "Anna Ny, Bo Gammel, Carl": names and nothing else, but for the last, which the line's end may cut. */
function isRowOfNames(text: string): boolean {
  const names = text.split(/\s*,\s*/);
  return (
    names.length >= 4 &&
    names.slice(0, -1).every((name) => /^\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]*){1,4}$/u.test(name))
  );
}

/** Names that run on over line ends, several to a line, parted by semicolons or by commas after a party or a municipality. */
function runsOn(pieces: readonly Piece[]): boolean {
  if (pieces.some(({ text }) => (text.match(BETWEEN)?.length ?? 0) >= 2 || isRowOfNames(text))) return true;
  const semicolons = pieces.filter((piece) => piece.text.includes(';')).length;
  const brackets = pieces.filter((piece) => /[Kk]ommune\),\s/.test(piece.text)).length;
  const commas = pieces.filter((piece) => /[Kk]ommune,\s+\p{Lu}/u.test(piece.text)).length;
  const most = pieces.length / 2 - 1;
  return (
    (semicolons > 0 && semicolons >= most) ||
    (brackets > 0 && brackets >= most) ||
    (commas > 0 && commas >= most)
  );
}

/** A person may take two lines: "… K17-tovholder på sundhedsområdet - under / punkt 2.1". */
export function entries(pieces: readonly Piece[], ofGuests: boolean): Piece[][] {
  if (runsOn(pieces)) return [[...pieces]];
  const result: Piece[][] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const before = last?.at(-1)?.text ?? '';
    const joins =
      last !== undefined &&
      (/[,–-]$|(?<!\p{L})(?:og|under|for|af|i)$/u.test(before) ||
        /^(?:[a-zæøå(]|Kommune$)/.test(piece.text) ||
        // "Ida Holm og Per" + "Lund": one word is no name.
        (/\sog\s\p{Lu}[\p{L}.-]+$/u.test(before) && /^\p{Lu}[\p{L}-]+\.?$/u.test(piece.text)) ||
        (isOrganisation(piece.text) && !/Kommune/.test(before)) ||
        (ofGuests && /^(?:punkt|pkt)\b/i.test(piece.text)));
    if (joins) last.push(piece);
    else result.push([piece]);
  }
  return result;
}

/** "Anna Ny (V), Bo Gammel (A) og Carl Lund (C)": several to a line, when no municipality is named. */
export function splitNames(text: string): string[] {
  if (/[;]/.test(text)) return text.split(/\s*;\s*/).filter((part) => part !== '');
  const bracketed = text.match(/[^,()]+\([^)]*[Kk]ommune\)/gu);
  if (bracketed && bracketed.length >= 2)
    return bracketed.map((part) => part.replace(/^(?:\s*,|\s+og)\s*/, '').trim());
  const byParty = text.match(/[^,()]+\([^)]{1,30}\)(?:,\s*[\p{L} -]+?\sKommune)?/gu);
  if (byParty && byParty.length >= 2)
    return byParty.map((part) => part.replace(/^(?:\s*,|\s+og)\s*/, '').trim());
  const byKommune = text.match(
    /\p{Lu}[^,;]+,\s*[\p{L} -]+?\s(?:K|Regionsk)ommune(?=\s*(?:[,.]|og|$)|\s\p{Lu})/gu,
  );
  if (byKommune && byKommune.length >= 2) return byKommune.map((part) => part.replace(/^og\s+/, '').trim());
  const byDash = text.match(/\p{Lu}[^,;–]+\s[–-]\s[\p{L} -]+?\s(?:K|Regionsk)ommune(?=\s*(?:[,.]|og|$))/gu);
  if (byDash && byDash.length >= 2) return byDash.map((part) => part.replace(/^og\s+/, '').trim());
  const names = text.split(/\s*,\s*|\s+og\s+/);
  if (
    (names.length >= 3 || / og /.test(text)) &&
    names.every((name) => /^\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]*){1,4}$/u.test(name))
  )
    return names;
  return [text];
}
