import type { Message } from '../message/Message.js';
import type { MessageHandle } from '../message/MessageHandle.js';
import { UserEvent, type UserPayload } from './UserEvent.js';

/** What somebody did at a message. */
export abstract class UserMessageEvent<Payload extends UserPayload & { readonly message_id: string }> extends UserEvent<Payload> {
  get messageId(): string {
    return this.data.message_id;
  }

  /** The message: as the cache knows it, else a handle. */
  get message(): Message | MessageHandle {
    return this.views.messageAt(this.channelId, this.messageId);
  }
}
