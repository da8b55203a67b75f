import type { APIGuildWelcomeScreen, APIGuildWelcomeScreenChannel } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { PartOfGuild } from './PartOfGuild.js';

/**
 * What new members are shown first.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#welcome-screen-object | Welcome screen object}
 */
export class WelcomeScreen extends PartOfGuild<APIGuildWelcomeScreen> {
  get description(): string | null {
    return this.data.description;
  }

  /** Up to five channels, each with what it is for. */
  get welcomeChannels(): Camel<APIGuildWelcomeScreenChannel[]> {
    return camel(this.data.welcome_channels);
  }
}
