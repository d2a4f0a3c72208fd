import type { Page, Source } from '../../core/document.ts';
import { originalUrl } from '../urls.ts';
import { danishPercent } from './format.ts';
import { type Html, html, join } from './html.ts';
import { LANGUAGE_WORD, ORIGIN_WORD } from './words.ts';

type ShownPage = Pick<Page, 'number' | 'origin' | 'language'> & Partial<Pick<Page, 'confidence'>>;

/** Above each page's text: its number, where its text comes from, and the way to the original, if that is shown. */
export function pageHeading(
  source: Pick<Source, 'sha256' | 'mediaType' | 'withheld'>,
  page: ShownPage,
): Html {
  return html`<h2 class="folio"><a href="#side-${page.number}">Side ${page.number}</a></h2>
<p class="facts">${join(
    [
      source.mediaType === 'application/pdf' ? ORIGIN_WORD[page.origin] : 'Tekstfil',
      typeof page.confidence === 'number' && `sikkerhed ${danishPercent(page.confidence)}`,
      page.language && LANGUAGE_WORD[page.language],
      !source.withheld &&
        html`<a href="${originalUrl(source.sha256, page.number)}">original<span class="unseen">, side ${page.number}</span></a>`,
    ],
    ' · ',
  )}</p>`;
}
