import { OptionsError } from '@aplomb/base';
import type { APIUser } from 'discord-api-types/v10';

/** What a user is made of. */
export interface UserSpec {
  readonly id: string;
  readonly isBot: boolean;
  /** A username, or a name to make one of: "Ada L" becomes the user `ada_l` who is shown as "Ada L". */
  readonly name: string;
}

/** A new user. */
export function makeUser({ id, isBot, name }: UserSpec): APIUser {
  const username = usernameOf(name);
  return {
    id,
    username,
    discriminator: '0',
    global_name: username === name ? null : name,
    avatar: null,
    bot: isBot,
    system: false,
    public_flags: 0 as NonNullable<APIUser['public_flags']>,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  };
}

/**
 * The username for a name: small letters, digits, `_` and `.`, from 2 to 32 of them.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` when nothing of that kind can be made of it
 */
export function usernameOf(name: string): string {
  const username = name.toLowerCase().replace(/[^a-z0-9_.]+/g, '_');
  if (/^[a-z0-9_.]{2,32}$/.test(username) && /[a-z0-9]/.test(username)) return username;
  throw new OptionsError('INVALID_OPTION', {
    what: `No username can be made of "${name}".`,
    cure: 'Give a name of 2 to 32 characters with letters or digits in it.',
  });
}
