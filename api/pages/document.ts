import type { DocumentSummary } from '../../core/archive-store.ts';
import type { Document, Page, Source, Warning } from '../../core/document.ts';
import { documentUrl, itemUrl, originalUrl } from '../urls.ts';
import { counted, danishNumber, danishPages } from './format.ts';
import { type Html, html, type Part } from './html.ts';
import { layout } from './layout.ts';
import { pageHeading } from './page-parts.ts';
import { facts, meetingLink, trail } from './parts.ts';
import { prose } from './prose.ts';
import { repairedText } from './repairs.ts';
import { KIND_WORD, LANGUAGE_TAG } from './words.ts';

/** One document: what it is, what was found in it, and each page's text with where it comes from. */
export function documentPage(
  summary: DocumentSummary,
  reading: Document | null,
  itemIds: readonly (string | null)[],
  show: { repairs: boolean },
): Html {
  const { source } = summary;
  const repairs = reading?.pages.reduce((sum, page) => sum + page.repairs.length, 0) ?? 0;
  return layout({
    title: source.name,
    json: `/api/documents/${source.sha256}`,
    main: html`<article class="document">
${trail(html`<a href="/moeder">Møder</a>`, summary.meetingId && meetingLink(summary), summary.kind ? KIND_WORD[summary.kind] : 'Dokument')}
<h1 class="filename">${source.name}</h1>
${facts(
  ['Dokument', summary.kind && KIND_WORD[summary.kind]],
  ['Møde', summary.meetingId && meetingLink(summary)],
  [
    'Omfang',
    html`${counted(summary.pageCount, 'side', 'sider')}, ${danishNumber(Math.ceil(source.bytes / 1024))} kB`,
  ],
  [
    'Original',
    html`<a href="${originalUrl(source.sha256)}">åbn</a> <span class="quiet">SHA-256 <code class="hash">${source.sha256}</code></span>`,
  ],
  ['Rettelser', reading && repairLine(source, repairs, show.repairs)],
)}
${summary.supersededBy && html`<p class="notice">Der er kommet et nyere dokument for samme møde: <a href="${documentUrl(summary.supersededBy)}">se det</a>.</p>`}
${stateNotice(summary)}
${warnings(summary.warnings)}
${reading && contents(reading, itemIds)}
${reading?.pages.map((page) => pageSection(source, page, show.repairs))}
</article>`,
  });
}

function repairLine(source: Source, count: number, shown: boolean): Part {
  if (count === 0) return 'ingen';
  const url = documentUrl(source.sha256);
  return html`${counted(count, 'rettelse', 'rettelser')} af læsefejl: ${
    shown
      ? html`<a href="${url}">vis den rettede tekst</a>`
      : html`<a href="${url}?vis=rettelser">vis dem i teksten</a>`
  }`;
}

function stateNotice({ state, failure }: DocumentSummary): Part {
  if (state === 'read') return null;
  if (failure) {
    return html`<p class="notice">Dokumentet kunne ikke læses (<code>${failure.code}</code>): ${failure.message}</p>`;
  }
  return html`<p class="notice">Dokumentet er endnu ikke læst.</p>`;
}

function warnings(list: readonly Warning[]): Part {
  if (list.length === 0) return null;
  return html`<section class="warnings"><h2>Bør ses efter</h2><ul>${list.map(
    ({ message, page }) =>
      html`<li>${message}${page && html` (<a href="#side-${page}">side ${page}</a>)`}</li>`,
  )}</ul></section>`;
}

function contents({ items, attachments }: Document, ids: readonly (string | null)[]): Part {
  if (items.length === 0 && attachments.length === 0) return null;
  return html`<section class="contents"><h2>Indhold</h2><ul class="plain">${items.map((item, at) => {
    const id = ids[at];
    const title = html`${item.number && html`<span class="number">${item.number}</span> `}${item.title}`;
    return html`<li>${id ? html`<a href="${itemUrl(id)}">${title}</a>` : title} <a class="quiet" href="#side-${item.pages[0]}">${danishPages(item.pages)}</a></li>`;
  })}${attachments.map(
    ({ item, number, title, pages }) =>
      html`<li>${item && html`<span class="number">${item}</span> `}${number && `Bilag ${number}: `}${title} ${pages && html`<a class="quiet" href="#side-${pages[0]}">${danishPages(pages)}</a>`}</li>`,
  )}</ul></section>`;
}

function pageSection(source: Source, page: Page, repairs: boolean): Html {
  const foreign = page.language !== null && page.language !== 'dan' && page.language;
  return html`<section class="page" id="side-${page.number}">
${pageHeading(source, page)}
<p class="quiet">${page.reason}</p>
<div${foreign && html` lang="${LANGUAGE_TAG[foreign]}"`}>${repairs && page.repairs.length > 0 ? repairedText(page) : prose(page.text)}</div>
</section>`;
}
