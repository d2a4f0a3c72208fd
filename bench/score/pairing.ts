/** Text without what no reader sees: kinds of space and composition of letters. */
export function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

export interface Pairs<T, R> {
  /** Every expected thing, with what was read of it or null. */
  readonly pairs: readonly (readonly [T, R | null])[];
  readonly unexpected: readonly R[];
}

/**
 * Pairs what was expected with what was read, the likest first. Documents keep
 * their order, so among equally like ones the one nearest in place is taken.
 * Below `threshold` two things have nothing in common and are not paired.
 */
export function pairUp<T, R>(
  expected: readonly T[],
  read: readonly R[],
  likeness: (expected: T, read: R) => number,
  threshold = 0.4,
): Pairs<T, R> {
  const candidates = expected.flatMap((one, i) =>
    read.map((other, j) => ({ i, j, other, value: likeness(one, other), apart: Math.abs(i - j) })),
  );
  candidates.sort((a, b) => b.value - a.value || a.apart - b.apart);
  const partner = new Map<number, R>();
  const used = new Set<number>();
  for (const { i, j, other, value } of candidates) {
    if (value < threshold || partner.has(i) || used.has(j)) continue;
    partner.set(i, other);
    used.add(j);
  }
  return {
    pairs: expected.map((one, i) => [one, partner.get(i) ?? null] as const),
    unexpected: read.filter((_, j) => !used.has(j)),
  };
}
