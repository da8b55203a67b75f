/** An instant as Discord writes it: ISO 8601 with microseconds and an offset instead of `Z`. */
export function isoTime(wallMs: number): string {
  return new Date(wallMs).toISOString().replace('Z', '000+00:00');
}
