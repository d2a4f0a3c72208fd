import type { Person } from '../../core/document.ts';
import type { Line } from './lines.ts';
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
    /^(?:afbud(?:\s+fra)?|forfald|fraværende|afbud og fravær|meldt afbud|ikke til stede|fravær(?:ende)? med afbud)$/,
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
    /^(?:kl[ -]?udvalgsmedlemmer|observatører|øvrige(?: deltagere)?|også til stede|desuden deltog|andre deltagere|suppleanter)$/,
  ],
  [
    'attendees',
    /^(?:deltagere|deltog|til ?stede(?: var)?|mødedeltagere|fremmødte|mødte|medlemmer(?: til stede)?|tilstede(?:værende)?|deltagende medlemmer|kkr-medlemmer|medlemmer af kkr.{0,15}|følgende deltog|formandskab(?:et)?)$/,
  ],
];

/** The lists of who was there, as they stand before the first item. */
export function readAttendance(front: readonly Line[]): Attendance {
  const lists: Record<Group, Person[]> = {
    attendees: [],
    apologies: [],
    guests: [],
    secretariat: [],
    others: [],
  };
  let group: Group | null = null;
  let known: Group | null = null;
  const pending: Piece[] = [];
  const flush = () => {
    if (group && pending.length > 0) addPeople(lists, group, pending);
    pending.length = 0;
  };
  for (const line of front) {
    const head = headingOf(line.text);
    if (head) {
      flush();
      group = head.group === 'none' ? (known ?? 'attendees') : head.group;
      known = head.group === 'none' ? known : head.group;
      if (head.group === 'none') group = null;
      if (head.rest !== '')
        pending.push({
          line,
          text: head.rest,
          start: line.start === null ? null : line.start + line.text.length - head.rest.length,
        });
      if (head.group === 'none') group = 'attendees';
      continue;
    }
    if (!group) continue;
    if (endsLists(line)) {
      flush();
      group = null;
      continue;
    }
    for (const column of columns(line)) pending.push(column);
  }
  flush();
  return lists;
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

function endsLists(line: Line): boolean {
  return (
    /^(?:mission|vision|dato|sted|tid|dagsorden|referat|indhold\S*|bilag|pkt\.?|punkt)\b\s*:?/i.test(
      line.text,
    ) ||
    /^\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}/u.test(line.text) ||
    /(?:[.…]\s?){4,}\s*\d+$/.test(line.text)
  );
}

/** Two columns on one line stand apart by a wide gap; a municipality alone belongs to the name before it. */
function columns(line: Line): Piece[] {
  const pieces: Piece[] = [];
  for (const match of line.text.matchAll(/\S+(?: {1,2}\S+)*/g)) {
    const last = pieces.at(-1);
    if (last && isOrganisation(match[0]) && !/Kommune/.test(last.text)) {
      pieces[pieces.length - 1] = { ...last, text: `${last.text}, ${match[0]}` };
    } else
      pieces.push({ line, text: match[0], start: line.start === null ? null : line.start + match.index });
  }
  return pieces;
}

function isOrganisation(text: string): boolean {
  return /^\p{Lu}[\p{L} -]+\s(?:Kommune|Regionskommune)$|^(?:KL|Region \p{Lu}\p{L}+)$/u.test(text);
}

function addPeople(lists: Record<Group, Person[]>, group: Group, pieces: readonly Piece[]): void {
  for (const entry of entries(pieces, group)) {
    const text = joinLines(entry.map((piece) => piece.text)).replace(/^[-–—•·▪›»*]\s*/, '');
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

/** A person may take two lines: "… K17-tovholder på sundhedsområdet - under / punkt 2.1". */
function entries(pieces: readonly Piece[], group: Group): Piece[][] {
  const result: Piece[][] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const before = last?.at(-1)?.text ?? '';
    const joins =
      last !== undefined &&
      (/[,–-]$|\b(?:og|under|for|af|i)$/.test(before) ||
        /^[a-zæøå(]/.test(piece.text) ||
        (isOrganisation(piece.text) && !/Kommune/.test(before)) ||
        (group !== 'attendees' && group !== 'apologies' && /^(?:punkt|pkt)\b/i.test(piece.text)));
    if (joins) last.push(piece);
    else result.push([piece]);
  }
  return result;
}

/** "Anna Ny (V), Bo Gammel (A) og Carl Lund (C)": several to a line, when no municipality is named. */
function splitNames(text: string): string[] {
  if (/[;]/.test(text)) return text.split(/\s*;\s*/).filter((part) => part !== '');
  const byParty = text.match(/[^,()]+\([^)]{1,20}\)(?:,\s*[\p{L} -]+?\sKommune)?/gu);
  if (byParty && byParty.length >= 2)
    return byParty.map((part) => part.replace(/^(?:\s*,|\s+og)\s*/, '').trim());
  const byKommune = text.match(/\p{Lu}[^,;]+,\s*[\p{L} -]+?\sKommune(?=\s*(?:,|og|$))/gu);
  if (byKommune && byKommune.length >= 2) return byKommune.map((part) => part.replace(/^og\s+/, '').trim());
  const names = text.split(/\s*,\s*|\s+og\s+/);
  if (names.length >= 3 && names.every((name) => /^\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]*){1,4}$/u.test(name)))
    return names;
  return [text];
}

