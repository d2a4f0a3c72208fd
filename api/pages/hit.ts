import type { SearchHit } from '../../core/search-index.ts';
import { textFragment } from '../text-fragment.ts';
import { documentUrl, hitUrl, originalUrl } from '../urls.ts';
import { capitalized } from './format.ts';
import { type Html, html, join } from './html.ts';
import { caseLink, kindBadge, meetingLink, outcomeBadges, pageMark, WITHHELD } from './parts.ts';

const FOUND_IN = {
  title: null,
  recommendation: 'I indstillingen: ',
  decision: 'I beslutningen: ',
  text: null,
  attachments: 'I bilagslisten: ',
  case: null,
} as const;

/** One search hit: what it is, what became of it, and the words around the match. */
export function hitEntry(
  hit: SearchHit,
  { withheld, fictional }: { withheld: ReadonlySet<string>; fictional: ReadonlySet<string> },
): Html {
  const where = hit.foundIn && FOUND_IN[hit.foundIn];
  return html`<li class="hit">
<p class="facts">${kindBadge(hit.kind)} ${join([meetingLink(hit), hit.type && capitalized(hit.type), caseLink(hit.caseNumber), fictional.has(hit.document) && 'Opdigtet eksempel'], ' · ')}</p>
<h2><a href="${hitUrl(hit)}${matchMark(hit)}">${heading(hit)}</a></h2>
${outcomeBadges(hit.outcomes)}
<p class="snippet">${where && html`<span class="where">${where}</span>`}${hit.snippet.map((piece) => (piece.match ? html`<mark>${piece.text}</mark>` : piece.text))}</p>
<p class="source">${sourceLink(hit, withheld)}${morePages(hit)}${copies(hit)}</p>
</li>`;
}

/** To the original, or where that is not shown to what was read of it. */
function sourceLink(hit: SearchHit, withheld: ReadonlySet<string>): Html {
  const { document: sha256, page } = hit;
  const place = html`${hit.source}, ${pageMark(page)}`;
  return withheld.has(sha256)
    ? html`<a href="${documentUrl(sha256, page)}">${place}</a> <span class="quiet">${WITHHELD}</span>`
    : html`<a href="${originalUrl(sha256, page, matchedWords(hit))}">${place}</a>`;
}

/** Opens the page at the match. A title needs no finding. */
function matchMark({ id, page, foundIn, snippet }: SearchHit): string {
  const fragment = foundIn === 'title' || foundIn === 'case' ? '' : textFragment(snippet);
  return fragment !== '' && !hitUrl({ id, page }).includes('#') ? `#${fragment}` : fragment;
}

/** The first words of the snippet that match, as the original has them. */
function matchedWords({ snippet }: SearchHit): string | undefined {
  return snippet.find(({ match }) => match)?.text;
}

function heading({ number, kind, title, source }: SearchHit): Html {
  const mark = number && (kind === 'bilag' ? `Bilag til ${number}` : number);
  return html`${mark && html`<span class="number">${mark}</span> `}${title || source}`;
}

/** Further pages and copies named in a hit. */
const MOST = 6;

function morePages({ id, morePages: pages }: SearchHit): Html | null {
  if (pages.length === 0) return null;
  return html` <span class="quiet">også ${pageLinks(pages.map((page) => ({ id, page })))}</span>`;
}

/** Copies by file, since a scan of a bundle repeats page after page of it. */
function copies({ duplicates }: SearchHit): Html | null {
  if (duplicates.length === 0) return null;
  const files = [...Map.groupBy(duplicates, ({ source }) => source)];
  return html`<span class="copies">Samme tekst også i ${join(
    files.map(
      ([source, places]) => html`${source}, ${pageLinks(places.toSorted((a, b) => a.page - b.page))}`,
    ),
    '; ',
  )}</span>`;
}

function pageLinks(places: readonly { id: string; page: number }[]): Html {
  const links = places
    .slice(0, MOST)
    .map((place) => html`<a class="tap" href="${hitUrl(place)}">${pageMark(place.page)}</a>`);
  return html`${join(links, ', ')}${places.length > MOST && ' …'}`;
}
