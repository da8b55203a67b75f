import type { GatewayGuildMembersChunkDispatchData } from 'discord-api-types/v10';
import type { Member } from '../guild/Member.js';
import { GuildEvent } from './GuildEvent.js';

/**
 * Some of the members that were asked for. `context.shard.requestMembers` puts them together.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-members-chunk | Guild members chunk}
 */
export class MembersChunk extends GuildEvent<GatewayGuildMembersChunkDispatchData> {
  get members(): readonly Member[] {
    const { guildId } = this;
    return this.data.members.map((member) => this.views.member(member, { guildId, userId: member.user.id }));
  }

  /** Which of the chunks it is, from 0. */
  get chunkIndex(): number {
    return this.data.chunk_index;
  }

  get chunkCount(): number {
    return this.data.chunk_count;
  }

  /** Ids that were asked for and are no members. */
  get notFound(): readonly unknown[] {
    return this.data.not_found ?? [];
  }

  /** What the members show, where it was asked for. */
  get presences(): NonNullable<GatewayGuildMembersChunkDispatchData['presences']> {
    return this.data.presences ?? [];
  }

  /** What the request was marked with. */
  get nonce(): string | undefined {
    return this.data.nonce;
  }
}
