/** Three dot-separated base64url runs of the lengths that bot tokens have: it matches by shape, so it also catches tokens nobody registered. */
const TOKEN_SHAPE = /[\w-]{20,40}\.[\w-]{5,8}\.[\w-]{25,120}/g;

/** `text` with everything that has the shape of a bot token replaced by `[redacted]`. */
export function redact(text: string): string {
  return text.replace(TOKEN_SHAPE, '[redacted]');
}
