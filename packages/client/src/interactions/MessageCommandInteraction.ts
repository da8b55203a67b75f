import type { APIMessageApplicationCommandInteraction } from 'discord-api-types/v10';
import type { Message } from '../structures/message/Message.js';
import { ApplicationCommandInteraction } from './ApplicationCommandInteraction.js';
import { ofGuild } from './ofGuild.js';

/**
 * Somebody used a command of the menu of a message.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#message-commands | Message commands}
 */
export class MessageCommandInteraction extends ApplicationCommandInteraction<APIMessageApplicationCommandInteraction> {
  readonly kind = 'messageCommand';

  get targetId(): string {
    return this.data.data.target_id;
  }

  /** The message that it was used on, which Discord sends along. */
  get targetMessage(): Message | undefined {
    const message = this.data.data.resolved.messages[this.targetId];
    return message && this.views.message(ofGuild(message, this.guildId));
  }
}
