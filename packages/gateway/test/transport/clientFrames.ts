/** The opcodes and payloads of unfragmented, masked frames, as the client sends them. */
export function clientFrames(bytes: Buffer): { opcode: number; payload: Buffer }[] {
  const frames = [];
  for (let at = 0; at < bytes.length;) {
    const { begin, length } = extent(bytes, at);
    const mask = bytes.subarray(begin - 4, begin);
    const payload = bytes.subarray(begin, begin + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
    frames.push({ opcode: (bytes[at] ?? 0) & 0x0f, payload: Buffer.from(payload) });
    at = begin + length;
  }
  return frames;
}

/** Where the payload of the frame at `at` begins, behind its mask, and how long it is. */
function extent(bytes: Buffer, at: number): { begin: number; length: number } {
  const length = (bytes[at + 1] ?? 0) & 0x7f;
  if (length === 126) return { begin: at + 8, length: bytes.readUInt16BE(at + 2) };
  if (length === 127) return { begin: at + 14, length: Number(bytes.readBigUInt64BE(at + 2)) };
  return { begin: at + 6, length };
}
