/**
 * Parts of FTS5's query language. Terms are our own (a-z and 0-9 only) and are
 * quoted all the same, so that none is taken for an operator.
 */
export function phraseText(terms: readonly string[]): string {
  return `"${terms.join(' ').replaceAll('"', '""')}"`;
}

export function within(field: 'title' | 'decision' | undefined, expression: string): string {
  return field === undefined ? expression : `{${field}} : ${expression}`;
}

/** Terms with no more than so many words between them, in one field. */
export function nearText(terms: readonly string[], words: number): string {
  return `NEAR(${terms.map((term) => phraseText([term])).join(' ')}, ${words})`;
}

export function anyText(terms: readonly string[]): string {
  return terms.map((term) => phraseText([term])).join(' OR ');
}
