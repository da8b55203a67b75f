import { OptionsError, shown } from '@aplomb/base';
import type { CallOptions } from '@aplomb/rest';
import type { APIApplicationCommandAutocompleteInteraction, APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { CommandOptions } from './CommandOptions.js';
import { Interaction } from './Interaction.js';
import { Resolved } from './Resolved.js';

/** Discord's limits of suggestions. */
const MAX_CHOICES = 25;
const MAX_LENGTH = 100;

/** A suggestion: what people read, and what the command gets. A text alone, or a number alone, is both. */
export type Suggestion = string | number | APIApplicationCommandOptionChoice;

/**
 * Somebody types an option of a command, and wants suggestions.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#autocomplete | Autocomplete}
 */
export class AutocompleteInteraction extends Interaction<APIApplicationCommandAutocompleteInteraction> {
  readonly kind = 'autocomplete';

  get commandId(): string {
    return this.data.data.id;
  }

  get commandName(): string {
    return this.data.data.name;
  }

  /** The guild that the command is registered in; `undefined` for a global one. */
  get commandGuildId(): string | undefined {
    return this.data.data.guild_id;
  }

  /** What was given so far. Nothing of it was checked by Discord: not even that required options are there. */
  get options(): CommandOptions {
    return new CommandOptions(this.data.data.options, new Resolved(this.data.data.resolved, this.guildId, this.views));
  }

  /** The option that is being typed, and what stands there. */
  get focused(): { readonly name: string; readonly value: string } {
    const { focused } = this.options;
    return focused ?? { name: '', value: '' };
  }

  /**
   * Answers with up to 25 suggestions.
   *
   * @throws {@link OptionsError} `INVALID_BODY` for too many, or for one whose text has not 1 to 100 characters; and as {@link RepliableInteraction.reply}
   */
  async suggest(suggestions: readonly Suggestion[], options?: CallOptions): Promise<void> {
    if (suggestions.length > MAX_CHOICES)
      throw invalid('suggestions', `are ${String(suggestions.length)}`, `at most ${String(MAX_CHOICES)}`);
    await this.answer('suggestions', { type: 8, data: { choices: suggestions.map(choiceOf) } }, options);
  }
}

function choiceOf(suggestion: Suggestion, at: number): APIApplicationCommandOptionChoice {
  const choice = typeof suggestion === 'object' ? suggestion : { name: String(suggestion), value: suggestion };
  for (const field of ['name', 'value'] as const) {
    const text = choice[field];
    if (typeof text === 'string' && (text.length === 0 || text.length > MAX_LENGTH))
      throw invalid(
        `suggestions[${String(at)}].${field}`,
        `is ${shown(text)}, of ${String(text.length)} characters`,
        `1 to ${String(MAX_LENGTH)}`,
      );
  }
  return choice;
}

function invalid(field: string, what: string, limit: string): OptionsError {
  return new OptionsError('INVALID_BODY', { what: `\`${field}\` ${what}.`, cure: `Discord takes ${limit}.` });
}
