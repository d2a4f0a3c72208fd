import { type Html, html } from './html.ts';

/**
 * Text of a document set anew for the screen: typographic lines flow together
 * to paragraphs, lists become lists. Only white space and list marks change.
 */
export function prose(text: string): Html {
  return html`${blocksOf(text).map((block) =>
    block.kind === 'paragraph'
      ? html`<p>${block.text}</p>`
      : html`<ul class="${block.kind === 'numbers' ? 'numbers' : 'dashes'}">${block.entries.map(
          (entry) =>
            html`<li>${entry.mark && html`<span class="mark">${entry.mark}</span> `}${entry.text}</li>`,
        )}</ul>`,
  )}`;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'dashes' | 'numbers'; readonly entries: readonly Entry[] };

/** `mark` is kept where it says something ("2.", "b)"), dropped where it only draws a dash. */
export interface Entry {
  readonly mark: string | null;
  readonly text: string;
}

const DASH = /^[-–—•·▪◦●*]\s+(?=\S)/;
/** Not dates ("12. marts") nor abbreviations ("s. 4", "m. fl.") that a line end happened to part. */
const NUMBER =
  /^(\d{1,2}[.)](?!\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))|\p{L}\)|\p{Ll}\.(?=\s+\p{Lu})|Ad\.? ?\d{1,2}[.:)]?)\s+(?=\S)/u;
/** A line this much shorter than the longest ends its paragraph, as ragged setting fills lines up. */
const SHORT_LINE = 0.72;

export function blocksOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .flatMap(stretchesOf)
    .reduce(intoBlocks, []);
}

/** One paragraph or one list entry, its lines joined. */
interface Stretch {
  readonly kind: Block['kind'];
  readonly mark: string | null;
  text: string;
}

function stretchesOf(paragraph: string): Stretch[] {
  const lines = paragraph
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const full = Math.max(...lines.map((line) => line.length));
  const stretches: Stretch[] = [];
  let ended = true;
  for (const line of lines) {
    const listed = listEntry(line);
    const open = stretches.at(-1);
    if (listed) stretches.push(listed);
    else if (!open || (ended && startsAnew(line)))
      stretches.push({ kind: 'paragraph', mark: null, text: line });
    else open.text += ` ${line}`;
    ended = line.length < full * SHORT_LINE;
  }
  return stretches;
}

function listEntry(line: string): Stretch | null {
  const dash = DASH.exec(line);
  if (dash) return { kind: 'dashes', mark: null, text: line.slice(dash[0].length) };
  const number = NUMBER.exec(line);
  if (!number?.[1]) return null;
  return { kind: 'numbers', mark: number[1], text: line.slice(number[0].length) };
}

function startsAnew(line: string): boolean {
  return /^(?:[\p{Lu}"»”(]|\d+\.\d)/u.test(line);
}

function intoBlocks(blocks: Block[], { kind, mark, text }: Stretch): Block[] {
  const last = blocks.at(-1);
  if (kind === 'paragraph') return [...blocks, { kind, text }];
  if (last?.kind !== kind) return [...blocks, { kind, entries: [{ mark, text }] }];
  return [...blocks.slice(0, -1), { kind, entries: [...last.entries, { mark, text }] }];
}
