import type { CallOptions } from '@aplomb/rest';
import type { APIGroupDMChannel, RESTPutAPIChannelRecipientJSONBody } from 'discord-api-types/v10';
import { idOf, type Ref } from '../refs.js';
import { wireBody, type BodyOptions } from '../wireBody.js';
import { DirectChannel } from './DirectChannel.js';

/** The direct messages of a group. A bot meets one only through an app that users have installed, or made it with their access tokens. */
export class GroupDirectMessage extends DirectChannel<APIGroupDMChannel> {
  /** `null` where nobody has named it. */
  get name(): string | null {
    return this.data.name;
  }

  /** The hash of its icon. */
  get icon(): string | null {
    return this.data.icon ?? null;
  }

  get ownerId(): string | null {
    return this.data.owner_id ?? null;
  }

  /** The application that made it. */
  get applicationId(): string | null {
    return this.data.application_id ?? null;
  }

  /** Whether an application manages it. */
  get managed(): boolean {
    return this.data.managed ?? false;
  }

  /** Adds somebody, with an `accessToken` of theirs that has the `gdm.join` scope. */
  async addRecipient(user: Ref, options: BodyOptions<RESTPutAPIChannelRecipientJSONBody>, call?: CallOptions): Promise<void> {
    await this.views.rest.channels.addRecipient(this.id, idOf(user), wireBody<RESTPutAPIChannelRecipientJSONBody>(options), call);
  }

  /** Takes somebody out. */
  async removeRecipient(user: Ref, options?: CallOptions): Promise<void> {
    await this.views.rest.channels.removeRecipient(this.id, idOf(user), options);
  }
}
