import { BODIES, type BodyName } from '../../core/vocabulary.ts';
import { type DatedWords, findDates } from './dates.ts';

/** A meeting of a KKR that a text speaks of. */
export interface FoundReference {
  /** As printed, white space evened out. */
  readonly quote: string;
  readonly body: BodyName;
  /** `month` as in "2022-06"; both null for the meeting before ("på sidste møde"). */
  readonly date: string | null;
  readonly month: string | null;
}

export interface ReferenceContext {
  readonly body: BodyName;
  /** The date of the meeting at which the text lay before. */
  readonly date: string;
}

/**
 * The meetings of a KKR that a text refers to: "på mødet den 26. april 2023",
 * "besluttede den 14. juni 2022", "referat fra møde den 17. april 2024".
 *
 * A date is a meeting's where its sentence speaks of a meeting or of what is done
 * at one, and where whoever stands nearest to the date is no one else who meets
 * and decides: "vedtaget i Folketinget den 9. juni 2022" is no reference, nor is
 * "bestyrelsen besluttede på mødet den 22. juni". Without a year only a meeting
 * named right before the date tells ("på mødet den 26. april"); it is taken for
 * the latest such day.
 */
export function meetingReferences(text: string, context: ReferenceContext): FoundReference[] {
  const found = sentencesOf(text).flatMap((sentence) => referencesIn(sentence, context));
  const seen = new Set<string>();
  return found.filter(({ body, date, month }) => {
    const meeting = `${body} ${date ?? month}`;
    if (seen.has(meeting)) return false;
    seen.add(meeting);
    return true;
  });
}

function referencesIn(sentence: string, context: ReferenceContext): FoundReference[] {
  if (!MEETING_WORD.test(sentence)) return [];
  const dated = findDates(sentence).flatMap((words) => {
    const before = sentence.slice(Math.max(0, words.start - NEAR), words.start);
    const after = sentence.slice(words.end, words.end + NEAR);
    if (isOtherDate(before) || !isKkrs(before, after, words.day === null)) return [];
    const when = resolved(words, before, context);
    if (!when || when.date === context.date || when.month === context.date.slice(0, 7)) return [];
    return [
      {
        quote: quoteOf(before, sentence.slice(words.start, words.end), after),
        body: bodyNear(before, after, context),
        ...when,
      },
    ];
  });
  return dated.length > 0 ? dated : previousMeeting(sentence, context);
}

/**
 * Letters on either side of a date that tell what it is of. A long sentence has no
 * more, and a table of dates, which is one sentence for want of full stops, would
 * be gone through anew for each of them.
 */
const NEAR = 500;

/** "på sidste møde", without a date and without anyone else whose meeting it may be. */
function previousMeeting(sentence: string, context: ReferenceContext): FoundReference[] {
  const found = PREVIOUS.exec(sentence);
  if (!found) return [];
  const before = sentence.slice(0, found.index);
  const after = sentence.slice(found.index + found[0].length);
  const near = [...[...before.slice(-80).matchAll(ACTOR)].slice(-1), ...after.slice(0, 30).matchAll(ACTOR)];
  if (near.some((actor) => actor.groups?.kkr === undefined)) return [];
  const body = bodyNear(before, after, context);
  return body === context.body ? [{ quote: found[0], body, date: null, month: null }] : [];
}

const PREVIOUS =
  /(?:på|fra|af|ved)\s+(?:det\s+|KKR\S*\s+)?(?:sidste|seneste|forrige|foregående)\s+(?:KKR-?\s?)?møde\b/iu;

/** What happens at meetings, and the papers of one. */
const MEETING_WORD =
  /møde[trs]?\b|referat|dagsorden|beslut|drøfte|godkend|tiltråd|tiltræd|vedto|vedtag|behandle|udpeg|orienter|mandat|indstille|anbefal|efterretning|forela|forelæg|bekræft|opfordre/iu;

/** A deadline, the day on which something was sent out, or the one from which it holds. */
const NO_MEETING_BEFORE =
  /(?:(?:senest|inden|efter|før|frist\p{L}*(?:\s+(?:er|var|bliver|udløber|udløb))?|frem til|pr\.|udsen\p{L}*|offentliggj\p{L}*|kraft|medio|primo|ultimo|(?:perioden|fra)\s.{3,25}\s(?:til|[-–]))|(?<!(?:beslut|referat|møde|drøftelse|dagsorden)\S*\s)fra)\s+(?:(?:den|d\.)\s+)?$/iu;

/** "Brev af 14. juni 2022": the day of a paper, where it is not one of KKR's own. */
const PAPER_BEFORE = /(?<paper>\p{L}+)\s+(?:af|dateret)\s+(?:(?:den|d\.)\s+)?$/iu;
const OF_A_MEETING = /møde|referat|dagsorden|beslut|drøft|behandl|vedtag|udpeg|tiltræd|indstil|godkend/iu;

/** "har været forelagt KKR, senest den 3. februar": the last time of several, and no deadline. */
const LAST_TIME =
  /(?:\bhar\b|\bblev\b|\bvar\b).*(?:drøft|behandl|forelag|godkend|beslut|tiltråd)\p{L}*\b.*,\s+senest\s+(?:(?:den|d\.)\s+)?$/iu;

