import { FINAL, HEADER_BYTES, LAST, LETTER_MASK, MAGIC, TARGET_SHIFT } from './lexicon-format.ts';

/**
 * The automaton of danish/lexicon-format.ts, read. Nodes are named by the place
 * of their first edge; `NONE` is the node that leads nowhere.
 */
export const NONE = 0;

export class Automaton {
  readonly root: number;
  readonly size: number;
  readonly #edges: Uint32Array;
  readonly #forms: Uint8Array;
  readonly #parts: Uint8Array;
  readonly #letters: string[];
  readonly #codes = new Map<number, number>();
  /** How many forms stand before an edge's own within its node. */
  readonly #before: Uint32Array;

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC) throw new Error('Not a lexicon');
    const [letters, edges, forms] = [4, 8, 12].map((at) => view.getUint32(at, true));
    if (letters === undefined || edges === undefined || forms === undefined) throw new Error('Not a lexicon');
    this.#letters = [''];
    for (let at = 0; at < letters; at++) {
      const unit = view.getUint16(HEADER_BYTES + at * 2, true);
      this.#codes.set(unit, at + 1);
      this.#letters.push(String.fromCharCode(unit));
    }
    const from = HEADER_BYTES + letters * 2;
    // Copied, so that the words are aligned whatever the file's place in memory.
    this.#edges = new Uint32Array(new Uint8Array(bytes.subarray(from, from + edges * 4)).buffer);
    this.#forms = bytes.subarray(from + edges * 4, from + edges * 4 + forms);
    this.#parts = bytes.subarray(from + edges * 4 + forms, from + edges * 4 + forms * 2);
    this.size = forms;
    this.#before = new Uint32Array(edges);
    this.root = this.#number();
  }

  /** Counts the forms below every node, deepest first, and answers with the root: the node written last. */
  #number(): number {
    const below = new Uint32Array(this.#edges.length);
    let root = NONE;
    let first = 1;
    let count = 0;
    for (let at = 1; at < this.#edges.length; at++) {
      const edge = this.#edges[at] ?? 0;
      this.#before[at] = count;
      count += (edge & FINAL ? 1 : 0) + (below[edge >>> TARGET_SHIFT] ?? 0);
      if (!(edge & LAST)) continue;
      below[first] = count;
      root = first;
      first = at + 1;
      count = 0;
    }
    return root;
  }

  /** The edge that leaves `node` with that code unit, or NONE. */
  edge(node: number, unit: number): number {
    const code = this.#codes.get(unit);
    if (code === undefined || node === NONE) return NONE;
    for (let at = node; ; at++) {
      const edge = this.#edges[at] ?? LAST;
      if ((edge & LETTER_MASK) === code) return at;
      if (edge & LAST) return NONE;
    }
  }

  target(edge: number): number {
    return (this.#edges[edge] ?? 0) >>> TARGET_SHIFT;
  }

  ends(edge: number): boolean {
    return ((this.#edges[edge] ?? 0) & FINAL) !== 0;
  }

  /** Forms that are numbered before the one that ends on this edge, counted within the edge's node. */
  before(edge: number): number {
    return this.#before[edge] ?? 0;
  }

  /** Number added on the way through an edge to its target. */
  through(edge: number): number {
    return this.before(edge) + (this.ends(edge) ? 1 : 0);
  }

  /** Calls back for every edge of a node with its letter. */
  forEachEdge(node: number, visit: (edge: number, letter: string) => void): void {
    if (node === NONE) return;
    for (let at = node; ; at++) {
      const edge = this.#edges[at] ?? LAST;
      visit(at, this.#letters[edge & LETTER_MASK] ?? '');
      if (edge & LAST) return;
    }
  }

  /** The number of a form, or -1. */
  find(form: string): number {
    let node = this.root;
    let number = 0;
    for (let at = 0; at < form.length; at++) {
      const edge = this.edge(node, form.charCodeAt(at));
      if (edge === NONE) return -1;
      if (at === form.length - 1) return this.ends(edge) ? number + this.before(edge) : -1;
      number += this.through(edge);
      node = this.target(edge);
    }
    return -1;
  }

  /** The byte kept for a form. */
  places(number: number): number {
    return this.#forms[number] ?? 0;
  }

  /** Binary digits of the number of compounds that begin with a form. */
  asFirst(number: number): number {
    return (this.#parts[number] ?? 0) >>> 4;
  }

  /** Binary digits of the number of compounds that end in a form. */
  asLast(number: number): number {
    return (this.#parts[number] ?? 0) & 0xf;
  }

  /** Binary digits of the compounds that a form begins and of those that it ends, together. */
  productivity(number: number): number {
    return this.asFirst(number) + this.asLast(number);
  }
}
