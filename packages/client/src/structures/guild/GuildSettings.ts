import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type {
  APIVoiceRegion,
  RESTGetAPIGuildWidgetImageQuery,
  RESTPatchAPIGuildJSONBody,
  RESTPatchAPIGuildWelcomeScreenJSONBody,
  RESTPatchAPIGuildWidgetSettingsJSONBody,
  RESTPostAPIGuildTemplatesJSONBody,
  RESTPutAPIGuildIncidentActionsJSONBody,
  RESTPutAPIGuildOnboardingJSONBody,
} from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { madeAt } from '../dates.js';
import type { Identified } from '../Identified.js';
import { imageBody, type ImageBodyOptions } from '../imageBody.js';
import { View } from '../View.js';
import { changedBody, refuseNothing, wireBody, type BodyOptions } from '../wireBody.js';
import type { Guild } from './Guild.js';
import type { GuildPreview } from './GuildPreview.js';
import type { Onboarding } from './Onboarding.js';
import type { Template } from './Template.js';
import type { WelcomeScreen } from './WelcomeScreen.js';
import type { Widget } from './Widget.js';

/** What of a guild can be changed; images as files. */
export type GuildChanges = ImageBodyOptions<RESTPatchAPIGuildJSONBody>;

/** What an onboarding can be set to. */
export type OnboardingOptions = BodyOptions<RESTPutAPIGuildOnboardingJSONBody>;

/** What of a welcome screen can be changed. */
export type WelcomeScreenChanges = BodyOptions<RESTPatchAPIGuildWelcomeScreenJSONBody>;

/** Whether a widget is enabled, and which channel it invites to. */
export type WidgetSettings = Camel<RESTPatchAPIGuildWidgetSettingsJSONBody>;

/** Until when a guild takes no new members, or its members no messages of each other. */
export type IncidentActions = BodyOptions<RESTPutAPIGuildIncidentActionsJSONBody>;

/** What can be done with a guild itself: how it is set up, and how it meets those who come. */
export abstract class GuildSettings<Payload extends Identified = Identified> extends View<Payload> {
  get id(): string {
    return this.data.id;
  }

  get createdAt(): Date {
    return madeAt(this.id);
  }

  /**
   * Changes the guild; what is left out stays. Needs MANAGE_GUILD.
   *
   * @throws {@link OptionsError} `INVALID_BODY` for a name of less than 2 or more than 100 characters
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild | Modify guild}
   */
  async edit(changes: GuildChanges, options?: AuditedCallOptions): Promise<Guild> {
    const body = refuseNothing(await imageBody<RESTPatchAPIGuildJSONBody>(changes));
    return this.views.guild(await this.views.rest.guilds.edit(this.id, body, options));
  }

  /** Takes the bot out of the guild. */
  async leave(options?: CallOptions): Promise<void> {
    await this.views.rest.users.leaveGuild(this.id, options);
  }

  /** Stops joining, or direct messages between members, for up to 24 hours; `null` allows them again. Needs MANAGE_GUILD. */
  async setIncidentActions(actions: IncidentActions, options?: CallOptions): Promise<void> {
    await this.views.rest.guilds.setIncidentActions(this.id, wireBody<RESTPutAPIGuildIncidentActionsJSONBody>(actions), options);
  }

  /** What everybody may know of it. If the bot is no member, the guild must be discoverable. */
  async fetchPreview(options?: CallOptions): Promise<GuildPreview> {
    return this.views.guildPreview(await this.views.rest.guilds.preview(this.id, options));
  }

  /** What new members are asked. */
  async fetchOnboarding(options?: CallOptions): Promise<Onboarding> {
    return this.views.onboarding(await this.views.rest.guilds.onboarding(this.id, options));
  }

  /** Sets what new members are asked: all of it. Needs MANAGE_GUILD and MANAGE_ROLES. */
  async setOnboarding(onboarding: OnboardingOptions, options?: AuditedCallOptions): Promise<Onboarding> {
    const body = wireBody<RESTPutAPIGuildOnboardingJSONBody>(onboarding);
    return this.views.onboarding(await this.views.rest.guilds.setOnboarding(this.id, body, options));
  }

  /** What new members are shown first. Needs MANAGE_GUILD while it is not enabled. */
  async fetchWelcomeScreen(options?: CallOptions): Promise<WelcomeScreen> {
    return this.views.welcomeScreen(await this.views.rest.guilds.welcomeScreen(this.id, options), this.id);
  }

  /** Changes what new members are shown first. Needs MANAGE_GUILD. */
  async editWelcomeScreen(changes: WelcomeScreenChanges, options?: AuditedCallOptions): Promise<WelcomeScreen> {
    const body = changedBody<RESTPatchAPIGuildWelcomeScreenJSONBody>(changes);
    return this.views.welcomeScreen(await this.views.rest.guilds.editWelcomeScreen(this.id, body, options), this.id);
  }

  /** What websites show of it. Fails where the widget is not enabled. */
  async fetchWidget(options?: CallOptions): Promise<Widget> {
    return this.views.widget(await this.views.rest.guilds.widget(this.id, options));
  }

  /** The widget as a PNG, of `style` `shield` unless another one is given. */
  async fetchWidgetImage(query?: RESTGetAPIGuildWidgetImageQuery, options?: CallOptions): Promise<Buffer> {
    return this.views.rest.guilds.widgetImage(this.id, query, options);
  }

  /** Whether the widget is enabled, and which channel it invites to. Needs MANAGE_GUILD. */
  async fetchWidgetSettings(options?: CallOptions): Promise<WidgetSettings> {
    return camel(await this.views.rest.guilds.widgetSettings(this.id, options));
  }

  /** Enables or disables the widget, and sets its channel. Needs MANAGE_GUILD. */
  async editWidgetSettings(
    settings: BodyOptions<RESTPatchAPIGuildWidgetSettingsJSONBody>,
    options?: AuditedCallOptions,
  ): Promise<WidgetSettings> {
    const body = wireBody<RESTPatchAPIGuildWidgetSettingsJSONBody>(settings);
    return camel(await this.views.rest.guilds.editWidgetSettings(this.id, body, options));
  }

  /** The templates that were made of it. Needs MANAGE_GUILD. */
  async fetchTemplates(options?: CallOptions): Promise<readonly Template[]> {
    return (await this.views.rest.templates.list(this.id, options)).map((template) => this.views.template(template));
  }

  /** Makes a template of it, as it is now. Needs MANAGE_GUILD. */
  async createTemplate(template: BodyOptions<RESTPostAPIGuildTemplatesJSONBody>, options?: CallOptions): Promise<Template> {
    const body = wireBody<RESTPostAPIGuildTemplatesJSONBody>(template, ['name']);
    return this.views.template(await this.views.rest.templates.create(this.id, body, options));
  }

  /** Where its voice channels can be, those for boosted guilds included. */
  async fetchVoiceRegions(options?: CallOptions): Promise<Camel<APIVoiceRegion[]>> {
    return camel(await this.views.rest.guilds.voiceRegions(this.id, options));
  }
}
