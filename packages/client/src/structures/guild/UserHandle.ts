import type { CallOptions } from '@aplomb/rest';
import { cdn } from '../../text/cdn.js';
import { mention } from '../../text/mention.js';
import { madeAt } from '../dates.js';
import type { DirectMessage } from '../channel/DirectMessage.js';
import type { Identified } from '../Identified.js';
import type { Message } from '../message/Message.js';
import { sendingWhole, type MessageContent, type SendOptions } from '../message/messageBody.js';
import { idOf, type Ref } from '../refs.js';
import { View } from '../View.js';
import type { MemberHandle } from './MemberHandle.js';
import type { User } from './User.js';

/**
 * A user of whom perhaps only the id is known: made by `client.user(id)`.
 *
 * @example
 * ```ts
 * import { Client } from 'aplomb';
 *
 * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '' });
 * const user = await client.user('80351110224678912').fetch();
 * console.log(user.displayName, user.displayAvatarUrl({ size: 256 }));
 * ```
 */
export class UserHandle<Payload extends Identified = Identified> extends View<Payload> {
  get id(): string {
    return this.data.id;
  }

  get createdAt(): Date {
    return madeAt(this.id);
  }

  /** `<@id>`, which pings where pings are allowed. */
  get mention(): string {
    return mention.user(this.id);
  }

  /** The user as the cache knows it now; `undefined` when it does not. */
  get cached(): User | undefined {
    return this.views.cachedUser(this.id);
  }

  /** The picture of those who set none. */
  get defaultAvatarUrl(): string {
    return cdn.defaultUserAvatar(this.id);
  }

  /** The user as a member of a guild, of which nothing is known but the ids. */
  inGuild(guild: Ref): MemberHandle {
    return this.views.memberHandle({ guildId: idOf(guild), userId: this.id });
  }

  /**
   * The user as Discord knows it now.
   *
   * @throws {@link DiscordApiError} 10013 where there is no such user
   */
  async fetch(options?: CallOptions): Promise<User> {
    return this.views.user(await this.views.rest.users.get(this.id, options));
  }

  /** The direct messages with the user; Discord opens them where there were none. */
  async createDm(options?: CallOptions): Promise<DirectMessage> {
    return this.views.channel(await this.views.rest.users.createDm(this.id, options)) as DirectMessage;
  }

  /**
   * Sends a direct message.
   *
   * @throws {@link DiscordApiError} 50007 where the user takes none
   * @example
   * ```ts
   * import type { User } from 'aplomb';
   *
   * export async function greet(user: User): Promise<void> {
   *   await user.send('Welcome!');
   * }
   * ```
   */
  async send(content: MessageContent, options?: SendOptions): Promise<Message> {
    // What is wrong with the message is told before Discord opens anything.
    const { body, call } = sendingWhole(content, options);
    const { id } = await this.views.rest.users.createDm(this.id, options?.signal && { signal: options.signal });
    return this.views.message(await this.views.rest.channels.createMessage(id, body, call));
  }

  override toString(): string {
    return this.mention;
  }
}
