import { isAllowed } from '../access.js';
import type { ChannelRecord } from '../records.js';
import { RefusedError } from '../../errors.js';
import type { World } from '../World.js';

/** What a person may do once in each interval: each is counted by itself. */
export type SlowDeed = 'message' | 'thread';

/**
 * Slow mode: after a message, and after a thread begun, a person waits for `rate_limit_per_user` seconds before the next in that channel. Bots, and who has
 * BYPASS_SLOWMODE, do not.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#channel-object | `rate_limit_per_user`}
 */
export class Slowmode {
  private readonly lastMs = new Map<string, number>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** @throws {@link RefusedError} 20016 for who has to wait */
  check(userId: string, channel: ChannelRecord, deed: SlowDeed = 'message'): void {
    const waitMs = this.intervalMs(userId, channel);
    const lastMs = waitMs === 0 ? undefined : this.lastMs.get(keyOf(userId, channel, deed));
    if (lastMs === undefined || this.world.clock.nowMs() - lastMs >= waitMs) return;
    const discordMessage = 'This action cannot be performed due to slowmode rate limit';
    throw new RefusedError({ status: 429, discordCode: 20016, discordMessage });
  }

  /** Somebody has done it: the interval begins. */
  note(userId: string, channel: ChannelRecord, deed: SlowDeed = 'message'): void {
    if (this.intervalMs(userId, channel) > 0) this.lastMs.set(keyOf(userId, channel, deed), this.world.clock.nowMs());
  }

  private intervalMs(userId: string, channel: ChannelRecord): number {
    const seconds = channel.isDirect ? 0 : Number(channel.more['rate_limit_per_user'] ?? 0);
    const isExempt = seconds === 0 || this.world.users.get(userId)?.bot === true;
    return isExempt || isAllowed(this.world, userId, channel, 'BypassSlowmode') ? 0 : seconds * 1_000;
  }
}

function keyOf(userId: string, { id }: ChannelRecord, deed: SlowDeed): string {
  return `${userId} ${id} ${deed}`;
}
