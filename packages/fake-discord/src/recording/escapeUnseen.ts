/** Line breaks, control characters, half surrogates, and what turns the direction of a text around: in a source they would show another text than there is. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text in which nothing hides, as it stands in quotes, in backticks or in a pattern. */
export function escapeUnseen(text: string): string {
  return text.replace(
    UNSEEN,
    (found) =>
      SHORT[found] ??
      codeUnits(found)
        .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
        .join(''),
  );
}

function codeUnits(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
