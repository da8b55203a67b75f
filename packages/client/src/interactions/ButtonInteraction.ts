import type { APIMessageComponentButtonInteraction } from 'discord-api-types/v10';
import { ComponentInteraction } from './ComponentInteraction.js';

/**
 * Somebody pressed a button.
 *
 * @see {@link https://docs.discord.com/developers/components/reference#button | Button}
 */
export class ButtonInteraction extends ComponentInteraction<APIMessageComponentButtonInteraction> {
  readonly kind = 'button';
}
