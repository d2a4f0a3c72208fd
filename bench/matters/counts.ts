/** How many of the right ones were found, and how many of the found ones are right. */
export interface FoundCounts {
  right: number;
  expected: number;
  found: number;
}

export const NOTHING_FOUND: Readonly<FoundCounts> = { right: 0, expected: 0, found: 0 };

export function precision({ right, found }: FoundCounts): number {
  return found === 0 ? 1 : right / found;
}

export function recall({ right, expected }: FoundCounts): number {
  return expected === 0 ? 1 : right / expected;
}
