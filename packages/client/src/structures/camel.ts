/** `guild_id` → `guildId`. */
export type CamelKey<Key> = Key extends `${infer First}_${infer Rest}` ? `${First}${Capitalize<CamelKey<Rest>>}` : Key;

/** An object of Discord's with its names as the getters have them. */
export type Camel<Wire> = Wire extends readonly (infer Item)[]
  ? readonly Camel<Item>[]
  : Wire extends object
    ? { readonly [Key in keyof Wire as CamelKey<Key>]: Camel<Wire[Key]> }
    : Wire;

/** `guild_id` → `guildId`. */
export function camelKey(key: string): string {
  return key.replace(/(?<=[a-z0-9])_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** An object of Discord's, or a list of them, with its names as the getters have them. The payload is left as it is. */
export function camel<Wire>(value: Wire): Camel<Wire> {
  return renamed(value) as Camel<Wire>;
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [camelKey(key), renamed(item)]));
}
