import { normalCaseNumber as normalForm } from '../../core/case-number.ts';
import { closesByValue } from './closed.ts';
import { parseType } from './item-type.ts';

/** Case number and caseworkers as the councils' systems print them on a line. */
export interface CaseLine {
  /** Normal form; null where the line names caseworkers only. */
  readonly caseNumber: string | null;
  readonly caseworkers: readonly string[];
  /** Stated among the tags of some layouts: "Beslutningssag · SAG-2023-04410 · lha · 30 min." */
  readonly type: string | null;
  readonly closed: boolean;
}

const NOTHING_ELSE = { type: null, closed: false } as const;

const DIGITS = '[\\dOoQlI]';
const DASH = '\\s?[-–—_]\\s?';
/** SAG-2022-00570 and EMN-2022-02589, with what OCR makes of their digits. */
const MODERN = `(?:[S5]AG|EMN|DOK)${DASH}(?:[12]${DIGITS}{3})${DASH}(?:[\\dOoQlISB]{1,6})(?![\\d])`;
/** 19/3143, 2021/0004411, 19/3143-5, 2010-14477 and 25-000345. */
const YEARLY =
  '(?:(?:19|20)\\d{2}/\\d{2,7}(?:-\\d{1,3})?|\\d{2}/\\d{2,6}(?:-\\d{1,3})?|(?:19|20)\\d{2}-\\d{4,6}|\\d{2}-\\d{6})';
/** The KLE plan's numbers: 03.02.00-P35-1-14. */
const KLE = '\\d{2}\\.\\d{2}\\.\\d{2}\\s?-\\s?[A-ZÆØÅ]\\d{2}\\s?-\\s?\\d{1,4}\\s?-\\s?\\d{2}';
/** 1-21-78-4-08, as regional systems print. */
const DASHED = '\\d{1,2}-\\d{1,3}-\\d{1,3}-\\d{1,4}-\\d{2}';
const LABEL =
  '(?:sag(?=\\s*:|\\s+(?:SAG|EMN)-|\\s+(?:19|20)\\d{2}-\\d{4}|\\s+\\d{2}/\\d{3,6})|sags?\\s?-?\\s?(?:nr|n[ou]mmer|id)|j(?:ournal)?\\s?\\.?\\s?-?(?:nr|nummer)|acadre(?:sags?)?(?:\\s?nr)?|esdh(?:-?nr)?)\\s?\\.?\\s?:?';
const WORKER_LABEL =
  '(?:sagsbehandler(?:e)?|sagsansvarlig(?:e)?|kontaktperson(?:er)?|initialer|behandler|ansvarlig)\\s?:?';
const INITIALS = /^[A-Za-zÆØÅæøå]{2,5}$/;
const FULL_NAME = /^\p{Lu}[\p{L}.-]+(?:\s\p{L}[\p{L}.-]*){1,4}$/u;
/** "lmo thk": two or three initials with nothing between them. */
const SPACED = /^\p{Ll}{2,4}(?: (?!og )\p{Ll}{2,4}){1,2}$/u;
const SEPARATOR = /\s*(?:[/,;&]|\bog\b)\s*/;

const LABELLED = new RegExp(`^${LABEL}\\s*(.+)$`, 'i');
const NUMBER = new RegExp(`^(${MODERN}|${KLE}|${DASHED}|${YEARLY})(?=$|[\\s,;/()])`, 'i');
const WORKER_LINE = new RegExp(`^${WORKER_LABEL}\\s*(.+)$`, 'i');
const ANY_MODERN = new RegExp(MODERN, 'i');
const IN_TITLE = new RegExp(
  `\\s*[([](?:${LABEL}\\s*)?(${MODERN}|${KLE}|${DASHED}|${YEARLY})[)\\]]\\s*$`,
  'i',
);
const LABELLED_IN_TITLE = new RegExp(
  `\\s${LABEL}\\s*(?:${MODERN}|${KLE}|${DASHED}|${YEARLY})(?:\\s*[/,]\\s*[A-Za-zÆØÅæøå]{2,5})*\\s*$`,
  'i',
);
/** The line below a title, joined to it in a cell: "Trafikplan 2016 SAG-2014-03711 vibh". */
const MODERN_IN_TITLE = new RegExp(`\\s${MODERN}(?:\\s+[a-zæøå]{2,5}(?:\\s?[/,]\\s?[a-zæøå]{2,5})*)?$`, 'u');
const IN_TEXT = new RegExp(`${LABEL}\\s*(${MODERN}|${KLE}|${DASHED}|${YEARLY})`, 'i');

