import type { APIGuild } from 'discord-api-types/v10';
import type { Form } from '../forms/Form.js';
import { guildPayload } from '../payloads.js';
import type { GuildRecord } from '../records.js';
import type { World } from '../World.js';
import { audit, enterGuild } from './Doer.js';
import type { Doer } from './Doer.js';
import { defined, imageFields } from './wire.js';

const GUILD_UPDATE = 1;
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
  form.check();
  const before = guildPayload(guild);
  guild.name = name ?? guild.name;
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
      preferred_locale: form.string('preferred_locale'),
      premium_progress_bar_enabled: form.boolean('premium_progress_bar_enabled'),
      features: form.strings('features', { isSet: true }),
    }),
    ...imageFields(form, 'icon', 'banner', 'splash', 'discovery_splash'),
    ...Object.fromEntries(CHANNEL_FIELDS.flatMap((field) => readChannel(form, guild, field))),
  };
}

/** A channel of the guild, or none. */
function readChannel(form: Form, guild: GuildRecord, field: string): readonly (readonly [string, string | null])[] {
  if (!form.has(field)) return [];
  const id = form.snowflake(field) ?? null;
  if (id !== null && !guild.channels.has(id)) form.refuse(field, 'CHANNEL_INVALID', 'Channel is invalid');
  return [[field, id]];
}
