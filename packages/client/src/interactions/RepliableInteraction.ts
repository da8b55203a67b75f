import type { CallOptions } from '@aplomb/rest';
import type {
  APIInteraction,
  APIInteractionResponseCallbackData,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import {
  editing,
  sending,
  sendingWhole,
  type MessageContent,
  type MessageEdit,
  type SendOptions,
} from '../structures/message/messageBody.js';
import { Interaction } from './Interaction.js';
import { ofGuild } from './ofGuild.js';
import type { InteractionMessage } from './InteractionMessage.js';

/** Who sees an answer that is to come. */
export interface DeferOptions extends CallOptions {
  /**
   * Whether only the one sees it who did it. What is answered then stays so.
   *
   * @defaultValue `false`
   */
  readonly ephemeral?: boolean;
}

const EPHEMERAL = 1 << 6;

/**
 * An interaction that can be answered with a message: every kind but autocomplete and ping.
 *
 * There is one first answer, within 3 seconds: `reply`, `defer`, a form, or what the kind adds. For 15 minutes after it the answer can be changed, and more
 * can be said.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction | Responding to an interaction}
 */
export abstract class RepliableInteraction<Payload extends APIInteraction = APIInteraction> extends Interaction<Payload> {
  /**
   * Answers with a message.
   *
   * @throws {@link InteractionError} `INTERACTION_ANSWERED` for a second first answer, `INTERACTION_EXPIRED` for one that comes too late;
   * {@link OptionsError} `INVALID_BODY` for a message that Discord would refuse; as every call
   * @example
   * ```ts
   * import type { Client } from 'aplomb';
   *
   * export function answerPings(client: Client): void {
   *   client.on('interactionCreate', async (interaction) => {
   *     if (interaction.isCommand() && interaction.commandName === 'ping') await interaction.reply({ content: 'Pong!', ephemeral: true });
   *   });
   * }
   * ```
   */
  async reply(content: MessageContent, options?: SendOptions): Promise<InteractionMessage> {
    const { body, call } = sending(content, options);
    const { resource } = await this.answer('message', { type: 4, data: body }, call);
    return this.sent(resource?.message, '@original');
  }

  /** Says that the answer will come: people see that the bot thinks. {@link RepliableInteraction.editReply} gives it. */
  async defer({ ephemeral = false, ...options }: DeferOptions = {}): Promise<void> {
    await this.answer('later', { type: 5, data: ephemeral ? { flags: EPHEMERAL } : {} }, options);
  }

  /** Changes the answer, or gives the one that was promised. */
  async editReply(content: MessageContent | MessageEdit, options?: SendOptions): Promise<InteractionMessage> {
    this.follow('editReply');
    // What was promised may be anything that a message can be, a poll too; what was said can only be changed.
    const { body, call } = this.firstAnswer === 'later' ? sendingWhole(content as MessageContent, options) : editing(content, options);
    return this.sent(await this.views.rest.interactions.editOriginalResponse(this.applicationId, this.token, body, call), '@original');
  }

  /** The answer, as it is now. */
  async fetchReply(options?: CallOptions): Promise<InteractionMessage> {
    this.follow('fetchReply');
    return this.sent(await this.views.rest.interactions.originalResponse(this.applicationId, this.token, options), '@original');
  }

  /** Deletes the answer. */
  async deleteReply(options?: CallOptions): Promise<void> {
    this.follow('deleteReply');
    await this.views.rest.interactions.deleteOriginalResponse(this.applicationId, this.token, options);
  }

  /** Says more. Where the application is installed for the user only, at most five times. */
  async followUp(content: MessageContent, options?: SendOptions): Promise<InteractionMessage> {
    this.follow('followUp');
    const { body, call } = sending(content, options);
    const sent = await this.views.rest.interactions.createFollowup(this.applicationId, this.token, body, call);
    return this.sent(sent, sent.id);
  }

  /** Opens an activity of the application's. */
  async launchActivity(options?: CallOptions): Promise<void> {
    await this.answer('activity', { type: 12 }, options);
  }

  /** Opens a form. */
  protected async openModal(form: Readonly<APIModalInteractionResponseCallbackData>, options?: CallOptions): Promise<void> {
    await this.answer('form', { type: 9, data: form }, options);
  }

  /** Changes the message that the interaction came from. */
  protected async change(content: MessageEdit, options?: SendOptions): Promise<InteractionMessage> {
    const { body, call } = editing(content, options);
    const { resource } = await this.answer('update', { type: 7, data: body as APIInteractionResponseCallbackData }, call);
    return this.sent(resource?.message ?? this.data.message, '@original');
  }

  /** Says that it was heard, and shows nothing. */
  protected async acknowledge(options?: CallOptions): Promise<void> {
    await this.answer('update', { type: 6 }, options);
  }

  /** A message that was sent in answer. Only the token reaches it: the bot may not even see the channel. */
  protected sent(message: APIMessage | undefined, key: string): InteractionMessage {
    const { applicationId, channelId, guildId, token } = this;
    const known = message ?? ({ channel_id: channelId } as APIMessage);
    return this.views.interactionMessage(ofGuild(known, guildId), { applicationId, key, token });
  }
}
