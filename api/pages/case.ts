import type { ItemRecord } from '../../core/archive-store.ts';
import type { CaseHistory } from '../case-history.ts';
import { counted } from './format.ts';
import { step } from './history.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { itemEntry, meetingLink, trail } from './parts.ts';

/** All items that carry one case number, meeting by meeting, newest first, and what follows the same matter. */
export function casePage(
  { caseNumber, items, related, wholeMeeting }: CaseHistory,
  fictional: boolean,
): Html {
  const meetings = [...Map.groupBy(items, (item) => item.meetingId ?? item.source.sha256)];
  return layout({
    title: `Sag ${caseNumber}`,
    fictional,
    json: `/api/cases/${encodeURIComponent(caseNumber)}`,
    main: html`<article class="case narrow">
${trail('Sag', caseNumber)}
<h1>Sag <span class="number">${caseNumber}</span></h1>
<p class="lead">${counted(items.length, 'punkt', 'punkter')} på ${counted(meetings.length, 'møde', 'møder')}.</p>
${wholeMeeting && html`<p class="notice">Sagsnummeret dækker et helt møde. Hvordan den enkelte sag er gået fra møde til møde, ses på punktets egen side.</p>`}
${meetings.map(
  ([, ofMeeting]) =>
    html`<section class="chapter"><h2>${ofMeeting[0] && heading(ofMeeting[0])}</h2><ol class="entries">${ofMeeting.map((item) => itemEntry(item))}</ol></section>`,
)}
${related.length > 0 && html`<section class="history" aria-labelledby="samme-sag"><h2 id="samme-sag">Samme sag under andre numre</h2><ol class="plain">${related.map(step)}</ol></section>`}
</article>`,
  });
}

function heading(item: ItemRecord): Html {
  return item.body || item.date ? html`${meetingLink(item)}` : html`Uden mødedato: ${item.source.name}`;
}
