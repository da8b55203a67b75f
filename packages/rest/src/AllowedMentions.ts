import type { APIAllowedMentions } from 'discord-api-types/v10';

/**
 * Whom a message may ping.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#allowed-mentions-object | Allowed mentions object}
 */
export interface AllowedMentions {
  /** The kinds of mentions in the text that ping: `everyone`, `roles`, `users`. */
  readonly parse?: readonly ('everyone' | 'roles' | 'users')[];
  /** Whether a reply pings the one who is replied to. */
  readonly repliedUser?: boolean;
  /** Ids of the only roles that are pinged; not together with `roles` in `parse`. */
  readonly roles?: readonly string[];
  /** Ids of the only users that are pinged; not together with `users` in `parse`. */
  readonly users?: readonly string[];
}

/** Nobody pings `@everyone` or a role by accident. */
export const DEFAULT_ALLOWED_MENTIONS: AllowedMentions = Object.freeze({ parse: Object.freeze(['users'] as const), repliedUser: true });

/** `mentions` as Discord reads it. */
export function wireAllowedMentions(mentions: AllowedMentions): APIAllowedMentions {
  return {
    parse: [...(mentions.parse ?? [])] as NonNullable<APIAllowedMentions['parse']>,
    ...(mentions.repliedUser === undefined ? {} : { replied_user: mentions.repliedUser }),
    ...(mentions.roles === undefined ? {} : { roles: [...mentions.roles] }),
    ...(mentions.users === undefined ? {} : { users: [...mentions.users] }),
  };
}
