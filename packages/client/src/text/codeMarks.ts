const INVISIBLE = '\u200b';
const LANGUAGE = /^[\w+.#-]{1,40}$/;

/**
 * `text` between backticks, as many as it takes: what is inside never ends the code. Where nothing else helps, an invisible space goes between two
 * backticks.
 */
export function inlineCode(text: string): string {
  if (text === '') return '';
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  const inside = runs.has(1) && runs.has(2) ? apart(text) : text;
  const marks = inside === text && !runs.has(1) ? '`' : '``';
  // A backtick at an end would count among the marks; Discord takes one space off again.
  const pad = inside.startsWith('`') || inside.endsWith('`') ? ' ' : '';
  return `${marks}${pad}${inside}${pad}${marks}`;
}

/** `text` as a block of code, coloured as `language` where Discord knows it. What is inside never ends the block. */
export function codeBlock(text: string, language = ''): string {
  const inside = text.includes('```') ? apart(text) : text;
  return `\`\`\`${LANGUAGE.test(language) ? language : ''}\n${inside}\n\`\`\``;
}

/** Backticks that stand beside each other, kept apart. */
function apart(text: string): string {
  return text.replace(/`(?=`)/g, `\`${INVISIBLE}`);
}
