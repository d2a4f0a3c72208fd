import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/**
 * The figures below which the project must not fall, in bench/floors.json. They
 * hold for the short version of each benchmark, which gives the same figures on
 * every machine.
 */
const Floor = z.object({
  floor: z.number(),
  /** `lower` for errors and costs: the floor is then a ceiling. */
  better: z.enum(['higher', 'lower']).default('higher'),
  /** How far beyond its floor a figure may be before the floor should follow. */
  slack: z.number().positive().default(0.02),
});
export const Floors = z.record(z.string(), Floor);
export type Floors = z.infer<typeof Floors>;

export interface FloorVerdict {
  /** One line each; where there are any, the figures fail. */
  readonly below: readonly string[];
  /** Floors that can rise. */
  readonly above: readonly string[];
}

/** Compares the floors of one benchmark (keys that start with `prefix` and a dot) with its figures. */
export function checkFloors(
  floors: Floors,
  prefix: string,
  figures: Readonly<Record<string, number>>,
): FloorVerdict {
  const below: string[] = [];
  const above: string[] = [];
  for (const [key, { floor, better, slack }] of Object.entries(floors)) {
    if (!key.startsWith(`${prefix}.`)) continue;
    const figure = figures[key];
    if (figure === undefined || Number.isNaN(figure)) {
      below.push(`${key}: no figure, its floor is ${floor}`);
      continue;
    }
    const margin = better === 'higher' ? figure - floor : floor - figure;
    const told = `${key}: ${round(figure)}, its floor is ${floor}`;
    if (margin < 0) below.push(told);
    else if (margin > slack) above.push(`${told} and can be ${better === 'higher' ? 'raised' : 'lowered'}`);
  }
  return { below, above };
}

export async function loadFloors(path = new URL('../floors.json', import.meta.url)): Promise<Floors> {
  return Floors.parse(JSON.parse(await readFile(path, 'utf8')));
}

function round(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}
