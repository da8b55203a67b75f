import type { APIApplicationCommandInteraction } from 'discord-api-types/v10';
import { FormOpeningInteraction } from './FormOpeningInteraction.js';

/** Somebody used a command of the application's, whatever it hangs on. */
export abstract class ApplicationCommandInteraction<
  Payload extends APIApplicationCommandInteraction = APIApplicationCommandInteraction,
> extends FormOpeningInteraction<Payload> {
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
}
