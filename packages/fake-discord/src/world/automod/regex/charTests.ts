import type { CharTest } from './RegexNode.js';

const WORD = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]$/u;

/** The classes that have a letter; their capitals mean the opposite. Rust's are those of Unicode. */
const CLASSES: Readonly<Record<string, RegExp>> = { d: /^\p{Nd}$/u, s: /^\p{White_Space}$/u, w: WORD };

/** The classes that have a name within brackets: `[[:alpha:]]`. */
const POSIX: Readonly<Record<string, RegExp>> = {
  alnum: /^[0-9A-Za-z]$/,
  alpha: /^[A-Za-z]$/,
  digit: /^[0-9]$/,
  lower: /^[a-z]$/,
  punct: /^[!-/:-@[-`{-~]$/,
  space: /^[\t\n\v\f\r ]$/,
  upper: /^[A-Z]$/,
  word: /^[0-9A-Za-z_]$/,
  xdigit: /^[0-9A-Fa-f]$/,
};

/** The classes of Unicode's that JavaScript knows under another name than Rust. */
const PROPERTY_FORMS = [(name: string) => name, (name: string) => `Script=${name}`];

export function isWord(char: string | undefined): boolean {
  return char !== undefined && WORD.test(char);
}

export function literal(wanted: string): CharTest {
  return (char) => char === wanted;
}

export function range(first: string, last: string): CharTest {
  const [from = 0, to = 0] = [first.codePointAt(0), last.codePointAt(0)];
  return (char) => {
    const point = char.codePointAt(0) ?? -1;
    return point >= from && point <= to;
  };
}

export function anyOf(tests: readonly CharTest[]): CharTest {
  return (char) => tests.some((fits) => fits(char));
}

export function not(test: CharTest): CharTest {
  return (char) => !test(char);
}

/** The same, whichever way a letter is written. */
export function inAnyCase(test: CharTest): CharTest {
  return (char) => test(char) || test(char.toLowerCase()) || test(char.toUpperCase());
}

/** `\d`, `\S` and so on; `undefined` for a letter that names no class. */
export function classOf(letter: string): CharTest | undefined {
  const pattern = CLASSES[letter.toLowerCase()];
  if (pattern === undefined) return undefined;
  return letter === letter.toLowerCase() ? (char) => pattern.test(char) : (char) => !pattern.test(char);
}

/** `alpha` or `^alpha`. */
export function posixClassOf(name: string): CharTest | undefined {
  const pattern = POSIX[name.replace('^', '')];
  if (pattern === undefined) return undefined;
  return name.startsWith('^') ? (char) => !pattern.test(char) : (char) => pattern.test(char);
}

/** `\p{…}` by what stands in its braces. */
export function propertyOf(name: string): CharTest | undefined {
  for (const form of PROPERTY_FORMS) {
    try {
      const pattern = new RegExp(`^\\p{${form(name)}}$`, 'u');
      return (char) => pattern.test(char);
    } catch {
      // Not known under this name.
    }
  }
  return undefined;
}
