import type { SearchHit } from '../../core/search-index.ts';
import { hitUrl, originalUrl } from '../urls.ts';
import { capitalized } from './format.ts';
import { type Html, html, join } from './html.ts';
import { caseLink, kindBadge, meetingLink, outcomeBadges } from './parts.ts';

const FOUND_IN = {
  title: null,
  recommendation: 'I indstillingen: ',
  decision: 'I beslutningen: ',
  text: null,
  attachments: 'I bilagslisten: ',
  case: null,
} as const;

/** One search hit: what it is, what became of it, and the words around the match. */
export function hitEntry(hit: SearchHit): Html {
  const where = hit.foundIn && FOUND_IN[hit.foundIn];
  return html`<li class="hit">
<p class="facts">${kindBadge(hit.kind)} ${join([meetingLink(hit), hit.type && capitalized(hit.type), caseLink(hit.caseNumber)], ' · ')}</p>
<h2><a href="${hitUrl(hit)}">${hit.number && hit.kind !== 'bilag' && html`<span class="number">${hit.number}</span> `}${hit.title || hit.source}</a></h2>
${outcomeBadges(hit.outcomes)}
<p class="snippet">${where && html`<span class="where">${where}</span>`}${hit.snippet.map((piece) => (piece.match ? html`<mark>${piece.text}</mark>` : piece.text))}</p>
<p class="source"><a href="${originalUrl(hit.document, hit.page)}">${hit.source}, s. ${hit.page}</a>${
    hit.duplicates.length > 0 &&
    html`<span class="copies">Samme tekst også i ${join(
      hit.duplicates.map(
        (copy) =>
          html`<a href="${hitUrl({ ...copy, document: hit.document })}">${copy.source}, s. ${copy.page}</a>`,
      ),
      '; ',
    )}</span>`
  }</p>
</li>`;
}
