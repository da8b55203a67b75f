import { opaqueHash } from '../../opaqueHash.js';
import type { Form } from '../forms/Form.js';
import { channelPayload } from '../channelPayloads.js';
import { guildPayload } from '../payloads.js';
import type { GuildRecord, WireThing } from '../records.js';
import { badRequest, unknown } from '../refusals.js';
import type { World } from '../World.js';
import { enterGuild } from './Doer.js';
import type { Doer } from './Doer.js';
import { defined } from './wire.js';

const GUILD_FIELDS = [
  'name',
  'description',
  'verification_level',
  'default_message_notifications',
  'explicit_content_filter',
  'preferred_locale',
  'afk_timeout',
  'system_channel_flags',
] as const;
const ROLE_FIELDS = ['name', 'permissions', 'color', 'colors', 'hoist', 'mentionable', 'icon', 'unicode_emoji'];
const CHANNEL_FIELDS = ['name', 'type', 'position', 'topic', 'bitrate', 'user_limit', 'nsfw', 'rate_limit_per_user', 'available_tags'];

/**
 * What can be copied of a guild, of which each has one template at most. Nobody makes a guild of one here: bots cannot do so any more.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild-template | Guild template resource}
 */
export function createTemplate(world: World, doer: Doer, guildId: string, form: Form): WireThing {
  const guild = enterGuild(world, doer.userId, guildId, 'ManageGuild');
  form.require('name');
  const fields = readTemplate(form);
  form.check();
  if (guild.things.templates.size > 0) throw badRequest(30031, 'Guild already has a template');
  const template = {
    code: opaqueHash(`template ${world.snowflakes.next()}`).slice(0, 12),
    description: null,
    ...fields,
    usage_count: 0,
    creator_id: doer.userId,
    creator: world.users.get(doer.userId) ?? null,
    created_at: world.nowIso(),
    updated_at: world.nowIso(),
    source_guild_id: guild.id,
    serialized_source_guild: snapshotOf(guild),
  };
  return keep(guild, template);
}

/** The templates of a guild, with a word on whether the guild has changed since. */
export function listTemplates(world: World, userId: string, guildId: string): readonly WireThing[] {
  const guild = enterGuild(world, userId, guildId, 'ManageGuild');
  return [...guild.things.templates.values()].map((template) => withDirt(guild, template));
}

/** One by its code, for anybody. */
export function findTemplate(world: World, code: string): WireThing {
  for (const guild of world.guilds.values()) {
    const template = guild.things.templates.get(code);
    if (template !== undefined) return withDirt(guild, template);
  }
  throw unknown('guild template');
}

export function editTemplate(world: World, doer: Doer, place: TemplatePlace, form: Form): WireThing {
  const { guild, template } = enterToManage(world, doer, place);
  const fields = readTemplate(form);
  form.check();
  return keep(guild, { ...template, ...fields });
}

/** Copies the guild anew. */
export function syncTemplate(world: World, doer: Doer, place: TemplatePlace): WireThing {
  const { guild, template } = enterToManage(world, doer, place);
  return keep(guild, { ...template, updated_at: world.nowIso(), serialized_source_guild: snapshotOf(guild) });
}

export function deleteTemplate(world: World, doer: Doer, place: TemplatePlace): WireThing {
  const { guild, template } = enterToManage(world, doer, place);
  guild.things.templates.delete(place.code);
  return withDirt(guild, template);
}

/** Which template of which guild. */
export interface TemplatePlace {
  readonly code: string;
  readonly guildId: string;
}

function enterToManage(
  world: World,
  { userId }: Doer,
  { code, guildId }: TemplatePlace,
): { readonly guild: GuildRecord; readonly template: WireThing } {
  const guild = enterGuild(world, userId, guildId, 'ManageGuild');
  const template = guild.things.templates.get(code);
  if (template === undefined) throw unknown('guild template');
  return { guild, template };
}

function readTemplate(form: Form): WireThing {
  return defined({
    name: form.string('name', { min: 1, max: 100 }),
    description: form.isNull('description') ? null : form.string('description', { max: 120 }),
  });
}

function keep(guild: GuildRecord, template: WireThing): WireThing {
  guild.things.templates.set(String(template['code']), template);
  return withDirt(guild, template);
}

function withDirt(guild: GuildRecord, template: WireThing): WireThing {
  const isDirty = JSON.stringify(template['serialized_source_guild']) !== JSON.stringify(snapshotOf(guild));
  return { ...template, is_dirty: isDirty ? true : null };
}

/** Roles and channels have small numbers for ids in a template, with which they speak of each other. */
function snapshotOf(guild: GuildRecord): object {
  const roles = [...guild.roles.values()].filter(({ managed }) => !managed);
  const ids = new Map([...roles.map(({ id }) => id), ...guild.channels.keys()].map((id, index) => [id, index]));
  const numberOf = (id: string | null | undefined): number | null => ids.get(id ?? '') ?? null;
  const payload = guildPayload(guild);
  return {
    ...picked(payload, GUILD_FIELDS),
    region: null,
    icon_hash: payload.icon,
    afk_channel_id: numberOf(payload.afk_channel_id),
    system_channel_id: numberOf(payload.system_channel_id),
    roles: roles.map((role) => ({ id: numberOf(role.id), ...picked(role, ROLE_FIELDS) })),
    channels: [...guild.channels.values()].map((channel) => ({
      id: numberOf(channel.id),
      parent_id: numberOf(channel.parentId),
      ...picked(channelPayload(channel), CHANNEL_FIELDS),
      // Those of members are left out: a template is for other people.
      permission_overwrites: channel.overwrites.flatMap((each) => (ids.has(each.id) ? [{ ...each, id: numberOf(each.id) }] : [])),
    })),
  };
}

function picked(thing: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(thing).filter(([name]) => names.includes(name)));
}
