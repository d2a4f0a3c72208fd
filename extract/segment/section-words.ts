import { COMMON_HEADINGS, SECTION_HEADINGS, type SectionRole } from './section-vocabulary.ts';
import { mendCell, withinEdits } from './text.ts';

export interface SectionWord {
  readonly heading: string;
  readonly role: SectionRole;
  /** Stands in nearly every item of some council, so that it alone is evidence of an item. */
  readonly common: boolean;
}

const WORDS = new Map<string, SectionWord>();
for (const [role, headings] of SECTION_HEADINGS) {
  for (const heading of headings)
    WORDS.set(keyOf(heading), { heading, role, common: COMMON_HEADINGS.has(heading) });
}
/**
 * Words to which a damaged one may be near, by its length. Only longer words bear a
 * letter's damage; "Bilag" and "Høring" have too many neighbours.
 */
const TOLERANT = new Map<number, { key: string; word: SectionWord; letters: number; edits: number }[]>();
for (const [key, word] of WORDS) {
  if (key.length < 7) continue;
  const edits = key.length >= 12 ? 2 : 1;
  for (let length = key.length - edits; length <= key.length + edits; length++)
    TOLERANT.set(length, [...(TOLERANT.get(length) ?? []), { key, word, letters: lettersOf(key), edits }]);
}

/** Which letters a word has, as bits: words few edits apart differ in few of them. */
function lettersOf(key: string): number {
  let bits = 0;
  for (let i = 0; i < key.length; i++) bits |= 1 << (key.charCodeAt(i) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[éè]/g, 'e')
    .replace(/[^a-zæøå]/g, '');
}

/** The section word that a whole line consists of, in canonical spelling; null for other lines. */
export function sectionWord(text: string): SectionWord | null {
  const tailed = /\d/.test(text) ? withItem(text) : null;
  if (tailed || text.length > 48) return tailed;
  const bare = withoutMarks(text);
  if (!/^\p{Lu}|^[l|]/u.test(bare)) return null;
  const key = keyOf(bare);
  if (key.length < 4) return null;
  const exact = WORDS.get(key);
  if (exact) return { ...exact, heading: bare };
  const about = decisionOf(bare) ?? pairOf(bare);
  if (about) return about;
  const letters = lettersOf(key);
  for (const { key: known, word, letters: others, edits } of TOLERANT.get(key.length) ?? []) {
    if (bitCount(letters ^ others) <= 2 * edits && withinEdits(key, known, edits)) {
      return isUpper(bare) ? { ...word, heading: word.heading.toUpperCase() } : word;
    }
  }
  return null;
}

/** Without "./." in front, which says that something is enclosed, and the colon or stop behind. */
function withoutMarks(text: string): string {
  const inner = /^[./]/.test(text) ? text.replace(/^(?:\.\s?\/|\/)\s?\.?\s+/, '') : text;
  const bare = inner.trimEnd();
  return bare.endsWith(':') || bare.endsWith('.') ? bare.slice(0, -1).trimEnd() : bare;
}

function isUpper(text: string): boolean {
  return text.replace(/[^A-ZÆØÅ]/g, '').length > text.length * 0.7;
}

/** "Økonomi og personale": a known word and another. */
function pairOf(text: string): SectionWord | null {
  const [, first = ''] = /^(\p{L}+) og \p{Ll}+$/u.exec(text) ?? [];
  return WORDS.get(keyOf(first))?.role === 'text' ? { heading: text, role: 'text', common: false } : null;
}

/** A known word and the item that it is of: "Beslutning for Punkt 2: Havneby uden læge", "Bilag til Punkt 2". */
const OF_ITEM =
  /^((\p{Lu}\p{Ll}+(?:\s\p{Ll}+)?)(?:\s(?:for|til|på|vedr\.?)|,|\s[–-])\s(?:punkt|pkt\.?|sag)\s?(?:nr\.?\s?)?\d+(?:\.\d+)*)(?![\d/-])(.*)$/iu;
/** How a decision begins or ends where it runs on behind its heading; an item's title does neither. */
const SAYS =
  /[.;]$|^(?:KKR|Ad|Der|Det|Et|Indstilling|Orientering|Godkendt|Tiltrådt|Taget|Drøftet|Udsat|Sagen|Punktet|Formand|Intet|Ingen|Referatet|Dagsorden\S* (?:blev|og referat))(?!\p{L})/u;

function withItem(text: string): SectionWord | null {
  const [, , first = '', title = ''] = (text.length <= 200 ? OF_ITEM.exec(text) : null) ?? [];
  const word = WORDS.get(keyOf(first)) ?? decisionOf(first);
  const bare = title.replace(/^\s?[.:–-]\s*/, '').trim();
  // "Bilag til punkt 2: Notat om busser" is an appendix, no heading over several.
  if (!word || (word.role === 'attachments' && bare !== '') || title.includes('\t') || SAYS.test(bare))
    return null;
  return { ...word, heading: text.replace(/\s*:$/, ''), common: true };
}

