import { anyOf, classOf, inAnyCase, isWord, literal, not, posixClassOf, propertyOf, range } from './charTests.js';
import type { Assertion, CharTest, RegexFlags, RegexNode } from './RegexNode.js';

const CONTROLS: Readonly<Record<string, string>> = { a: '\x07', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const FLAGS: Readonly<Record<string, keyof RegexFlags>> = { i: 'ignoresCase', m: 'isMultiLine', s: 'spansLines' };
const NOTHING: RegexNode = { kind: 'sequence', parts: [] };
const DIGITS = /^[0-9a-f]{1,6}$/i;

/** A regular expression taken apart, or what is wrong with it. */
export type ParsedRegex = { readonly complaint: string } | { readonly node: RegexNode };

/**
 * Takes a regular expression apart, of the kind that Rust has: without references back and without looking around, so that no text can make it slow.
 *
 * @see {@link https://docs.rs/regex/latest/regex/#syntax | Rust's syntax}
 */
export function parseRegex(source: string): ParsedRegex {
  const parser = new RegexParser(source);
  const node = parser.parse();
  return parser.complaint === null ? { node } : { complaint: parser.complaint };
}

class RegexParser {
  complaint: string | null = null;

  private at = 0;
  private readonly chars: readonly string[];
  private flags: RegexFlags = { ignoresCase: false, isMultiLine: false, spansLines: false };

  constructor(source: string) {
    this.chars = Array.from(source);
  }

  parse(): RegexNode {
    const node = this.choice();
    if (this.at < this.chars.length) this.complain('unopened group');
    return node;
  }

  /** Flags that are switched on in the middle hold to the end of the group. */
  private choice(): RegexNode {
    const { flags } = this;
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    this.flags = flags;
    return options.length === 1 ? (options[0] ?? NOTHING) : { kind: 'choice', options };
  }

  private sequence(): RegexNode {
    const parts: RegexNode[] = [];
    while (this.peek !== undefined && this.peek !== '|' && this.peek !== ')') parts.push(this.repeated(this.atom()));
    return { kind: 'sequence', parts };
  }

  private repeated(node: RegexNode): RegexNode {
    const times = this.times();
    if (times === null) return node;
    const isGreedy = !this.take('?');
    return this.repeated({ kind: 'repeat', node, isGreedy, ...times });
  }

  private times(): { readonly max: number; readonly min: number } | null {
    if (this.take('*')) return { min: 0, max: Infinity };
    if (this.take('+')) return { min: 1, max: Infinity };
    if (this.take('?')) return { min: 0, max: 1 };
    if (!this.take('{')) return null;
    const [, min = '', comma, max = ''] = /^(\d+)(,?)(\d*)$/.exec(this.until('}')) ?? [];
    if (min === '') return this.complain('repetition quantifier expects a valid decimal', null);
    const most = comma === '' ? Number(min) : max === '' ? Infinity : Number(max);
    if (most < Number(min)) return this.complain('invalid repetition count range', null);
    return { min: Number(min), max: most };
  }

  private atom(): RegexNode {
    const char = this.next();
    if (char === '(') return this.group();
    if (char === '[') return this.charNode(this.bracket());
    if (char === '.') return this.charNode(this.flags.spansLines ? () => true : (each) => each !== '\n');
    if (char === '^') return lineStart(this.flags);
    if (char === '$') return lineEnd(this.flags);
    if (char === '\\') return this.escape();
    if (char === '*' || char === '+' || char === '?' || char === '{')
      return this.complain('repetition operator missing expression', NOTHING);
    return this.charNode(literal(char));
  }

  private group(): RegexNode {
    if (this.take('?') && this.isFlagsOnly()) return NOTHING;
    const { flags } = this;
    const node = this.choice();
    this.flags = flags;
    if (!this.take(')')) this.complain('unclosed group');
    return node;
  }

  /** What stands behind `(?`: a name, flags for this group, or flags from here on, with which the group is over. */
  private isFlagsOnly(): boolean {
    if (this.take('P') || this.peek === '<') return this.name();
    let isOn = true;
    for (let char = this.next(); char !== ':' && char !== ')'; char = this.next()) {
      const flag = FLAGS[char];
      if (char === '-') isOn = false;
      else if (flag !== undefined) this.flags = { ...this.flags, [flag]: isOn };
      else return this.complain('unrecognized flag, or look-around, which is not supported', true);
      if (this.chars[this.at] === ')') return this.take(')');
    }
    return false;
  }

  private name(): false {
    const [, behind] = this.chars.slice(this.at);
    if (behind === '=' || behind === '!') return this.complain('look-around, which is not supported', false);
    if (!this.take('<') || !/^[A-Za-z_]\w*$/.test(this.until('>'))) this.complain('invalid group name');
    return false;
  }

  private escape(): RegexNode {
    const letter = this.peek ?? '';
    const boundary = BOUNDARIES[letter];
    if (boundary !== undefined) {
      this.at += 1;
      return { kind: 'assertion', holds: boundary };
    }
    return this.charNode(this.escaped());
  }

  /** What stands behind a backslash, as far as it is a character or a class of them. */
  private escaped(): CharTest {
    const letter = this.next();
    if (letter === 'p' || letter === 'P') return this.property(letter === 'P');
    const char = this.escapedChar(letter);
    return (
      classOf(letter) ?? (char === null ? this.complain('unrecognized escape sequence, or a back-reference', literal('')) : literal(char))
    );
  }

  private escapedChar(letter: string): string | null {
    if (letter === 'x' || letter === 'u' || letter === 'U') {
      const digits = this.take('{') ? this.until('}') : this.several({ x: 2, u: 4, U: 8 }[letter]).replace(/^0+(?=.)/, '');
      return DIGITS.test(digits) && parseInt(digits, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(digits, 16)) : null;
    }
    return CONTROLS[letter] ?? (/^[0-9A-Za-z]?$/.test(letter) ? null : letter);
  }

  private property(isNegated: boolean): CharTest {
    const name = this.take('{') ? this.until('}') : this.next();
    const test = propertyOf(name.replace('^', ''));
    if (test === undefined) return this.complain('Unicode property not found', literal(''));
    return isNegated !== name.startsWith('^') ? not(test) : test;
  }

  /** A class in brackets. A `]` right at its beginning is only a character. */
  private bracket(): CharTest {
    const isNegated = this.take('^');
    const tests: CharTest[] = this.take(']') ? [literal(']')] : [];
    while (!this.take(']')) {
      if (this.peek === undefined) return this.complain('unclosed character class', literal(''));
      if (this.peek === '&' && this.chars[this.at + 1] === '&')
        return this.complain('intersection of classes is not simulated', literal(''));
      tests.push(this.bracketItem());
    }
    return isNegated ? not(anyOf(tests)) : anyOf(tests);
  }

  private bracketItem(): CharTest {
    const char = this.next();
    if (char === '[') return this.take(':') ? this.posix() : this.bracket();
    const isClass = char === '\\' && /[dswpDSWP]/.test(this.peek ?? '');
    if (isClass) return this.escaped();
    const first = this.bracketChar(char);
    if (this.peek !== '-' || this.chars[this.at + 1] === ']' || this.chars[this.at + 1] === undefined) return literal(first);
    this.at += 1;
    const last = this.bracketChar(this.next());
    return (first.codePointAt(0) ?? 0) > (last.codePointAt(0) ?? 0)
      ? this.complain('invalid character class range', literal(''))
      : range(first, last);
  }

  private bracketChar(char: string): string {
    if (char !== '\\') return char;
    return this.escapedChar(this.next()) ?? this.complain('unrecognized escape sequence', '');
  }

  private posix(): CharTest {
    const test = posixClassOf(this.until(':'));
    return test !== undefined && this.take(']') ? test : this.complain('unrecognized class', literal(''));
  }

  private charNode(test: CharTest): RegexNode {
    return { kind: 'char', fits: this.flags.ignoresCase ? inAnyCase(test) : test };
  }

  private get peek(): string | undefined {
    return this.chars[this.at];
  }

  private next(): string {
    const char = this.chars[this.at];
    if (char === undefined) return this.complain('incomplete', ')');
    this.at += 1;
    return char;
  }

  private take(char: string): boolean {
    if (this.peek !== char) return false;
    this.at += 1;
    return true;
  }

  private several(count: number): string {
    return Array.from({ length: count }, () => this.next()).join('');
  }

  private until(end: string): string {
    const from = this.at;
    while (this.peek !== undefined && this.peek !== end) this.at += 1;
    const text = this.chars.slice(from, this.at).join('');
    if (!this.take(end)) this.complain(`no ${end} follows`);
    return text;
  }

  /** Keeps the first complaint and ends the reading; goes on with `instead`, so that nothing need be thrown. */
  private complain<Instead = undefined>(why: string, instead?: Instead): Instead {
    this.complaint ??= why;
    this.at = this.chars.length;
    return instead as Instead;
  }
}

const isBoundary: Assertion = (before, behind) => isWord(before) !== isWord(behind);

const BOUNDARIES: Readonly<Record<string, Assertion>> = {
  A: (before) => before === undefined,
  B: (before, behind) => !isBoundary(before, behind),
  b: isBoundary,
  z: (_, behind) => behind === undefined,
};

function lineStart({ isMultiLine }: RegexFlags): RegexNode {
  return { kind: 'assertion', holds: (before) => before === undefined || (isMultiLine && before === '\n') };
}

function lineEnd({ isMultiLine }: RegexFlags): RegexNode {
  return { kind: 'assertion', holds: (_, behind) => behind === undefined || (isMultiLine && behind === '\n') };
}
