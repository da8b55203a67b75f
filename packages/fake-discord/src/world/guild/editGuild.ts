import type { APIGuild } from 'discord-api-types/v10';
import { ChannelKind } from '../channelTypes.js';
import { LOCALES } from '../forms/commandTexts.js';
import type { Form } from '../forms/Form.js';
import { guildPayload } from '../payloads.js';
import type { GuildRecord } from '../records.js';
import { missingPermissions } from '../refusals.js';
import type { World } from '../World.js';
import { audit, enterGuild } from './Doer.js';
import type { Doer } from './Doer.js';
import { defined, imageFields } from './wire.js';

const GUILD_UPDATE = 1;
/** @see {@link https://docs.discord.com/developers/resources/guild#guild-object-mutable-guild-features | Mutable guild features} */
const MUTABLE_FEATURES = ['COMMUNITY', 'DISCOVERABLE', 'INVITES_DISABLED', 'RAID_ALERTS_DISABLED'];
const WRITTEN_TYPES = [ChannelKind.Text, ChannelKind.Announcement];
const AFK_TIMEOUTS = [60, 300, 900, 1800, 3600];
const CHANNEL_FIELDS = ['afk_channel_id', 'system_channel_id', 'rules_channel_id', 'public_updates_channel_id', 'safety_alerts_channel_id'];

/**
 * Changes a guild as a whole.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild | Modify guild}
 */
export function editGuild(world: World, doer: Doer, guildId: string, form: Form): GuildRecord {
  const guild = enterGuild(world, doer.userId, guildId, 'ManageGuild');
  const name = form.string('name', { min: 2, max: 100 });
  const more = readGuild(form, guild);
  const ownerId = form.snowflake('owner_id') ?? guild.ownerId;
  if (ownerId !== guild.ownerId && !guild.members.has(ownerId))
    form.refuse('owner_id', 'GUILD_OWNER_INVALID', 'The owner must be a member.');
  form.check();
  // Only the owner hands a guild over, and no bot owns one: https://docs.discord.com/developers/resources/guild#modify-guild
  if (ownerId !== guild.ownerId && doer.userId !== guild.ownerId) throw missingPermissions();
  const before = guildPayload(guild);
  guild.name = name ?? guild.name;
  guild.ownerId = ownerId;
  guild.more = { ...guild.more, ...(more as Partial<APIGuild>) };
  world.publishInGuild(guild, 'GUILD_UPDATE', guildPayload(guild));
  audit(world, guild, doer, { actionType: GUILD_UPDATE, targetId: guild.id, before, after: guildPayload(guild) });
  return guild;
}

function readGuild(form: Form, guild: GuildRecord): Readonly<Record<string, unknown>> {
  return {
    ...defined({
      description: form.isNull('description') ? null : form.string('description', { max: 300 }),
      verification_level: form.choice('verification_level', [0, 1, 2, 3, 4]),
      default_message_notifications: form.choice('default_message_notifications', [0, 1]),
      explicit_content_filter: form.choice('explicit_content_filter', [0, 1, 2]),
      afk_timeout: form.choice('afk_timeout', AFK_TIMEOUTS),
      system_channel_flags: form.integer('system_channel_flags'),
      preferred_locale: readLocale(form),
      premium_progress_bar_enabled: form.boolean('premium_progress_bar_enabled'),
      features: readFeatures(form, guild),
    }),
    ...imageFields(form, 'icon', 'banner', 'splash', 'discovery_splash'),
    ...Object.fromEntries(CHANNEL_FIELDS.flatMap((field) => readChannel(form, guild, field))),
  };
}

/** Of the features only a few can be switched, the others are Discord's to give. */
function readFeatures(form: Form, { more }: GuildRecord): readonly string[] | undefined {
  const before: readonly string[] = more.features ?? [];
  const features = form.strings('features', { isSet: true });
  const gift = features?.find((each) => !before.includes(each) && !MUTABLE_FEATURES.includes(each));
  if (gift !== undefined)
    form.refuse('features', 'GUILD_FEATURE_IMMUTABLE', `Of the features ${MUTABLE_FEATURES.join(', ')} can be switched, not ${gift}.`);
  return features;
}

function readLocale(form: Form): string | undefined {
  const locale = form.string('preferred_locale');
  if (locale !== undefined && !LOCALES.includes(locale))
    form.refuse('preferred_locale', 'BASE_TYPE_CHOICES', `Value must be one of {${LOCALES.join(', ')}}.`);
  return locale;
}

/** A channel of the guild of the right kind, or none. */
function readChannel(form: Form, guild: GuildRecord, field: string): readonly (readonly [string, string | null])[] {
  if (!form.has(field)) return [];
  const id = form.snowflake(field) ?? null;
  const types = field === 'afk_channel_id' ? [ChannelKind.Voice] : WRITTEN_TYPES;
  if (id !== null && !types.some((type) => type === guild.channels.get(id)?.type))
    form.refuse(field, 'CHANNEL_INVALID', 'Channel is invalid');
  return [[field, id]];
}
