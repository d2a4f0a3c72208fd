import { itemId, undatedId } from '../../core/ids.ts';
import { pairItems, type Titled } from './pair-items.ts';

/** An agenda or minutes of one meeting, as far as tying needs it. */
export interface TiedDocument {
  readonly sha256: string;
  readonly kind: 'dagsorden' | 'referat';
  /** 0, or n for the n-th supplementary agenda. */
  readonly sequence: number;
  /** The meeting with its sequence: what ids of its items begin with. */
  readonly owner: string;
  readonly items: readonly Titled[];
  /** Most of its pages were read by OCR, or not at all. */
  readonly scanned: boolean;
}

export interface Tie {
  /** SHA-256 of the newer document of the same kind and sequence, or null. */
  readonly supersededBy: string | null;
  /** Public id of each item, in the order of `items`. */
  readonly recordIds: readonly string[];
}

/**
 * Decides for all agendas and minutes of one meeting, in the order of their
 * arrival, which of them are current and which of their items are one item.
 * Pure: the same documents give the same ties, whatever was tied before.
 */
export function tieMeeting(documents: readonly TiedDocument[]): Tie[] {
  const successors = new Map(documents.map((document) => [document, newest(documents, document)]));
  const current = documents.filter((document) => successors.get(document) === document);
  const minutes = current.filter((document) => document.kind === 'referat');
  const ids = new Map(documents.map((document) => [document, ownIds(document)]));
  const taken = new Set(minutes.flatMap((document) => ids.get(document) ?? []));
  const paired = new Set<string>();
  // The ordinary agenda first: a supplementary one finds its items among what is left.
  const agendas = current.filter((document) => document.kind === 'dagsorden');
  for (const agenda of agendas.toSorted((a, b) => a.sequence - b.sequence)) {
    const pairs = pairsInMinutes(agenda, minutes, ids, paired);
    const own = ids.get(agenda) ?? [];
    ids.set(
      agenda,
      own.map((id, place) => {
        // Where its number now means another item, an id of the document's own keeps the two apart.
        const apart = taken.has(id) ? id.replace(agenda.owner, undatedId(agenda.sha256)) : id;
        return pairs[place] ?? apart;
      }),
    );
  }
  return documents.map((document) => {
    const successor = successors.get(document) ?? document;
    const supersededBy = successor === document ? null : successor.sha256;
    return { supersededBy, recordIds: ids.get(document) ?? [] };
  });
}

/**
 * The current one among those of one kind and sequence: the latest with items, as
 * what has none replaces nothing that has. A scan of a born-digital file that has no
 * item that the file lacks is a copy of it, signed as a rule, and what is told is taken
 * from the one that reads better.
 */
function newest(documents: readonly TiedDocument[], document: TiedDocument): TiedDocument {
  const same = documents.filter(
    (other) => other.kind === document.kind && other.sequence === document.sequence,
  );
  const latest = same.findLast((other) => other.items.length > 0) ?? same.at(-1) ?? document;
  if (!latest.scanned) return latest;
  return same.findLast((other) => !other.scanned && isCopy(latest.items, other.items)) ?? latest;
}

function isCopy(scan: readonly Titled[], original: readonly Titled[]): boolean {
  const paired = pairItems(scan, original).filter((pair) => pair !== null).length;
  return paired > 0 && paired >= scan.length * MOST && scan.length <= original.length * MORE;
}

/** OCR spoils titles, loses items, and now and then takes a list for one: what it finds need not all be found again. */
const MOST = 0.5;
const MORE = 1.1;

/** The minutes' ids for the items of an agenda. Minutes usually take up a supplementary agenda's items too. */
function pairsInMinutes(
  agenda: TiedDocument,
  minutes: readonly TiedDocument[],
  idsOf: ReadonlyMap<TiedDocument, readonly string[]>,
  paired: Set<string>,
): (string | null)[] {
  const own = minutes.find((document) => document.sequence === agenda.sequence);
  const main = minutes.find((document) => document.sequence === 0);
  const partner = own ?? main;
  if (!partner) return [];
  const ids = idsOf.get(partner) ?? [];
  const free = partner.items.flatMap((item, place) => {
    const id = ids[place];
    if (id === undefined || paired.has(id)) return [];
    // Numbers of another sequence say nothing; only titles can tie these.
    return [{ item: own ? item : { ...item, number: null }, id }];
  });
  const pairs = pairItems(
    agenda.items,
    free.map(({ item }) => item),
  ).map((place) => (place === null ? null : (free[place]?.id ?? null)));
  for (const id of pairs) if (id) paired.add(id);
  return pairs;
}

/** By number, or by place where there is none or the number was used before. */
export function ownIds(document: Pick<TiedDocument, 'owner' | 'items'>): readonly string[] {
  const used = new Set<string>();
  return document.items.map((item, index) => {
    const byNumber = itemId(document.owner, item.number, index + 1);
    const id = used.has(byNumber) ? itemId(document.owner, null, index + 1) : byNumber;
    used.add(id);
    return id;
  });
}
