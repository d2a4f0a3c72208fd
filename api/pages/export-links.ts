import type { ExportFormat } from '../export/names.ts';
import { exportUrl } from '../export/url.ts';
import type { SearchParameters } from '../query.ts';
import { type Html, html } from './html.ts';

export const FORMAT_WORD: Readonly<Record<ExportFormat, string>> = {
  csv: 'CSV',
  excel: 'Excel',
  jsonl: 'JSON Lines',
};

/** The items of a search, all of them, as a file. */
export function exportLinks({ sort, limit, offset, ...asked }: SearchParameters): Html {
  const link = (format: ExportFormat) =>
    html`<a href="${exportUrl('decisions', format, asked)}" download>${FORMAT_WORD[format]}</a>`;
  return html`<p class="take-out">Hent alle punkterne til ${link('excel')} eller som ${link('csv')} (<a href="/data">om tabellerne</a>)</p>`;
}
