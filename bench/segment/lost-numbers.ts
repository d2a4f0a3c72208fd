import type { Document, Item, Page } from '../../core/document.ts';
import { segment } from '../../extract/segment/segment.ts';
import type { FoundCounts } from '../score/segmentation.ts';

/** What a scanner and an OCR engine do to the number before a title, in as many letters. */
export const LOSSES: readonly (readonly [name: string, damage: (number: string) => string])[] = [
  ['number lost', (number) => ' '.repeat(number.length)],
  [
    'digit read as a letter',
    (number) => number.replace(/\d(?=\D*$)/, (digit) => 'OlZ3AS6T8g'[Number(digit)] ?? digit),
  ],
  ['another digit', (number) => number.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 5) % 10))],
  ['stop lost', (number) => number.replace(/[.,](?=\d)/g, '').padEnd(number.length)],
];

/**
 * One number of a document at a time is damaged, and the document cut anew: how
 * many of those items are found with their number and title, and nothing beside them.
 */
export function surviveLoss(document: Document, damage: (number: string) => string): FoundCounts {
  let right = 0;
  let expected = 0;
  let read = 0;
  for (const item of document.items) {
    const pages = withoutNumber(document.pages, item, damage);
    if (pages === null) continue;
    const again = segment({ name: document.source.name, pages });
    expected += document.items.length;
    read += again.items.length;
    right += document.items.filter((each) =>
      again.items.some((other) => other.number === each.number && other.title === each.title),
    ).length;
  }
  return { right, expected, read };
}

/** Null where the item has no number, or it stands on a line of its own. */
function withoutNumber(
  pages: readonly Page[],
  item: Item,
  damage: (number: string) => string,
): readonly Page[] | null {
  const [span] = item.where?.number ?? [];
  if (!span || span.start === null) return null;
  const page = pages[span.page - 1];
  const line = page?.lines.find(
    (each) =>
      each.start !== null &&
      each.start <= (span.start ?? 0) &&
      each.start + each.text.length > (span.start ?? 0),
  );
  const printed = /^\s*(?:\p{L}[\p{L}.]*\s+)?\d[\d.]*[.):]?(?=\s+\S)/u.exec(line?.text ?? '')?.[0];
  if (!page || !line || printed === undefined) return null;
  const text = damage(printed) + line.text.slice(printed.length);
  return pages.map((each) =>
    each === page
      ? { ...page, lines: page.lines.map((other) => (other === line ? { ...line, text } : other)) }
      : each,
  );
}

export function sumFound(counts: readonly FoundCounts[]): FoundCounts {
  return {
    right: counts.reduce((sum, each) => sum + each.right, 0),
    expected: counts.reduce((sum, each) => sum + each.expected, 0),
    read: counts.reduce((sum, each) => sum + each.read, 0),
  };
}
