import type { Box } from '../../core/document.ts';
import type { Rule } from '../pdf/rules.ts';

/** A field between drawn lines. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly box: Box;
}

/** What drawn lines enclose: fields in at least two columns. */
export interface Grid {
  readonly box: Box;
  /** Row by row, from left to right. */
  readonly cells: readonly GridCell[];
}

/** Ends and edges of lines that meet on paper lie within this many points of each other. */
const NEAR = 3;
/** Less than a line of print is no row. */
const OPEN = 7;
/** Drawings have more lines than tables, and comparing each with each would take its time. */
const MOST_RULES = 400;
const MOST_FIELDS = 4000;

/** Finds the grids that a page's rules make, from top to bottom. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const lines = [
    ...merged(rules.filter((rule) => rule.level)),
    ...merged(rules.filter((rule) => !rule.level)),
  ];
  if (lines.length > MOST_RULES) return [];
  return connected(lines)
    .flatMap(toGrid)
    .sort((a, b) => a.box[1] - b.box[1]);
}

/** Rules on one line that touch or overlap as one. */
function merged(rules: readonly Rule[]): Rule[] {
  const places = groups(rules.map((rule) => rule.at));
  const settled = rules.map((rule) => ({ ...rule, at: nearest(places, rule.at) }));
  const out: Rule[] = [];
  for (const rule of settled.sort((a, b) => a.at - b.at || a.from - b.from)) {
    const last = out.at(-1);
    if (last !== undefined && last.at === rule.at && rule.from <= last.to + NEAR)
      out[out.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
    else out.push(rule);
  }
  return out;
}

/** Values that lie close together as one, ascending. */
function groups(values: readonly number[]): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = out.at(-1);
    if (last === undefined || value - last > NEAR) out.push(value);
  }
  return out;
}

function nearest(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return sorted[low] ?? value;
}

function connected(lines: readonly Rule[]): Rule[][] {
  const sets = new Sets(lines.length);
  lines.forEach((line, index) => {
    if (!line.level) return;
    lines.forEach((other, place) => {
      if (!other.level && crosses(line, other)) sets.unite(index, place);
    });
  });
  return [...Map.groupBy(lines, (_, index) => sets.of(index)).values()];
}

function crosses(level: Rule, upright: Rule): boolean {
  const across = upright.at >= level.from - NEAR && upright.at <= level.to + NEAR;
  return across && level.at >= upright.from - NEAR && level.at <= upright.to + NEAR;
}

function toGrid(lines: readonly Rule[]): Grid[] {
  const level = lines.filter((line) => line.level);
  const upright = lines.filter((line) => !line.level);
  const ys = groups([...level.map((line) => line.at), ...openEnds(level, upright)]);
  const xs = groups(upright.map((line) => line.at));
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 1 || columns < 2 || rows * columns > MOST_FIELDS) return [];
  const sets = new Sets(rows * columns);
  for (let row = 0; row < rows; row++) {
    const y = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
    for (let column = 0; column < columns; column++) {
      const x = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2;
      const field = row * columns + column;
      if (column + 1 < columns && !isDrawn(upright, xs[column + 1] ?? 0, y)) sets.unite(field, field + 1);
      if (row + 1 < rows && !isDrawn(level, ys[row + 1] ?? 0, x)) sets.unite(field, field + columns);
    }
  }
  const fields = Map.groupBy(
    Array.from({ length: rows * columns }, (_, field) => field),
    (field) => sets.of(field),
  );
  const cells = [...fields.values()].map((of): GridCell => {
    const rowsOf = of.map((field) => Math.floor(field / columns));
    const columnsOf = of.map((field) => field % columns);
    const [top, bottom] = [Math.min(...rowsOf), Math.max(...rowsOf) + 1];
    const [left, right] = [Math.min(...columnsOf), Math.max(...columnsOf) + 1];
    const box: Box = [xs[left] ?? 0, ys[top] ?? 0, xs[right] ?? 0, ys[bottom] ?? 0];
    return { row: top, column: left, rows: bottom - top, columns: right - left, box };
  });
  if (new Set(cells.map((cell) => cell.column)).size < 2) return [];
  const box: Box = [xs[0] ?? 0, ys[0] ?? 0, xs[columns] ?? 0, ys[rows] ?? 0];
  return [{ box, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) }];
}

/** Where upright lines run on beyond the last level one: a page's end cut the row there, and programs leave it open. */
function openEnds(level: readonly Rule[], upright: readonly Rule[]): number[] {
  const ats = level.map((line) => line.at);
  const [top, bottom] = [Math.min(...ats), Math.max(...ats)];
  const above = upright.map((line) => line.from).filter((from) => from < top - OPEN);
  const below = upright.map((line) => line.to).filter((to) => to > bottom + OPEN);
  const least = groups(upright.map((line) => line.at)).length;
  return [
    ...(above.length >= least ? [Math.min(...above)] : []),
    ...(below.length >= least ? [Math.max(...below)] : []),
  ];
}

function isDrawn(lines: readonly Rule[], at: number, through: number): boolean {
  return lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= through && line.to >= through);
}

/** Disjoint sets of numbers below `count`. */
class Sets {
  readonly #above: number[];

  constructor(count: number) {
    this.#above = Array.from({ length: count }, (_, index) => index);
  }

  of(member: number): number {
    let root = member;
    for (let above = this.#above[root] ?? root; above !== root; above = this.#above[root] ?? root)
      root = above;
    for (let at = member; at !== root; ) {
      const above = this.#above[at] ?? root;
      this.#above[at] = root;
      at = above;
    }
    return root;
  }

  unite(a: number, b: number): void {
    this.#above[this.of(a)] = this.of(b);
  }
}
