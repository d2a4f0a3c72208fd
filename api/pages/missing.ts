import type { Completeness } from '../../core/archive-store.ts';
import { bodySlug } from '../../core/ids.ts';
import { documentUrl, itemUrl, meetingUrl } from '../urls.ts';
import { counted, danishDate } from './format.ts';
import { type Html, html, join, type Part } from './html.ts';
import { layout } from './layout.ts';

/** What the archive lacks, by KKR and year: for who looks after it, and for who relies on it. */
export function missingPage(years: readonly Completeness[]): Html {
  return layout({
    title: 'Hvad mangler?',
    json: '/api/completeness',
    current: 'status',
    main: html`<div class="narrow">
<h1>Hvad mangler?</h1>
<p class="lead">Møder uden referat, bilag der er nævnt, men aldrig modtaget, og sider, der ikke kunne læses.</p>
${years.length === 0 && html`<p>Arkivet er tomt.</p>`}
${years.map(yearPart)}
</div>`,
  });
}

function yearPart(year: Completeness): Html {
  const lacks = [
    meetingList('Uden referat', year.withoutMinutes),
    meetingList('Uden dagsorden', year.withoutAgenda),
    appendixList(year.missingAppendices),
    list(
      'Sider, der ikke kunne læses',
      year.unreadPages.map(
        ({ document, name, pages }) =>
          html`<a href="${documentUrl(document)}">${name}</a>: ${join(
            pages.map((page) => html`<a href="${documentUrl(document, page)}">s. ${page}</a>`),
            ', ',
          )}`,
      ),
    ),
    list(
      'Dokumenter, der ikke kunne læses',
      year.failed.map(({ document, name }) => html`<a href="${documentUrl(document)}">${name}</a>`),
    ),
  ];
  const complete = lacks.every((lack) => lack === null);
  return html`<section><h2>${heading(year)}</h2>
${year.meetings > 0 && html`<p class="facts">${counted(year.meetings, 'møde', 'møder')}${complete && ' · alt er her'}</p>`}
${lacks}</section>`;
}

function heading({ body, year }: Completeness): Part {
  if (body === null && year === null) return 'Uden KKR og dato';
  const words = [body ?? 'Ukendt KKR', year].filter((word) => word !== null).join(' ');
  if (body === null || year === null) return words;
  return html`<a href="/moeder?body=${bodySlug(body)}&amp;year=${year}">${words}</a>`;
}

function meetingList(title: string, ids: readonly string[]): Html | null {
  return list(
    title,
    ids.map((id) => html`<a href="${meetingUrl(id)}">${danishDate(DATE.exec(id)?.[0] ?? id)}</a>`),
  );
}

function appendixList(missing: Completeness['missingAppendices']): Html | null {
  const byItem = [...Map.groupBy(missing, ({ item }) => item)];
  return list(
    'Bilag, der ikke er modtaget',
    byItem.map(
      ([item, ofItem]) =>
        html`<a href="${itemUrl(item)}">${itemLabel(item)}</a><ul>${ofItem.map(
          ({ number, title }) => html`<li><span class="number">${number}</span> ${title}</li>`,
        )}</ul>`,
    ),
    missing.length,
  );
}

/** "12. marts 2031, punkt 2.1", as the item's id says it (core/ids.ts). */
function itemLabel(id: string): string {
  const [, date, supplement, mark] = /(\d{4}-\d{2}-\d{2})(-t\d+)?-(.+)$/.exec(id) ?? [];
  if (!date || !mark) return id;
  const place = mark.startsWith('p') ? `${mark.slice(1)}. punkt` : `punkt ${mark}`;
  return `${danishDate(date)}, ${supplement ? 'tillægsdagsordenens ' : ''}${place}`;
}

/** A meeting's id holds its date. */
const DATE = /\d{4}-\d{2}-\d{2}/;

function list(title: string, entries: readonly Html[], count = entries.length): Html | null {
  if (entries.length === 0) return null;
  return html`<h3>${title} (${count})</h3><ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`;
}
