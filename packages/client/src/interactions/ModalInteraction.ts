import type { CallOptions } from '@aplomb/rest';
import type { APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { MessageEdit, SendOptions } from '../structures/message/messageBody.js';
import type { InteractionMessage } from './InteractionMessage.js';
import { ModalFields } from './ModalFields.js';
import { RepliableInteraction } from './RepliableInteraction.js';
import { Resolved } from './Resolved.js';

/**
 * Somebody sent a form off.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure | Modal submit data}
 */
export class ModalInteraction extends RepliableInteraction<APIModalSubmitInteraction> {
  readonly kind = 'modal';

  get customId(): string {
    return this.data.data.custom_id;
  }

  /** What was entered. */
  get fields(): ModalFields {
    const { components, resolved } = this.data.data;
    return new ModalFields(components, new Resolved(resolved, this.guildId, this.views));
  }

  /** The message whose component opened the form; `undefined` where a command did. */
  get message(): InteractionMessage | undefined {
    const { message } = this.data;
    return message && this.sent(message, message.id);
  }

  /** Answers by changing the message whose component opened the form. */
  async update(content: MessageEdit, options?: SendOptions): Promise<InteractionMessage> {
    return this.change(content, options);
  }

  /** Says that it was heard, where a component opened the form. */
  async deferUpdate(options?: CallOptions): Promise<void> {
    await this.acknowledge(options);
  }
}
