import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchRecord } from '../../core/search-index.ts';
import { loadLexicon } from '../../danish/lexicon.ts';
import { Analyser } from '../../index/analysis/analyser.ts';
import { Fts5SearchIndex } from '../../index/search-index.fts5.ts';
import { MeiliSearchIndex } from '../../index/search-index.meili.ts';
import type { BenchOptions, BenchResult, Table } from '../report/result.ts';
import { type QueryRun, scoreByKind, scoreQueries, searchMisses } from '../score/search.ts';
import { recordsOfFolder } from './archived.ts';
import { judgedQueries } from './judged.ts';
import { openPlainFts5 } from './plain-fts5.ts';
import { meiliVersion, openPlainMeili } from './plain-meili.ts';
import { answers, type Ranking, rankingOf } from './ranking.ts';

type EngineName = 'FTS5' | 'FTS5 without our analysis' | 'Meilisearch' | 'Meilisearch without our analysis';
type Runs = ReadonlyMap<EngineName, readonly QueryRun[]>;

const KEYS: Readonly<Record<EngineName, string>> = {
  FTS5: 'fts5',
  'FTS5 without our analysis': 'plainFts5',
  Meilisearch: 'meili',
  'Meilisearch without our analysis': 'plainMeili',
};

/** How well the judged queries are answered, by each engine with and without our analysis. */
export async function run({ short, corpus }: BenchOptions): Promise<BenchResult> {
  const sets: { name: 'fixtures' | 'corpus'; folder: string }[] = [
    { name: 'fixtures', folder: new URL('../../fixtures/documents/', import.meta.url).pathname },
    ...(corpus && !short ? [{ name: 'corpus' as const, folder: corpus }] : []),
  ];
  const meili = short ? undefined : process.env.MEILI_URL;
  const version = meili ? await meiliVersion(meili) : null;
  const tables: Table[] = [];
  const figures: Record<string, number> = {};
  const misses: string[] = [];
  for (const { name, folder } of sets) {
    const runs = await ask(name, await recordsOfFolder(folder), meili);
    tables.push(summary(name, runs, version), ...kinds(name, runs));
    for (const [engine, of] of runs) {
      const score = scoreQueries(of);
      figures[`search.${name}.${KEYS[engine]}.ndcg`] = score.ndcg;
      figures[`search.${name}.${KEYS[engine]}.recall`] = score.recall;
      figures[`search.${name}.${KEYS[engine]}.mrr`] = score.mrr;
    }
    for (const { run: one, ndcg } of searchMisses(runs.get('FTS5') ?? [])) {
      const wanted = [...one.grades.keys()].join(' ');
      misses.push(
        `${name} ${ndcg.toFixed(2)} ${one.kind}: ${one.query} -> ${one.ranked.slice(0, 5).join(' ')} (wanted ${wanted})`,
      );
    }
  }
  return {
    title: 'Search',
    about:
      'Queries of the kinds that people type, judged from the documents before any engine was asked; nDCG, recall and MRR over the first ten hits.',
    tables,
    figures,
    misses,
  };
}

async function ask(
  set: 'fixtures' | 'corpus',
  records: readonly SearchRecord[],
  meili: string | undefined,
): Promise<Runs> {
  const folder = await mkdtemp(join(tmpdir(), 'kkr-bench-'));
  const key = process.env.MEILI_KEY;
  const ours = new Fts5SearchIndex(folder, 1);
  await ours.rebuild(each(records));
  const engines = new Map<EngineName, Ranking>([
    ['FTS5', rankingOf(ours)],
    ['FTS5 without our analysis', openPlainFts5(records)],
  ]);
  if (meili) {
    const theirs = new MeiliSearchIndex({ url: meili, key, name: 'kkr-bench' }, new Analyser(loadLexicon()));
    await theirs.rebuild(each(records));
    engines.set('Meilisearch', rankingOf(theirs));
    engines.set('Meilisearch without our analysis', await openPlainMeili(meili, key, records));
  }
  const queries = await judgedQueries(set, records);
  const runs = new Map<EngineName, QueryRun[]>();
  for (const [name, engine] of engines) {
    const of: QueryRun[] = [];
    for (const judged of queries) of.push({ ...judged, ranked: await answers(engine, judged.query) });
    runs.set(name, of);
    await engine.close();
  }
  await rm(folder, { recursive: true, force: true });
  return runs;
}

function summary(set: string, runs: Runs, meiliVersion: string | null): Table {
  return {
    title: set === 'corpus' ? 'Real documents' : 'Fictional meetings',
    columns: ['engine', 'queries', 'nDCG@10', 'recall@10', 'MRR'],
    rows: [...runs].map(([engine, of]) => {
      const { queries, ndcg, recall, mrr } = scoreQueries(of);
      return [engine, queries, ndcg, recall, mrr];
    }),
    ...(meiliVersion !== null && { note: `Meilisearch ${meiliVersion}.` }),
  };
}

function kinds(set: string, runs: Runs): Table[] {
  const engines = [...runs.keys()];
  const byEngine = [...runs.values()].map((of) => scoreByKind(of));
  const names = [...(byEngine[0]?.keys() ?? [])];
  return [
    {
      title: `nDCG@10 by kind of query, ${set === 'corpus' ? 'real documents' : 'fictional meetings'}`,
      columns: ['kind', 'queries', ...engines],
      rows: names.map((kind) => [
        kind,
        byEngine[0]?.get(kind)?.queries ?? null,
        ...byEngine.map((scores) => scores.get(kind)?.ndcg ?? null),
      ]),
    },
  ];
}

async function* each(records: readonly SearchRecord[]): AsyncGenerator<SearchRecord> {
  yield* records;
}