/** SAG-2O22-570 becomes SAG-2022-00570; older notations stay as printed. */
function normalCaseNumber(printed: string): string {
  const compact = printed.replace(/\s/g, '').replace(/[–—_]/g, '-');
  const modern = ANY_MODERN.test(printed) ? compact.replace(/^(.{3})-(.{4})-(.+)$/, asDigits) : compact;
  return normalForm(modern) ?? compact;
}

function asDigits(_: string, system: string, year: string, serial: string): string {
  const digits = (text: string) => text.replace(/[lI]/g, '1').replace(/S/gi, '5').replace(/B/gi, '8');
  return `${system}-${digits(year)}-${digits(serial)}`;
}

/**
 * A line that holds a case number, caseworkers, or both, and nothing else:
 * "SAG-2022-00570 adr", "Sagsnr. 19/3143", "Sags ID: SAG-2019-01234".
 * A number of the older kinds counts only behind its label.
 */
export function parseCaseLine(text: string): CaseLine | null {
  if (text.length > 120 || !/\d|behandler|ansvarlig|initialer|kontaktperson/i.test(text)) return null;
  // What OCR makes of the dots between tags; no other line has a case number beside one.
  const parted = ANY_MODERN.test(text) ? /\s+[·•|:–-]\s+|\s*\+\s+|\t| {2,}/ : /\s+[·•|–-]\s+|\t| {2,}/;
  // In a table of facts a label has a cell of its own: "Sagsnummer:\t2018-000671\tPunkttype:\tBeslutning".
  const facts = text.replace(/:\t/g, ': ').replace(TYPE_BEFORE, '$1\t');
  const tagged = parseTags(facts.split(parted));
  if (tagged || /\s[·•|]\s/.test(text)) return tagged;
  const workers = WORKER_LINE.exec(text);
  if (workers?.[1]) {
    const names = parseWorkers(workers[1], true);
    return names.length > 0 ? { caseNumber: null, caseworkers: names, ...NOTHING_ELSE } : null;
  }
  const label = LABELLED.exec(text);
  const rest = label?.[1] ?? text;
  // The plan's own number files a case among others like it; it is no case's.
  if (label && /^\d{2}\.\d{2}\.\d{2}\s?-\s?[A-ZÆØÅ]\d{2}$/.test(rest.trim()))
    return { caseNumber: null, caseworkers: [], ...NOTHING_ELSE };
  const number = NUMBER.exec(rest);
  if (!number?.[1]) return null;
  // Without a label a number of the older kind needs its usual length, and beside it only initials: "12/1006 jn/tks".
  const alone =
    /^\d{2}(?:\/\d{4,6}|-\d{6})(?:\s+\p{Ll}{2,4}(?:\/\p{Ll}{2,4})*|,?\s+sagsbehandlere?:\s.{2,60})?$/iu.test(
      text,
    );
  if (!label && !alone && !ANY_MODERN.test(number[1]) && !/^\d{2}\./.test(number[1])) return null;
  const caseNumber = normalCaseNumber(number[1]);
  const after = rest
    .slice(number[1].length)
    .replace(/^[\s,;/|()–-]+/, '')
    .trim();
  if (after === '') return { caseNumber, caseworkers: [], ...NOTHING_ELSE };
  const named = WORKER_LINE.exec(after)?.[1];
  const names = parseWorkers(named ?? after, named !== undefined || ANY_MODERN.test(number[1]));
  return names.length > 0 || label ? { caseNumber, caseworkers: names, ...NOTHING_ELSE } : null;
}

