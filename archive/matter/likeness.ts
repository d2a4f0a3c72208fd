/** A short text as the letter triples that it is made of. */
export type Triples = ReadonlySet<string>;

/**
 * How alike two short texts are, 0 to 1: the share of letter triples that they
 * have in common (Dice's coefficient). Triples forgive inflection, a word more
 * or less and the letters that OCR gets wrong.
 */
export function likeness(a: string, b: string): number {
  return likenessOf(triplesIn(a), triplesIn(b));
}

export function likenessOf(a: Triples, b: Triples): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const triple of a) if (b.has(triple)) common += 1;
  return (2 * common) / (a.size + b.size);
}

export function triplesIn(text: string): Triples {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const line = words.length === 0 ? '' : ` ${words.join(' ')} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= line.length; at += 1) found.add(line.slice(at, at + 3));
  return found;
}
