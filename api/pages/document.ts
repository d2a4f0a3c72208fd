import type { DocumentSummary, ItemRecord } from '../../core/archive-store.ts';
import type { Document, Page, PageRange, Source, Warning } from '../../core/document.ts';
import { attachmentIds } from '../../core/ids.ts';
import { appendixUrl, documentUrl, itemUrl } from '../urls.ts';
import { counted, danishNumber, danishPages } from './format.ts';
import { type Html, html, join, type Part } from './html.ts';
import { layout } from './layout.ts';
import { pageHeading } from './page-parts.ts';
import { facts, meetingLink, originalLink, trail } from './parts.ts';
import { pageProse } from './prose.ts';
import { repairedText } from './repairs.ts';
import { failureWords, warningWords } from './trouble.ts';
import { KIND_WORD, LANGUAGE_TAG } from './words.ts';

/** One document: what it is, what was found in it, and each page's text with where it comes from. */
export function documentPage(
  summary: DocumentSummary,
  reading: Document | null,
  items: readonly ItemRecord[],
  show: { repairs: boolean; fictional: boolean },
): Html {
  const { source } = summary;
  return layout({
    title: source.name,
    fictional: show.fictional,
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
    html`${originalLink(source, source.withheld ? '' : 'åbn')} <span class="quiet">SHA-256 <code class="hash">${source.sha256}</code></span>`,
  ],
  ['Rettelser', reading && repairLine(reading, show.repairs)],
)}
${summary.supersededBy && html`<p class="notice">Der er kommet et nyere dokument for samme møde: <a href="${documentUrl(summary.supersededBy)}">se det</a>.</p>`}
${stateNotice(summary)}
${warnings(summary.warnings)}
${reading && contents(reading, items)}
${reading?.pages.map((page) => pageSection(source, page, show.repairs))}
</article>`,
  });
}

/** Words joined at line ends are many and harmless; readers look for the others. */
const LINE_END_RULES = new Set(['line-hyphen', 'line-end-hyphen']);

function repairLine({ source, pages }: Document, shown: boolean): Part {
  const repairs = pages.flatMap((page) => page.repairs);
  const doubtful = pages.reduce((sum, page) => sum + page.doubtful.length, 0);
  if (repairs.length + doubtful === 0) return 'ingen';
  const joined = repairs.filter(({ rule }) => LINE_END_RULES.has(rule)).length;
  const words = repairs.length - joined;
  const counts = [
    words > 0 && counted(words, 'rettet læsefejl', 'rettede læsefejl'),
    joined > 0 && counted(joined, 'ord samlet ved linjeskift', 'ord samlet ved linjeskift'),
    doubtful > 0 && counted(doubtful, 'tvivlsomt ord', 'tvivlsomme ord'),
  ];
  const url = documentUrl(source.sha256);
  const link = shown
    ? html`<a href="${url}">vis den rettede tekst</a>`
    : html`<a href="${url}?vis=rettelser">vis dem i teksten</a>`;
  const version = pages.find((page) => page.repairedBy)?.repairedBy;
  return html`${join(counts, ', ')}: ${link}${version && html` <span class="quiet">version <code>${version}</code></span>`}`;
}

function stateNotice({ state, failure }: DocumentSummary): Part {
  if (state === 'read') return null;
  if (failure) return html`<p class="notice">Dokumentet kunne ikke læses: ${failureWords(failure)}</p>`;
  return html`<p class="notice">Dokumentet er endnu ikke læst.</p>`;
}

function warnings(list: readonly Warning[]): Part {
  if (list.length === 0) return null;
  return html`<section class="warnings"><h2>Bør ses efter</h2><ul>${list.map(
    (warning) =>
      html`<li>${warningWords(warning)}${warning.page && html` <a href="#side-${warning.page}">side ${warning.page}</a>`}</li>`,
  )}</ul></section>`;
}

function contents({ source, items, attachments }: Document, told: readonly ItemRecord[]): Part {
  if (items.length === 0 && attachments.length === 0) return null;
  const ids = attachmentIds(source.sha256, attachments);
  return html`<section class="contents"><h2>Indhold</h2><ul class="plain">${items.map((item, at) => {
    const id = told[at]?.id;
    const title = html`${item.number && html`<span class="number">${item.number}</span> `}${item.title}`;
    return html`<li>${id ? html`<a href="${itemUrl(id)}">${title}</a>` : title} ${pagesLink(item.pages)}</li>`;
  })}${attachments.map(({ item, number, title, pages }, at) => {
    const name = html`${number && `Bilag ${number}: `}${title}`;
    const id = ids[at];
    return html`<li>${item && html`<span class="number">${item}</span> `}${id ? html`<a href="${appendixUrl(id)}">${name}</a>` : name} ${pages && pagesLink(pages)}</li>`;
  })}</ul></section>`;
}

function pagesLink(pages: PageRange): Html {
  return html`<a class="quiet" href="#side-${pages[0]}">${danishPages(pages)}</a>`;
}

function pageSection(source: Source, page: Page, repairs: boolean): Html {
  const foreign = page.language !== null && page.language !== 'dan' && page.language;
  return html`<section class="page" id="side-${page.number}">
${pageHeading(source, page)}
<p class="quiet">${page.reason}</p>
<div${foreign && html` lang="${LANGUAGE_TAG[foreign]}"`}>${repairs && page.repairs.length + page.doubtful.length > 0 ? repairedText(page) : pageProse(page)}</div>
</section>`;
}
