import { channelKey } from './thingKey.js';

/** What a variable cannot be called, and what a test has already. */
const TAKEN = [
  'arguments await break case catch class const continue default delete do else enum eval export extends false finally for function if import in',
  'instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while',
  'with yield bot Buffer discord expect expectMessage FakeDiscord it startBot',
];

/** Gives variables to things by their ids, as they are first used. */
export class Names {
  private readonly names = new Map<string, string>();
  private readonly taken = new Set(TAKEN.flatMap((line) => line.split(' ')));
  private readonly wishes = new Map<string, string>();

  /** Makes a thing known. When it is used, it gets the variable that is nearest to this name. */
  declare(id: string, wish: string): void {
    this.wishes.set(id, wish);
  }

  /** Lets a thing be known by an expression that needs no variable. */
  alias(id: string, expression: string): void {
    this.names.set(id, expression);
  }

  has(id: string): boolean {
    return this.keyOf(id) !== undefined;
  }

  /** The expression for a thing, which is used from now on; `undefined` when nobody knows it. */
  use(id: string): string | undefined {
    const key = this.keyOf(id);
    if (key === undefined) return undefined;
    const name = this.names.get(key) ?? this.take(identifier(this.wishes.get(key) ?? ''));
    this.names.set(key, name);
    return name;
  }

  /** The variable to declare, or `undefined` when nobody uses it. */
  declaration(id: string): string | undefined {
    return this.names.get(id);
  }

  private take(wish: string): string {
    let name = wish;
    for (let count = 2; this.taken.has(name); count += 1) name = `${wish}${String(count)}`;
    this.taken.add(name);
    return name;
  }

  /** An id alone, as it stands in texts, may be that of a channel. */
  private keyOf(id: string): string | undefined {
    return [id, channelKey(id)].find((key) => this.names.has(key) || this.wishes.has(key));
  }
}

function identifier(wish: string): string {
  const [first = 'thing', ...others] = wish.normalize('NFKD').match(/[a-z0-9]+/gi) ?? [];
  const joined = first.toLowerCase() + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
  return /^\d/.test(joined) ? `the${joined}` : joined;
}
