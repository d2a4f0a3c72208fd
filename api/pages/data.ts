import { EXPORT_FORMATS, TABLE_NAMES } from '../export/names.ts';
import { TABLES } from '../export/tables.ts';
import { exportUrl } from '../export/url.ts';
import { FORMAT_WORD } from './export-links.ts';
import { type Html, html, join } from './html.ts';
import { layout } from './layout.ts';

/** The archive as tables: what they hold, column for column, and where to fetch them. */
export function dataPage(): Html {
  return layout({
    title: 'Hent data',
    main: html`<div class="narrow">
<h1>Hent data</h1>
<p class="lead">Hele arkivet som tabeller, til regneark og analyse. Lukkede punkter står der med nummer og overskrift, uden tekst.</p>
<p>Excel-filen er lavet til et dansk Excel (semikolon); CSV er den almindelige med komma; i JSON Lines er lister stadig lister. Et udsnit fås fra en <a href="/">søgning</a> eller med søgningens filtre i adressen: <code>${exportUrl('decisions', 'csv')}&amp;body=sjaelland&amp;year=2024</code>.</p>
${TABLE_NAMES.map((name) => {
  const { title, meaning, columns } = TABLES[name];
  return html`<h2 id="${name}">${title}</h2>
<p>${meaning}</p>
<p>${join(
    EXPORT_FORMATS.map(
      (format) => html`<a href="${exportUrl(name, format)}" download>${title} som ${FORMAT_WORD[format]}</a>`,
    ),
    ' · ',
  )}</p>
<details><summary>Kolonner (${columns.length})</summary>
<dl class="columns-told">${columns.map((column) => html`<div><dt><code>${column.name}</code></dt><dd>${column.meaning}</dd></div>`)}</dl>
</details>`;
})}
</div>`,
  });
}