/** Number and caseworkers that stand on lines of their own. */
export function mergeCaseLines(lines: readonly CaseLine[]): CaseLine {
  return {
    caseNumber: lines.find((line) => line.caseNumber !== null)?.caseNumber ?? null,
    caseworkers: lines.flatMap((line) => line.caseworkers),
    type: lines.find((line) => line.type !== null)?.type ?? null,
    closed: lines.some((line) => line.closed),
  };
}

/** "Beslutning Sagsnummer: SAG-2022-05021": a type on a coloured ground beside its facts. */
const TYPE_BEFORE = /^(\p{Lu}\p{L}+)\s+(?=sags?\s?-?(?:nr|nummer|id)\b)/iu;
const TAG_LABEL = /^(?:(?:punkt|sags)?type|behandling|status|offentlighed|tid)\s?:\s*/i;

/** Tags in any order, parted by dots or bars: a case number, initials, a type, a length, whether closed. */
function parseTags(tags: readonly string[]): CaseLine | null {
  if (tags.length < 2) return null;
  let caseNumber: string | null = null;
  let type: string | null = null;
  let closed = false;
  const caseworkers: string[] = [];
  for (const printed of tags) {
    const tag = printed.replace(TAG_LABEL, '');
    const named = WORKER_LINE.exec(tag)?.[1];
    const line = named === undefined ? parseCaseLine(tag) : null;
    const names = parseWorkers(named ?? tag, named !== undefined);
    if (line?.caseNumber) {
      caseNumber = line.caseNumber;
      caseworkers.push(...line.caseworkers);
    } else if (closesByValue(tag)) closed = true;
    else if (parseType(tag) !== null) type = parseType(tag);
    else if (names.length > 0) caseworkers.push(...names);
    else if (!/^(?:åben|\d+\s*min|kl\.?\s*\d|\d{1,2}[.:]\d{2})/i.test(tag)) return null;
  }
  return caseNumber !== null || type !== null ? { caseNumber, caseworkers, type, closed } : null;
}

/** Initials as printed; behind a label also names. */
function parseWorkers(text: string, labelled: boolean): string[] {
  const bare = text.trim().replace(/[.)]$/, '').replace(/\|/g, 'l');
  const names = bare.split(SPACED.test(bare) ? ' ' : SEPARATOR);
  // Initials are all capitals or none: "Imo" is how OCR reads "lmo".
  if (names.every((name) => INITIALS.test(name)))
    return names.map((name) => name.replace(/^I(?=\p{Ll}+$)/u, 'l'));
  return labelled && names.every((name) => FULL_NAME.test(name)) ? names : [];
}

export interface TitleWithCase {
  readonly title: string;
  readonly caseNumber: string;
  readonly caseworkers: readonly string[];
}

/** A case number at the end of a title: "Rammeaftale 2020 (Sagsnr. 19/3143)", "Letbane i Ring 3 Sagsnr. 2010-14477 / DFA". */
export function caseNumberInTitle(title: string): TitleWithCase | null {
  if (!/\d/.test(title)) return null;
  const bracketed = IN_TITLE.exec(title);
  if (bracketed?.[1]) {
    const caseNumber = normalCaseNumber(bracketed[1]);
    return { title: title.slice(0, bracketed.index).trim(), caseNumber, caseworkers: [] };
  }
  const labelled = LABELLED_IN_TITLE.exec(title) ?? MODERN_IN_TITLE.exec(title);
  const line = labelled ? parseCaseLine(labelled[0].trim()) : null;
  if (!labelled || !line?.caseNumber) return null;
  const { caseNumber, caseworkers } = line;
  return { title: title.slice(0, labelled.index).trim(), caseNumber, caseworkers };
}

/** The first labelled case number of a text: "Sags ID: EMN-2022-02589". */
export function labelledCaseNumber(text: string): string | null {
  const match = IN_TEXT.exec(text);
  return match?.[1] ? normalCaseNumber(match[1]) : null;
}
