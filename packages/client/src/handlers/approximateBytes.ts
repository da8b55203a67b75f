const OBJECT_BYTES = 56;
const SLOT_BYTES = 8;
const STRING_BYTES = 16;

/** About how much room a parsed payload takes up, in bytes: near enough for a limit, and far cheaper than to write it out as text. */
export function approximateBytes(data: unknown): number {
  const open: unknown[] = [data];
  let bytes = 0;
  // No recursion: how deep it goes is for the sender to say.
  while (open.length > 0) {
    const value = open.pop();
    bytes += SLOT_BYTES;
    if (typeof value === 'string') bytes += STRING_BYTES + value.length;
    if (typeof value !== 'object' || value === null) continue;
    bytes += OBJECT_BYTES;
    for (const each of Object.values(value)) open.push(each);
  }
  return bytes;
}
