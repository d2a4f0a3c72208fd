import type { MeetingSummary } from '../../core/archive-store.ts';
import { BODIES } from '../../core/vocabulary.ts';
import type { MeetingParameters } from '../query.ts';
import { meetingUrl } from '../urls.ts';
import { counted } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { dateTag } from './parts.ts';
import { KIND_WORD } from './words.ts';

/** All meetings, newest first and by year; `all` says which years and KKRs can be chosen. */
export function meetingsPage(
  chosen: MeetingParameters,
  meetings: readonly MeetingSummary[],
  all: readonly MeetingSummary[],
): Html {
  const years = [...new Set(all.map(({ date }) => Number(date.slice(0, 4))))].sort((a, b) => b - a);
  const bodies = BODIES.map(({ name }) => name).filter((name) => all.some(({ body }) => body === name));
  return layout({
    title: 'Møder',
    current: 'meetings',
    main: html`<h1>Møder</h1>
<nav class="choices" aria-label="Vælg møder">
<ul aria-label="KKR">${choice('Alle', url(chosen, { body: undefined }), chosen.body === undefined)}${bodies.map((body) => choice(body, url(chosen, { body }), chosen.body === body))}</ul>
<ul aria-label="År">${choice('Alle år', url(chosen, { year: undefined }), chosen.year === undefined)}${years.map((year) => choice(String(year), url(chosen, { year }), chosen.year === year))}</ul>
</nav>
${meetings.length === 0 && html`<p>Der er ingen møder i arkivet, der svarer til valget.</p>`}
${byYear(meetings).map(
  ([year, ofYear]) => html`<section><h2>${year}</h2><ul class="entries">${ofYear.map(entry)}</ul></section>`,
)}`,
  });
}

function entry(meeting: MeetingSummary): Html {
  return html`<li class="entry"><h3><a href="${meetingUrl(meeting.id)}">${meeting.body}, ${dateTag(meeting.date)}</a></h3>
<p class="facts">${[meeting.place, counted(meeting.itemCount, 'punkt', 'punkter'), meeting.kinds.map((kind) => KIND_WORD[kind].toLowerCase()).join(', ')].filter(Boolean).join(' · ')}</p></li>`;
}

function choice(word: string, href: string, on: boolean): Html {
  return html`<li>${on ? html`<strong aria-current="true">${word}</strong>` : html`<a href="${href}">${word}</a>`}</li>`;
}

function url(chosen: MeetingParameters, change: Partial<MeetingParameters>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...chosen, ...change })) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size === 0 ? '/moeder' : `/moeder?${query}`;
}

function byYear(meetings: readonly MeetingSummary[]): [string, MeetingSummary[]][] {
  return [...Map.groupBy(meetings, ({ date }) => date.slice(0, 4))];
}
