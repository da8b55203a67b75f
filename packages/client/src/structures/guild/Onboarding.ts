import type { APIGuildOnboarding, APIGuildOnboardingPrompt } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { View } from '../View.js';
import type { Guild } from './Guild.js';

/**
 * What new members are asked, and where it leads them.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#guild-onboarding-object | Guild onboarding object}
 */
export class Onboarding extends View<APIGuildOnboarding> {
  get guildId(): string {
    return this.data.guild_id;
  }

  get prompts(): Camel<APIGuildOnboardingPrompt[]> {
    return camel(this.data.prompts);
  }

  /** The ids of the channels that all get. */
  get defaultChannelIds(): readonly string[] {
    return this.data.default_channel_ids;
  }

  get enabled(): boolean {
    return this.data.enabled;
  }

  /** What counts for being enabled: 0 default channels alone, 1 prompts as well. */
  get mode(): APIGuildOnboarding['mode'] {
    return this.data.mode;
  }

  /** The guild, where it is cached. */
  get guild(): Guild | undefined {
    return this.views.cachedGuild(this.guildId);
  }
}
