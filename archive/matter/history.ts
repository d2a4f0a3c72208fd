import type { Kysely } from 'kysely';
import type { HistoryLink, HistoryReason, ItemHistory, MeetingReference } from '../../core/archive-store.ts';
import type { Tables } from '../sql/schema.ts';
import { type HistoryNode, nodeOf, nodesOfCase, nodesOfMeeting, nodesTitledLike } from './history-nodes.ts';
import { isFormality, matterLikeness, standsOut } from './matter.ts';
import { meetingsNamedBy, nodesNaming } from './named-meetings.ts';

/**
 * How a matter came to a meeting and went on from it. Explicit references are
 * followed from item to item, both ways and a few steps far, from the item itself
 * and from those of its case; likeness of title and text leads one step from the
 * item itself, as what it says grows thin with every step.
 */
export async function historyOf(db: Kysely<Tables>, id: string): Promise<ItemHistory | null> {
  const origin = await nodeOf(db, id);
  if (!origin) {
    // Items of no meeting have no before and after.
    return (await itemExists(db, id)) ? { links: [], references: [] } : null;
  }
  const walk = new Walk(db, origin);
  await walk.addCase();
  const references = await walk.follow();
  await walk.addLike();
  return { links: walk.links(), references };
}

async function itemExists(db: Kysely<Tables>, id: string): Promise<boolean> {
  const found = await db.selectFrom('item').select('place').where('record_id', '=', id).executeTakeFirst();
  return found !== undefined;
}

const FARTHEST = 3;
const MOST_ITEMS = 25;

class Walk {
  readonly #db: Kysely<Tables>;
  readonly #origin: HistoryNode;
  readonly #found = new Map<string, { node: HistoryNode; reasons: HistoryReason[] }>();
  readonly #meetings = new Map<string, HistoryNode[]>();

  constructor(db: Kysely<Tables>, origin: HistoryNode) {
    this.#db = db;
    this.#origin = origin;
  }

  /** Follows references outwards from what was found so far; answers with those of the origin itself. */
  async follow(): Promise<MeetingReference[]> {
    const references = await this.#step(this.#origin);
    const visited = new Set([this.#origin.item.id]);
    for (let far = 1; far < FARTHEST; far += 1) {
      const next = [...this.#found.values()].filter(({ node }) => !visited.has(node.item.id));
      for (const { node } of next.slice(0, MOST_ITEMS - visited.size)) {
        visited.add(node.item.id);
        await this.#step(node);
      }
    }
    return references;
  }

  async addCase(): Promise<void> {
    const { caseNumber } = this.#origin;
    if (caseNumber === null) return;
    for (const node of await nodesOfCase(this.#db, caseNumber)) {
      this.#add(node, { kind: 'case-number', caseNumber });
    }
  }

  async addLike(): Promise<void> {
    if (this.#origin.item.closed) return;
    for (const node of await nodesTitledLike(this.#db, this.#origin)) {
      const like = matterLikeness(this.#origin.matter, node.matter);
      const isLike = like.title >= LIKE_TITLE && (like.text >= LIKE_TEXT || like.title >= SAME_TITLE);
      if (isLike) this.#add(node, { kind: 'likeness', ...like });
    }
  }

  links(): HistoryLink[] {
    return [...this.#found.values()]
      .map(({ node, reasons }) => ({ item: node.item, reasons }))
      .sort((a, b) => (a.item.date < b.item.date ? -1 : 1));
  }

  /** From one item to those that its text speaks of, and to those that speak of it. */
  async #step(node: HistoryNode): Promise<MeetingReference[]> {
    if (node.item.closed) return [];
    const references: MeetingReference[] = [];
    for (const named of await meetingsNamedBy(this.#db, node)) {
      const target =
        named.meetingId === null ? null : await this.#spokenOf(node, named.meetingId, named.quote);
      const { isVague, ...meeting } = named;
      if (target !== null || !isVague) references.push({ ...meeting, itemId: target });
    }
    if (isFormality(node.item.title)) return references;
    for (const naming of await nodesNaming(this.#db, node.item)) {
      if (naming.node.item.meetingId === node.item.meetingId) continue;
      const about = await this.#about(naming.node, node.item.meetingId);
      if (about?.node.item.id !== node.item.id) continue;
      this.#add(naming.node, reference(naming.quote, naming.node, about.likeness));
    }
    return references;
  }

  async #spokenOf(node: HistoryNode, meeting: string, quote: string): Promise<string | null> {
    const about = await this.#about(node, meeting);
    if (!about) return null;
    this.#add(about.node, reference(quote, node, about.likeness));
    return about.node.item.id;
  }

  /** The item of a meeting that another item is about, where one stands out. */
  async #about(node: HistoryNode, meeting: string): Promise<{ node: HistoryNode; likeness: number } | null> {
    if (isFormality(node.item.title)) return null;
    const candidates = this.#meetings.get(meeting) ?? (await nodesOfMeeting(this.#db, meeting));
    this.#meetings.set(meeting, candidates);
    const open = candidates.filter((candidate) => !candidate.item.closed);
    const found = standsOut(
      node.matter,
      open.map((candidate) => candidate.matter),
    );
    const target = found && open[found.index];
    return target ? { node: target, likeness: Math.max(found.like.title, found.like.text) } : null;
  }

  #add(node: HistoryNode, reason: HistoryReason): void {
    if (node.item.id === this.#origin.item.id) return;
    const entry = this.#found.get(node.item.id) ?? { node, reasons: [] };
    const isKnown = entry.reasons.some(
      (known) =>
        known.kind === reason.kind &&
        (known.kind !== 'reference' || (reason.kind === 'reference' && known.from === reason.from)),
    );
    if (!isKnown) entry.reasons.push(reason);
    this.#found.set(node.item.id, entry);
  }
}

function reference(quote: string, from: HistoryNode, likeness: number): HistoryReason {
  return { kind: 'reference', quote, from: from.item.id, likeness: Math.round(likeness * 100) / 100 };
}

const LIKE_TITLE = 0.6;
const SAME_TITLE = 0.9;
const LIKE_TEXT = 0.25;
