import { normalCaseNumber } from '../core/case-number.ts';
import type { SearchFilters, SearchQuery, SearchResult } from '../core/search-index.ts';
import type { Analyser } from './analysis/analyser.ts';
import type { Engine, Found, Match, RecordFilters } from './engine.ts';
import { NOTHING } from './nothing.ts';
import { parseQuery } from './query/parse.ts';
import { matchAll, matchMost, type Plan, phraseSlots, planQuery } from './query/plan.ts';
import { keptCaseNumbers } from './query/settle.ts';
import { suggest } from './query/suggest.ts';
import { toHits } from './rank/hits.ts';
import { createLocator } from './rank/locate.ts';
import { type Ranked, rank } from './rank/rank.ts';

/**
 * Groups that are put in order by what they hold: the hundred likeliest, then the
 * next hundred among themselves, so that who turns a page misses none and meets
 * none again.
 */
const RANKED_GROUPS = 100;
/** Where so few have all that was asked, those that have most of it follow them. */
const FEW = 5;

/**
 * One search, the same on every engine: read what was typed, look its words up
 * in the archive's vocabulary, let the engine find the records, put these in
 * order, and show why each was found.
 */
export async function search(engine: Engine, analyser: Analyser, query: SearchQuery): Promise<SearchResult> {
  const plan = await planQuery(parseQuery(query.text), analyser, engine);
  // Signs that no text is found by are no wish to see everything.
  if (query.text.trim() !== '' && asksForNothing(plan)) return NOTHING;
  const found = await find(engine, plan, query);
  const slots = [...plan.slots, ...phraseSlots(plan.phrases)];
  const locate = createLocator(slots, analyser);
  const ranked = found.records.map((record) => rank(record, slots, locate));
  const hits = inBlocks(ranked).flatMap((block) => toHits(block, query.sort, slots));
  return {
    total: found.total,
    hits: hits.slice(query.offset, query.offset + query.limit),
    facets: found.facets,
    facetsExact: found.facetsExact,
    suggestion: await suggest(query.text, plan, found.total, analyser, engine),
  };
}

/** First what has all words; where that is little, what has most of them. */
async function find(engine: Engine, plan: Plan, query: SearchQuery): Promise<Found> {
  const filters = await recordFilters(query.filters, engine);
  const asked = (match: Match | null) =>
    engine.find({
      selection: { match, phrases: plan.phrases, without: plan.without, filters },
      sort: query.sort,
      limit:
        query.sort === 'relevance'
          ? RANKED_GROUPS * Math.max(1, Math.ceil((query.offset + query.limit) / RANKED_GROUPS))
          : query.offset + query.limit,
      terms: tellingTerms(plan),
    });
  const all = await asked(matchAll(plan.slots));
  const most = all.total < FEW ? matchMost(plan.slots) : null;
  return most ? asked(most) : all;
}

function asksForNothing({ slots, phrases, without }: Plan): boolean {
  return slots.length + phrases.length + without.length === 0;
}

/** What is no number of a case of the archive in any notation is looked for as it stands. */
async function recordFilters(
  { case: written, ...others }: SearchFilters,
  engine: Engine,
): Promise<RecordFilters> {
  if (written === undefined) return others;
  const kept = await keptCaseNumbers(written, engine);
  return { ...others, cases: kept.length > 0 ? kept : [normalCaseNumber(written) ?? written] };
}

/** Records of a hundred groups each, in the engine's order. */
function inBlocks(ranked: readonly Ranked[]): Ranked[][] {
  const blocks: Ranked[][] = [];
  const groups = new Map<string, number>();
  for (const one of ranked) {
    const place = groups.get(one.record.group) ?? groups.size;
    groups.set(one.record.group, place);
    const block = Math.floor(place / RANKED_GROUPS);
    const others = blocks[block];
    if (others) others.push(one);
    else blocks[block] = [one];
  }
  return blocks;
}

function tellingTerms(plan: Plan): string[] {
  const slots = plan.slots.filter((slot) => slot.weight > 0).sort((a, b) => b.weight - a.weight);
  return slots.flatMap((slot) => slot.alternatives[0]?.terms ?? []);
}
