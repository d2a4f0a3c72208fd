import type {
  HistoryLink,
  HistoryReason,
  ItemHistory,
  ItemRecord,
  MeetingReference,
} from '../../core/archive-store.ts';
import { itemUrl, meetingUrl } from '../urls.ts';
import { danishPercent } from './format.ts';
import { type Html, html, join, type Part } from './html.ts';
import { dateTag } from './parts.ts';

/** How the matter went from meeting to meeting, each step with the reason why it is told here. */
export function historyPart(item: ItemRecord, history: ItemHistory | null): Html | null {
  if (!history) return null;
  const before = history.links.filter(({ item: other }) => isBefore(other.date, item.date));
  const after = history.links.filter(({ item: other }) => !isBefore(other.date, item.date));
  const unresolved = history.references.filter(({ itemId }) => itemId === null);
  if (history.links.length === 0 && unresolved.length === 0) return null;
  return html`<section class="history" aria-labelledby="sagens-gang"><h2 id="sagens-gang">Sagens gang</h2>
<ol class="plain">
${before.map(step)}
<li class="here"><p>${item.date && dateTag(item.date)} <strong>Dette punkt</strong></p></li>
${after.map(step)}
</ol>
${unresolved.length > 0 && html`<p class="quiet">Teksten nævner også: ${join(unresolved.map(reference), '; ')}.</p>`}
</section>`;
}

function isBefore(one: string | null, other: string | null): boolean {
  return (one ?? '') < (other ?? '');
}

/** One step of a matter: when, where, what, and why it is told here. */
export function step({ item, reasons }: HistoryLink): Html {
  return html`<li><p>${join([item.date && dateTag(item.date), item.body], ', ')}
<a href="${itemUrl(item.id)}">${item.number && html`<span class="number">${item.number}</span> `}${item.title}</a></p>
<p class="facts">${join(reasons.map(reasonWords), '; ')}</p></li>`;
}

function reasonWords(reason: HistoryReason): Part {
  if (reason.kind === 'reference') return html`henvisning i teksten: <q>${reason.quote}</q>`;
  if (reason.kind === 'case-number') return `samme sagsnummer, ${reason.caseNumber}`;
  return `titel og tekst ligner hinanden (${danishPercent(reason.title)} og ${danishPercent(reason.text)})`;
}

function reference({ quote, meetingId }: MeetingReference): Html {
  if (meetingId) return html`<a href="${meetingUrl(meetingId)}"><q>${quote}</q></a>`;
  return html`<q>${quote}</q> (mødet er ikke i arkivet)`;
}
