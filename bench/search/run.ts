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
type Documents = 'fixtures' | 'corpus';
type QuerySet = 'judged' | 'heldout';
type Runs = ReadonlyMap<EngineName, readonly QueryRun[]>;

const KEYS: Readonly<Record<EngineName, string>> = {
  FTS5: 'fts5',
  'FTS5 without our analysis': 'plainFts5',
  Meilisearch: 'meili',
  'Meilisearch without our analysis': 'plainMeili',
};

/** How well the judged queries are answered, by each engine with and without our analysis. */
export async function run({ short, corpus }: BenchOptions): Promise<BenchResult> {
  const folders: { documents: Documents; folder: string }[] = [
    { documents: 'fixtures', folder: new URL('../../fixtures/documents/', import.meta.url).pathname },
    ...(corpus && !short ? [{ documents: 'corpus' as const, folder: corpus }] : []),
  ];
  const meili = short ? undefined : process.env.MEILI_URL;
  const version = meili ? await meiliVersion(meili) : null;
  const tables: Table[] = [];
  const figures: Record<string, number> = {};
  const misses: string[] = [];
  for (const { documents, folder } of folders) {
    const records = await recordsOfFolder(folder);
    for (const [set, runs] of await ask(documents, records, meili)) {
      const kept = set === 'judged' ? documents : `${documents}.heldout`;
      tables.push(summary(set, documents, runs, version), kinds(set, documents, runs));
      for (const [engine, of] of runs) {
        const score = scoreQueries(of);
        figures[`search.${kept}.${KEYS[engine]}.ndcg`] = score.ndcg;
        figures[`search.${kept}.${KEYS[engine]}.recall`] = score.recall;
        figures[`search.${kept}.${KEYS[engine]}.mrr`] = score.mrr;
      }
      for (const { run: one, ndcg } of searchMisses(runs.get('FTS5') ?? [])) {
        const wanted = [...one.grades.keys()].join(' ');
        misses.push(
          `${kept} ${ndcg.toFixed(2)} ${one.kind}: ${one.query} -> ${one.ranked.slice(0, 5).join(' ')} (wanted ${wanted})`,
        );
      }
    }
  }
  return {
    title: 'Search',
    about:
      'Queries of the kinds that people type, judged from the documents before any engine was asked; nDCG, recall and MRR over the first ten hits. The rules were written with a look at the first set of queries; the one held out came later and from another hand.',
    tables,
    figures,
    misses,
  };
}

async function ask(
  documents: Documents,
  records: readonly SearchRecord[],
  meili: string | undefined,
): Promise<Map<QuerySet, Runs>> {
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
  const sets = new Map<QuerySet, Runs>();
  for (const set of ['judged', 'heldout'] as const) {
    const queries = await judgedQueries(set, documents, records);
    const runs = new Map<EngineName, QueryRun[]>();
    for (const [name, engine] of engines) {
      const of: QueryRun[] = [];
      for (const judged of queries) of.push({ ...judged, ranked: await answers(engine, judged.query) });
      runs.set(name, of);
    }
    sets.set(set, runs);
  }
  for (const engine of engines.values()) await engine.close();
  await rm(folder, { recursive: true, force: true });
  return sets;
}

/** FTS5 on the queries held out when they were asked for the first time, before anything was changed for them. */
const FIRST_RUN = { fixtures: 0.988, corpus: 0.969 };

function nameOf(set: QuerySet, documents: Documents): string {
  const name = documents === 'corpus' ? 'real documents' : 'fictional meetings';
  return set === 'judged' ? name : `${name}, held out`;
}

function summary(set: QuerySet, documents: Documents, runs: Runs, meiliVersion: string | null): Table {
  const name = nameOf(set, documents);
  const notes = [
    ...(set === 'heldout' ? [`On its first run FTS5 had an nDCG@10 of ${FIRST_RUN[documents]}.`] : []),
    ...(meiliVersion === null ? [] : [`Meilisearch ${meiliVersion}.`]),
  ];
  return {
    title: name.charAt(0).toUpperCase() + name.slice(1),
    columns: ['engine', 'queries', 'nDCG@10', 'recall@10', 'MRR'],
    rows: [...runs].map(([engine, of]) => {
      const { queries, ndcg, recall, mrr } = scoreQueries(of);
      return [engine, queries, ndcg, recall, mrr];
    }),
    ...(notes.length > 0 && { note: notes.join(' ') }),
  };
}

function kinds(set: QuerySet, documents: Documents, runs: Runs): Table {
  const engines = [...runs.keys()];
  const byEngine = [...runs.values()].map((of) => scoreByKind(of));
  const names = [...(byEngine[0]?.keys() ?? [])];
  return {
    title: `nDCG@10 by kind of query, ${nameOf(set, documents)}`,
    columns: ['kind', 'queries', ...engines],
    rows: names.map((kind) => [
      kind,
      byEngine[0]?.get(kind)?.queries ?? null,
      ...byEngine.map((scores) => scores.get(kind)?.ndcg ?? null),
    ]),
  };
}

async function* each(records: readonly SearchRecord[]): AsyncGenerator<SearchRecord> {
  yield* records;
}
