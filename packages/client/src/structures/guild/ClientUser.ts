import type { CallOptions } from '@aplomb/rest';
import type { RESTPatchAPICurrentUserJSONBody } from 'discord-api-types/v10';
import { imageBody, type ImageBodyOptions, type ImageInput } from '../imageBody.js';
import { refuseNothing } from '../wireBody.js';
import { User } from './User.js';

/**
 * The bot's own user: `client.me`.
 *
 * @example
 * ```ts
 * import { attachment, type Client } from 'aplomb';
 *
 * export async function dressUp(client: Client): Promise<void> {
 *   await client.me?.setAvatar(attachment.fromPath('./avatar.png'));
 * }
 * ```
 */
export class ClientUser extends User {
  /** As Discord knows it now. */
  override async fetch(options?: CallOptions): Promise<ClientUser> {
    return this.views.clientUser(await this.views.rest.users.me(options));
  }

  /**
   * Changes the bot's name, avatar or banner. Discord allows two changes of the name an hour.
   *
   * @throws {@link OptionsError} `INVALID_BODY` for a name of less than 2 or more than 32 characters
   * @see {@link https://docs.discord.com/developers/resources/user#modify-current-user | Modify current user}
   */
  async edit(changes: ImageBodyOptions<RESTPatchAPICurrentUserJSONBody>, options?: CallOptions): Promise<ClientUser> {
    return this.views.clientUser(await this.views.rest.users.editMe(refuseNothing(await imageBody(changes)), options));
  }

  /** Changes the name: 2 to 32 characters. */
  async setUsername(username: string, options?: CallOptions): Promise<ClientUser> {
    return this.edit({ username }, options);
  }

  /** Changes the avatar; `null` takes it away. */
  async setAvatar(avatar: ImageInput | null, options?: CallOptions): Promise<ClientUser> {
    return this.edit({ avatar }, options);
  }

  /** Changes the banner; `null` takes it away. */
  async setBanner(banner: ImageInput | null, options?: CallOptions): Promise<ClientUser> {
    return this.edit({ banner }, options);
  }
}
