import type { ItemRecord, MeetingRecord } from '../../core/archive-store.ts';
import { itemUrl } from '../urls.ts';
import { type Html, html } from './html.ts';

/** The items before and after this one at its meeting, for who reads the minutes through. */
export function neighbours(item: ItemRecord, meeting: MeetingRecord | null): Html | null {
  const at = meeting?.items.findIndex(({ id }) => id === item.id) ?? -1;
  if (!meeting || at < 0) return null;
  const [before, after] = [meeting.items[at - 1], meeting.items[at + 1]];
  if (!before && !after) return null;
  return html`<nav class="paging" aria-label="Andre punkter på mødet">
${before && html`<a rel="prev" href="${itemUrl(before.id)}">← ${label(before)}</a>`}
${after && html`<a rel="next" href="${itemUrl(after.id)}">${label(after)} →</a>`}
</nav>`;
}

function label({ number, title }: ItemRecord): string {
  return number ? `${number} ${title}` : title;
}
