import type { CallOptions } from '@aplomb/rest';
import type { APIEmoji, GatewayMessageReactionAddDispatchData, ReactionType } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { UserMessageEvent } from './UserMessageEvent.js';

/** What a reaction is told by. Those that are taken back come without the member. */
type ReactionPayload = Omit<GatewayMessageReactionAddDispatchData, 'burst_colors' | 'message_author_id'>;

/**
 * Somebody's reaction, which was added or taken back.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#message-reaction-remove | Message reaction remove}
 */
export class ReactionRemove<Payload extends ReactionPayload = ReactionPayload> extends UserMessageEvent<Payload> {
  /** A custom emoji that is deleted has no name. */
  get emoji(): Camel<APIEmoji> {
    return camel<APIEmoji>(this.data.emoji);
  }

  /** Whether it is a super reaction. */
  get burst(): boolean {
    return this.data.burst;
  }

  /** 1 for super reactions. */
  get type(): ReactionType {
    return this.data.type;
  }

  /** Takes the reaction away from its message; that of somebody else needs MANAGE_MESSAGES. */
  async remove(options?: CallOptions): Promise<void> {
    await this.message.removeReaction(this.emoji, this.isOwn ? undefined : this.userId, options);
  }
}
