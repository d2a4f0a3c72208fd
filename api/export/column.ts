/** What a cell holds: a list is an array in JSON and joined by " | " in CSV; null is "not said", an empty cell. */
export type Cell = string | number | boolean | null | readonly string[];

/** One column: its name, what it means (in Danish, as the page tells it), and its value in a row. */
export interface Column<Row> {
  readonly name: string;
  readonly meaning: string;
  readonly value: (row: Row) => Cell;
}
