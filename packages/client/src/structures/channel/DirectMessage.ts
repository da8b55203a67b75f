import type { APIDMChannel } from 'discord-api-types/v10';
import type { User } from '../guild/User.js';
import { DirectChannel } from './DirectChannel.js';

/** The direct messages between the bot and one user. */
export class DirectMessage extends DirectChannel<APIDMChannel> {
  /** It has none. */
  get name(): null {
    return this.data.name;
  }

  /** With whom; `undefined` while only the bot's own messages in it were seen. */
  get recipient(): User | undefined {
    return this.recipients[0];
  }
}
