import type { Message } from '../message/Message.js';
import type { MessageHandle } from '../message/MessageHandle.js';
import { ChannelEvent } from './ChannelEvent.js';

interface MessageEventPayload {
  readonly channel_id: string;
  readonly guild_id?: string;
  readonly message_id: string;
}

/** What happened to a message. */
export abstract class MessageEvent<Payload extends MessageEventPayload> extends ChannelEvent<Payload> {
  get messageId(): string {
    return this.data.message_id;
  }

  /** The message: as the cache knows it, else a handle. */
  get message(): Message | MessageHandle {
    return this.views.messageAt(this.channelId, this.messageId);
  }
}
