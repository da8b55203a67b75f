const letters = new Intl.Segmenter();

/** The first letter of a name as people count: an emoji of many code points is one. */
export function firstLetter(name: string): string {
  const [first] = letters.segment(name);
  return first?.segment ?? '?';
}
