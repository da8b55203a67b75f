/** Where the things of a {@link Relation} are found. */
export interface RelationSource<Item, Key> {
  /** One of them, by what it is found by. */
  readonly get: (key: Key) => Item | undefined;
  /** All of them. */
  readonly all: () => Iterable<Item>;
  /** How many there are; left out, they are counted. */
  readonly count?: () => number;
}

/**
 * What belongs to something, as far as the cache knows it: the roles of a guild, the threads of a channel. It is looked up each time, so it is always
 * the present, and nothing is copied before it is asked for.
 *
 * @example
 * ```ts
 * import type { Guild } from 'aplomb';
 *
 * export function describe(guild: Guild): string {
 *   const admins = guild.roles.filter((role) => role.permissions.has('ADMINISTRATOR'));
 *   return `${guild.name}: ${String(guild.roles.size)} roles, ${String(admins.length)} of them administrators`;
 * }
 * ```
 */
export class Relation<Item, Key = string> implements Iterable<Item> {
  private readonly source: RelationSource<Item, Key>;

  constructor(source: RelationSource<Item, Key>) {
    this.source = source;
  }

  /** How many there are. */
  get size(): number {
    const { count } = this.source;
    return count === undefined ? [...this.source.all()].length : count();
  }

  /** One of them; `undefined` when the cache does not have it. */
  get(key: Key): Item | undefined {
    return this.source.get(key);
  }

  /** Whether the cache has it. */
  has(key: Key): boolean {
    return this.source.get(key) !== undefined;
  }

  /** The first that is meant. */
  find(isMeant: (item: Item) => boolean): Item | undefined {
    for (const item of this) if (isMeant(item)) return item;
    return undefined;
  }

  /** All that are meant. */
  filter(isMeant: (item: Item) => boolean): readonly Item[] {
    return [...this].filter(isMeant);
  }

  /** Something of each. */
  map<Made>(make: (item: Item) => Made): readonly Made[] {
    return [...this].map(make);
  }

  /** All of them, as a list that stays as it is. */
  toArray(): readonly Item[] {
    return [...this];
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.source.all()[Symbol.iterator]();
  }
}
