import type { APIPrimaryEntryPointCommandInteraction } from 'discord-api-types/v10';
import { ApplicationCommandInteraction } from './ApplicationCommandInteraction.js';

/**
 * Somebody opened the application's activity, and the application wants to answer itself: with {@link RepliableInteraction.launchActivity} or a message.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#entry-point-commands | Entry point commands}
 */
export class EntryPointInteraction extends ApplicationCommandInteraction<APIPrimaryEntryPointCommandInteraction> {
  readonly kind = 'entryPoint';
}
