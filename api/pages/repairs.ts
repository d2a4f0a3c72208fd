import type { Page, Repair } from '../../core/document.ts';
import { type Html, html } from './html.ts';

/**
 * A page's text with every repair shown, what stood there struck out and what it
 * became underlined, and with the words that were left although they look damaged.
 */
export function repairedText(page: Pick<Page, 'text' | 'repairs' | 'doubtful'>): Html {
  const marks = [
    ...placesOf(page).map(({ start, end, repair }) => ({ start, end, shown: () => repairMark(repair) })),
    ...page.doubtful.map(([start, end]) => ({
      start,
      end,
      shown: () =>
        html`<span class="doubtful" title="Ser ud som en læsefejl, men ingen rettelse er sikker nok">${page.text.slice(start, end)}</span>`,
    })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Html[] = [];
  let at = 0;
  for (const { start, end, shown } of marks) {
    if (start < at) continue;
    pieces.push(html`${page.text.slice(at, start)}`, shown());
    at = end;
  }
  pieces.push(html`${page.text.slice(at)}`);
  return html`<pre class="repaired">${pieces}</pre>`;
}

function repairMark({ before, after, rule, confidence }: Repair): Html {
  const why = `${RULE_WORDS[rule] ?? rule}, ${Math.round(confidence * 100)} % sikker`;
  return html`<span class="repair" title="${why}"><del>${visible(before)}</del><ins>${visible(after)}</ins></span>`;
}

/** The rules of docs/repair.md, for readers. */
const RULE_WORDS: Readonly<Record<string, string>> = {
  escape: 'Bogstav skrevet som kode',
  mojibake: 'Forkert tegnsæt',
  ligature: 'Sammensat tryktegn',
  'soft-hyphen': 'Skjult bindestreg',
  'zero-width': 'Usynligt tegn',
  decomposed: 'Bogstav og accent hver for sig',
  'code-page': 'Forkert tegnsæt',
  'letter-spaced': 'Spatieret ord',
  'torn-word': 'Ord skilt ad',
  'glued-words': 'Ord skrevet sammen',
  'run-together': 'Ord skrevet sammen',
  'line-hyphen': 'Ord delt ved linjeskift',
  'line-end-hyphen': 'Ord delt ved linjeskift',
  'respell-ocr': 'Læsefejl',
  'respell-spelt-out': 'Bogstav skrevet med to',
  'respell-placeholder': 'Tegn i stedet for et bogstav',
  'respell-dropped': 'Bogstav faldet ud',
  'respell-blank': 'Mellemrum i stedet for et bogstav',
};

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
