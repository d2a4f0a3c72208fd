/**
 * The first look at a text: its lines joined to stretches, each one paragraph,
 * list entry, heading, row of cells or entry of a table of contents.
 */
export interface Stretch {
  readonly kind: 'paragraph' | 'heading' | 'dashes' | 'numbers' | 'contents' | 'row';
  /** What a list entry begins with ("2.", "b)"), or the page that an entry of contents names. */
  readonly mark: string | null;
  readonly text: string;
}

const DASH = /^[-–—•·▪◦●*]\s+(?=\S)/;
/** Not dates ("12. marts") nor abbreviations ("s. 4", "m. fl.") that a line end happened to part. */
const NUMBER =
  /^(\d{1,2}[.)](?!\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))|\p{L}\)|\p{Ll}\.(?=\s+\p{Lu})|Ad\.? ?\d{1,2}[.:)]?)\s+(?=\S)/u;
/** Leader dots lead from a title to its page, which may have slipped to the next line. */
const LEADER = /^(.*?)\s*(?:\.{4,}|…{2,}|_{4,}|(?:\. ){3,})[\s.]*(\d{1,4})?$/;
/** Asked first, as looking for a leader in every line of a long text takes most of the time. */
const HAS_DOTS = /\.{4}|…{2}|_{4}|(?:\. ){3}/;
/** Ragged setting fills lines up: a line this much shorter than the longest ends a sentence's paragraph … */
const SHORT_LINE = 0.72;
/** … and one so short ends whatever it is. */
const VERY_SHORT_LINE = 0.5;

export type IsHeading = (line: string) => boolean;

export function stretchesOf(paragraph: string, isHeading: IsHeading): Stretch[] {
  const lines = paragraph
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const full = Math.max(...lines.map((line) => line.length));
  const stretches: Stretch[] = [];
  let ended = true;
  for (const line of lines) {
    const open = stretches.at(-1);
    const goesOn = open !== undefined && continues(open, line, ended);
    const leader = HAS_DOTS.test(line) ? LEADER.exec(line) : null;
    if (leader) {
      const begun = open && wrapsInto(open, leader[1] ?? '', ended) ? stretches.pop() : null;
      const text = [begun?.kind === 'numbers' && begun.mark, begun?.text, leader[1]]
        .filter(Boolean)
        .join(' ');
      stretches.push({ kind: 'contents', mark: leader[2] ?? null, text });
    } else if (isHeading(line)) {
      stretches.push({ kind: 'heading', mark: null, text: line });
    } else {
      const start = startOf(line);
      if (start) stretches.push(start);
      else if (goesOn) stretches[stretches.length - 1] = lengthened(open, line);
      else stretches.push({ kind: 'paragraph', mark: null, text: line });
    }
    ended = endsParagraph(line, full);
  }
  return stretches;
}

/** Whether a title of contents that ends on this line began on the one before. */
function wrapsInto(open: Stretch, line: string, ended: boolean): boolean {
  if (open.kind !== 'paragraph' && open.kind !== 'numbers') return false;
  return !ended && !/^(?:\d+(?:\.\d+)*\.?|Bilag \d+:?)\s/.test(line);
}

function lengthened(open: Stretch, line: string): Stretch {
  if (open.kind === 'contents') return { ...open, mark: line };
  return { ...open, text: `${open.text} ${line}` };
}

/** What a line that is no plain text begins. */
function startOf(line: string): Stretch | null {
  if (line.includes('\t')) return { kind: 'row', mark: null, text: line };
  const dash = DASH.exec(line);
  if (dash) return { kind: 'dashes', mark: null, text: line.slice(dash[0].length) };
  const number = NUMBER.exec(line);
  if (!number?.[1]) return null;
  return { kind: 'numbers', mark: number[1], text: line.slice(number[0].length) };
}

function continues(open: Stretch, line: string, ended: boolean): boolean {
  if (open.kind === 'row' || open.kind === 'heading') return false;
  if (open.kind === 'contents') return open.mark === null && /^\d{1,4}$/.test(line);
  return !(ended && /^(?:[\p{Lu}"»”(]|\d+\.\d)/u.test(line));
}

function endsParagraph(line: string, full: number): boolean {
  if (line.length < full * VERY_SHORT_LINE) return true;
  return line.length < full * SHORT_LINE && /[.:;?!)"»”]$/.test(line);
}