const OFFICE =
  /^((?:1\.\s?|2\.\s?|vice)?(?:borgmester|viceborgmester|rådmand|kommunaldirektør|direktør|kontorchef|chefkonsulent|specialkonsulent|konsulent|seniorkonsulent|tilsynschef|formand|næstformand|byrådsmedlem|kommunalbestyrelsesmedlem|regionsrådsmedlem|regionsrådsformand|overborgmester|udviklingschef|centerchef|sekretariatschef|rektor|fuldmægtig|afdelingschef|vicedirektør|udvalgsformand|sundhedsdirektør|socialdirektør|\p{Ll}*(?:chef|direktør|konsulent|leder|formand)))\s+(?=\p{Lu})/iu;

/** Name, party, office and organisation of one entry; null where no name can be made out. */
export function parsePerson(entry: string): Person | null {
  let text = entry
    .replace(/\s+/g, ' ')
    .replace(/[.,;]\s*$/, '')
    .trim();
  if (text === '' || /^(?:ingen|intet|alle|-)$/i.test(text)) return null;
  const items = [
    ...text.matchAll(
      /(?:under|til|ved|vedr\.?|\()\s*(?:sag|punkt|pkt\.?|dagsordenspunkt)\s*(?:nr\.?\s*)?(\d{1,2}(?:\.\d{1,2})*)(?:\s*(?:og|,)\s*(\d{1,2}(?:\.\d{1,2})*))?/gi,
    ),
  ].flatMap((match) => match.slice(1).filter((part) => part !== undefined));
  text = text
    .replace(
      /\s*[-–,(]*\s*(?:via teams\s*)?(?:deltog\s+)?(?:under|til|ved|vedr\.?)?\s*\(?\b(?:sag|punkt|pkt\.?|dagsordenspunkt)\s*(?:nr\.?\s*)?\d.*$/i,
      '',
    )
    .trim();
  let party: string | null = null;
  text = text
    .replace(/\s*\(([A-ZÆØÅ]{1,3}|Å|[A-ZÆØÅ]\p{Ll}{1,20}(?:\s\p{L}+){0,2})\)/u, (_, found: string) => {
      party = found;
      return '';
    })
    .trim();
  let office: string | null = null;
  text = text.replace(OFFICE, (_, found: string) => {
    office = found.trim();
    return '';
  });
  const reversed = /^(\p{Lu}[\p{L} -]+?(?:\sKommune)?)\s*:\s*(\p{Lu}.+)$/u.exec(text);
  const parts = reversed ? [reversed[2] ?? '', reversed[1] ?? ''] : text.split(/\s*,\s*|\s+[-–]\s+/);
  const name = (parts[0] ?? '').trim();
  if (!/^\p{Lu}[\p{L}.'-]*(?:\s(?:af|von|van|de|la|der|den|\p{Lu}[\p{L}.'-]*|[\p{L}'-]+)){0,6}$/u.test(name))
    return null;
  let organisation: string | null = null;
  for (const part of parts.slice(1)) {
    const bare = part.replace(/\s+via Teams$/i, '').trim();
    if (party === null && /^[A-ZÆØÅ]$/.test(bare)) party = bare;
    else if (office === null && organisation === null && OFFICE.test(`${bare} X`)) office = bare;
    else if (organisation === null && bare !== '') organisation = bare;
  }
  return {
    name,
    organisation,
    ...(party === null ? {} : { party }),
    ...(office === null ? {} : { office }),
    ...(items.length > 0 ? { items } : {}),
  };
}
