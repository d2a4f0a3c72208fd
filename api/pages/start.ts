import type { ArchiveStatus, MeetingSummary } from '../../core/archive-store.ts';
import type { FacetName, SearchResult } from '../../core/search-index.ts';
import { meetingUrl } from '../urls.ts';
import { facetWord, inOrder } from './facets.ts';
import { counted, danishNumber } from './format.ts';
import { type Html, html, join } from './html.ts';
import { layout } from './layout.ts';
import { dateTag } from './parts.ts';
import { searchForm } from './search.ts';
import { NOTHING_ASKED, searchUrl } from './search-links.ts';
import { KIND_WORD } from './words.ts';

const NEWEST = 6;
type Facets = SearchResult['facets'];

/** The front page tells what is here: how much, the newest meetings, and ways in. */
export function startPage(
  status: ArchiveStatus,
  meetings: readonly MeetingSummary[],
  facets: Facets | null,
  { fictional }: { fictional: number },
): Html {
  const example = facets?.case[0]?.value;
  return layout({
    title: null,
    query: null,
    current: 'search',
    main: html`<div class="start">
<h1>Hvad besluttede kommunerne?</h1>
<p class="lead">Dagsordener, referater og bilag fra de fem kommunekontaktråd (KKR), læst, rettet og delt op i punkter og beslutninger.</p>
${fictional > 0 && fictionalNotice(fictional, status.documents.read)}
${searchForm(NOTHING_ASKED)}
<p class="hints">Søg på ord, på en <q>hel frase</q> i anførselstegn, på et sagsnummer${example && html` (<a href="${searchUrl(NOTHING_ASKED, { q: example })}">${example}</a>)`} eller en dato. Et minus foran et ord udelader det: <code>-udpegning</code>.</p>
${status.documents.read === 0 ? emptyArchive(status) : contents(status, meetings, facets)}
</div>`,
  });
}

/** Nobody must take the examples for decisions. */
function fictionalNotice(fictional: number, read: number): Html {
  const own = html`<code>npm start -- MAPPE</code>`;
  return fictional >= read
    ? html`<p class="notice">Arkivet viser opdigtede eksempler, så man kan se, hvordan det virker: ingen af møderne, personerne og beslutningerne findes. Egne dokumenter læses med ${own}.</p>`
    : html`<p class="notice">${danishNumber(fictional)} af ${danishNumber(read)} dokumenter er opdigtede eksempler, som fulgte med programmet. De er mærket på deres sider.</p>`;
}

function contents(status: ArchiveStatus, meetings: readonly MeetingSummary[], facets: Facets | null): Html {
  return html`<p class="numbers">${join(
    [
      counted(status.meetings, 'møde', 'møder'),
      counted(status.items, 'punkt', 'punkter'),
      counted(status.documents.read, 'dokument', 'dokumenter'),
      counted(status.pages, 'side', 'sider'),
    ],
    ' · ',
  )}</p>
<div class="ways">
<section><h2>Nyeste møder</h2>
<ul class="plain">${meetings
    .slice(0, NEWEST)
    .map(
      (meeting) =>
        html`<li><a href="${meetingUrl(meeting.id)}">${meeting.body}, ${dateTag(meeting.date)}</a> <span class="quiet">${join(
          [
            meeting.kinds.map((kind) => KIND_WORD[kind].toLowerCase()).join(', '),
            counted(meeting.itemCount, 'punkt', 'punkter'),
          ],
          ' · ',
        )}</span></li>`,
    )}</ul>
<p><a href="/moeder">Alle møder</a></p></section>
${facets && WAYS.map(([name, title]) => way(name, title, facets))}
</div>`;
}

const WAYS: readonly (readonly [FacetName, string])[] = [
  ['body', 'Efter KKR'],
  ['outcome', 'Efter udfald'],
  ['type', 'Efter sagstype'],
  ['year', 'Efter år'],
  ['municipality', 'Efter kommune'],
];
/** Values shown of each way in. */
const SHOWN = 8;

function way(name: FacetName, title: string, facets: Facets): Html | null {
  const counts = inOrder(name, facets[name]).slice(0, SHOWN);
  if (counts.length === 0) return null;
  return html`<section><h2>${title}</h2><ul class="plain">${counts.map(
    ({ value, count }) =>
      html`<li><a href="${searchUrl(NOTHING_ASKED, { [name]: value })}">${facetWord(name, value)}</a> <span class="count">${danishNumber(count)}</span></li>`,
  )}</ul></section>`;
}

function emptyArchive(status: ArchiveStatus): Html {
  const waiting = status.documents.waiting + status.documents.reading;
  return html`<p>${
    waiting > 0
      ? `Arkivet er ved at læse ${counted(waiting, 'dokument', 'dokumenter')}; de kan søges, efterhånden som de er læst.`
      : html`Arkivet er tomt. <code>kkr ingest MAPPE</code> læser dokumenterne i en mappe.`
  }</p>`;
}
