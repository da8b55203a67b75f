const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const shortDay = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const minutes = { hour: 'numeric', minute: '2-digit' } as const;
const withSeconds = { ...minutes, second: '2-digit' } as const;

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: minutes,
  T: withSeconds,
  d: shortDay,
  D: day,
  f: { ...day, ...minutes },
  F: { weekday: 'long', ...day, ...minutes },
  s: { ...shortDay, ...minutes },
  S: { ...shortDay, ...withSeconds },
};

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** How a reader writes times. Left out: as the browser does. */
export interface TimeHabits {
  readonly locale?: string;
  readonly timeZone?: string;
}

/**
 * A `<t:seconds:style>` as text; `R` counts from now.
 *
 * @see {@link https://docs.discord.com/developers/reference#message-formatting-timestamp-styles | Timestamp styles}
 */
export function formatTimestamp(seconds: number, style: string, nowMs: number, habits: TimeHabits = {}): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return 'Invalid date';
  if (style === 'R') return relative(seconds - Math.floor(nowMs / 1000), habits.locale);
  const zone = habits.timeZone === undefined ? {} : { timeZone: habits.timeZone };
  return new Intl.DateTimeFormat(habits.locale, { ...(styles[style] ?? styles['f']), ...zone }).format(date);
}

function relative(seconds: number, locale: string | undefined): string {
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / length), unit);
}
