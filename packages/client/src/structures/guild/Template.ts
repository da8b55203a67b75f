import type { CallOptions } from '@aplomb/rest';
import type { APITemplate, APITemplateSerializedSourceGuild, RESTPatchAPIGuildTemplateJSONBody } from 'discord-api-types/v10';
import { links } from '../../text/links.js';
import { camel, type Camel } from '../camel.js';
import { View } from '../View.js';
import { changedBody, type BodyOptions } from '../wireBody.js';
import type { User } from './User.js';

/**
 * What a guild was at one moment, to make new guilds of.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild-template#guild-template-object | Guild template object}
 */
export class Template extends View<APITemplate> {
  get code(): string {
    return this.data.code;
  }

  get name(): string {
    return this.data.name;
  }

  get description(): string | null {
    return this.data.description;
  }

  /** How often a guild was made of it. */
  get usageCount(): number {
    return this.data.usage_count;
  }

  get creatorId(): string {
    return this.data.creator_id;
  }

  get creator(): User {
    return this.views.user(this.data.creator);
  }

  get createdAt(): Date {
    return new Date(this.data.created_at);
  }

  get updatedAt(): Date {
    return new Date(this.data.updated_at);
  }

  get sourceGuildId(): string {
    return this.data.source_guild_id;
  }

  /** What the guild was like. */
  get serializedSourceGuild(): Camel<APITemplateSerializedSourceGuild> {
    return camel(this.data.serialized_source_guild);
  }

  /** Whether the guild has changed since. */
  get isDirty(): boolean {
    return this.data.is_dirty === true;
  }

  /** `https://discord.new/<code>`. */
  get url(): string {
    return links.template(this.code);
  }

  /** The template as Discord knows it now. */
  async fetch(options?: CallOptions): Promise<Template> {
    return this.views.template(await this.views.rest.templates.get(this.code, options));
  }

  /** Makes it what the guild is now. Needs MANAGE_GUILD. */
  async sync(options?: CallOptions): Promise<Template> {
    return this.views.template(await this.views.rest.templates.sync(this.sourceGuildId, this.code, options));
  }

  /** Changes its name or description. Needs MANAGE_GUILD. */
  async edit(changes: BodyOptions<RESTPatchAPIGuildTemplateJSONBody>, options?: CallOptions): Promise<Template> {
    const body = changedBody<RESTPatchAPIGuildTemplateJSONBody>(changes);
    return this.views.template(await this.views.rest.templates.edit(this.sourceGuildId, this.code, body, options));
  }

  /** Deletes it. Needs MANAGE_GUILD. */
  async delete(options?: CallOptions): Promise<void> {
    await this.views.rest.templates.delete(this.sourceGuildId, this.code, options);
  }
}
