import type { APIGuildWidget, APIGuildWidgetChannel, APIGuildWidgetMember } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { View } from '../View.js';

/**
 * What websites show of a guild.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#guild-widget-object | Guild widget object}
 */
export class Widget extends View<APIGuildWidget> {
  /** The guild's id. */
  get id(): string {
    return this.data.id;
  }

  get name(): string {
    return this.data.name;
  }

  /** The link of an invite, where the widget has a channel. */
  get instantInvite(): string | null {
    return this.data.instant_invite;
  }

  /** The voice channels that everybody may see. */
  get channels(): Camel<APIGuildWidgetChannel[]> {
    return camel(this.data.channels);
  }

  /** Up to 100 members who are not offline. Their ids are none. */
  get members(): Camel<APIGuildWidgetMember[]> {
    return camel(this.data.members);
  }

  /** How many members are not offline. */
  get presenceCount(): number {
    return this.data.presence_count;
  }
}
