import type { Person } from '../../core/document.ts';
import { type Line, partOfLine } from './lines.ts';
import { entries, isOrganisation, splitNames } from './names.ts';
import { parsePerson } from './person.ts';
import { type Piece, spansOf } from './sections.ts';
import { joinLines } from './text.ts';

export interface Attendance {
  readonly attendees: readonly Person[];
  readonly apologies: readonly Person[];
  readonly guests: readonly Person[];
  readonly secretariat: readonly Person[];
  readonly others: readonly Person[];
}

type Group = keyof Attendance;

const HEADINGS: readonly (readonly [Group | 'none', RegExp])[] = [
  ['none', /^(?:deltagerfortegnelse|deltagerliste|deltageroversigt|fremmødeliste)$/],
  [
    'apologies',
    /^(?:(?:der var |forventet |forventede )?afbud(?:\s+fra)?|forfald|fraværende|afbud og fravær|meldt afbud|ikke til stede|ikke mødt|fravær(?:ende)? med afbud)$/,
  ],
  [
    'guests',
    /^(?:gæster?|gæstedeltagere|inviterede(?: gæster)?|eksterne (?:deltagere|gæster)|oplægsholdere?|øvrige gæster)$/,
  ],
  [
    'secretariat',
    /^(?:sekretariat(?:et)?|fra sekretariatet(?: deltog| deltager)?|kkr-?sekretariatet|administration(?:en)?|fra kl(?: deltog)?|embedsmænd|fra administrationen|øvrige sekretariat|tilforordnede)$/,
  ],
  [
    'others',
    /^(?:kl[ -]?udvalgsmedlemmer|observatører|øvrige(?: deltagere)?|også til stede|desuden deltog|endvidere deltog|andre deltagere|suppleanter)$/,
  ],
  [
    'attendees',
    /^(?:deltagere|deltog|til ?stede(?: var)?|mødedeltagere|fremmødte|mødte|medlemmer(?: til stede)?|tilstede(?:værende)?|deltagende medlemmer|kkr-medlemmer|medlemmer af kkr.{0,15}|følgende deltog|formandskab(?:et)?)$/,
  ],
];

interface Mark {
  readonly group: Group | null;
  readonly line: Line;
}

/** The lists of who was there, as they stand before the first item. */
export function readAttendance(before: readonly Line[]): Attendance {
  const front = before.flatMap(cutAtHeadings);
  const lists: Record<Group, Person[]> = {
    attendees: [],
    apologies: [],
    guests: [],
    secretariat: [],
    others: [],
  };
  const found: Record<Group, Piece[][]> = {
    attendees: [],
    apologies: [],
    guests: [],
    secretariat: [],
    others: [],
  };
  const marks: Mark[] = [];
  for (const [i, line] of front.entries()) {
    const head = headingOf(line.text);
    if (head) {
      // "Deltagerfortegnelse" opens the lists; until a heading says otherwise they are of those present.
      const group = head.group === 'none' ? 'attendees' : head.group;
      marks.push({ group, line });
      const rest = { line, text: head.rest, start: offsetOf(line, head.rest) };
      found[group].push(head.rest === '' ? [] : [rest]);
    } else if (ONE_OF_THEM.test(line.text)) continue;
    else if (KIND_OF_MEMBER.test(line.text) && !endsName(line, found, marks)) continue;
    else if (marks.length > 0 && headsPart(line, front[i + 1])) continue;
    else if (marks.length > 0 && endsLists(line)) marks.push({ group: null, line });
    else {
      const group = groupOf(line, marks);
      if (group) found[group].at(-1)?.push(...columns(line));
    }
  }
  for (const group of GROUPS) {
    for (const pieces of found[group]) addPeople(lists, group, pieces);
  }
  return lists;
}

/** "… og Per Lund. Forfald: Ida Holm": the next list may begin within a line. */
function cutAtHeadings(line: Line): Line[] {
  const at = line.text.search(
    /(?<=[.;] {1,2})(?:Afbud(?: fra)?|Forfald|Fraværende|Ikke til stede|Gæster)\s?:/,
  );
  return at <= 0
    ? [line]
    : [partOfLine(line, 0, at), { ...partOfLine(line, at, line.text.length), gap: false }];
}

