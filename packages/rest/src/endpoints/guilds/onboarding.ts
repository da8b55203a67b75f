import type {
  RESTGetAPIGuildOnboardingResult,
  RESTGetAPIGuildWelcomeScreenResult,
  RESTPatchAPIGuildWelcomeScreenJSONBody,
  RESTPatchAPIGuildWelcomeScreenResult,
  RESTPutAPIGuildOnboardingJSONBody,
  RESTPutAPIGuildOnboardingResult,
} from 'discord-api-types/v10';
import type { AuditedCallOptions, CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/**
 * An emoji of the welcome to new members.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface NewMemberWelcomeEmoji {
  readonly animated: boolean;
  readonly id: string | null;
  readonly name: string | null;
}

/**
 * Something that new members are asked to do.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface NewMemberAction {
  /** 0: look at the channel; 1: talk in it. */
  readonly action_type: 0 | 1;
  readonly channel_id: string;
  readonly description: string;
  readonly emoji?: NewMemberWelcomeEmoji;
  readonly icon?: string;
  readonly title: string;
}

/**
 * A channel that new members find things in.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface NewMemberResourceChannel {
  readonly channel_id: string;
  readonly description: string;
  readonly emoji?: NewMemberWelcomeEmoji;
  readonly icon?: string;
  readonly title: string;
}

/**
 * How a guild welcomes new members.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface NewMemberWelcome {
  readonly enabled: boolean;
  readonly guild_id: string;
  readonly new_member_actions: readonly NewMemberAction[];
  readonly resource_channels: readonly NewMemberResourceChannel[];
  readonly welcome_message?: { readonly author_ids: readonly string[]; readonly message: string };
}

/** How a guild meets those who join it. */
export interface GuildOnboardingMethods {
  /**
   * The questions and channels that new members are led through.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-onboarding | Get guild onboarding}
   */
  onboarding(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildOnboardingResult>;
  /**
   * Sets the onboarding: at most 15 prompts of at most 50 options each. To be enabled it needs 7 default channels, 5 of which `@everyone` may write in.
   * Needs MANAGE_GUILD and MANAGE_ROLES.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-onboarding | Modify guild onboarding}
   */
  setOnboarding(
    guildId: string,
    body: RESTPutAPIGuildOnboardingJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPutAPIGuildOnboardingResult>;
  /**
   * The welcome screen of a Community guild. Needs MANAGE_GUILD while it is not enabled.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-welcome-screen | Get guild welcome screen}
   */
  welcomeScreen(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildWelcomeScreenResult>;
  /**
   * Edits the welcome screen: a description of at most 140 characters, and at most 5 channels. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-welcome-screen | Modify guild welcome screen}
   */
  editWelcomeScreen(
    guildId: string,
    body: RESTPatchAPIGuildWelcomeScreenJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPatchAPIGuildWelcomeScreenResult>;
  /**
   * What new members are told and asked to do, and `undefined` in a guild without it.
   *
   * @experimental Not in Discord's reference.
   */
  newMemberWelcome(guildId: string, options?: CallOptions): Promise<NewMemberWelcome | undefined>;
}

export function guildOnboardingMethods(rest: Requester): GuildOnboardingMethods {
  const onboarding = (guildId: string): string => route`/guilds/${guildId}/onboarding`;
  const welcomeScreen = (guildId: string): string => route`/guilds/${guildId}/welcome-screen`;
  return {
    onboarding: async (guildId, options) => rest.request('GET', onboarding(guildId), options),
    setOnboarding: async (guildId, body, options) => rest.request('PUT', onboarding(guildId), { ...options, body }),
    welcomeScreen: async (guildId, options) => rest.request('GET', welcomeScreen(guildId), options),
    editWelcomeScreen: async (guildId, body, options) => rest.request('PATCH', welcomeScreen(guildId), { ...options, body }),
    newMemberWelcome: async (guildId, options) => rest.request('GET', route`/guilds/${guildId}/new-member-welcome`, options),
  };
}
