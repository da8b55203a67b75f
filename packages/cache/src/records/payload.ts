/** A JSON object of which nothing is known yet: what a payload is until each field was looked at. */
export type Payload = Readonly<Record<string, unknown>>;

/** Whether a value of a payload is an object, and neither `null` nor an array. */
export function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; none when it is no list. */
export function payloadsOf(value: unknown): readonly Payload[] {
  return Array.isArray(value) ? value.filter(isPayload) : [];
}

const MAX_ID_LENGTH = 20;
const ZERO = '0'.charCodeAt(0);

/**
 * The value if it is an id as Discord writes them: digits in a string. A number is none, since those above 2^53 have lost their last digits already.
 *
 * @see {@link https://docs.discord.com/developers/reference#snowflakes | Snowflakes}
 */
export function idOf(value: unknown): string | undefined {
  return typeof value === 'string' && isSnowflake(value) ? value : undefined;
}

/** Several ids of every event are checked, so it is done without a regular expression. */
function isSnowflake(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > MAX_ID_LENGTH || text.charCodeAt(0) === ZERO) return false;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}

/** The ids of a list; none when it is no list. */
export function idsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => idOf(each) !== undefined) : [];
}

/** Compares two ids by age: below 0 when `left` is the older one. The longer of two ids without leading zeros is the greater one. */
export function compareIds(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A text, or `undefined` for everything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A text or `null`, or `undefined` for everything else. */
export function nullableText(value: unknown): string | null | undefined {
  return value === null ? null : textOf(value);
}

/** An id or `null`, or `undefined` for everything else. */
export function nullableId(value: unknown): string | null | undefined {
  return value === null ? null : idOf(value);
}

/** A whole number, or `undefined` for everything else. */
export function integerOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** Sets a field of a payload under construction, unless it is absent: absent is not `null`. */
export function put(target: Record<string, unknown>, key: string, value: unknown): void {
  if (value !== undefined) target[key] = value;
}

/** A field after an update: what is absent stays. */
export function patched<T>(before: T, value: unknown, read: (value: unknown) => T): T {
  return value === undefined ? before : read(value);
}

/** A payload with the fields of a later one laid over it: what is absent there stays, `null` clears. */
export function merged(before: Payload, patch: Payload): Payload {
  return { ...before, ...patch };
}
