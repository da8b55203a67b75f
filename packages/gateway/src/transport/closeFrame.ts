/** A control frame carries 125 bytes, of which the code takes two. */
const MAX_REASON_BYTES = 123;

/** Whether a close frame may carry this code; the others stand for ends without a frame. */
export function isSendableCode(code: number): boolean {
  if (!Number.isInteger(code)) return false;
  return (code >= 1000 && code <= 1014 && code !== 1004 && code !== 1005 && code !== 1006) || (code >= 3000 && code <= 4999);
}

/** As much of `reason` as fits into a close frame, in whole characters. */
export function fitReason(reason: string): Buffer {
  const bytes = Buffer.alloc(MAX_REASON_BYTES);
  const { written } = new TextEncoder().encodeInto(reason, bytes);
  return bytes.subarray(0, written);
}
