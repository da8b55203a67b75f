import { Permissions, type RoleFacts } from '@aplomb/cache';
import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type { APIRole, APIRoleColors, APIRoleTags, RESTPatchAPIGuildRoleJSONBody, RoleFlags } from 'discord-api-types/v10';
import { cdn, type ImageOptions } from '../../text/cdn.js';
import { mention } from '../../text/mention.js';
import { snowflake } from '../../text/snowflake.js';
import { camel, type Camel } from '../camel.js';
import { imageBody, type ImageBodyOptions } from '../imageBody.js';
import { refuseNothing } from '../wireBody.js';
import type { Relation } from '../Relation.js';
import { guildRelation } from './guildRelation.js';
import type { Member } from './Member.js';
import { GuildEntity } from './GuildEntity.js';

/** What of a role can be changed; `permissions` by their names, `icon` as a file. */
export type RoleChanges = ImageBodyOptions<RESTPatchAPIGuildRoleJSONBody>;

/** A role as Discord sends it. `color` came before `colors`, and is sent beside it. */
export interface RolePayload extends Omit<APIRole, 'color' | 'colors'> {
  readonly color: number;
  readonly colors?: APIRoleColors;
}

/**
 * A role of a guild. The one with the guild's id is `@everyone`.
 *
 * @example
 * ```ts
 * import type { Guild } from 'aplomb';
 *
 * export async function addHelpers(guild: Guild): Promise<void> {
 *   const role = await guild.createRole({ name: 'Helpers', permissions: ['MANAGE_MESSAGES'], hoist: true });
 *   await role.setPosition(2, { reason: 'Above the members' });
 * }
 * ```
 * @see {@link https://docs.discord.com/developers/topics/permissions#role-object | Role object}
 */
export class Role extends GuildEntity<RolePayload> {
  get name(): string {
    return this.data.name;
  }

  /** The colour of the names of those whose highest coloured role it is; 0 is none. */
  get color(): number {
    return this.data.color;
  }

  get colors(): Camel<APIRoleColors> | null {
    return camel<APIRoleColors | null>(this.data.colors ?? null);
  }

  /** Whether its members stand apart in the list. */
  get hoist(): boolean {
    return this.data.hoist;
  }

  /** The hash of the icon. */
  get icon(): string | null {
    return this.data.icon ?? null;
  }

  /** An emoji in place of an icon. */
  get unicodeEmoji(): string | null {
    return this.data.unicode_emoji ?? null;
  }

  /** Its place: the higher, the more it may. Roles of the same place go by age, the older one first. See {@link Role.compareTo}. */
  get position(): number {
    return this.data.position;
  }

  /** What it allows in the guild as a whole. ADMINISTRATOR stands for everything, but it is not written out here. */
  get permissions(): Permissions {
    return Permissions.from(this.data.permissions);
  }

  /** Whether an integration owns it, such as a bot's own role: nobody can give it, take it or delete it. */
  get managed(): boolean {
    return this.data.managed;
  }

  /** Whether everybody may ping it. */
  get mentionable(): boolean {
    return this.data.mentionable;
  }

  /** Whose role it is, where it is managed. */
  get tags(): Camel<APIRoleTags> | null {
    return camel(this.data.tags ?? null);
  }

  get flags(): RoleFlags {
    return this.data.flags;
  }

  /** Whether it is `@everyone`, which all members have. */
  get isEveryone(): boolean {
    return this.id === this.guildId;
  }

  /** `<@&id>`, or `@everyone`. */
  get mention(): string {
    return this.isEveryone ? '@everyone' : mention.role(this.id);
  }

  /** The cached members who have it. */
  get members(): Relation<Member> {
    const { guildId, id, isEveryone, views } = this;
    return guildRelation(views, guildId, 'members', { isMeant: ({ roles }) => isEveryone || roles.includes(id) });
  }

  /**
   * Whether the bot can change it: with MANAGE_ROLES, and from above.
   *
   * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when the guild, the bot's own member or a role of it is not cached
   */
  get editable(): boolean {
    const queries = this.views.permissionsKnowing(this.guildId, { roles: [this.facts] });
    return queries.canManageRole(this.guildId, this.views.selfId(), this.id);
  }

  /** What questions about permissions need to know of it. */
  get facts(): RoleFacts {
    const { id, managed: isManaged, permissions, position } = this.data;
    return { id, isManaged, permissions, position };
  }

  /** The icon; `null` where there is none. */
  iconUrl(options?: ImageOptions): string | null {
    return this.icon === null ? null : cdn.roleIcon(this.id, this.icon, options);
  }

  /** The order of rank: above 0 when this role stands above the other one. For `sort`, it puts the lowest role first. */
  compareTo(other: Role): number {
    return this.position - other.position || snowflake.compare(other.id, this.id);
  }

  /** The role as Discord knows it now. */
  async fetch(options?: CallOptions): Promise<Role> {
    return this.of(await this.views.rest.guilds.role(this.guildId, this.id, options));
  }

  /**
   * Changes it; what is left out stays. Needs MANAGE_ROLES and a role above it.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-role | Modify guild role}
   */
  async edit(changes: RoleChanges, options?: AuditedCallOptions): Promise<Role> {
    const body = refuseNothing(await imageBody<RESTPatchAPIGuildRoleJSONBody>(changes));
    return this.of(await this.views.rest.guilds.editRole(this.guildId, this.id, body, options));
  }

  /** Renames it. */
  async setName(name: string, options?: AuditedCallOptions): Promise<Role> {
    return this.edit({ name }, options);
  }

  /** Gives it other permissions: all of them, not more. */
  async setPermissions(permissions: Exclude<RoleChanges['permissions'], null | undefined>, options?: AuditedCallOptions): Promise<Role> {
    return this.edit({ permissions }, options);
  }

  /** Moves it. Needs MANAGE_ROLES and a role above both places. */
  async setPosition(position: number, options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.guilds.editRolePositions(this.guildId, [{ id: this.id, position }], options);
  }

  /** Deletes it. Needs MANAGE_ROLES and a role above it. */
  async delete(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.guilds.deleteRole(this.guildId, this.id, options);
  }

  override toString(): string {
    return this.mention;
  }

  private of(role: RolePayload): Role {
    return this.views.role(role, this.guildId);
  }
}
