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
  return !Number.isNaN(micros) && instantText(micros) === value ? micros : value;
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

const CANONICAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{6}))?\+00:00$/;

function microsOf(text: string): number {
  const match = CANONICAL.exec(text);
  if (match === null) return Number.NaN;
  // The last part is missing in an instant without a fraction.
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, micros = 0] = match
    .slice(1)
    .map((part?: string) => Number(part ?? 0));
  // Before 1970 the remainder of a division is negative.
  return year < 1970 ? Number.NaN : Date.UTC(year, month - 1, day, hour, minute, second) * 1_000 + micros;
}
