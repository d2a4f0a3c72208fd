import type { ArchiveStatus, DocumentSummary } from '../../core/archive-store.ts';
import { documentUrl } from '../urls.ts';
import { danishNumber } from './format.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { facts } from './parts.ts';
import { KIND_WORD } from './words.ts';

/** What the archive holds, what it could not read, and what a careful reader should look at. */
export function statusPage(
  status: ArchiveStatus,
  search: { engine: string; records: number },
  documents: readonly DocumentSummary[],
): Html {
  const failed = documents.filter(({ state }) => state === 'failed');
  const doubtful = documents.filter(({ warnings }) => warnings.length > 0);
  return layout({
    title: 'Om arkivet',
    current: 'status',
    main: html`<div class="narrow">
<h1>Om arkivet</h1>
<p class="lead">KKR-arkivet læser de dagsordener, referater og bilag, som de fem kommunekontaktråd offentliggør som PDF, og gør dem søgbare punkt for punkt. Hvert ord kan føres tilbage til en side i originalen, og hver rettelse af teksten er skrevet op.</p>
<h2>Indhold</h2>
${facts(
  ['Møder', danishNumber(status.meetings)],
  ['Punkter', danishNumber(status.items)],
  [
    'Dokumenter',
    `${danishNumber(status.documents.read)} læst, ${danishNumber(status.documents.waiting + status.documents.reading)} venter, ${danishNumber(status.documents.failed)} kunne ikke læses`,
  ],
  ['Sider', danishNumber(status.pages)],
  ['Søgning', `${search.engine}, ${danishNumber(search.records)} poster`],
)}
${
  failed.length > 0 &&
  html`<h2>Kunne ikke læses</h2><ul>${failed.map(
    ({ source, failure }) =>
      html`<li><a href="${documentUrl(source.sha256)}">${source.name}</a>${failure && html`: ${failure.message} (<code>${failure.code}</code>)`}</li>`,
  )}</ul>`
}
${
  doubtful.length > 0 &&
  html`<h2>Bør ses efter</h2><ul>${doubtful.map(
    ({ source, warnings }) =>
      html`<li><a href="${documentUrl(source.sha256)}">${source.name}</a>: ${danishNumber(warnings.length)}</li>`,
  )}</ul>`
}
<h2>Alle dokumenter</h2>
<ul>${documents.map(
      ({ source, kind, body, date }) =>
        html`<li><a href="${documentUrl(source.sha256)}">${source.name}</a> <span class="quiet">${[kind && KIND_WORD[kind], body, date].filter(Boolean).join(', ')}</span></li>`,
    )}</ul>
</div>`,
  });
}
