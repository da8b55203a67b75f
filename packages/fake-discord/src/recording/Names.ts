import { channelKey } from './thingKey.js';

const RESERVED =
  'await bot break case catch class const continue default delete discord do else enum expect export extends false finally for function';
const RESERVED_TOO =
  'if import in it instanceof let new null return static super switch this throw true try typeof var void while with yield Buffer';

/** Gives variables to things by their ids, and knows which of them are used. */
export class Names {
  private readonly byId = new Map<string, string>();
  private readonly taken = new Set([...RESERVED.split(' '), ...RESERVED_TOO.split(' '), 'expectMessage', 'startBot', 'FakeDiscord']);
  private readonly used = new Set<string>();

  /** Gives a thing the variable that is nearest to a name. */
  declare(id: string, wish: string): void {
    const words = wish.normalize('NFKD').match(/[a-z0-9]+/gi) ?? ['thing'];
    const joined = words
      .map((word, index) => (index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()))
      .join('');
    const base = /^\d/.test(joined) ? `the${joined}` : joined;
    let name = base;
    for (let count = 2; this.taken.has(name); count += 1) name = `${base}${String(count)}`;
    this.taken.add(name);
    this.byId.set(id, name);
  }

  /** Lets a thing be known by an expression that needs no variable. */
  alias(id: string, expression: string): void {
    this.byId.set(id, expression);
  }

  has(id: string): boolean {
    return this.keyOf(id) !== undefined;
  }

  /** The expression for a thing, which is used from now on; `undefined` when nobody knows it. */
  use(id: string): string | undefined {
    const key = this.keyOf(id);
    if (key === undefined) return undefined;
    this.used.add(key);
    return this.byId.get(key);
  }

  /** The variable to declare, or `undefined` when nobody uses it. */
  declaration(id: string): string | undefined {
    return this.used.has(id) ? this.byId.get(id) : undefined;
  }

  /** An id alone, as it stands in texts, may be that of a channel. */
  private keyOf(id: string): string | undefined {
    return [id, channelKey(id)].find((key) => this.byId.has(key));
  }
}
