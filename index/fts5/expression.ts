import type { Match, Selection } from '../engine.ts';

/**
 * A selection in FTS5's query language. Terms are our own (a-z and 0-9 only)
 * and are quoted all the same, so that none is taken for an operator.
 */
export function expressionOf({ match, phrases }: Pick<Selection, 'match' | 'phrases'>): string | null {
  const parts = [...(match ? [matchText(match)] : []), ...phrases.map(phraseText)];
  return parts.length === 0 ? null : parts.join(' AND ');
}

/** What none of the records may have; null where nothing is excluded. */
export function exclusionOf({ without }: Pick<Selection, 'without'>): string | null {
  return without.length === 0 ? null : without.map(phraseText).join(' OR ');
}

function matchText(match: Match): string {
  if (match.kind === 'term') return quoted(match.term);
  if (match.of.length === 0) return quoted('');
  return `(${match.of.map(matchText).join(match.kind === 'all' ? ' AND ' : ' OR ')})`;
}

export function phraseText(terms: readonly string[]): string {
  return quoted(terms.join(' '));
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
