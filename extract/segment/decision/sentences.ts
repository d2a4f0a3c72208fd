import { joinLines } from '../text.ts';

/** A stretch of a decision that may say one or more acts. */
export interface Sentence {
  readonly text: string;
  /** The recommendation that "Ad 2" or "Punkt 2" names, and the sentences after it up to the next. */
  readonly recommendation: number | null;
}

/** Words whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:ad|bl\.?a|m\.?v|m\.?m|m\.?fl|f\.?eks|fx|jf|kl|nr|pkt|pr|stk|ca|evt|inkl|ekskl|d|hhv|dvs|vedr|kr|mio|mia|pct|tlf|st|dr|sct|chr|[a-zæøå])\.$/i;
const AD =
  /^\s*(?:[-–•]\s*)?(?:ad\.?|vedr\.?\s+(?:indstilling|pkt\.?|punkt)|(?:indstilling(?:ens)?\s+)?(?:pkt\.?|punkt)|indstilling)\s*(\d{1,2})\s*[.):,–-]?\s+/i;
/** "- ", "2. ", "(2) " and "b) " before a sentence of a list. */
const LIST_MARK = /^(?:[-–•›▪*]|\(?(?:\d{1,2}|[a-h])[.)])\s+/;
const AD_LEADING = /^\s*(?:[-–•]\s*)?ad\.?\s*(\d{1,2}|[a-h](?=\s*[).:]))\s*[.):,–-]*\s*/i;

/**
 * Cuts a decision into sentences. Lines that begin with a bullet or "Ad 1" begin
 * a sentence; other line ends are the page's, not the writer's.
 */
export function splitSentences(decision: string): Sentence[] {
  const blocks: string[] = [];
  for (const line of decision.split('\n')) {
    const text = line.trim();
    if (text === '') blocks.push('');
    else if (blocks.length === 0 || blocks.at(-1) === '' || startsBlock(text)) blocks.push(text);
    else blocks[blocks.length - 1] = joinLines([blocks.at(-1) ?? '', text]);
  }
  const sentences: Sentence[] = [];
  let recommendation: number | null = null;
  for (const block of blocks) {
    for (const part of atStops(block)) {
      const ad = AD_LEADING.exec(part) ?? adSubject(part);
      if (ad?.[1]) recommendation = ordinal(ad[1]);
      const text = (ad ? part.slice(ad[0].length) : part).replace(LIST_MARK, '').trim();
      if (text !== '') sentences.push({ text, recommendation });
    }
  }
  return sentences;
}

function startsBlock(text: string): boolean {
  return /^(?:[-–•›▪*]\s|\(?(?:\d{1,2}|[a-h])[.)]\s|ad\.?\s*(?:\d|[a-h]\s*[).:]))/i.test(text);
}

/** "2" and "b" are both the second. */
function ordinal(printed: string): number {
  return /^\d/.test(printed) ? Number(printed) : printed.toLowerCase().charCodeAt(0) - 96;
}

/** "Indstillingens punkt 2 blev udsat": about one recommendation only. */
function adSubject(text: string): RegExpExecArray | null {
  return /^\s*(?:indstilling|vedr)/i.test(text) ? AD.exec(text) : null;
}

function atStops(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const stop of text.matchAll(/[.;!?]["”’»)]*(?=\s|$)/g)) {
    const end = stop.index + stop[0].length;
    const before = text.slice(from, stop.index + 1);
    if (ABBREVIATION.test(before) || /(?:^|\s)\d{1,2}\.$/.test(before)) continue;
    parts.push(text.slice(from, end).trim());
    from = end;
  }
  if (from < text.length) parts.push(text.slice(from).trim());
  return parts.filter((part) => part !== '');
}

/** Blanks out what stands in quotation marks, letter for letter, so that quoted acts are not taken for acts. */
export function withoutQuotations(text: string): string {
  return text.replace(/[”“"„»][^”“"„»«]{3,}[”“"«]/g, (quoted) => 'x'.repeat(quoted.length));
}
