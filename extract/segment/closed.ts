/**
 * How papers say that something is not for the public. The words alone prove
 * nothing: "Lukkede afdelinger på psykiatrien" is a subject. What counts is where
 * they stand in a title, and in a chapter that they are said of the agenda.
 */
const NOT_PUBLIC = '(?:lukke(?:t|de)|fortrolige?t?|(?:ikke|ej)[ -]?(?:offentlige?t?|åbent?|åbne))';
const OF_AGENDA =
  '(?:punkt(?:et|er(?:ne)?)?|sag(?:en|er(?:ne)?)?|dagsorden(?:en|spunkt(?:er)?)?|mødet?|del(?:en)?|døre)';
const SAID = `${NOT_PUBLIC}(?: ${OF_AGENDA})?`;

/** "(lukket)", "[ikke offentlig]", "(lukket, jf. § 4)". */
const BRACKETED = `[([]${SAID}(?:[,;] ?[^()[\\]]{1,60})?[)\\]]`;
/** A bare word must have a colon behind it: "Lukket: Lejemål", but "Lukket punkt – Lejemål". */
const LEADING = `^(?:${NOT_PUBLIC} ?:|${NOT_PUBLIC} ${OF_AGENDA}(?: ?[-–—:](?= )|$))`;
const TRAILING = ` [-–—] ${SAID}$`;
const MARK = new RegExp(`${BRACKETED}|${LEADING}|${TRAILING}`, 'iu');
const WHOLE = new RegExp(`^(?:(?:punkter|sager) (?:på|til|for) )?${SAID}\\.?$`, 'iu');
const AGENDA = new RegExp(`(?<!\\p{L})${NOT_PUBLIC} ${OF_AGENDA}(?!\\p{L})`, 'iu');

/** A line of its own beneath a title; in the plural it is a chapter. */
const LINE = new RegExp(
  `^[([]?${NOT_PUBLIC}(?: ?(?:punkt|sag|dagsorden|dagsordenspunkt|møde))?[)\\]]?\\.?$`,
  'iu',
);
/** "Behandles for lukkede døre." alone on a line, right beneath a title. */
const BEHIND_DOORS = /^[([]?(?:(?:sagen|punktet) )?behandles ?(?:for|bag) ?lukkede ?døre[)\]]?\.?$/i;
const VALUE = new RegExp(`^[([]?${NOT_PUBLIC}(?!\\p{L})`, 'iu');

/** One of these words is in every mark; other lines need no closer look. */
const SPEAKS = /lukke|fortrolig|offentlig|(?:ikke|ej)[ -]?åb/i;

/** Whether a title carries a mark that the public is kept out. */
export function saysClosed(text: string): boolean {
  if (!SPEAKS.test(text)) return false;
  const spaced = plain(text);
  return WHOLE.test(spaced) || MARK.test(spaced);
}

export function isClosedLine(text: string): boolean {
  if (!SPEAKS.test(text)) return false;
  const spaced = plain(text);
  return BEHIND_DOORS.test(spaced) || (LINE.test(spaced) && !/^[([]?lukkede/i.test(text));
}

/** A label's value or a tag beside a case number: "Lukket, jf. § 4". */
export function closesByValue(value: string): boolean {
  return SPEAKS.test(value) && VALUE.test(plain(value));
}

/** Whether a chapter's title says so of all that stands beneath it. */
export function closesChapter(title: string): boolean {
  return SPEAKS.test(title) && (saysClosed(title) || AGENDA.test(plain(title)));
}

const OPEN =
  /^[([](?:åbent?|offentligt?)(?: (?:sag|punkt))?[)\]]\s*|\s*[([](?:åbent?|offentligt?)(?: (?:sag|punkt))?[)\]]$/i;

/** A title without the mark that the public may listen, which says nothing of the matter. */
export function withoutOpenMark(title: string): string {
  return title.replace(OPEN, '');
}

/** A title without its mark; the mark itself where a title is nothing else. */
export function withoutClosedMark(title: string): string {
  const bare = plain(plain(title).replace(MARK, ' '));
  return bare === '' ? title : bare;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
