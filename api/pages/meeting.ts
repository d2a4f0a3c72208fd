import type { DocumentSummary, ItemRecord, MeetingRecord } from '../../core/archive-store.ts';
import type { Person } from '../../core/document.ts';
import { DocumentKind } from '../../core/vocabulary.ts';
import { documentUrl } from '../urls.ts';
import { changesPart } from './changes.ts';
import { personWords } from './decision.ts';
import { counted, danishDate, danishTime } from './format.ts';
import { type Html, html, type Part } from './html.ts';
import { layout } from './layout.ts';
import { chapterWords, facts, itemEntry, originalLink, trail } from './parts.ts';
import { KIND_WORD, ONE_OF_KIND } from './words.ts';

/** One meeting: its facts, its agenda by chapters with what became of each item, its papers, who came. */
export function meetingPage(meeting: MeetingRecord, fictional: boolean): Html {
  const anyDecided = meeting.items.some(({ decision }) => decision !== null);
  const title = `${meeting.body}, ${danishDate(meeting.date)}`;
  return layout({
    title,
    fictional,
    json: `/api/meetings/${encodeURIComponent(meeting.id)}`,
    current: 'meetings',
    main: html`<article class="meeting">
${trail(html`<a href="/moeder">Møder</a>`, html`<a href="/moeder?body=${encodeURIComponent(meeting.body)}">${meeting.body}</a>`, danishDate(meeting.date))}
<h1>${title}</h1>
<div class="columns">
<div class="text">
${!anyDecided && meeting.items.length > 0 && html`<p class="notice">Arkivet har dagsordenen, men ikke referatet: her ses, hvad der skulle behandles, ikke hvad der blev besluttet.</p>`}
${chaptersOf(meeting.items).map(
  ({ heading, items }) =>
    html`<section class="chapter">${heading && html`<h2>${heading}</h2>`}<ol class="entries">${items.map((item) => itemEntry(item, anyDecided ? undefined : null))}</ol></section>`,
)}
${changesPart(meeting.changes, meeting.items)}
${meeting.items.length === 0 && html`<p>Arkivet kender ingen punkter fra dette møde.</p>`}
</div>
<aside aria-label="Om mødet">
${facts(
  ['Tid', meeting.time && `kl. ${danishTime(meeting.time)}`],
  ['Sted', meeting.place],
  ['Dokumenter', documentList(meeting.documents)],
)}
${people('Deltagere', meeting.attendees)}
${people('Afbud', meeting.apologies)}
${people('Gæster', meeting.guests ?? [])}
${people('Sekretariat', meeting.secretariat ?? [])}
${people('Øvrige', meeting.others ?? [])}
</aside>
</div>
</article>`,
  });
}

/** Items in their order, cut where the chapter changes and where a supplementary agenda begins. */
function chaptersOf(items: readonly ItemRecord[]): { heading: string | null; items: ItemRecord[] }[] {
  const chapters: { heading: string | null; items: ItemRecord[] }[] = [];
  for (const item of items) {
    const parts = [
      SUPPLEMENT.test(item.id) && 'Tillægsdagsorden',
      item.chapter && chapterWords(item.chapter),
    ];
    const heading = parts.filter(Boolean).join(': ') || null;
    const last = chapters.at(-1);
    if (last && last.heading === heading) last.items.push(item);
    else chapters.push({ heading, items: [item] });
  }
  return chapters;
}

/** Ids of a supplementary agenda's items carry its count (core/ids.ts). */
const SUPPLEMENT = /^[a-z]+-\d{4}-\d{2}-\d{2}-t\d+-/;

function documentList(documents: readonly DocumentSummary[]): Part {
  if (documents.length === 0) return null;
  const order = documents.toSorted((a, b) => placeOfKind(a) - placeOfKind(b));
  return html`<ul class="plain papers">${order.map(
    ({ source, kind, pageCount, supersededBy }) =>
      html`<li><a href="${documentUrl(source.sha256)}">${kind ? KIND_WORD[kind] : 'Dokument'}</a> <span class="quiet">${counted(pageCount, 'side', 'sider')}${supersededBy && `, erstattet af ${ONE_OF_KIND[kind ?? 'andet'].article} nyere`} · ${originalLink(source, 'original')}<br>${source.name}</span></li>`,
  )}</ul>`;
}

function placeOfKind({ kind }: DocumentSummary): number {
  return kind === null ? DocumentKind.options.length : DocumentKind.options.indexOf(kind);
}

function people(title: string, persons: readonly Person[]): Html | null {
  if (persons.length === 0) return null;
  return html`<details class="people"><summary>${title} (${persons.length})</summary><ul class="plain">${persons.map((person) => html`<li>${personWords(person)}</li>`)}</ul></details>`;
}
