import type { GatewayThreadMembersUpdateDispatchData } from 'discord-api-types/v10';
import type { ChannelHandle } from '../channel/ChannelHandle.js';
import type { Thread } from '../channel/Thread.js';
import type { ThreadMember } from '../channel/ThreadMember.js';
import { GuildEvent } from './GuildEvent.js';

/**
 * People joined a thread, or left it. Without the GuildMembers intent the bot hears of itself alone.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#thread-members-update | Thread members update}
 */
export class ThreadMembersUpdate extends GuildEvent<GatewayThreadMembersUpdateDispatchData> {
  /** The thread's id. */
  get id(): string {
    return this.data.id;
  }

  /** The thread: as the cache knows it, else a handle. */
  get thread(): ChannelHandle | Thread {
    const channel = this.views.cachedChannel(this.id);
    return channel?.isThread() === true ? channel : this.views.channelHandle(this.id);
  }

  /** How many are in it; Discord stops counting at 50. */
  get memberCount(): number {
    return this.data.member_count;
  }

  /** Who joined. */
  get addedMembers(): readonly ThreadMember[] {
    const ids = { guildId: this.guildId, threadId: this.id };
    return (this.data.added_members ?? []).map((member) => this.views.threadMember(member, ids));
  }

  /** Who left or was taken out. */
  get removedMemberIds(): readonly string[] {
    return this.data.removed_member_ids ?? [];
  }
}
