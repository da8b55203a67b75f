import { Buckets } from './Buckets.js';
import { meets, type Ear, type EventConditions, type Hearing } from './Ear.js';
import { keysOf, type EventKeys } from './eventKeys.js';

/** The ids that collectors are found by, the most telling first: of many collectors the fewest share a message, the most a guild. */
const KEYS = ['messageId', 'userId', 'customId', 'channelId', 'guildId'] as const satisfies readonly (keyof EventKeys)[];

type Key = (typeof KEYS)[number];

/** A place in the index. */
interface Entry {
  readonly conditions: EventConditions;
  readonly ear: Ear;
  /** Grows with each entry, so that an event in the middle of being heard passes by those that came because of it. */
  readonly order: number;
}

/** Who hears one event: each under one key, or under none. */
class Shelf {
  private readonly unkeyed = new Buckets<Entry>();
  private readonly keyed: Readonly<Record<Key, Buckets<Entry>>> = {
    messageId: new Buckets(),
    userId: new Buckets(),
    customId: new Buckets(),
    channelId: new Buckets(),
    guildId: new Buckets(),
  };

  get isEmpty(): boolean {
    return this.unkeyed.size === 0 && KEYS.every((key) => this.keyed[key].size === 0);
  }

  add(entry: Entry): void {
    const { buckets, ids } = this.placeOf(entry.conditions);
    for (const id of ids) buckets.add(id, entry);
  }

  remove(entry: Entry): void {
    const { buckets, ids } = this.placeOf(entry.conditions);
    for (const id of ids) buckets.remove(id, entry);
  }

  /** The sets in which those who may mean such an event are: at most one a key. */
  *candidates(keys: EventKeys): Iterable<ReadonlySet<Entry>> {
    for (const key of KEYS) {
      const id = keys[key];
      const found = id === undefined ? undefined : this.keyed[key].get(id);
      if (found !== undefined) yield found;
    }
    const rest = this.unkeyed.get('');
    if (rest !== undefined) yield rest;
  }

  private placeOf(conditions: EventConditions): { readonly buckets: Buckets<Entry>; readonly ids: readonly string[] } {
    const { channelId, customIds, guildId, messageId, userId } = conditions;
    const given = { messageId, userId, customId: customIds, channelId, guildId };
    for (const key of KEYS) {
      const ids = given[key];
      if (ids !== undefined) return { buckets: this.keyed[key], ids: typeof ids === 'string' ? [ids] : [...new Set(ids)] };
    }
    return { buckets: this.unkeyed, ids: [''] };
  }
}

/**
 * Who hears what. An event that nobody hears costs one look-up by its name; one that somebody hears costs one more for each kind of id, however many
 * collectors wait for other messages, users and channels.
 */
export class EarIndex {
  private readonly shelves = new Map<string, Shelf>();
  private readonly entries = new Map<Ear, readonly { readonly event: string; readonly entry: Entry }[]>();
  private added = 0;

  /** Everybody who hears something. */
  get ears(): Iterable<Ear> {
    return this.entries.keys();
  }

  get size(): number {
    return this.entries.size;
  }

  /** The events that somebody hears. */
  get events(): readonly string[] {
    return [...this.shelves.keys()];
  }

  /** Whether somebody hears this event. */
  hears(event: string): boolean {
    return this.shelves.has(event);
  }

  /** From now on `ear` hears what it wants to. */
  add(ear: Ear): void {
    const entries = ear.hearings.map((hearing) => ({ event: hearing.event, entry: this.place(ear, hearing) }));
    this.entries.set(ear, entries);
  }

  /** Takes everybody's places back; who has none is left alone. */
  remove(ear: Ear): void {
    for (const { event, entry } of this.entries.get(ear) ?? []) {
      const shelf = this.shelves.get(event);
      shelf?.remove(entry);
      if (shelf?.isEmpty === true) this.shelves.delete(event);
    }
    this.entries.delete(ear);
  }

  /** Tells everybody who means this event. They may come and go meanwhile: who went hears nothing more, who came hears from the next on. */
  hear(event: string, data: unknown, makeArgs: () => readonly unknown[]): void {
    const shelf = this.shelves.get(event);
    if (shelf === undefined) return;
    const before = this.added;
    const keys = keysOf(event, data);
    let args: readonly unknown[] | null = null;
    for (const entries of shelf.candidates(keys)) {
      for (const { conditions, ear, order } of entries) {
        if (order >= before || !meets(conditions, keys)) continue;
        args ??= makeArgs();
        ear.hear(event, args);
      }
    }
  }

  private place(ear: Ear, { event, conditions }: Hearing): Entry {
    const entry: Entry = { conditions, ear, order: this.added++ };
    const shelf = this.shelves.get(event) ?? new Shelf();
    this.shelves.set(event, shelf);
    shelf.add(entry);
    return entry;
  }
}
