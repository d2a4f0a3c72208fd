import type { ItemRecord, MeetingChange } from '../../core/archive-store.ts';
import { itemUrl } from '../urls.ts';
import { type Html, html, type Part } from './html.ts';

/** Where the minutes differ from the agenda that was sent out. */
export function changesPart(changes: readonly MeetingChange[], items: readonly ItemRecord[]): Html | null {
  if (changes.length === 0) return null;
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  return html`<section class="changes" aria-labelledby="forskelle"><h2 id="forskelle">Forskelle mellem dagsorden og referat</h2>
<ul>${changes.map(
    (change) =>
      html`<li><a href="${itemUrl(change.item)}">${titles.get(change.item) ?? change.item}</a>: ${words(change)}</li>`,
  )}</ul></section>`;
}

function words(change: MeetingChange): Part {
  switch (change.kind) {
    case 'moved':
      return html`flyttet${fromTo(change)}`;
    case 'renumbered':
      return html`fik et andet nummer${fromTo(change)}`;
    case 'added':
      return `kom til på mødet${change.to === null ? '' : ` som punkt ${change.to}`}`;
    case 'dropped':
      return `stod på dagsordenen${change.from === null ? '' : ` som punkt ${change.from}`}, men ikke i referatet`;
    case 'retitled':
      return html`hed på dagsordenen <q>${change.from}</q>`;
    case 'recommendation':
      return html`indstillingen blev ændret. <details><summary>Vis begge</summary><h3>I dagsordenen</h3><p>${change.from}</p><h3>I referatet</h3><p>${change.to}</p></details>`;
  }
}

function fromTo({ from, to }: { from: string | null; to: string | null }): string {
  return from !== null && to !== null ? ` fra ${from} til ${to}` : '';
}
