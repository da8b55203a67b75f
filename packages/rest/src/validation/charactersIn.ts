/**
 * How many characters Discord counts: code points, as its staff said (discord-api-docs#1315). It cuts white space off both ends in most places, so that
 * it is not counted here anywhere.
 */
export function charactersIn(text: string): number {
  const trimmed = text.trim();
  let characters = trimmed.length;
  for (let index = 0; index < trimmed.length; index += 1) {
    if ((trimmed.codePointAt(index) ?? 0) > 0xffff) {
      characters -= 1;
      index += 1;
    }
  }
  return characters;
}
