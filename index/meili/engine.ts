import { z } from 'zod';
import type { FacetCount, FacetName, SearchRecord } from '../../core/search-index.ts';
import { type Engine, type FindRequest, type Found, mostOfGroup } from '../engine.ts';
import { listFacet } from '../facet-order.ts';
import { countFacts, FACET_NAMES } from '../fact-counts.ts';
import { Facts } from '../facts.ts';
import { recordOf } from './documents.ts';
import { oneOf } from './filter.ts';
import { asked, MOST_WORDS } from './phrases.ts';
import { MeiliVocabulary } from './vocabulary.ts';

/** Up to so many records of a selection are counted one by one, exactly; of more, Meilisearch's own counts are taken. */
const COUNTED = 2_000;
/** So few records are all handed over, whatever was asked for, and need no order. */
const FEW = 100;
/** Always as many, so that a later page is the same list further down. */
const LIKELY = 1_000;

const FactsHit = z.object({ id: z.string(), facts: Facts });
const RecordHit = z.object({ record: z.string() });
type FactsHit = z.infer<typeof FactsHit>;

/** Finds records in a Meilisearch index. */
export class MeiliEngine extends MeiliVocabulary implements Engine {
  async find(request: FindRequest): Promise<Found> {
    const indexUid = this.names.records;
    const { q, filter } = await asked(this.client, indexUid, request.selection);
    const matchingStrategy = 'all' as const;
    const base = { indexUid, q, filter, matchingStrategy };
    const { results } = await this.client.multiSearch({
      queries: [
        { ...base, limit: COUNTED, attributesToRetrieve: ['id', 'facts'], sort: ['date:desc'] },
        { ...base, distinct: 'group', page: 1, hitsPerPage: 0, facets: [...FACET_NAMES] },
      ],
    });
    const [listed, counted] = results;
    const rows = (listed?.hits ?? []).map((hit) => FactsHit.parse(hit));
    const complete = (listed?.estimatedTotalHits ?? 0) <= COUNTED && rows.length < COUNTED;
    const groups = await this.#groups(request, rows, complete, base);
    return {
      total: complete ? new Set(rows.map(groupOf)).size : (counted?.totalHits ?? 0),
      facetsExact: complete,
      facets: complete
        ? countFacts(rows.map((row) => row.facts))
        : listedFacets(counted?.facetDistribution ?? {}),
      records: await this.#records(groups, base),
    };
  }

  /** The groups to hand over, in order. */
  async #groups(
    { sort, limit, terms, selection }: FindRequest,
    rows: readonly FactsHit[],
    complete: boolean,
    base: { indexUid: string; q: string; filter: string[]; matchingStrategy: 'all' },
  ): Promise<string[]> {
    const few = complete && rows.length <= FEW;
    if (sort !== 'relevance' || few || terms.length === 0) {
      if (complete) return inOrder([...rows].sort(byDate(sort)).map(groupOf), limit);
      const order = sort === 'oldest' ? 'date:asc' : 'date:desc';
      const page = {
        ...base,
        distinct: 'group',
        sort: [order],
        limit,
        attributesToRetrieve: ['id', 'facts'],
      };
      const { results } = await this.client.multiSearch({ queries: [page] });
      return inOrder(
        (results[0]?.hits ?? []).map((hit) => groupOf(FactsHit.parse(hit))),
        limit,
      );
    }
    const words = selection.phrases.length > 0 ? '' : terms.slice(0, MOST_WORDS).join(' ');
    const ranked = { ...base, q: `${base.q} ${words}`.trim(), matchingStrategy: 'last' as const };
    const { results } = await this.client.multiSearch({
      queries: [{ ...ranked, limit: Math.max(LIKELY, limit), attributesToRetrieve: ['id', 'facts'] }],
    });
    const likely = (results[0]?.hits ?? []).map((hit) => groupOf(FactsHit.parse(hit)));
    return inOrder([...likely, ...rows.map(groupOf)], limit);
  }

  /** All records of the selection in these groups, group by group. */
  async #records(
    groups: readonly string[],
    base: { indexUid: string; q: string; filter: string[]; matchingStrategy: 'all' },
  ): Promise<SearchRecord[]> {
    if (groups.length === 0) return [];
    const filter = [...base.filter, oneOf('group', groups)];
    const most = mostOfGroup(groups.length);
    // Without an order of its own Meilisearch answers in the order of insertion, so pages of one group are complete up to here.
    const limit = Math.max(1_000, groups.length * 40);
    const { results } = await this.client.multiSearch({
      queries: [{ ...base, filter, limit, attributesToRetrieve: ['record'] }],
    });
    const places = new Map<string, SearchRecord[]>(groups.map((group) => [group, []]));
    for (const hit of results[0]?.hits ?? []) {
      const record = recordOf(RecordHit.parse(hit));
      const place = places.get(record.group);
      if (place && place.length < most) place.push(record);
    }
    return [...places.values()].flat();
  }
}

function groupOf({ facts }: FactsHit): string {
  return facts[0];
}

function inOrder(groups: readonly string[], limit: number): string[] {
  return [...new Set(groups)].slice(0, limit);
}

/** As the other engine: those without a date last, and of one date by id. */
function byDate(sort: FindRequest['sort']): (a: FactsHit, b: FactsHit) => number {
  const key = ({ facts: [, date] }: FactsHit) => Number((date ?? '').replaceAll('-', ''));
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === right) return 0;
    if (left === 0 || right === 0) return left === 0 ? 1 : -1;
    return sort === 'oldest' ? left - right : right - left;
  };
}

function listedFacets(distribution: Readonly<Record<string, Record<string, number>>>): Found['facets'] {
  const listed = (facet: FacetName): FacetCount[] =>
    listFacet(
      facet,
      Object.entries(distribution[facet] ?? {}).map(([value, count]) => ({ value, count })),
    );
  return {
    body: listed('body'),
    year: listed('year'),
    kind: listed('kind'),
    type: listed('type'),
    outcome: listed('outcome'),
    municipality: listed('municipality'),
    case: listed('case'),
  };
}
