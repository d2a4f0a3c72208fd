import { InvalidArgumentError, Option } from 'commander';
import { KkrError } from '../core/errors.ts';
import { BODIES, type BodyName, Outcome } from '../core/vocabulary.ts';

/** Parsers of option values: what they refuse is told in one line, with exit code 2. */

export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

export function isoDate(value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  // A day that no month has becomes one of the next month, or none at all.
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  throw new InvalidArgumentError('It must be a date as YYYY-MM-DD.');
}

/** @throws KkrError `query-invalid` where a period ends before it begins: nothing would be found in it. */
export function refuseBackwards({ from, to }: { from?: string; to?: string }): void {
  if (from && to && from > to) throw new KkrError('query-invalid', '--to must not be before --from.');
}

/** "KKR Sjælland", "Sjælland" or "sjaelland", in any case. */
export function bodyName(value: string): BodyName {
  const wanted = value.normalize('NFC').trim().toLowerCase();
  const found = BODIES.find(({ name, slug }) =>
    [name.toLowerCase(), name.toLowerCase().replace('kkr ', ''), slug].includes(wanted),
  );
  if (found) return found.name;
  throw new InvalidArgumentError(`It must be one of ${BODIES.map((body) => body.name).join(', ')}.`);
}

export function outcome(value: string): Outcome {
  const parsed = Outcome.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(`It must be one of ${Outcome.options.join(', ')}.`);
}

export function jsonOption(): Option {
  return new Option('--json', 'print JSON instead of text for reading');
}
