import type { GatewayThreadListSyncDispatchData } from 'discord-api-types/v10';
import type { Thread } from '../channel/Thread.js';
import type { ThreadMember } from '../channel/ThreadMember.js';
import { GuildEvent } from './GuildEvent.js';

/**
 * The active threads of channels that the bot may see from now on.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#thread-list-sync | Thread list sync}
 */
export class ThreadListSync extends GuildEvent<GatewayThreadListSyncDispatchData> {
  /** The channels whose threads these are, all of them; `null` when these are all threads of the guild. */
  get channelIds(): readonly string[] | null {
    return this.data.channel_ids ?? null;
  }

  get threads(): readonly Thread[] {
    return this.data.threads.map((thread) => this.views.thread({ guild_id: this.guildId, ...thread }));
  }

  /** The bot's own memberships in them. */
  get members(): readonly ThreadMember[] {
    const { guildId, views } = this;
    return this.data.members.map((member) => views.threadMember(member, { guildId, threadId: member.id ?? '' }));
  }
}
