import type { Document } from '../../core/document.ts';

/**
 * Which count of a meeting's items a document belongs to: 0 for the ordinary
 * agenda and minutes, n for the n-th supplementary agenda, whose numbers start
 * again at 1. A supplementary agenda calls itself so in its name or on top of
 * its first page; further down the words are a mention of another document.
 */
export function sequenceOf(document: Document): number {
  const first = document.pages[0];
  const head = first?.lines.length ? first.lines.map((line) => line.text) : (first?.text ?? '').split('\n');
  for (const line of [document.source.name, ...head.slice(0, HEAD_LINES)]) {
    const found = SUPPLEMENTARY.exec(unspaced(line));
    if (found) return Number(found.groups?.count ?? 1);
  }
  return 0;
}

const HEAD_LINES = 12;

const SUPPLEMENTARY =
  /(?:till(?:æ|ae)gs|ekstra|suppl(?:erende|e(?:ments?|rings)))[-_ ]*(?:dagsorden|referat|punkt(?:er)?)(?:[-_ ]*(?:nr\.?)?[-_ ]*(?<count>[1-9])(?!\d))?/i;

/** Letterheads are often spaced out: "T I L L Æ G S D A G S O R D E N". */
function unspaced(line: string): string {
  return /^(?:\p{L} ){4,}\p{L}/u.test(line) ? line.replaceAll(/(?<=\p{L}) (?=\p{L}(?: |$))/gu, '') : line;
}
