import type { DocumentKind } from '../../core/vocabulary.ts';
import { isFormality } from '../matter/matter.ts';
import { pairItems, type Titled } from './pair-items.ts';

/** A document of a meeting, as far as it tells which items are closed. */
export interface ClosingDocument {
  readonly kind: DocumentKind;
  /** The meeting with its sequence, within which numbers mean the same. */
  readonly owner: string;
  readonly items: readonly (Titled & {
    /** Whether this very document says so. */
    readonly closed: boolean;
  })[];
}

/**
 * Which items are closed, by document and by place in it. That an item is closed
 * is a fact of the meeting: where one paper says so (often only the minutes, often
 * only the later of two agendas), it holds in all of them, superseded ones too.
 * Where it is unsure which item is meant, more is closed rather than less: too
 * much withheld can be mended, too little cannot.
 */
export function closedItems(documents: readonly ClosingDocument[]): boolean[][] {
  const closed = documents.map(({ items }) => items.map((item) => item.closed));
  const counterparts = new Counterparts(documents);
  // What one paper closes in another may be what ties it to a third.
  const told = new Set<string>();
  for (let spreading = closed.flat().includes(true); spreading; ) {
    spreading = false;
    for (const [from, places] of closed.entries()) {
      for (const place of places.keys()) {
        if (!places[place] || told.has(`${from} ${place}`)) continue;
        told.add(`${from} ${place}`);
        spreading = true;
        for (const [to, others] of closed.entries()) {
          if (to !== from) for (const other of counterparts.of(from, place, to)) others[other] = true;
        }
      }
    }
  }
  return closed;
}

/** Which items of one document stand for an item of another. */
class Counterparts {
  readonly #documents: readonly ClosingDocument[];
  readonly #pairs = new Map<string, readonly (number | null)[]>();

  constructor(documents: readonly ClosingDocument[]) {
    this.#documents = documents;
  }

  of(from: number, place: number, to: number): readonly number[] {
    const own = this.#documents[from];
    const other = this.#documents[to];
    const item = own?.items[place];
    if (!own || !other || !item) return [];
    const sameSequence = own.owner === other.owner;
    // Two agendas of different sequences share no item; minutes may take up those of any.
    if (!sameSequence && own.kind !== 'referat' && other.kind !== 'referat') return [];
    const partner = this.#pairsOf(from, to)[place] ?? null;
    if (partner !== null) return [partner];
    const taken = new Set(this.#pairsOf(from, to));
    const free = [...other.items.keys()].filter((index) => !taken.has(index));
    const sameNumber = free.filter(
      (index) => sameSequence && item.number !== null && other.items[index]?.number === item.number,
    );
    if (sameNumber.length > 0) return sameNumber;
    if (!SAYS_NOTHING.test(item.title)) return [];
    // "Lukket punkt" may be any that is not taken up by its title, but no point of order.
    return free.filter((index) => !isFormality(other.items[index]?.title ?? ''));
  }

  #pairsOf(from: number, to: number): readonly (number | null)[] {
    const key = `${from} ${to}`;
    const known = this.#pairs.get(key);
    if (known) return known;
    const [own, other] = [this.#documents[from], this.#documents[to]];
    const bare = own?.owner === other?.owner ? null : { number: null };
    const titled = (items: readonly Titled[] = []) => items.map((item) => ({ ...item, ...bare }));
    const pairs = pairItems(titled(own?.items), titled(other?.items));
    this.#pairs.set(key, pairs);
    return pairs;
  }
}

/** A title that gives no subject: "Lukket punkt", "Fortroligt", "Punkt 7 (lukket)". */
const SAYS_NOTHING =
  /^\P{L}*(?:(?:lukke(?:t|de)|fortrolig[et]*|ikke|ej|offentlig[et]*|punkt(?:et|er)?|sag(?:en|er)?|dagsorden(?:spunkt)?|møde|del)\P{L}*)+$/iu;
