import type { GatewayReadyDispatchData } from 'discord-api-types/v10';
import type { User } from '../guild/User.js';
import { View } from '../View.js';

/**
 * A new session is set up.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#ready | Ready}
 */
export class Ready extends View<GatewayReadyDispatchData> {
  /** The bot's own user. */
  get user(): User {
    return this.views.user(this.data.user);
  }

  get applicationId(): string {
    return this.data.application.id;
  }

  /** The guilds that the shard will hear of; each arrives with a `guildCreate`. */
  get guildIds(): readonly string[] {
    return this.data.guilds.map(({ id }) => id);
  }

  get sessionId(): string {
    return this.data.session_id;
  }

  /** Where the session can be resumed. */
  get resumeGatewayUrl(): string {
    return this.data.resume_gateway_url;
  }

  /** The shard, and how many there are. */
  get shard(): readonly [shardId: number, total: number] | undefined {
    return this.data.shard;
  }

  /** The version of the gateway. */
  get version(): number {
    return this.data.v;
  }
}
