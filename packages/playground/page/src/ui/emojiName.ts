/** An emoji of Discord's payloads, as far as it is known. */
export interface AnyEmoji {
  readonly animated?: boolean;
  readonly id?: string | null;
  readonly name?: string | null;
}

/** How REST names an emoji: the character, or `name:id`. */
export function emojiName({ id, name }: AnyEmoji): string {
  return id == null ? (name ?? '') : `${name ?? '_'}:${id}`;
}
