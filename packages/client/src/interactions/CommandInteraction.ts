import type { APIChatInputApplicationCommandInteraction } from 'discord-api-types/v10';
import { ApplicationCommandInteraction } from './ApplicationCommandInteraction.js';
import { CommandOptions } from './CommandOptions.js';
import { Resolved } from './Resolved.js';

/**
 * Somebody used a slash command.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#slash-commands | Slash commands}
 */
export class CommandInteraction extends ApplicationCommandInteraction<APIChatInputApplicationCommandInteraction> {
  readonly kind = 'command';

  /** The command with its group and subcommand, as people read it: `role add`. */
  get fullCommandName(): string {
    const { subcommand, subcommandGroup } = this.options;
    return [this.commandName, subcommandGroup, subcommand].filter((name) => name !== undefined).join(' ');
  }

  /** What was given to it. */
  get options(): CommandOptions {
    return new CommandOptions(this.data.data.options, this.resolved);
  }

  /** What Discord sent along of the users, roles, channels and files that the options name. */
  get resolved(): Resolved {
    return new Resolved(this.data.data.resolved, this.guildId, this.views);
  }
}