/** "Beslutning for punkt 1.1: Godkendt.", also in a column: the heading, and where its text begins. */
export function inlineOfItem(text: string): InlineSection | null {
  if (!/\d/.test(text)) return null;
  const [, heading = '', first = '', tail = ''] = OF_ITEM.exec(text) ?? [];
  const word = WORDS.get(keyOf(first)) ?? decisionOf(first);
  const [, mark = '', rest = ''] = /^(\s*[:\t]\s*)(\S.*)$/.exec(tail) ?? [];
  if (!word || rest === '' || !(mark.includes('\t') || SAYS.test(rest))) return null;
  return { word: { ...word, heading, common: true }, length: heading.length + mark.length };
}

/** "KKR Nordjyllands beslutning", "Beslutning i KKR Midtjylland", "Indstilling fra sekretariatet". */
function decisionOf(text: string): SectionWord | null {
  const whose =
    /^\p{Lu}[\p{L}\d]*(?:['’]?s|['’])?(?:\s+\p{Lu}\p{L}+s)?\s+(beslutning|vedtagelse|konklusion|indstilling|anbefaling)$/iu.exec(
      text,
    );
  if (whose?.[1] && /s['’]?\s+\p{L}+$/iu.test(text)) {
    const role = /^(?:indstilling|anbefaling)$/i.test(whose[1]) ? 'recommendation' : 'decision';
    return { heading: text, role, common: true };
  }
  if (/^(?:Beslutning|Vedtagelse)\s+(?:i|fra|af|for)\s+KKR(?:\s+\p{Lu}\p{L}+)?$/u.test(text)) {
    return { heading: text, role: 'decision', common: true };
  }
  if (/^Indstilling og beslutning$/i.test(text))
    return { heading: text, role: 'recommendation', common: true };
  if (
    /^Indstilling\s+(?:fra\s+(?:sekretariatet|formandskabet|administrationen|K\d+)|til\s+(?:KKR|kommunerne|byrådene))\b/iu.test(
      text,
    )
  ) {
    return { heading: text, role: 'recommendation', common: true };
  }
  return null;
}

export interface InlineSection {
  readonly word: SectionWord;
  /** Length of the heading with its colon and blanks: where the text begins. */
  readonly length: number;
}

/** "Beslutning: Godkendt." and "Indstilling: Det indstilles, at …": a heading with its text on one line. */
export function inlineSection(text: string): InlineSection | null {
  if (!text.includes(':')) return null;
  const match = /^(\p{Lu}[\p{L}'’ ]{3,34}?)\s?:\s+(?=\S)/u.exec(text);
  if (!match?.[1]) return null;
  const word = sectionWord(match[1]);
  if (!word || word.heading === 'Indhold') return null;
  return { word, length: match[0].length };
}

/** A heading to the left and its text to the right, as two columns of one line. */
export function columnSection(text: string): InlineSection | null {
  if (!text.includes('\t') && !text.includes('  ')) return null;
  const match = /^(\p{Lu}[\p{L}'’\u2010 -]{3,34}?)(?::?(?: {2,}|\s?\t))\s*(?=\S)/u.exec(text);
  if (!match?.[1]) return null;
  const word = sectionWord(mendCell(match[1]));
  return word ? { word, length: match[0].length } : null;
}

/** The same where the heading fills its column, so that only a space parts the two: "Sekretariatets indstilling Det …". */
export function crampedColumn(text: string): InlineSection | null {
  const words = text.split(' ', 4);
  for (let count = words.length - 1; count >= 1; count--) {
    const heading = words.slice(0, count).join(' ');
    const word = heading.length >= 6 && /^\p{Lu}/u.test(words[count] ?? '') ? sectionWord(heading) : null;
    // Two known words in a row before a capital are no chance.
    const certain = word?.common || (count >= 2 && !heading.includes(','));
    if (word && certain) return { word, length: heading.length + 1 };
  }
  return null;
}

/**
 * A decision of an earlier meeting, told inside an item: "Beslutning fra mødet
 * den 3. marts 2021", "KKR besluttede på mødet den …:". Never a section.
 */
export function isQuotedDecision(text: string): boolean {
  return text.length < 120 && saysDecision(text) && ON_A_DAY.test(text);
}

/** Begins as the heading of a decision does. */
export function saysDecision(text: string): boolean {
  return DECIDED.test(text);
}

const DECIDED =
  /^(?:(?:kkr|mødets|rådets)\S*\s+(?:\p{L}+s\s+)?)?(?:beslutning|vedtagelse|referat|konklusion|behandling|afgørelse|mødebeslutning)(?!\p{L})/iu;
const ON_A_DAY = /(?<!\d)\d{1,2}[.\s/-]{1,2}(?:\d{1,2}|\p{L}+)[.\s/-]{1,2}\d{2,4}(?!\d)/u;