/** "Karin Ellebæk, Faaborg-Midtfyn" + "Kommune": what heads a column may also end a name that ran on. */
function endsName(line: Line, found: Readonly<Record<Group, Piece[][]>>, marks: readonly Mark[]): boolean {
  const group = groupOf(line, marks);
  const before = group ? found[group].at(-1)?.at(-1)?.text : undefined;
  return before !== undefined && line.text === 'Kommune' && /,[^,]+(?<![Kk]ommune)$/.test(before);
}

/** Who led the meeting or wrote its minutes stands in a list of those present too, or is of the secretariat. */
const ONE_OF_THEM = /^(?:mødeleder|ordstyrer|dirigent|referent|protokolfører)(?:\s*:|\t|\s{3})/i;

/** Of guests an entry may say under which item they were there. */
const GUEST_LISTS: ReadonlySet<Group> = new Set(['guests', 'secretariat', 'others']);

const GROUPS: readonly Group[] = ['attendees', 'apologies', 'guests', 'secretariat', 'others'];

function offsetOf(line: Line, rest: string): number | null {
  return line.start === null ? null : line.start + line.text.length - rest.length;
}

/**
 * The list that a line belongs to: that of the last heading before it. Where
 * lists are set in columns, reading order may run on below the next heading, so
 * the place on the page decides: the nearest heading above, in the same column.
 */
function groupOf(line: Line, marks: readonly Mark[]): Group | null {
  const last = marks.at(-1);
  const box = line.box;
  if (!last || !box) return last?.group ?? null;
  const above = marks.filter(
    (mark) => mark.line.page === line.page && mark.line.box && mark.line.box[1] <= box[1] + 2,
  );
  const nearest = Math.max(...above.map((mark) => mark.line.box?.[1] ?? 0));
  const level = above.filter((mark) => nearest - (mark.line.box?.[1] ?? 0) < 4);
  const own = level.findLast((mark) => (mark.line.box?.[0] ?? 0) <= box[0] + 5) ?? level.at(-1);
  return own ? own.group : last.group;
}

function headingOf(text: string): { group: Group | 'none'; rest: string } | null {
  const match = /^([\p{L} ./-]{3,34}?)\s*(?:[:\t]\s*(.*)|$)/u.exec(text) ?? SPACED_HEADING.exec(text);
  if (!match?.[1]) return null;
  const key = match[1].toLowerCase().trim();
  const found = HEADINGS.find(([, pattern]) => pattern.test(key));
  return found ? { group: found[0], rest: (match[2] ?? '').trim() } : null;
}

/** "Afbud Vibeke Borbjerg, Ringkøbing-Skjern Kommune": a person must follow where only a space parts them. */
const SPACED_HEADING =
  /^(Deltagere|Til ?stede|Mødte|Afbud(?: fra)?|Fraværende|Gæster|Sekretariat(?:et)?)\s+(\p{Lu}[\p{L}.-]+\s\p{Lu}.*(?:Kommune|\([A-ZÆØÅ]{1,3}\)).*)$/u;

/** Set over a part of a list, and in bold as a rule: it opens and closes none. */
const KIND_OF_MEMBER =
  /^(?:kommune|navn|parti|formand|næstformand|borgmestre|viceborgmestre|(?:byråds|kommunalbestyrelses|regionsråds|udvalgs)medlemmer|stemmeberettigede|øvrige medlemmer|politikere)\s*:?$/i;

/** A heading may be a name set in bold, as a chairman's: two words at least, each with its capital. */
function isPerson(text: string): boolean {
  const name = parsePerson(text)?.name ?? '';
  return (
    /^\p{Lu}\p{Ll}[\p{L}.'-]*(?:\s(?:af|von|van|de|la|der|den|\p{Lu}[\p{L}.'-]*))+$/u.test(name) &&
    !/^(?:KKR|Region|Kommunernes)\s/.test(name)
  );
}

