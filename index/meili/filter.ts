import type { Match, RecordFilters, Selection } from '../engine.ts';

/** One attribute and its value in Meilisearch's filter language, whatever the value holds. */
export function equals(attribute: string, value: string | number): string {
  return `${attribute} = ${quoted(value)}`;
}

export function oneOf(attribute: string, values: readonly (string | number)[]): string {
  return `${attribute} IN [${values.map(quoted).join(', ')}]`;
}

function quoted(value: string | number): string {
  return typeof value === 'number'
    ? String(value)
    : `"${value.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A selection but for its phrases, which are a matter of the query. All parts must hold. */
export function filterOf({ match, without, filters }: Omit<Selection, 'phrases'>): string[] {
  const excluded = without.flatMap((terms) => (terms.length === 1 && terms[0] ? [terms[0]] : []));
  return [
    ...(match ? [matchFilter(match)] : []),
    ...excluded.map((term) => `NOT ${equals('terms', term)}`),
    ...attributeFilters(filters),
  ];
}

function matchFilter(match: Match): string {
  if (match.kind === 'term') return equals('terms', match.term);
  const terms = match.of.flatMap((part) => (part.kind === 'term' ? [part.term] : []));
  // Nothing is one of none; and a list reads faster than a chain.
  if (match.kind === 'any' && terms.length === match.of.length) return oneOf('terms', terms);
  return `(${match.of.map(matchFilter).join(match.kind === 'all' ? ' AND ' : ' OR ')})`;
}

function attributeFilters({ body, year, kind, type, outcome, municipality, cases, from, to }: RecordFilters) {
  const asNumber = (date: string) => Number(date.replaceAll('-', ''));
  const wanted = {
    body,
    year,
    kind,
    type,
    outcome,
    municipality,
  };
  return [
    ...Object.entries(wanted).flatMap(([attribute, value]) =>
      value === undefined ? [] : [equals(attribute, value)],
    ),
    ...(cases === undefined ? [] : [oneOf('case', cases)]),
    ...(from === undefined ? [] : [`date >= ${asNumber(from)}`]),
    ...(to === undefined ? [] : [`date <= ${asNumber(to)}`]),
  ];
}

/** Phrases that must and must not occur, as a query. Terms hold letters and figures only. */
export function phraseQuery({ phrases, without }: Pick<Selection, 'phrases' | 'without'>): string {
  const wanted = phrases.map((terms) => `"${terms.join(' ')}"`);
  const unwanted = without.filter((terms) => terms.length > 1).map((terms) => `-"${terms.join(' ')}"`);
  return [...wanted, ...unwanted].join(' ');
}
