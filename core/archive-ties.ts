import type { ItemRecord } from './archive-records.ts';
import type { BodyName } from './vocabulary.ts';

/**
 * What ties documents together, and what is missing between them: here what
 * became different between agenda and minutes. `item` is the public id; texts are as
 * printed, before and after.
 */
export type MeetingChange =
  /** Taken at another place in the order. */
  | {
      readonly kind: 'moved';
      readonly item: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  /** In the same order, under another number. */
  | {
      readonly kind: 'renumbered';
      readonly item: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: 'added'; readonly item: string; readonly to: string | null }
  | { readonly kind: 'dropped'; readonly item: string; readonly from: string | null }
  | { readonly kind: 'retitled'; readonly item: string; readonly from: string; readonly to: string }
  | { readonly kind: 'recommendation'; readonly item: string; readonly from: string; readonly to: string };

/** How a matter went on from meeting to meeting. */
export interface ItemHistory {
  /** Oldest first, without the item itself. */
  readonly links: readonly HistoryLink[];
  /** Meetings that the item's text speaks of, in the order of mention. */
  readonly references: readonly MeetingReference[];
}

export interface HistoryLink {
  readonly item: Pick<
    ItemRecord,
    'id' | 'meetingId' | 'body' | 'date' | 'number' | 'title' | 'type' | 'closed'
  >;
  readonly reasons: readonly HistoryReason[];
}

export type HistoryReason =
  /** One of the two texts names the other's meeting; `quote` is the wording. */
  | { readonly kind: 'reference'; readonly quote: string; readonly from: string; readonly likeness: number }
  /** One case number, and not the number of a whole meeting. */
  | { readonly kind: 'case-number'; readonly caseNumber: string }
  /** Titles and texts are alike, 0 to 1. */
  | { readonly kind: 'likeness'; readonly title: number; readonly text: number };

export interface MeetingReference {
  /** As printed: "på mødet den 26. april 2023". */
  readonly quote: string;
  readonly body: BodyName;
  /** Null where only a month is named and no single meeting fits. */
  readonly date: string | null;
  /** Null where the archive has no such meeting. */
  readonly meetingId: string | null;
  /** The item of that meeting that it is about, where one stands out. */
  readonly itemId: string | null;
}

export interface Completeness {
  /** Null for documents that name no body, or no date. */
  readonly body: BodyName | null;
  readonly year: number | null;
  readonly meetings: number;
  /** Meetings that lie in the past and lack the document. */
  readonly withoutMinutes: readonly string[];
  readonly withoutAgenda: readonly string[];
  /** Listed under an item of a current agenda or minutes, and never received. */
  readonly missingAppendices: readonly {
    readonly item: string;
    readonly number: number;
    readonly title: string;
  }[];
  readonly unreadPages: readonly {
    readonly document: string;
    readonly name: string;
    readonly pages: readonly number[];
  }[];
  /** Documents that could not be read at all: no body and year are known of them. */
  readonly failed: readonly { readonly document: string; readonly name: string }[];
}
