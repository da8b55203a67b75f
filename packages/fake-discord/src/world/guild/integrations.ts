import { removeGuild, removeMember } from '../arrange.js';
import type { GuildRecord, WireThing } from '../records.js';
import { unknown } from '../refusals.js';
import type { World } from '../World.js';
import { audit, enterGuild } from './Doer.js';
import type { Doer } from './Doer.js';

const INTEGRATION_CREATE = 80;
const INTEGRATION_DELETE = 82;
/** Discord lists no more. */
const LISTED_MAX = 50;

/** Something that a guild is joined to: another service, or another application. */
export interface IntegrationSpec {
  /** Its bot, if it has one: that leaves when the integration is deleted. */
  readonly botId?: string;
  readonly name: string;
  /** @defaultValue `'discord'`, an application */
  readonly type?: 'discord' | 'guild_subscription' | 'twitch' | 'youtube';
}

/**
 * Joins a guild to something, and tells.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#integration-object | Integrations}
 */
export function addIntegration(world: World, guild: GuildRecord, { botId, name, type = 'discord' }: IntegrationSpec): WireThing {
  const id = world.snowflakes.next();
  const bot = botId === undefined ? undefined : world.users.get(botId);
  const application = { id, name, icon: null, description: '', ...(bot !== undefined && { bot }) };
  const integration = {
    id,
    name,
    type,
    enabled: true,
    account: { id, name },
    user: world.users.get(guild.ownerId),
    ...(type === 'discord' && { application, scopes: ['bot', 'applications.commands'] }),
  };
  guild.things.integrations.set(id, integration);
  publish(world, guild, 'INTEGRATION_CREATE', { ...integration, guild_id: guild.id });
  audit(world, guild, { reason: null, userId: guild.ownerId }, { actionType: INTEGRATION_CREATE, targetId: id, after: { name, type } });
  return integration;
}

/** The bot's own comes first: its application is one of them. */
export function listIntegrations(world: World, userId: string, guildId: string): readonly WireThing[] {
  const guild = enterGuild(world, userId, guildId, 'ManageGuild');
  return [ownIntegration(world), ...guild.things.integrations.values()].slice(0, LISTED_MAX);
}

/** Takes an integration away, with its bot and the webhooks that it made. */
export function deleteIntegration(world: World, doer: Doer, guildId: string, id: string): void {
  const guild = enterGuild(world, doer.userId, guildId, 'ManageGuild');
  const isOwn = id === world.application.id;
  const integration = isOwn ? ownIntegration(world) : guild.things.integrations.get(id);
  if (integration === undefined) throw unknown('Integration');
  guild.things.integrations.delete(id);
  for (const webhook of world.webhooks.values())
    if (webhook.guildId === guildId && webhook.applicationId === id) world.webhooks.delete(webhook.id);
  publish(world, guild, 'INTEGRATION_DELETE', { id, guild_id: guildId, ...(isOwn && { application_id: id }) });
  const { name, type } = integration;
  audit(world, guild, doer, { actionType: INTEGRATION_DELETE, targetId: id, before: { name, type } });
  const { bot } = (integration['application'] ?? {}) as { readonly bot?: { readonly id: string } };
  if (isOwn) removeGuild(world, guild);
  else if (bot !== undefined && guild.members.has(bot.id)) removeMember(world, guild, bot.id);
}

function ownIntegration({ application }: World): WireThing {
  const { bot, description, icon, id, name } = application;
  return {
    id,
    name,
    type: 'discord',
    enabled: true,
    account: { id, name },
    application: { id, name, icon, description, bot },
    scopes: ['bot', 'applications.commands'],
  };
}

function publish(world: World, guild: GuildRecord, t: string, d: object): void {
  world.publishInGuild(guild, t, d);
  world.publishInGuild(guild, 'GUILD_INTEGRATIONS_UPDATE', { guild_id: guild.id });
}
