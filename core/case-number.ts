/**
 * Case numbers as people write them. The councils' own system prints
 * SAG-2022-00570 (EMN- and DOK- for other kinds of record): a year and a serial
 * number of at least five digits. In letters, on scans and in queries the same
 * number turns up as "sag 2022 570", "SAG2024-126", "2022-02369", or with the
 * letter O for 0.
 */
const DIGIT = '[\\dOoQ]';
const GAP = '[\\s\\-–—_./]{0,3}';
/** With its prefix the serial may be short; "sag 2022 570". */
const PREFIXED = `(?<system>[S5]AG|EMN|DOK)(?:snr|snummer|en)?${GAP}(?<year>(?:1[9Q]|2[0OoQ])${DIGIT}{2})${GAP}(?<serial>${DIGIT}{1,6})`;
/** Without it only the full form counts, since "2021-2022" is a span of years. */
const BARE = '(?<bareYear>(?:19|20)\\d{2})[-–](?<bareSerial>\\d{5})';
/** Other systems' numbers, kept as printed: 19/3143, 2019/003143. */
const YEARLY = '(?<yearly>(?:19|20)\\d{2}/\\d{3,7}|[0-2]\\d/\\d{3,6})';
const CASE_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${PREFIXED}|${BARE}|${YEARLY})(?![\\p{L}\\p{N}])(?!-\\d)`,
  'giu',
);

export interface FoundCaseNumber {
  readonly start: number;
  readonly end: number;
  /** "SAG-2022-00570"; other systems' as printed. */
  readonly value: string;
}

/** All case numbers of a text, in order. */
export function findCaseNumbers(text: string): FoundCaseNumber[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(CASE_NUMBER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: normalForm(match.groups ?? {}),
  }));
}

/** The normal form where the whole text is one case number, else null. */
export function normalCaseNumber(text: string): string | null {
  const trimmed = text.trim();
  const [only] = findCaseNumbers(trimmed);
  return only && only.start === 0 && only.end === trimmed.length ? only.value : null;
}

function normalForm(groups: Readonly<Record<string, string | undefined>>): string {
  if (groups.yearly) return groups.yearly;
  const system = (groups.system ?? 'SAG').toUpperCase().replace('5', 'S');
  const year = digits(groups.year ?? groups.bareYear ?? '');
  const serial = digits(groups.serial ?? groups.bareSerial ?? '');
  return `${system}-${year}-${serial.replace(/^0+(?=\d{6})/, '').padStart(5, '0')}`;
}

function digits(text: string): string {
  return text.replace(/[OoQ]/g, '0');
}

/** What people write before a case number of any system: "sag 09/0112", "j.nr. 19/3143". */
export const CASE_NAME =
  '(?:sag(?:en)?|sags?\\.?\\s?(?:nr|nummer)|journal\\.?\\s?(?:nr|nummer)|j\\.?\\s?nr|nr|nummer)\\.?:?';
/** A year and a serial number however they are parted: "08-1871", "8/1871", "2022 570". */
const YEAR_AND_SERIAL = new RegExp(
  `^(?:${CASE_NAME})?\\s*(?<year>(?:19|20)\\d{2}|\\d{1,2})${GAP.replace('{0,3}', '{1,3}')}(?<serial>\\d{1,6})$`,
  'iu',
);
const NAME_AND_FIGURES = new RegExp(`^${CASE_NAME}\\s*(?=\\d)`, 'iu');
/** Systems print serials as they are, or filled up with noughts to so many digits. */
const SERIAL_LENGTHS = [1, 4, 5, 6];

/**
 * The case numbers that may be meant by how someone writes one, in the forms in
 * which they may be kept: whoever asks for case 08/1871 writes "08-1871",
 * "8/1871" or "2008/1871" too. Each list is one case, the likeliest first; a
 * number with the prefix of its system means itself alone. What is no case number
 * is taken as it was typed.
 */
export function meantCaseNumbers(text: string): readonly (readonly string[])[] {
  const trimmed = text.trim();
  const normal = normalCaseNumber(trimmed);
  const parts = YEAR_AND_SERIAL.exec(trimmed)?.groups;
  if (!parts?.year || !parts.serial) return [[normal ?? withoutName(trimmed)]];
  const { year, serial } = parts;
  const modern = [normalForm({ year: inFull(year), serial })];
  const yearly = yearlyForms(inFull(year), serial);
  if (normal !== null && !modern.includes(normal)) return [[...new Set([normal, ...yearly])], modern];
  return year.length === 4 ? [modern, yearly] : [yearly, modern];
}

function withoutName(text: string): string {
  return text.replace(NAME_AND_FIGURES, '').replace(/\s*[-–—]\s*(?=\p{Lu}?\d)/gu, '-');
}

function inFull(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) < 60 ? '20' : '19'}${year.padStart(2, '0')}`;
}

/** As other systems print a year and a serial number: 19/3143, 2019/003143, 2010-1447, 25-000345. */
function yearlyForms(year: string, serial: string): string[] {
  const bare = serial.replace(/^0+(?=\d)/, '');
  const serials = [...new Set(SERIAL_LENGTHS.map((length) => bare.padStart(length, '0')))];
  return serials
    .flatMap((one) => [year.slice(2), year].flatMap((printed) => [`${printed}/${one}`, `${printed}-${one}`]))
    .filter((form) => (normalCaseNumber(form) ?? form) === form);
}
