import { type Block, blocksOf } from './blocks.ts';
import { type Html, html } from './html.ts';

/** Text of a document set anew for the screen; only white space and list dashes change. */
export function prose(text: string): Html {
  return html`${blocksOf(text).map(blockPart)}`;
}

function blockPart(block: Block): Html {
  if (block.kind === 'paragraph') return html`<p>${block.text}</p>`;
  if (block.kind === 'table') return table(block.rows);
  return html`<ul class="${block.kind}">${block.entries.map(
    ({ mark, text }) => html`<li>${mark && html`<span class="mark">${mark}</span> `}${text}</li>`,
  )}</ul>`;
}

/** Wide tables scroll by themselves, by keyboard too, so that the page does not. */
function table(rows: readonly (readonly string[])[]): Html {
  const width = Math.max(...rows.map((row) => row.length));
  return html`<div class="table" role="group" aria-label="Tabel" tabindex="0"><table><tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}${row.length < width && html`<td colspan="${width - row.length}"></td>`}</tr>`,
  )}</tbody></table></div>`;
}
