const ID = /\d{15,20}/g;
const TIMESTAMP = /<t:-?\d+/g;

/**
 * The source of a pattern for a text that is another in every run, because there is a time or an id in it that nobody knows; `null` for a text that is
 * always the same.
 */
export function changingPattern(text: string, isKnown: (id: string) => boolean): string | null {
  const isChanging = text.search(TIMESTAMP) !== -1 || [...text.matchAll(ID)].some(([id]) => !isKnown(id));
  if (!isChanging) return null;
  const escaped = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('\n', '\\n');
  return `^${escaped.replace(TIMESTAMP, '<t:-?\\d+').replace(ID, '\\d+')}$`;
}
