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
const YEARLY = '(?<yearly>(?:(?:19|20)\\d{2}|[0-2]\\d)/\\d{3,6})';
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
