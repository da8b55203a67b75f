import type { CallOptions } from '@aplomb/rest';
import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { MessageEdit, SendOptions } from '../structures/message/messageBody.js';
import { FormOpeningInteraction } from './FormOpeningInteraction.js';
import type { InteractionMessage } from './InteractionMessage.js';

/**
 * Somebody used a component of a message of the bot's.
 *
 * @see {@link https://docs.discord.com/developers/components/reference | Component reference}
 */
export abstract class ComponentInteraction<
  Payload extends APIMessageComponentInteraction = APIMessageComponentInteraction,
> extends FormOpeningInteraction<Payload> {
  get customId(): string {
    return this.data.data.custom_id;
  }

  /** Which component it is, by its number on the wire. */
  get componentType(): Payload['data']['component_type'] {
    return this.data.data.component_type;
  }

  /** The message that the component hangs on. It can be edited and deleted through this interaction, also where only one person sees it. */
  get message(): InteractionMessage {
    return this.sent(this.data.message, this.data.message.id);
  }

  /** Answers by changing the message that the component hangs on. */
  async update(content: MessageEdit, options?: SendOptions): Promise<InteractionMessage> {
    return this.change(content, options);
  }

  /** Says that it was heard. People see nothing of it; {@link RepliableInteraction.editReply} changes the message later. */
  async deferUpdate(options?: CallOptions): Promise<void> {
    await this.acknowledge(options);
  }
}
