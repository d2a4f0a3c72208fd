import { z } from 'zod';

/** One way in which a reader goes wrong: `truth` was printed, `read` was read. */
export interface Confusion {
  readonly read: string;
  readonly truth: string;
  /** Negative natural logarithm of how often. */
  readonly cost: number;
}

/** As kept in extract/repair/data/confusions.json: true letters to readings with their costs. */
const ConfusionsFile = z.record(z.string(), z.record(z.string(), z.number()));

export function parseConfusions(json: string): Confusion[] {
  const file = ConfusionsFile.parse(JSON.parse(json));
  return Object.entries(file).flatMap(([truth, readings]) =>
    Object.entries(readings).map(([read, cost]) => ({ read, truth, cost })),
  );
}

export function formatConfusions(confusions: readonly Confusion[]): string {
  const file: Record<string, Record<string, number>> = {};
  for (const { read, truth, cost } of confusions) file[truth] = { ...file[truth], [read]: cost };
  const lines = Object.entries(file).map(
    ([truth, readings]) => `  ${JSON.stringify(truth)}: ${JSON.stringify(readings)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}
