/**
 * An instant as a record keeps it: microseconds since 1970 when Discord's text is built back from it exactly, else the text itself.
 * The text takes 48 bytes, the number 16.
 */
export type PackedInstant = number | string | null | undefined;

/** Packs a timestamp of a payload. What is neither text nor `null` counts as absent. */
export function packInstant(value: unknown): PackedInstant {
  if (value === null) return null;
  if (typeof value !== 'string') return undefined;
  const micros = microsOf(value);
  return Number.isNaN(micros) ? value : micros;
}

/** Discord's text of a packed instant: six digits of a second, or none when they are all zero. */
export function instantText(packed: PackedInstant): string | null | undefined {
  if (typeof packed !== 'number') return packed;
  const micros = packed % 1_000_000;
  const seconds = new Date((packed - micros) / 1_000).toISOString().slice(0, 19);
  return micros === 0 ? `${seconds}+00:00` : `${seconds}.${String(micros).padStart(6, '0')}+00:00`;
}

/** A packed instant in milliseconds since 1970; `null` when there is none, or none that can be read. */
export function instantMs(packed: PackedInstant): number | null {
  if (packed == null) return null;
  const ms = typeof packed === 'number' ? Math.floor(packed / 1_000) : Date.parse(packed);
  return Number.isNaN(ms) ? null : ms;
}

const WHOLE_SECONDS = 'YYYY-MM-DDTHH:mm:ss+00:00'.length;
const WITH_MICROS = 'YYYY-MM-DDTHH:mm:ss.ffffff+00:00'.length;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The days of a year before each month, without a leap day. */
const DAYS_BEFORE = MONTH_DAYS.map((_, month) => MONTH_DAYS.slice(0, month).reduce((sum, days) => sum + days, 0));
const [DASH, COLON, POINT, T] = ['-', ':', '.', 'T'].map((mark) => mark.charCodeAt(0));
const ZERO = '0'.charCodeAt(0);
const DAY_SECONDS = 86_400;
const LEAP_DAYS_UNTIL_1970 = 477;

/** NaN for everything but the two forms that Discord writes. Every member and message has one, so it is read without building anything. */
function microsOf(text: string): number {
  const hasMicros = text.length === WITH_MICROS;
  if ((!hasMicros && text.length !== WHOLE_SECONDS) || !hasMarks(text, hasMicros)) return Number.NaN;
  const year = pair(text, 0) * 100 + pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  const hour = pair(text, 11);
  const minute = pair(text, 14);
  const second = pair(text, 17);
  const micros = hasMicros ? (pair(text, 20) * 100 + pair(text, 22)) * 100 + pair(text, 24) : 0;
  // Six zeros are not what it would be written as. Before 1970 the remainder of a division is negative.
  if ((hasMicros && micros === 0) || !(year >= 1970) || !isDay(year, month, day) || !(hour < 24 && minute < 60 && second < 60))
    return Number.NaN;
  return (daysSince1970(year, month, day) * DAY_SECONDS + hour * 3_600 + minute * 60 + second) * 1_000_000 + micros;
}

function hasMarks(text: string, hasMicros: boolean): boolean {
  const isDate = text.charCodeAt(4) === DASH && text.charCodeAt(7) === DASH && text.charCodeAt(10) === T;
  const isTime = text.charCodeAt(13) === COLON && text.charCodeAt(16) === COLON && (!hasMicros || text.charCodeAt(19) === POINT);
  return isDate && isTime && text.endsWith('+00:00');
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= (month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0));
}

/** As `Date.UTC` counts, at a tenth of the time. */
function daysSince1970(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - LEAP_DAYS_UNTIL_1970;
  return (year - 1970) * 365 + leapDays + (DAYS_BEFORE[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;
}

/** The number of two digits; NaN when they are none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
