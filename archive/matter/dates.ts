/** A date as a text has it; what it leaves out is null. */
export interface DatedWords {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number;
  /** Null for "juni 2022". */
  readonly day: number | null;
}

/**
 * Dates in running text: "26. april 2023", "den 26. april", "26/4 2023",
 * "26-04-2023", "2023-04-26", "3/2-2023", "juni 2022". In "26. april og 14. juni 2022" both are
 * of 2022. Figures that are no date (a fraction, a case number) are left out.
 */
export function findDates(text: string): DatedWords[] {
  return [...text.matchAll(DATE)].flatMap((match) => {
    const groups = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const name = groups.month ?? groups.monthAlone;
    const month = name
      ? MONTHS.indexOf(name.toLowerCase()) + 1
      : Number(groups.numericMonth ?? groups.isoMonth);
    const day = groups.monthAlone ? null : Number(groups.day ?? groups.numericDay ?? groups.isoDay);
    const year = yearOf(
      groups.year ??
        groups.numericYear ??
        groups.isoYear ??
        groups.yearAlone ??
        SHARED_YEAR.exec(text.slice(end))?.[1],
    );
    return isCalendarDay(year, month, day) ? [{ start, end, year, month, day }] : [];
  });
}

const MONTHS = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];
const NAMES = MONTHS.join('|');

const DATE = new RegExp(
  [
    `(?<![\\d./-])(?<day>[0-3]?\\d)\\.\\s?(?<month>${NAMES})\\b(?:,?\\s(?<year>(?:19|20)\\d\\d)\\b)?`,
    '(?<![\\d./-])(?<isoYear>20\\d\\d)-(?<isoMonth>[01]\\d)-(?<isoDay>[0-3]\\d)(?![\\d-])',
    '(?<![\\d./-])(?<numericDay>[0-3]?\\d)(?:\\s?[-./]\\s?)(?<numericMonth>[01]?\\d)(?:(?:\\s?[-./]\\s?|\\s)(?<numericYear>(?:19|20)\\d\\d|\\d\\d)(?!\\d))?(?![\\d./-]*\\d)',
    `(?<![\\d.]\\s?)\\b(?<monthAlone>${NAMES})\\s(?<yearAlone>(?:19|20)\\d\\d)\\b`,
  ].join('|'),
  'giu',
);

/** "… og 14. juni 2022" after a date without a year. */
const SHARED_YEAR = new RegExp(
  `^(?:,|\\s(?:og|samt|eller))\\s(?:(?:den|d\\.)\\s)?[0-3]?\\d\\.\\s?(?:${NAMES})\\s((?:19|20)\\d\\d)\\b`,
  'iu',
);

function yearOf(digits: string | undefined): number | null {
  if (digits === undefined) return null;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function isCalendarDay(year: number | null, month: number, day: number | null): boolean {
  if (month < 1 || month > 12) return false;
  // Where the year is unknown the 29th of February may be right.
  return day === null || (day >= 1 && day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate());
}
