import { channelPayload } from '../channelPayloads.js';
import { entitlementsOf } from '../Entitlements.js';
import { memberPayload } from '../payloads.js';
import { messagePayload } from '../messagePayloads.js';
import type { World } from '../World.js';
import { permissionsIn } from './interactionPermissions.js';
import type { InteractionRecord } from './InteractionRecord.js';
import { guildLocale, localeOf } from './locales.js';

const ATTACHMENT_MAX_BYTES = 10_485_760;
const IN_GUILD = 0;
const IN_BOT_DM = 1;

/**
 * The payload of INTERACTION_CREATE.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object | Interaction object}
 */
export function interactionPayload(world: World, record: InteractionRecord): object {
  const { channel, data, id, message, token, type, user } = record;
  const entitlements = entitlementsOf(world, user.id, channel.isDirect ? null : channel.guildId);
  return {
    id,
    application_id: world.application.id,
    type,
    data,
    ...placeOf(world, record),
    token,
    version: 1,
    ...(message !== null && { message: messagePayload(world, message.channel, message.record) }),
    app_permissions: permissionsIn(world, channel, world.bot.id),
    locale: localeOf(world, user.id),
    entitlements,
    entitlement_sku_ids: entitlements.map(({ sku_id: skuId }) => skuId),
    authorizing_integration_owners: record.owners,
    context: channel.isDirect ? IN_BOT_DM : IN_GUILD,
    attachment_size_limit: ATTACHMENT_MAX_BYTES,
  };
}

/** Where it happened and who did it: in a guild a member, elsewhere a user. */
function placeOf(world: World, { channel, user }: InteractionRecord): object {
  const { permission_overwrites: _, ...shown } = channelPayload(channel) as unknown as Record<string, unknown>;
  const permissions = permissionsIn(world, channel, user.id);
  const place = { channel: { ...shown, permissions }, channel_id: channel.id };
  if (channel.isDirect) return { ...place, user };
  const guild = world.guild(channel.guildId);
  const locale = guildLocale(guild);
  const member = { ...memberPayload(world.member(guild, user.id)), permissions };
  return {
    ...place,
    guild_id: guild.id,
    guild: { id: guild.id, locale, features: guild.more.features ?? [] },
    guild_locale: locale,
    member,
  };
}
