/**
 * How good a ranked list is. Grades are 0 (of no use) and up; what is not
 * graded counts as 0. Järvelin & Kekäläinen 2002, with the gain 2^grade - 1.
 */
export type Grades = ReadonlyMap<string, number>;

export function ndcg(ranked: readonly string[], grades: Grades, k = 10): number {
  const ideal = gain([...grades.values()].sort((a, b) => b - a).slice(0, k));
  if (ideal === 0) return ranked.length === 0 ? 1 : 0;
  const seen = new Set<string>();
  // A hit that is listed twice earns nothing the second time.
  const earned = ranked.slice(0, k).map((id) => {
    if (seen.has(id)) return 0;
    seen.add(id);
    return grades.get(id) ?? 0;
  });
  return gain(earned) / ideal;
}

/** Share of the useful answers that stand among the first k; 1 where k cannot hold them all but is full of them. */
export function recall(ranked: readonly string[], grades: Grades, k = 10): number {
  const useful = [...grades].filter(([, grade]) => grade > 0);
  if (useful.length === 0) return ranked.length === 0 ? 1 : 0;
  const first = new Set(ranked.slice(0, k));
  return useful.filter(([id]) => first.has(id)).length / Math.min(k, useful.length);
}

/** One over the place of the first useful answer, 0 where there is none. */
export function reciprocalRank(ranked: readonly string[], grades: Grades): number {
  if (![...grades.values()].some((grade) => grade > 0)) return ranked.length === 0 ? 1 : 0;
  const place = ranked.findIndex((id) => (grades.get(id) ?? 0) > 0);
  return place === -1 ? 0 : 1 / (place + 1);
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

export interface QueryRun {
  /** As typed. */
  readonly query: string;
  /** Kind of query: "case number", "compound", "misspelt" … */
  readonly kind: string;
  readonly ranked: readonly string[];
  readonly grades: Grades;
}

export interface SearchScore {
  readonly queries: number;
  readonly ndcg: number;
  readonly recall: number;
  readonly mrr: number;
}

export function scoreQueries(runs: readonly QueryRun[], k = 10): SearchScore {
  return {
    queries: runs.length,
    ndcg: mean(runs.map((run) => ndcg(run.ranked, run.grades, k))),
    recall: mean(runs.map((run) => recall(run.ranked, run.grades, k))),
    mrr: mean(runs.map((run) => reciprocalRank(run.ranked, run.grades))),
  };
}

export function scoreByKind(runs: readonly QueryRun[], k = 10): Map<string, SearchScore> {
  const kinds = Map.groupBy(runs, (run) => run.kind);
  return new Map([...kinds].map(([kind, ofKind]) => [kind, scoreQueries(ofKind, k)]));
}

/** Queries whose first k answers are not the best possible, worst first. */
export function searchMisses(runs: readonly QueryRun[], k = 10): { run: QueryRun; ndcg: number }[] {
  return runs
    .map((run) => ({ run, ndcg: ndcg(run.ranked, run.grades, k) }))
    .filter((scored) => scored.ndcg < 1)
    .sort((a, b) => a.ndcg - b.ndcg);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
