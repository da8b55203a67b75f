/**
 * Keeps fields of an actor out of comparisons and out of what is printed of it: behind each actor stands the whole world, which a failed `expect(message)`
 * would print.
 */
export function hide(actor: object, ...fields: readonly string[]): void {
  for (const field of fields) Object.defineProperty(actor, field, { enumerable: false });
}
