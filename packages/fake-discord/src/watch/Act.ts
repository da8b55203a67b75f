import type { APIUser } from 'discord-api-types/v10';

/** That a person does something. */
export interface Act {
  readonly user: APIUser;
  /** In a few words, for example `message to #general`. */
  readonly what: string;
}
