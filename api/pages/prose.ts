import type { Page } from '../../core/document.ts';
import { type Block, blocksOf, type Entry } from './blocks.ts';
import { type Html, html } from './html.ts';
import type { IsHeading } from './lines.ts';
import { partsOf, scrollable, tablePart } from './page-tables.ts';

/** Text of a document set anew for the screen; only white space and list dashes change. */
export function prose(text: string): Html {
  return html`${blocksOf(text).map(blockPart)}`;
}

/** A page's text with its tables, and with its headings where type sizes are known and not measured on an image. */
export function pageProse(page: Pick<Page, 'text' | 'lines' | 'origin' | 'tables'>): Html {
  const isHeading = headingsOf(page);
  return html`${partsOf(page.text, page.tables ?? []).map((part) =>
    part.kind === 'table' ? tablePart(page.text, part.table) : blocksOf(part.text, isHeading).map(blockPart),
  )}`;
}

function headingsOf({ text, lines, origin }: Pick<Page, 'text' | 'lines' | 'origin'>): IsHeading {
  const headings = new Set<string>();
  for (const { role, start } of origin === 'text-layer' ? lines : []) {
    if (role !== 'heading' || start === null) continue;
    const end = text.indexOf('\n', start);
    headings.add(text.slice(start, end < 0 ? undefined : end).trim());
  }
  return (line) => headings.has(line);
}

function blockPart(block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${block.text}</p>`;
    case 'heading':
      return html`<h3>${block.text}</h3>`;
    case 'table':
      return table(block.rows);
    case 'contents':
      return html`<ul class="leaders">${block.entries.map(({ mark, text }) => html`<li><span>${text}</span> ${mark && html`<span class="mark">${mark}</span>`}</li>`)}</ul>`;
    default:
      return html`<ul class="${block.kind}">${block.entries.map(entryPart)}</ul>`;
  }
}

function entryPart({ mark, text }: Entry): Html {
  return html`<li>${mark && html`<span class="mark">${mark}</span> `}${text}</li>`;
}

function table(rows: readonly (readonly string[])[]): Html {
  const width = Math.max(...rows.map((row) => row.length));
  return scrollable(
    html`<table><tbody>${rows.map(
      (row) =>
        html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}${row.length < width && html`<td colspan="${width - row.length}"></td>`}</tr>`,
    )}</tbody></table>`,
  );
}
