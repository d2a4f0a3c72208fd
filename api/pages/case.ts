import type { ItemRecord } from '../../core/archive-store.ts';
import { counted } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { itemEntry, meetingLink, trail } from './parts.ts';

/** All items that carry one case number, meeting by meeting, newest first. */
export function casePage(caseNumber: string, items: readonly ItemRecord[]): Html {
  const meetings = [...Map.groupBy(items, (item) => item.meetingId ?? item.source.sha256)];
  return layout({
    title: `Sag ${caseNumber}`,
    json: `/api/cases/${encodeURIComponent(caseNumber)}`,
    main: html`<article class="case">
${trail('Sag', caseNumber)}
<h1>Sag <span class="number">${caseNumber}</span></h1>
<p class="lead">${counted(items.length, 'punkt', 'punkter')} på ${counted(meetings.length, 'møde', 'møder')}.</p>
${meetings.map(
  ([, ofMeeting]) =>
    html`<section class="chapter"><h2>${ofMeeting[0] && heading(ofMeeting[0])}</h2><ol class="entries">${ofMeeting.map((item) => itemEntry(item))}</ol></section>`,
)}
</article>`,
  });
}

function heading(item: ItemRecord): Html {
  return item.body || item.date ? html`${meetingLink(item)}` : html`Uden mødedato: ${item.source.name}`;
}
