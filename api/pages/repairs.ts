import type { Page, Repair } from '../../core/document.ts';
import { type Html, html } from './html.ts';

/** A page's text with every repair shown: what stood there struck out, what it became underlined. */
export function repairedText(page: Pick<Page, 'text' | 'repairs'>): Html {
  const pieces: Html[] = [];
  let at = 0;
  for (const place of placesOf(page)) {
    if (place.start < at) continue;
    pieces.push(html`${page.text.slice(at, place.start)}`);
    pieces.push(
      html`<span class="repair" title="${place.repair.rule}"><del>${visible(place.repair.before)}</del><ins>${visible(place.repair.after)}</ins></span>`,
    );
    at = place.end;
  }
  pieces.push(html`${page.text.slice(at)}`);
  return html`<pre class="repaired">${pieces}</pre>`;
}

/** A repair's offsets are those of the text before; each earlier repair moves what follows it. */
function placesOf({ repairs }: Pick<Page, 'repairs'>): { start: number; end: number; repair: Repair }[] {
  let shift = 0;
  return repairs.map((repair) => {
    const start = repair.start + shift;
    shift += repair.after.length - repair.before.length;
    return { start, end: start + repair.after.length, repair };
  });
}

/** What else would not be seen: line ends and soft hyphens. */
function visible(text: string): string {
  return text.replaceAll('\n', '↵').replaceAll('\u00ad', '‑');
}
