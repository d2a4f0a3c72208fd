import type { AttachmentRecord } from '../../core/archive-store.ts';
import { appendixUrl, documentUrl } from '../urls.ts';
import { danishPages, danishPercent } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { pageHeading } from './page-parts.ts';
import { facts, meetingLink, originalLink, trail } from './parts.ts';
import { pageProse } from './prose.ts';
import { LANGUAGE_TAG } from './words.ts';

/** One appendix: whose it is, and the text of its pages. */
export function appendixPage(appendix: AttachmentRecord, fictional: boolean): Html {
  const { source, pages } = appendix;
  const name = appendix.number === null ? 'Bilag' : `Bilag ${appendix.number}`;
  return layout({
    title: `${name}: ${appendix.title}`,
    fictional,
    json: `/api/appendices/${encodeURIComponent(appendix.id)}`,
    main: html`<article class="appendix">
${trail(html`<a href="/moeder">Møder</a>`, meetingLink(appendix), appendix.item && `Punkt ${appendix.item}`, name)}
<h1><span class="number">${name}</span> ${appendix.title}</h1>
${facts(
  ['Hører til', appendix.item && `punkt ${appendix.item}`],
  ['Møde', appendix.meetingId && meetingLink(appendix)],
  ['Original', originalLink(source, html`${source.name}${pages && `, ${danishPages(pages)}`}`, pages?.[0])],
  [
    'Også her',
    appendix.copies.length > 0 &&
      html`<ul class="plain">${appendix.copies.map(
        (copy) =>
          html`<li><a href="${appendixUrl(copy.id)}">${copy.source.name}${copy.pages && `, ${danishPages(copy.pages)}`}</a>${copy.shared < 1 && html` <span class="quiet">${danishPercent(copy.shared)} ens</span>`}</li>`,
      )}</ul>`,
  ],
  ['Dokument', html`<a href="${documentUrl(source.sha256, pages?.[0])}">hele dokumentet</a>`],
)}
${appendix.text.map(
  (page) => html`<section class="page" id="side-${page.number}">
${pageHeading(source, page)}
<div${page.language && page.language !== 'dan' && html` lang="${LANGUAGE_TAG[page.language]}"`}>${pageProse(page)}</div>
</section>`,
)}
</article>`,
  });
}
