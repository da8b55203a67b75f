/** Something that was named: by its id, or by a view of it. */
export type Ref = string | { readonly id: string };

/** The id of what was named. Whether it is one, the call finds out. */
export function idOf(ref: Ref): string {
  return typeof ref === 'string' ? ref : ref.id;
}
