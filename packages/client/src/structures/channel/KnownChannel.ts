import { dateOf } from '../dates.js';
import type { Message } from '../message/Message.js';
import type { MessageHandle } from '../message/MessageHandle.js';
import { ChannelHandle } from './ChannelHandle.js';
import { KINDS, type Kind } from './kinds.js';

/** What the payloads of known channels have, as far as their kind has it. */
export interface KnownPayload {
  readonly id: string;
  readonly type: number;
  readonly flags?: number;
  readonly last_message_id?: string | null;
  readonly last_pin_timestamp?: string | null;
  readonly rate_limit_per_user?: number;
}

/** @see {@link https://docs.discord.com/developers/resources/channel#channel-object-channel-flags | Channel flags} */
const OBFUSCATED = 1 << 17;

/** What all channels have that are more than an id. */
export abstract class KnownChannel<Payload extends KnownPayload> extends ChannelHandle<Payload> {
  override get type(): Extract<Payload['type'], Kind> {
    return this.data.type as Payload['type'] as Extract<Payload['type'], Kind>;
  }

  /** Discord's bit set of flags; see {@link https://docs.discord.com/developers/resources/channel#channel-object-channel-flags | Channel flags}. */
  get flags(): number {
    return this.data.flags ?? 0;
  }

  /**
   * Whether the bot may not see it. Then nothing but its id, kind and place is known of it, until Discord reveals it with a CHANNEL_UPDATE.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#channel-object-channel-flags | Channel flags}
   */
  get isHidden(): boolean {
    return (this.flags & OBFUSCATED) !== 0;
  }

  /** The newest message; in forums the newest post. It may be deleted by now. `null` where there was none, or can be none. */
  get lastMessageId(): string | null {
    return this.data.last_message_id ?? null;
  }

  /** The newest message: as the cache knows it, else to be fetched. */
  get lastMessage(): Message | MessageHandle | null {
    const id = this.lastMessageId;
    if (id === null || !KINDS.text.includes(this.type)) return null;
    return this.views.cachedMessage(this.id, id) ?? this.message(id);
  }

  /** When a message was pinned last; `null` where none is. */
  get lastPinTimestamp(): Date | null {
    return dateOf(this.data.last_pin_timestamp);
  }

  /** How many seconds each has to wait after a message. */
  get rateLimitPerUser(): number {
    return this.data.rate_limit_per_user ?? 0;
  }
}
