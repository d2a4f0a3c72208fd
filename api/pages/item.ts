import type { ItemRecord } from '../../core/archive-store.ts';
import { itemUrl, originalUrl } from '../urls.ts';
import { attachmentList } from './attachments.ts';
import { capitalized, danishDate, danishPages, danishTime } from './format.ts';
import { type Html, html, join, type Part } from './html.ts';
import { layout } from './layout.ts';
import { caseLink, facts, meetingLink, outcomeBadges, trail } from './parts.ts';
import { prose } from './prose.ts';
import { KIND_WORD } from './words.ts';

const RECOMMENDATION = /^indstilling/i;
const DECISION = /^(beslutning|konklusion|referat)/i;
const ATTACHMENTS = /^bilag/i;

/** One item: first what was decided, then what was proposed, then the matter, then its papers. */
export function itemPage(item: ItemRecord): Html {
  const recommendation = item.sections.filter(({ heading }) => RECOMMENDATION.test(heading));
  const hasDecision = item.decision !== null;
  const rest = item.sections.filter(
    ({ heading }) =>
      !RECOMMENDATION.test(heading) &&
      !(hasDecision && DECISION.test(heading)) &&
      !(item.attachments.length > 0 && ATTACHMENTS.test(heading)),
  );
  const heading = `${item.number ? `${item.number} ` : ''}${item.title}`;
  return layout({
    title: heading,
    main: html`<article class="item">
${trail(html`<a href="/moeder">Møder</a>`, meetingLink(item), item.number ? `Punkt ${item.number}` : 'Punkt')}
<header>
<p class="facts">${join([item.type && capitalized(item.type), item.chapter && chapterWords(item.chapter)], ' · ')}</p>
<h1>${item.number && html`<span class="number">${item.number}</span> `}${item.title}</h1>
</header>
<div class="columns">
<div class="text">
${item.closed ? closedNotice() : decisionBox(item)}
${recommendation.map((section) => html`<section class="recommendation"><h2>${section.heading}</h2>${prose(section.text)}</section>`)}
${rest.map((section) => html`<section><h2>${section.heading}</h2>${prose(section.text)}</section>`)}
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
</article>`,
  });
}

function chapterWords(chapter: { number: string | null; title: string }): string {
  return chapter.number ? `${chapter.number} ${chapter.title}` : chapter.title;
}

function decisionBox(item: ItemRecord): Html {
  if (item.decision) {
    return html`<section class="decision" aria-labelledby="beslutning">
<h2 id="beslutning">Beslutning</h2>
${outcomeBadges(item.decision.outcomes)}
${prose(item.decision.text)}
</section>`;
  }
  const missing =
    item.kind === 'dagsorden'
      ? 'Arkivet har dagsordenen, men ikke referatet: hvad der blev besluttet, vides endnu ikke.'
      : 'Referatet nævner ingen beslutning på dette punkt.';
  return html`<section class="decision missing" aria-labelledby="beslutning"><h2 id="beslutning">Beslutning</h2><p>${missing}</p></section>`;
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
