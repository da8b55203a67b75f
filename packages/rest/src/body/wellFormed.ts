/** `text` as UTF-8 can carry it: a lone surrogate becomes U+FFFD, as it does on the wire. */
export function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
