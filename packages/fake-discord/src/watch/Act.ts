import type { APIUser } from 'discord-api-types/v10';
import type { Guild } from '../actors/Guild.js';

/** That a person does something. */
export interface Act {
  /** What the method was called with. */
  readonly args: readonly unknown[];
  /** The guild and the reason, for what is done as a moderator. */
  readonly moderation: { readonly guild: Guild; readonly reason: string | null } | null;
  readonly user: APIUser;
  /** The name of the method of {@link User} or {@link Moderator}. */
  readonly verb: string;
  /** In a few words, for example `message to #general`. */
  readonly what: string;
}

/** That it is done, or was refused. What it leads to may still be to come. */
export interface DoneAct {
  readonly act: Act;
  readonly error?: unknown;
  readonly result?: unknown;
}
