/** Dates as sources write them, to ISO 8601, to the day, the month or the year: what is known and no more. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const EARLIEST_YEAR = 1600;

const NUMERIC = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:\/{0,2}|[T ].*)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_FIRST = new RegExp(`^${MONTH_NAME} (?:(\\d{1,2})(?:st|nd|rd|th)?,? )?(\\d{4})$`, 'i');
const DAY_FIRST = new RegExp(
  `^(?:[a-z]{3,9},? )?(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH_NAME}[ -,]*(\\d{4})(?: .*)?$`,
  'i',
);

/** @returns `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for what is no date */
export function toIsoDate(raw: string): string | undefined {
  const text = raw.trim().replace(/\s+/g, ' ');
  const numeric = NUMERIC.exec(text) ?? COMPACT.exec(text);
  if (numeric) return isoDate(Number(numeric[1]), toNumber(numeric[2]), toNumber(numeric[3]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return isoDate(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? ''), toNumber(monthFirst[2]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return isoDate(Number(dayFirst[3]), monthNumber(dayFirst[2] ?? ''), Number(dayFirst[1]));
  return undefined;
}

/** 1 to 12 for a month's name, its beginning or its number; undefined otherwise. */
export function monthNumber(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  const index = MONTHS.indexOf(word.slice(0, 3));
  if (index >= 0 && /^[a-z]+\.?$/.test(word)) return index + 1;
  const number = Number(word);
  return Number.isInteger(number) && number >= 1 && number <= 12 ? number : undefined;
}

/** The date from its parts; a part that cannot be (month 13, 30 February) is left out with all that is finer. */
export function isoDate(year: number, month?: number, day?: number): string | undefined {
  if (!Number.isInteger(year) || year < EARLIEST_YEAR || year > 9999) return undefined;
  const y = String(year);
  if (month === undefined || month < 1 || month > 12) return y;
  const m = `${y}-${String(month).padStart(2, '0')}`;
  if (day === undefined || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return m;
  return `${m}-${String(day).padStart(2, '0')}`;
}

function toNumber(text: string | undefined): number | undefined {
  return text === undefined || text === '' ? undefined : Number(text);
}
