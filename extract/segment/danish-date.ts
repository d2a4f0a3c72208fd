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
]; // prettier-ignore
const MONTH =
  '(jan(?:uar)?|feb(?:ruar)?|marts?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

export interface FoundDate {
  /** ISO. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

const FORMS: readonly { pattern: RegExp; order: 'dmy' | 'ymd' }[] = [
  { pattern: /(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/g, order: 'ymd' },
  { pattern: /(?<!\d)(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?((?:19|20)\d{2})(?!\d)/g, order: 'dmy' },
  { pattern: /(?<![\d/])(\d{1,2})\/(\d{1,2})[\s-]+((?:19|20)\d{2})(?!\d)/g, order: 'dmy' },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\s?\\.?\\s?${MONTH}\\.?,?\\s+((?:19|20)\\d{2})(?!\\d)`, 'gi'),
    order: 'dmy',
  },
];
/** Two-digit years only where a label or a file name says that a date is meant. */
const SHORT = /(?<!\d)(\d{1,2})[-./](\d{1,2})[-./](\d{2})(?!\d)/g;
const COMPACT = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/g;

/** Every date of a text, in its order; impossible days are none. */
export function findDates(text: string, options: { short?: boolean; compact?: boolean } = {}): FoundDate[] {
  if (!/(?:19|20)\d{2}/.test(text) && !(options.short && /\d/.test(text))) return [];
  const found: FoundDate[] = [];
  const add = (
    match: RegExpMatchArray,
    year: string | undefined,
    month: string | undefined,
    day: string | undefined,
  ) => {
    const date = isoDate(year, month, day);
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (date && !found.some((other) => start < other.end && end > other.start))
      found.push({ date, start, end });
  };
  for (const { pattern, order } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      if (order === 'ymd') add(match, match[1], match[2], match[3]);
      else add(match, match[3], match[2], match[1]);
    }
  }
  if (options.short)
    for (const match of text.matchAll(SHORT)) add(match, `20${match[3]}`, match[2], match[1]);
  if (options.compact) for (const match of text.matchAll(COMPACT)) add(match, match[1], match[2], match[3]);
  return found.sort((a, b) => a.start - b.start);
}

function isoDate(year = '', month = '', day = ''): string | null {
  const numeric = /^\d+$/.test(month)
    ? Number(month)
    : MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3))) + 1;
  if (numeric < 1 || numeric > 12) return null;
  // The day after the month's last one is the next month's first.
  const meant = new Date(Date.UTC(Number(year), numeric - 1, Number(day)));
  if (meant.getUTCMonth() !== numeric - 1 || meant.getUTCDate() !== Number(day)) return null;
  return `${year}-${String(numeric).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** "kl. 9.30-12", "09:30", "kl. 10": when a meeting begins, as HH:MM. */
export function findTime(text: string): { time: string; start: number; end: number } | null {
  const match =
    /\bkl(?:okken)?\.?\s*(\d{1,2})(?:\s?[.:]\s?(\d{2}))?(?!\d)/i.exec(text) ??
    /(?<![\d.])(\d{1,2})[:.](\d{2})(?![\d.]\d)(?!\d)/.exec(text);
  if (!match?.[1]) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (hour > 23 || minute > 59) return null;
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { time, start: match.index, end: match.index + match[0].length };
}
