import { FINAL, HEADER_BYTES, LAST, MAGIC, TARGET_SHIFT } from './lexicon-format.ts';

interface Node {
  readonly edges: { letter: number; target: Node; final: boolean }[];
  /** Place of the first edge in the file, once written; 0 for a node without edges. */
  place: number;
}

/**
 * Builds the minimal automaton of sorted words in one pass: a node is shared
 * with an equal one as soon as no further word can change it.
 * Daciuk, Mihov, Watson, Watson: Incremental Construction of Minimal Acyclic
 * Finite-State Automata (2000), algorithm 1.
 *
 * @param forms each with its byte of `forms`, and in the next eight bits that of `parts`.
 */
export function buildAutomaton(forms: ReadonlyMap<string, number>): Uint8Array {
  const alphabet = [...new Set([...forms.keys()].join(''))].sort();
  const code = new Map(alphabet.map((letter, at) => [letter, at + 1]));
  // Sorted by code units, so that the numbering follows the order of the words.
  const words = [...forms.keys()].sort((a, b) => (a < b ? -1 : 1));

  const edges: number[] = [0];
  const registered = new Map<string, Node>();
  const leaf: Node = { edges: [], place: 0 };

  const settle = (node: Node): Node => {
    if (node.edges.length === 0) return leaf;
    const packed = node.edges.map(
      (edge, at) =>
        ((edge.target.place << TARGET_SHIFT) |
          (at === node.edges.length - 1 ? LAST : 0) |
          (edge.final ? FINAL : 0) |
          edge.letter) >>>
        0,
    );
    const key = packed.join();
    const twin = registered.get(key);
    if (twin) return twin;
    node.place = edges.length;
    edges.push(...packed);
    registered.set(key, node);
    return node;
  };

  const root: Node = { edges: [], place: 0 };
  let path: Node[] = [root];
  let previous = '';
  const settleTail = (from: number): void => {
    for (let depth = path.length - 1; depth > from; depth--) {
      const edge = path[depth - 1]?.edges.at(-1);
      const node = path[depth];
      if (edge && node) edge.target = settle(node);
    }
    path = path.slice(0, from + 1);
  };
  for (const word of words) {
    let shared = 0;
    while (shared < previous.length && previous[shared] === word[shared]) shared++;
    settleTail(shared);
    for (let at = shared; at < word.length; at++) {
      const next: Node = { edges: [], place: 0 };
      const letter = code.get(word[at] ?? '') ?? 0;
      path.at(-1)?.edges.push({ letter, target: next, final: at === word.length - 1 });
      path.push(next);
    }
    previous = word;
  }
  settleTail(0);
  settle(root);

  const bytes = new Uint8Array(HEADER_BYTES + alphabet.length * 2 + edges.length * 4 + words.length * 2);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(4, alphabet.length, true);
  view.setUint32(8, edges.length, true);
  view.setUint32(12, words.length, true);
  let at = HEADER_BYTES;
  for (const letter of alphabet) {
    view.setUint16(at, letter.charCodeAt(0), true);
    at += 2;
  }
  for (const edge of edges) {
    view.setUint32(at, edge, true);
    at += 4;
  }
  for (const word of words) bytes[at++] = (forms.get(word) ?? 0) & 0xff;
  for (const word of words) bytes[at++] = (forms.get(word) ?? 0) >>> 8;
  return bytes;
}
