import type { ItemHistory, ItemRecord, MeetingRecord } from '../../core/archive-store.ts';
import { itemUrl, meetingUrl } from '../urls.ts';
import { attachmentList } from './attachments.ts';
import { decisionBox } from './decision.ts';
import { capitalized, danishDate, danishPages, danishTime } from './format.ts';
import { historyPart } from './history.ts';
import { type Html, html, join, type Part } from './html.ts';
import { layout } from './layout.ts';
import { neighbours } from './neighbours.ts';
import { caseLink, chapterWords, facts, meetingLink, originalLink, trail } from './parts.ts';
import { NOTHING_ASKED, searchUrl } from './search-links.ts';
import { sections } from './sections.ts';
import { KIND_WORD, ONE_OF_KIND } from './words.ts';

/** One item: first what was decided, then what was proposed, then the matter, then its papers. */
export function itemPage(
  item: ItemRecord,
  meeting: MeetingRecord | null,
  history: ItemHistory | null,
  { fictional, superseded }: { fictional: boolean; superseded: boolean },
): Html {
  const heading = `${item.number ? `${item.number} ` : ''}${item.title}`;
  return layout({
    title: heading,
    fictional,
    json: `/api/items/${encodeURIComponent(item.id)}`,
    main: html`<article class="item">
${trail(html`<a href="/moeder">Møder</a>`, meetingLink(item), item.number ? `Punkt ${item.number}` : 'Punkt')}
<header>
<p class="facts">${join([item.type && capitalized(item.type), item.chapter && chapterWords(item.chapter)], ' · ')}</p>
<h1>${item.number && html`<span class="number">${item.number}</span> `}${item.title}</h1>
</header>
${superseded && supersededNotice(item, meeting)}
${numberNotice(item, meeting)}
<div class="columns">
<div class="text">
${item.closed ? closedNotice() : decisionBox(item)}
${sections(item)}
${attachmentList(item)}
${historyPart(item, history)}
</div>
<aside aria-label="Om punktet">
${facts(
  ['Møde', meetingLink(item)],
  ['Sagsnummer', caseLink(item.caseNumber)],
  ['Sagsbehandler', item.caseworkers.length > 0 && item.caseworkers.join(', ')],
  ['Kommuner', municipalityLinks(item.municipalities)],
  ['Tidsrum', item.timeSlot && danishTime(item.timeSlot)],
  ['Original', originals(item)],
)}
${citation(item)}
</aside>
</div>
${neighbours(item, meeting)}
</article>`,
  });
}

/** An item may name half the country: the first are shown, the rest on request. */
const MOST_MUNICIPALITIES = 6;

function municipalityLinks(names: readonly string[]): Part {
  if (names.length === 0) return null;
  const link = (name: string) =>
    html`<a href="${searchUrl(NOTHING_ASKED, { municipality: name })}">${name}</a>`;
  const rest = names.slice(MOST_MUNICIPALITIES);
  return html`${join(names.slice(0, MOST_MUNICIPALITIES).map(link), ', ')}${rest.length > 0 && html`<details><summary>${rest.length} flere</summary>${join(rest.map(link), ', ')}</details>`}`;
}

function closedNotice(): Html {
  return html`<section class="decision missing"><h2>Lukket punkt</h2><p>Punktet blev behandlet for lukkede døre. Arkivet viser kun, at det fandtes.</p></section>`;
}

/** An item that only a paper has that a newer one replaced; its link holds, and leads on. */
function supersededNotice(item: ItemRecord, meeting: MeetingRecord | null): Html {
  const now = meeting?.items.find(({ id, title }) => id !== item.id && alike(title, item.title));
  const { article, noun } = ONE_OF_KIND[item.kind];
  return html`<p class="notice">Punktet stod i ${article} ${noun}, der er erstattet af ${article} nyere. ${
    now
      ? html`Dér står det som <a href="${itemUrl(now.id)}">${now.number && `punkt ${now.number}: `}${now.title}</a>.`
      : meeting && html`Se <a href="${meetingUrl(meeting.id)}">mødet</a>.`
  }</p>`;
}

/** Where the agenda gave this item's number to another one, whose readers may come by an old link. */
function numberNotice(item: ItemRecord, meeting: MeetingRecord | null): Html | null {
  const other = meeting?.changes.find(
    (change) =>
      (change.kind === 'moved' || change.kind === 'renumbered' || change.kind === 'dropped') &&
      item.number !== null &&
      change.from === item.number &&
      change.item !== item.id,
  );
  const titled = meeting?.items.find(({ id }) => id === other?.item);
  if (!titled) return null;
  return html`<p class="quiet">På dagsordenen var punkt ${item.number} et andet: <a href="${itemUrl(titled.id)}">${titled.title}</a>.</p>`;
}

function alike(title: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\d]+/gu, ' ')
      .trim();
  return plain(title) === plain(other);
}

function originals(item: ItemRecord): Part {
  return html`<ul class="plain">${item.sources.map(
    ({ source, kind, pages }) =>
      html`<li>${originalLink(source, `${KIND_WORD[kind]}, ${danishPages(pages)}`, pages[0])}</li>`,
  )}</ul>`;
}

/** A line to copy into a letter: who, what, when, where it stands. */
function citation(item: ItemRecord): Html {
  const where = item.sources.find(({ source }) => source.sha256 === item.source.sha256);
  const words = [
    [item.body, item.date && `${KIND_WORD[item.kind].toLowerCase()} af ${danishDate(item.date)}`]
      .filter(Boolean)
      .join(', '),
    `${item.number ? `pkt. ${item.number} ` : ''}»${item.title}«`,
    item.caseNumber,
    where && danishPages(where.pages),
  ].filter(Boolean);
  return html`<section class="citation"><h2>Henvis til punktet</h2>
<p>${words.join(', ')}.</p>
<p><a href="${itemUrl(item.id)}">${itemUrl(item.id)}</a></p></section>`;
}
