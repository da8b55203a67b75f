import { isRecord } from '../readPayload.js';
import type { ChannelInfo } from '../GatewayWorld.js';
import { answer, ignored, malformed, type Answer, type Asker } from './Answer.js';

/**
 * Op 31: one SOUNDBOARD_SOUNDS for each guild that the bot is in.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#request-soundboard-sounds | Request soundboard sounds}
 */
export function answerSoundboardSounds(d: unknown, { state: { world } }: Asker): Answer {
  const ids: unknown = isRecord(d) ? d['guild_ids'] : undefined;
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) return malformed('op 31 without guild_ids');
  const known = ids.filter((id) => world.hasGuild(id));
  return answer(...known.map((id) => ({ t: 'SOUNDBOARD_SOUNDS', d: { soundboard_sounds: world.soundboardSounds(id), guild_id: id } })));
}

const CHANNEL_FIELDS = ['status', 'voice_start_time'] as const;
type ChannelField = (typeof CHANNEL_FIELDS)[number];

/** Op 43: the short-lived values of a guild's voice channels, as CHANNEL_INFO. */
export function answerChannelInfo(d: unknown, { state: { world } }: Asker): Answer {
  if (!isRecord(d) || typeof d['guild_id'] !== 'string') return malformed('op 43 without a guild_id');
  const fields = d['fields'];
  if (!Array.isArray(fields) || !fields.every(isChannelField))
    return malformed(`op 43 with fields other than ${CHANNEL_FIELDS.join(', ')}`);
  const guildId = d['guild_id'];
  if (!world.hasGuild(guildId)) return ignored('asked for channels of a guild that the bot is not in');
  return answer({ t: 'CHANNEL_INFO', d: { guild_id: guildId, channels: world.channelInfo(guildId).map((info) => pick(info, fields)) } });
}

function isChannelField(value: unknown): value is ChannelField {
  return CHANNEL_FIELDS.some((field) => field === value);
}

function pick(info: ChannelInfo, fields: readonly ChannelField[]): ChannelInfo {
  const wanted = fields.filter((field) => info[field] !== undefined);
  return { id: info.id, ...Object.fromEntries(wanted.map((field) => [field, info[field]])) };
}
