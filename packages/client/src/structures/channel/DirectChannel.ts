import type { APIDMChannelBase } from 'discord-api-types/v10';
import type { User } from '../guild/User.js';
import { KnownChannel } from './KnownChannel.js';
import type { DirectType } from './kinds.js';

/** What direct messages and those of groups have in common. */
export abstract class DirectChannel<Payload extends APIDMChannelBase<DirectType>> extends KnownChannel<Payload> {
  /** Who is in it, without the bot. */
  get recipients(): readonly User[] {
    return (this.data.recipients ?? []).map((user) => this.views.user(user));
  }
}