/** Said of members, in whatever words. */
const OF_PEOPLE =
  /borgmest|medlem|formand|politik|repræsentant|valgte|stemmeberet|kommuner(?:ne)?$|partier|fra (?:kommun|region)/i;

/** "Øvrige borgmestre", set in bold above more names: the list goes on below it. */
function headsPart(line: Line, next: Line | undefined): boolean {
  if (!next || !(line.bold || line.role === 'heading') || next.bold || next.role === 'heading') return false;
  if (!OF_PEOPLE.test(line.text) || isPerson(line.text) || /[,:\d]/.test(line.text)) return false;
  const person = parsePerson(next.text);
  return person !== null && (person.party !== undefined || /[Kk]ommune$/.test(person.organisation ?? ''));
}

/** An entry of a list, however it is set. */
const BULLET = /^(?:[-–—•·▪›»*]\s*|o\s+(?=\p{Lu}))/u;

/** Dots and a page's number. Tried from the first dot of a run only, or a long run would cost its square. */
const CONTENTS_LINE = /(?<![.…]\s?)(?:[.…]\s?){4,}\s*\d+$/;

function endsLists(line: Line): boolean {
  return (
    (line.role === 'heading' &&
      !BULLET.test(line.text) &&
      !isPerson(line.text) &&
      !isOrganisation(line.text)) ||
    line.caseLine !== null ||
    /^(?:mission|vision|dato|sted|tid|dagsorden|referat|indhold\S*|oversigt|punktoversigt|sagsliste|dagsordenspunkter|bilag|mødested|mødestart|bemærkninger|sags(?:nr|nummer|id)|mødet (?:hævet|sluttede))\b\s*:?/i.test(
      line.text,
    ) ||
    /^\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}/u.test(line.text) ||
    CONTENTS_LINE.test(line.text)
  );
}

/**
 * The cells of a line. A municipality alone belongs to the name beside it, on
 * either side: "Karen Elm   Vejen Kommune", "Vejen Kommune   Karen Elm".
 */
function columns(line: Line): Piece[] {
  if (/^(?:kommune|navn)\s+(?:navn|kommune)\b/i.test(line.text)) return [];
  const cells = [...line.text.matchAll(/\S+(?: {1,2}\S+)*/g)];
  const pieces: Piece[] = [];
  for (const cell of cells) {
    const last = pieces.at(-1);
    const text = cell[0].replace(BULLET, '');
    if (last && isOrganisation(text) && !/Kommune/.test(last.text)) {
      pieces[pieces.length - 1] = { ...last, text: `${last.text}, ${text}` };
    } else if (last && isOrganisation(last.text) && !/Kommune/.test(text)) {
      pieces[pieces.length - 1] = { ...last, text: `${text}, ${last.text}` };
    } else
      pieces.push({
        line,
        text,
        start: line.start === null ? null : line.start + cell.index + cell[0].length - text.length,
      });
  }
  return pieces;
}

function addPeople(lists: Record<Group, Person[]>, group: Group, pieces: readonly Piece[]): void {
  for (const entry of entries(pieces, GUEST_LISTS.has(group))) {
    const text = joinLines(entry.map((piece) => piece.text));
    const deputy =
      /^(.*?)\s*[,(–-]?\s*\b(?:supp(?:l(?:eant)?)?\.?|suppleant)\s*(?:for\s+\S+\s*)?:?\s*(.+?)\s+(?:deltog|deltager|mødte)\.?\)?$/i.exec(
        text,
      );
    if (deputy?.[2]) {
      const member = parsePerson(deputy[1] ?? '');
      const organisation = isOrganisation((deputy[1] ?? '').trim())
        ? (deputy[1] ?? '').trim()
        : (member?.organisation ?? null);
      const person = parsePerson(deputy[2]);
      if (person)
        lists.attendees.push({
          ...person,
          organisation: person.organisation ?? organisation,
          where: spansOf(entry),
        });
      if (member && !isOrganisation(member.name)) lists.apologies.push({ ...member, where: spansOf(entry) });
      continue;
    }
    for (const part of splitNames(text)) {
      const person = parsePerson(part);
      if (person) lists[group].push({ ...person, where: spansOf(entry) });
    }
  }
}
