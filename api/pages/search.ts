import type { SearchResult } from '../../core/search-index.ts';
import type { SearchParameters } from '../query.ts';
import { MAX_OFFSET } from '../query.ts';
import { exportLinks } from './export-links.ts';
import { activeFilters, facetColumn } from './facets.ts';
import { counted, danishNumber } from './format.ts';
import { hitEntry } from './hit.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { searchUrl } from './search-links.ts';

const SORTS = [
  { key: 'relevance', word: 'Bedste først' },
  { key: 'newest', word: 'Nyeste først' },
  { key: 'oldest', word: 'Ældste først' },
] as const;

interface Circumstances {
  /** What has nothing in it, where that is why nothing was found. */
  readonly empty: 'archive' | 'index' | null;
  /** Documents whose originals are not shown. */
  readonly withheld: ReadonlySet<string>;
  /** Documents that are made-up examples. */
  readonly fictional: ReadonlySet<string>;
}

export function searchPage(
  parameters: SearchParameters,
  result: SearchResult,
  { empty, withheld, fictional }: Circumstances,
): Html {
  const words = parameters.q.trim();
  return layout({
    title: words === '' ? 'Søgning' : `${words} – søgning`,
    query: null,
    current: 'search',
    main: html`<h1 class="unseen">Søgning</h1>
${searchForm(parameters)}
<div class="columns">
<section class="results" aria-labelledby="antal">
<div class="summary">
<p id="antal" role="status">${!empty && summary(parameters, result)}</p>
${result.total > 1 && sortLinks(parameters)}
</div>
<p class="to-facets"><a href="#afgraens">Afgræns søgningen ↓</a></p>
${activeFilters(parameters)}
${
  result.suggestion !== null &&
  html`<p class="suggestion">Mente du <a href="${searchUrl(parameters, { q: result.suggestion })}">${result.suggestion}</a>?</p>`
}
${empty ? EMPTY[empty] : hitList(parameters, result, { withheld, fictional })}
${paging(parameters, result.total)}
${result.total > 0 && exportLinks(parameters)}
</section>
<aside class="facets" id="afgraens" aria-labelledby="afgraens-ord"><h2 id="afgraens-ord">Afgræns</h2>
${!result.facetsExact && html`<p class="quiet">Tallene er mindstetal: så store resultater tælles ikke ét for ét.</p>`}
${facetColumn(parameters, result.facets)}
${dateForm(parameters)}
</aside>
</div>`,
  });
}

const EMPTY = {
  archive: html`<p class="notice">Arkivet er tomt. <code>kkr ingest MAPPE</code> læser dokumenterne i en mappe.</p>`,
  index: html`<p class="notice">Søgeregistret er tomt, så intet kan findes. <code>kkr reindex</code> bygger det op af de dokumenter, der er læst. Se <a href="/moeder">møderne</a> imens.</p>`,
};

function hitList(
  parameters: SearchParameters,
  { total, hits }: SearchResult,
  sources: Pick<Circumstances, 'withheld' | 'fictional'>,
): Html {
  if (total === 0) return nothingFound(parameters);
  if (hits.length === 0)
    return html`<p>Så mange resultater er der ikke. <a href="${searchUrl(parameters)}">Se de første</a>.</p>`;
  return html`<ol class="hits" start="${parameters.offset + 1}">${hits.map((hit) => hitEntry(hit, sources))}</ol>`;
}

export function searchForm(parameters: SearchParameters): Html {
  return html`<form class="search" action="/" role="search">
<label for="q">Søg i dagsordener, referater og bilag</label>
<div class="field"><input id="q" name="q" type="search" maxlength="500" value="${parameters.q}" autocomplete="off" spellcheck="false"><button type="submit">Søg</button></div>
${kept(parameters, ['q', 'offset'])}
</form>`;
}

function dateForm(parameters: SearchParameters): Html {
  return html`<form class="facet dates" action="/">
<h3>Mødedato</h3>
${kept(parameters, ['from', 'to', 'offset'])}
<p><label for="from">Fra</label> <input id="from" name="from" type="date" value="${parameters.from ?? ''}"></p>
<p><label for="to">Til</label> <input id="to" name="to" type="date" value="${parameters.to ?? ''}"></p>
<button type="submit">Vis</button>
</form>`;
}

/** What a form does not ask for goes along unseen. */
function kept(parameters: SearchParameters, asked: readonly string[]): Html {
  const url = new URL(searchUrl(parameters), 'http://kkr.invalid');
  const fields = [...url.searchParams].filter(([name]) => !asked.includes(name));
  return html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

function summary(parameters: SearchParameters, { total, hits }: SearchResult): string {
  if (total === 0) return 'Ingen resultater';
  const found = counted(total, 'resultat', 'resultater');
  if (hits.length === total || hits.length === 0) return found;
  return `${danishNumber(parameters.offset + 1)}–${danishNumber(parameters.offset + hits.length)} af ${found}`;
}

/** Without words nothing is better than anything else: then the newest come first anyway. */
function sortLinks(parameters: SearchParameters): Html {
  const wordless = parameters.q.trim() === '';
  const sorts = wordless ? SORTS.filter(({ key }) => key !== 'relevance') : SORTS;
  const current = wordless && parameters.sort === 'relevance' ? 'newest' : parameters.sort;
  return html`<ul class="sort" aria-label="Rækkefølge">${sorts.map(({ key, word }) =>
    key === current
      ? html`<li><strong aria-current="true">${word}</strong></li>`
      : html`<li><a href="${searchUrl(parameters, { sort: key })}">${word}</a></li>`,
  )}</ul>`;
}

function nothingFound(parameters: SearchParameters): Html {
  const filtered = activeFilters(parameters) !== null;
  return html`<div class="nothing">
<p>Arkivet har intet, der svarer til søgningen.</p>
<ul>
${filtered && html`<li><a href="${searchUrl({ q: parameters.q, sort: 'relevance', limit: 20, offset: 0 })}">Søg uden filtre</a></li>`}
<li>Prøv færre eller andre ord; søgningen kender bøjninger og dele af sammensatte ord.</li>
<li>Et sagsnummer kan skrives på alle måder: <q>SAG-2024-00126</q>, <q>sag 2024 126</q>.</li>
<li>Se <a href="/moeder">alle møder</a> i stedet.</li>
</ul>
</div>`;
}

function paging(parameters: SearchParameters, total: number): Html | null {
  const { offset, limit } = parameters;
  const last = Math.min(total, MAX_OFFSET + limit);
  if (offset === 0 && last <= limit) return null;
  const page = Math.floor(offset / limit) + 1;
  const pages = Math.ceil(last / limit);
  return html`<nav class="paging" aria-label="Sider">
${offset > 0 && html`<a rel="prev" href="${searchUrl(parameters, { offset: Math.max(0, offset - limit) })}">← Forrige</a>`}
<span>Side ${danishNumber(page)} af ${danishNumber(pages)}</span>
${offset + limit < last && html`<a rel="next" href="${searchUrl(parameters, { offset: offset + limit })}">Næste →</a>`}
</nav>`;
}
