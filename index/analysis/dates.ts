const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const MONTH =
  '(?<month>januar|jan|februar|feb|marts|mar|april|apr|maj|juni|jun|juli|jul|august|aug|september|sept|sep|oktober|okt|november|nov|december|dec)\\.?';
const YEAR = '(?<year>(?:19|20)\\d{2})';
const WRITTEN = new RegExp(`(?<![\\p{L}\\d.])(?:(?<day>\\d{1,2})\\.?\\s+)?${MONTH}\\s+${YEAR}(?!\\d)`, 'giu');
const NUMERIC = /(?<![\d.,])(?<day>\d{1,2})[./-](?<month>\d{1,2})[./-](?<year>(?:19|20)\d{2})(?!\d)/g;
const ISO = /(?<![\d-])(?<year>(?:19|20)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/g;

/** Every date holds a year; looking around those that a text has is far quicker than looking everywhere. */
const YEARS = /(?:19|20)\d{2}/g;
/** What precedes a year, "30. september ", and follows it, "-06-19"; with some room for spaces. */
const BEFORE = 24;
const AFTER = 12;

export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** "2024-06-19", or "2024-06" where no day is named. */
  readonly value: string;
}

/** Days and months that a Danish text names: "19. juni 2024", "19.6.2024", "juni 2024". */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const [from, to] of aroundYears(text)) {
    const part = text.slice(from, to);
    for (const pattern of [WRITTEN, NUMERIC, ISO]) {
      for (const match of part.matchAll(pattern)) {
        const value = isoDate(match.groups ?? {});
        const start = from + match.index;
        if (value) found.push({ start, end: start + match[0].length, value });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Stretches of a text that hold all its years, none overlapping another. */
function aroundYears(text: string): [number, number][] {
  const around: [number, number][] = [];
  for (const { index } of text.matchAll(YEARS)) {
    const from = Math.max(0, index - BEFORE);
    const to = Math.min(text.length, index + AFTER);
    const last = around.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else around.push([from, to]);
  }
  return around;
}

function isoDate({ day, month = '', year }: Readonly<Record<string, string | undefined>>): string | null {
  const named = MONTHS.indexOf(month.toLowerCase().slice(0, 3)) + 1;
  const inYear = named || Number(month);
  if (inYear < 1 || inYear > 12) return null;
  const monthText = `${year}-${String(inYear).padStart(2, '0')}`;
  if (day === undefined) return monthText;
  const inMonth = Number(day);
  return inMonth >= 1 && inMonth <= 31 ? `${monthText}-${String(inMonth).padStart(2, '0')}` : null;
}
