import { snowflake } from '../text/snowflake.js';

/** A moment as Discord writes it; `null` where it writes none. */
export function dateOf(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : new Date(text);
}

/** When something was made, from its id. */
export function madeAt(id: string): Date {
  return new Date(snowflake.timestampOf(id));
}
