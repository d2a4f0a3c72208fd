import { styleText } from 'node:util';
import { refuseUnfilled } from '../../api/unfilled.ts';
import type { SearchHit, SearchQuery, SearchResult } from '../../core/search-index.ts';
import type { BodyName, DocumentKind, Outcome } from '../../core/vocabulary.ts';
import { refuseBackwards } from '../options.ts';
import { count, print, printJson, wrap } from '../output.ts';
import { type GlobalFlags, withHouse } from '../session.ts';

export interface SearchFlags extends GlobalFlags {
  readonly json?: true;
  readonly limit: number;
  readonly body?: BodyName;
  readonly year?: number;
  readonly kind?: DocumentKind;
  readonly type?: string;
  readonly outcome?: Outcome;
  readonly municipality?: string;
  readonly case?: string;
  readonly from?: string;
  readonly to?: string;
  readonly sort: SearchQuery['sort'];
}

/** `kkr search`: what the search page finds, in a terminal. */
export async function search(words: readonly string[], flags: SearchFlags): Promise<void> {
  await withHouse(flags, async (house) => {
    const { body, year, kind, type, outcome, municipality, from, to, sort, limit } = flags;
    refuseBackwards(flags);
    const filters = { body, year, kind, outcome, municipality, from, to, case: flags.case };
    const index = await house.index();
    const result = await index.search({
      text: words.join(' '),
      filters: { ...filters, type: type?.toLowerCase() },
      sort,
      offset: 0,
      limit,
    });
    await refuseUnfilled({ archive: await house.archive(), index }, result);
    if (flags.json) printJson({ total: result.total, hits: result.hits.map(hitJson) });
    else print(resultText(result));
  });
}

function hitJson(hit: SearchHit): unknown {
  return {
    id: hit.id,
    source: hit.source,
    body: hit.body,
    date: hit.date,
    kind: hit.kind,
    number: hit.number,
    title: hit.title,
    type: hit.type,
    caseNumber: hit.caseNumber,
    outcomes: hit.outcomes,
    snippet: hit.snippet.map((piece) => piece.text).join(''),
    page: hit.page,
    score: hit.score,
  };
}

function resultText({ total, hits, suggestion }: SearchResult): string {
  const shown = hits.length < total ? `, the first ${hits.length}` : '';
  const lines = [`${count(total, 'hit')}${shown}`];
  if (suggestion) lines.push(`Did you mean: ${suggestion}`);
  for (const hit of hits) lines.push('', hitText(hit));
  return lines.join('\n');
}

function hitText(hit: SearchHit): string {
  const meeting = [hit.body, hit.date, hit.kind].filter(Boolean).join(', ');
  const facts = [hit.type, hit.caseNumber, hit.outcomes.join(', '), `${hit.source} p. ${hit.page}`];
  const snippet = hit.snippet
    .map((piece) => (piece.match ? styleText('bold', piece.text) : piece.text))
    .join('')
    .replaceAll(/\s+/g, ' ');
  return [
    styleText('bold', [hit.number, hit.title].filter(Boolean).join(' ')),
    `  ${meeting}`,
    `  ${facts.filter(Boolean).join(' | ')}`,
    wrap(snippet, '  '),
    `  kkr show ${hit.id}`,
  ].join('\n');
}
