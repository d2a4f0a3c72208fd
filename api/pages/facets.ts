import type { FacetCount, FacetName, SearchResult } from '../../core/search-index.ts';
import { Outcome } from '../../core/vocabulary.ts';
import type { SearchParameters } from '../query.ts';
import { capitalized, danishDate, danishNumber, kindWord } from './format.ts';
import { type Html, html } from './html.ts';
import { searchUrl } from './search-links.ts';
import { OUTCOME_WORD } from './words.ts';

/** Groups in the order of the column, with the most values shown of each before the rest folds away. */
const GROUPS: readonly { name: FacetName; title: string; open: number }[] = [
  { name: 'body', title: 'KKR', open: 5 },
  { name: 'kind', title: 'Dokument', open: 4 },
  { name: 'outcome', title: 'Udfald', open: 6 },
  { name: 'type', title: 'Sagstype', open: 6 },
  { name: 'year', title: 'År', open: 6 },
  { name: 'municipality', title: 'Kommune', open: 5 },
  { name: 'case', title: 'Sagsnummer', open: 4 },
];

export function facetColumn(parameters: SearchParameters, facets: SearchResult['facets']): Html {
  return html`${GROUPS.map(({ name, title, open }) => {
    const chosen = parameters[name];
    const counts = inOrder(name, facets[name]).filter(({ value }) => value !== String(chosen));
    if (counts.length === 0 && chosen === undefined) return null;
    // A single value more takes no more room than the word that would hide it.
    const shown = counts.length === open + 1 ? open + 1 : open;
    const link = ({ value, count }: { value: string; count: number }) =>
      html`<li><a href="${searchUrl(parameters, { [name]: value })}">${facetWord(name, value)} <span class="count">${danishNumber(count)}</span></a></li>`;
    return html`<section class="facet">
<h3>${title}</h3>
<ul>
${
  chosen !== undefined &&
  html`<li><a class="chosen" href="${searchUrl(parameters, { [name]: null })}" aria-label="Fjern ${title}: ${facetWord(name, String(chosen))}">${facetWord(name, String(chosen))} <span class="count" aria-hidden="true">×</span></a></li>`
}
${counts.slice(0, shown).map(link)}
</ul>
${counts.length > shown && html`<details><summary>Vis ${counts.length - shown} flere</summary><ul>${counts.slice(shown).map(link)}</ul></details>`}
</section>`;
  })}`;
}

/** Years run from the newest; all else from the most frequent, as the index counts. */
export function inOrder(name: FacetName, counts: readonly FacetCount[]): readonly FacetCount[] {
  return name === 'year' ? counts.toSorted((a, b) => Number(b.value) - Number(a.value)) : counts;
}

/** Filters that are on, each a link that takes it off. */
export function activeFilters(parameters: SearchParameters): Html | null {
  const active: { words: string; url: string }[] = [];
  for (const { name, title } of GROUPS) {
    const value = parameters[name];
    if (value === undefined) continue;
    const word = facetWord(name, String(value));
    active.push({
      words: name === 'body' ? word : `${title}: ${word}`,
      url: searchUrl(parameters, { [name]: null }),
    });
  }
  for (const [name, word] of [
    ['from', 'Fra'],
    ['to', 'Til'],
  ] as const) {
    const value = parameters[name];
    if (value)
      active.push({ words: `${word} ${danishDate(value)}`, url: searchUrl(parameters, { [name]: null }) });
  }
  if (active.length === 0) return null;
  return html`<ul class="active" aria-label="Valgte filtre">${active.map(
    ({ words, url }) =>
      html`<li><a href="${url}"><span class="unseen">Fjern </span>${words} <span aria-hidden="true">×</span></a></li>`,
  )}</ul>`;
}

export function facetWord(name: FacetName, value: string): string {
  if (name === 'kind') return kindWord(value);
  if (name === 'type') return capitalized(value);
  if (name !== 'outcome') return value;
  const outcome = Outcome.safeParse(value);
  return outcome.success ? OUTCOME_WORD[outcome.data] : value;
}
