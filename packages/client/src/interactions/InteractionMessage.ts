import type { CallOptions } from '@aplomb/rest';
import type { APIMessage, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { Message } from '../structures/message/Message.js';
import { editing, type MessageEdit, type SendOptions } from '../structures/message/messageBody.js';
import type { Views } from '../structures/Views.js';
import { ofGuild } from './ofGuild.js';

/** What reaches a message that was sent in answer to an interaction. */
export interface InteractionMessageKey {
  readonly applicationId: string;
  /** `@original`, or the message's id. */
  readonly key: string;
  readonly token: string;
}

/**
 * A message that the bot sent in answer to an interaction. It is changed and deleted through the interaction, for 15 minutes: so it works where the bot
 * cannot see the channel, and for messages that only one person sees.
 */
export class InteractionMessage extends Message {
  readonly #key: InteractionMessageKey;

  constructor(data: GatewayMessageCreateDispatchData, key: InteractionMessageKey, views: Views) {
    super(data, views);
    this.#key = key;
  }

  override async edit(content: MessageEdit, options?: SendOptions): Promise<InteractionMessage> {
    const { applicationId, key, token } = this.#key;
    const { body, call } = editing(content, options);
    return this.again(await this.views.rest.interactions.editFollowup(applicationId, token, key, body, call));
  }

  override async fetch(options?: CallOptions): Promise<InteractionMessage> {
    const { applicationId, key, token } = this.#key;
    return this.again(await this.views.rest.interactions.followup(applicationId, token, key, options));
  }

  override async delete(options?: CallOptions): Promise<void> {
    const { applicationId, key, token } = this.#key;
    await this.views.rest.interactions.deleteFollowup(applicationId, token, key, options);
  }

  private again(data: APIMessage): InteractionMessage {
    return this.views.interactionMessage(ofGuild(data, this.guildId), this.#key);
  }
}
