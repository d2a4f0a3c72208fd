import type { ArchiveStatus, DocumentSummary } from '../../core/archive-store.ts';
import { documentUrl } from '../urls.ts';
import { counted, danishNumber } from './format.ts';
import { type Html, html, join, type Part } from './html.ts';
import { layout } from './layout.ts';
import { dateTag, facts } from './parts.ts';
import { failureWords, warningWords } from './trouble.ts';
import { KIND_WORD } from './words.ts';

const NEWEST = 20;

/** What the archive holds, what it could not read, and what a careful reader should look at. */
export function statusPage(
  status: ArchiveStatus,
  search: { engine: string; records: number } | null,
  documents: readonly DocumentSummary[],
): Html {
  const newest = documents.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt)).slice(0, NEWEST);
  return layout({
    title: 'Om arkivet',
    json: '/api/status',
    current: 'status',
    main: html`<div class="narrow">
<h1>Om arkivet</h1>
<p class="lead">KKR-arkivet læser de dagsordener, referater og bilag, som de fem kommunekontaktråd offentliggør som PDF, og gør dem søgbare punkt for punkt. Hvert ord kan føres tilbage til en side i originalen, og hver rettelse af teksten er skrevet op.</p>
<h2>Indhold</h2>
${facts(
  ['Møder', danishNumber(status.meetings)],
  ['Punkter', danishNumber(status.items)],
  ['Dokumenter', documentCounts(status.documents)],
  ['Sider', danishNumber(status.pages)],
  ['Søgning', search ? `${search.engine}, ${danishNumber(search.records)} poster` : 'svarer ikke'],
)}
<p><a href="/mangler">Hvad mangler i arkivet?</a></p>
${list(
  'Kunne ikke læses',
  documents.filter(({ state }) => state === 'failed'),
  ({ failure }) => failure && failureWords(failure),
)}
${list(
  'Bør ses efter',
  documents.filter(({ warnings }) => warnings.length > 0),
  warningPart,
)}
${list(
  'Uden mødedato',
  documents.filter(({ meetingId, state }) => meetingId === null && state === 'read'),
  about,
)}
${list('Senest modtaget', newest, about)}
</div>`,
  });
}

function documentCounts({ read, waiting, reading, failed }: ArchiveStatus['documents']): string {
  const parts = [`${danishNumber(read)} læst`];
  if (waiting + reading > 0) parts.push(`${danishNumber(waiting + reading)} venter på at blive læst`);
  if (failed > 0) parts.push(`${danishNumber(failed)} kunne ikke læses`);
  return parts.join(', ');
}

function list(
  title: string,
  documents: readonly DocumentSummary[],
  say: (document: DocumentSummary) => Part,
): Html | null {
  if (documents.length === 0) return null;
  return html`<section><h2>${title}</h2><ul class="documents">${documents.map(
    (document) =>
      html`<li><a href="${documentUrl(document.source.sha256)}">${document.source.name}</a><div class="quiet">${say(document)}</div></li>`,
  )}</ul></section>`;
}

function about({ kind, body, date, pageCount }: DocumentSummary): Html {
  return join(
    [kind && KIND_WORD[kind], body, date && dateTag(date), counted(pageCount, 'side', 'sider')],
    ' · ',
  );
}

function warningPart({ source, warnings }: DocumentSummary): Html {
  return html`<details><summary>${counted(warnings.length, 'bemærkning', 'bemærkninger')}</summary><ul>${warnings.map(
    (warning) =>
      html`<li>${warningWords(warning)}${warning.page && html` <a href="${documentUrl(source.sha256, warning.page)}">s. ${warning.page}</a>`}</li>`,
  )}</ul></details>`;
}
