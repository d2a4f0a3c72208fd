import type { ItemRecord, MeetingRecord } from '../../core/archive-store.ts';
import { itemUrl, originalUrl } from '../urls.ts';
import { attachmentList } from './attachments.ts';
import { decisionBox } from './decision.ts';
import { capitalized, danishDate, danishPages, danishTime } from './format.ts';
import { type Html, html, join, type Part } from './html.ts';
import { layout } from './layout.ts';
import { neighbours } from './neighbours.ts';
import { caseLink, facts, meetingLink, trail } from './parts.ts';
import { sections } from './sections.ts';
import { KIND_WORD } from './words.ts';

/** One item: first what was decided, then what was proposed, then the matter, then its papers. */
export function itemPage(item: ItemRecord, meeting: MeetingRecord | null): Html {
  const heading = `${item.number ? `${item.number} ` : ''}${item.title}`;
  return layout({
    title: heading,
    json: `/api/items/${encodeURIComponent(item.id)}`,
    main: html`<article class="item">
${trail(html`<a href="/moeder">Møder</a>`, meetingLink(item), item.number ? `Punkt ${item.number}` : 'Punkt')}
<header>
<p class="facts">${join([item.type && capitalized(item.type), item.chapter && chapterWords(item.chapter)], ' · ')}</p>
<h1>${item.number && html`<span class="number">${item.number}</span> `}${item.title}</h1>
</header>
<div class="columns">
<div class="text">
${item.closed ? closedNotice() : decisionBox(item)}
${sections(item)}
${attachmentList(item)}
</div>
<aside aria-label="Om punktet">
${facts(
  ['Møde', meetingLink(item)],
  ['Sagsnummer', caseLink(item.caseNumber)],
  ['Sagsbehandler', item.caseworkers.length > 0 && item.caseworkers.join(', ')],
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

function chapterWords(chapter: { number: string | null; title: string }): string {
  return chapter.number ? `${chapter.number} ${chapter.title}` : chapter.title;
}

function closedNotice(): Html {
  return html`<section class="decision missing"><h2>Lukket punkt</h2><p>Punktet blev behandlet for lukkede døre. Arkivet viser kun, at det fandtes.</p></section>`;
}

function originals(item: ItemRecord): Part {
  return html`<ul class="plain">${item.sources.map(
    ({ source, kind, pages }) =>
      html`<li><a href="${originalUrl(source.sha256, pages[0])}">${KIND_WORD[kind]}, ${danishPages(pages)}</a></li>`,
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
