import { checkedId } from '../text/snowflake.js';

/** Something that was named: by its id, or by a view of it. */
export type Ref = string | { readonly id: string };

/** The id of what was named. Whether it is one, the call finds out, also of what those without types give. */
export function idOf(ref: Ref): string {
  return typeof ref === 'object' && (ref as unknown) !== null ? ref.id : (ref as string);
}

/**
 * The ids of what was named, for a body: ids in paths are checked by the call, those in bodies by nobody else.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what is no id
 */
export function checkedIds(refs: Iterable<Ref>, owner: string): string[] {
  return [...refs].map((ref) => checkedId(idOf(ref), owner));
}
