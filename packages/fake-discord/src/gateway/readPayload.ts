/** The longest payload that a client may send. */
export const MAX_PAYLOAD_BYTES = 4_096;

/** A client's payload, as far as every op has it. */
export type ReadPayload =
  | { readonly type: 'payload'; readonly op: number; readonly d: unknown; readonly bytes: number }
  | { readonly type: 'undecodable'; readonly offence: string; readonly bytes: number };

/**
 * Decodes a text frame. What is not JSON, not an object or too long "could not be decoded" (4002); whether the op is one that exists is
 * another question.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#sending-events | Sending events}
 */
export function readPayload(text: string): ReadPayload {
  const bytes = utf8Length(text);
  if (bytes > MAX_PAYLOAD_BYTES) return { type: 'undecodable', offence: `a payload of ${bytes} bytes`, bytes };
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return { type: 'undecodable', offence: 'JSON that is no object', bytes };
    const op = value['op'];
    return { type: 'payload', op: typeof op === 'number' ? op : Number.NaN, d: value['d'], bytes };
  } catch {
    // The syntax error says nothing that the offence does not.
    return { type: 'undecodable', offence: 'text that is no JSON', bytes };
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The length in UTF-8, without `Buffer`. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) bytes += 1;
    if (unit >= 0x800) bytes += 1;
    // A surrogate pair is four bytes: three of its first unit and the one that every unit has.
    if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(index + 1))) index += 1;
  }
  return bytes;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