function isOtherDate(before: string): boolean {
  const paper = PAPER_BEFORE.exec(before)?.groups?.paper;
  const isDeadline = NO_MEETING_BEFORE.test(before) && !LAST_TIME.test(before);
  return isDeadline || (paper !== undefined && !OF_A_MEETING.test(paper));
}

/** What is said to be of that day, where nobody is named: laws are passed and letters received on days too. */
const PAPERS_BEFORE =
  /(?:møde[trs]?|møder(?:ne)?|referat\p{L}*|dagsorden\p{L}*|beslutning\p{L}*|drøftelse\p{L}*|behandling\p{L}*)\s+(?:\S+\s+){0,4}$/iu;

/**
 * Whether the date is a KKR's: who stands nearest before it, else after it. A
 * whole month needs a KKR by name, since so much else happens in a month.
 */
function isKkrs(before: string, after: string, wholeMonth: boolean): boolean {
  const [last] = [...before.slice(-160).matchAll(ACTOR)].slice(-1);
  if (last) return last.groups?.kkr !== undefined;
  const first = ACTOR.exec(after.slice(0, 80));
  ACTOR.lastIndex = 0;
  if (first) return first.groups?.kkr !== undefined;
  return !wholeMonth && PAPERS_BEFORE.test(before);
}

/** KKR, and everyone else who meets and decides: councils, boards, ministers, committees, networks. */
const ACTOR = new RegExp(
  [
    '(?<kkr>\\bKKR(?![\\p{L}-]*(?:topmøde|seminar))|kommunekontaktråd)',
    "\\bKKU|\\bKL[’']?s?\\b|\\bK\\d\\d\\b|\\bEU\\b",
    'Folketing|regering|regionsråd|ministe|vækstforum|erhvervs(?:hus|forum)|byråd|kommunalbestyrelse',
    'bestyrelse|styrelse|direktion|direktør|udvalg|klynge|netværk|kreds',
    'styregruppe|følgegruppe|arbejdsgruppe|partnerskab|(?<!kommunekontakt)råd(?:et|ets)?\\b',
    '\\p{L}{3,}(?<!næste)møde|møde(?:t|r)?\\s+med\\b|seminar|konference',
    'aftale(?=\\s+(?:af|om)\\b)|\\blov(?:en|forslag)?\\b',
  ].join('|'),
  'giu',
);

interface When {
  readonly date: string | null;
  readonly month: string | null;
}

function resolved(words: DatedWords, before: string, context: ReferenceContext): When | null {
  const { year, month, day } = words;
  if (day === null) return year === null ? null : { date: null, month: `${year}-${twoDigits(month)}` };
  const dayOf = (inYear: number) => `${inYear}-${twoDigits(month)}-${twoDigits(day)}`;
  if (year !== null) return { date: dayOf(year), month: null };
  if (!/møde[trs]?(?:\s+i\s+KKR(?:\s+\p{L}+)?)?,?\s+(?:(?:den|d\.)\s*)?$/iu.test(before)) return null;
  const own = Number(context.date.slice(0, 4));
  const coming = /(?:kommende|næste|førstkommende)\s+\S*møde/iu.test(before);
  if (coming) return { date: dayOf(dayOf(own) > context.date ? own : own + 1), month: null };
  return { date: dayOf(dayOf(own) < context.date ? own : own - 1), month: null };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function bodyNear(before: string, after: string, context: ReferenceContext): BodyName {
  const names = (text: string) =>
    [...text.matchAll(BODY_NAME)].flatMap(
      ([, region]) => BODIES.find(({ name }) => name === `KKR ${region}`)?.name ?? [],
    );
  return names(before).at(-1) ?? names(after.slice(0, 80))[0] ?? context.body;
}

const BODY_NAME = new RegExp(
  `KKR\\s+(${BODIES.map(({ name }) => name.replace('KKR ', '')).join('|')})`,
  'gu',
);

/** The date with the words that make it a meeting's: from the verb or noun before it, or up to the one after. */
function quoteOf(before: string, date: string, after: string): string {
  const lead =
    /(?:KKR\s+\p{L}+\s+|(?:på|af|fra|til|i|ved)\s+)?\S*(?:møde|referat|dagsorden|beslut|drøfte|godkend|tiltråd|vedto|behandle|udpeg)\S*\s+(?:\S+\s+){0,6}$/iu.exec(
      before,
    );
  if (lead) return `${lead[0]}${date}`.trim();
  const tail = /^\s+(?:\S+\s+){0,3}?\S*(?:møde|beslut|drøfte|godkend|tiltråd|vedto|behandle|udpeg)\S*/iu.exec(
    after,
  );
  const article = /(?:den|d\.|i)\s+$/iu.exec(before)?.[0] ?? '';
  return `${article}${date}${tail?.[0] ?? ''}`.trim();
}

/** Sentences with their white space evened out; a list's entries and headings are sentences too. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\n\s*\n|\n(?=\s*(?:[-–•·]|\d+[.)]|[a-z]\))\s)/u)
    .flatMap((part) =>
      part
        .replaceAll(/\s+/g, ' ')
        .split(/(?<=[.!?]["”)]?)(?<!\b(?:d|nr|jf|kl|pkt|stk|bl\.a|f\.eks|ca)\.)\s(?=["”(]?\p{Lu})/u),
    )
    .filter((sentence) => sentence !== '');
}
