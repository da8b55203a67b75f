/** What a terminal or a log reader would obey instead of showing: C0 and C1 controls, other line ends, and what turns or hides text. */
const OBEYED = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const OBEYED_IN_LINES = /[^\P{Cc}\n\t]|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** `text` on one line, with everything that a terminal would obey written out as `\u001b`. */
export function printable(text: string): string {
  return text.replace(OBEYED, escaped);
}

/** The same for text that has lines of its own, such as a stack. */
export function printableLines(text: string): string {
  return text.replace(OBEYED_IN_LINES, escaped);
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
