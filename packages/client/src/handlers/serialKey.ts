import type { SerialPlace } from './HandlerLimits.js';

/** Their own `id` is the guild's. */
const OF_GUILDS: ReadonlySet<string> = new Set(['GUILD_CREATE', 'GUILD_UPDATE', 'GUILD_DELETE']);

/** Their own `id` is the channel's. */
const OF_CHANNELS: ReadonlySet<string> = new Set([
  'CHANNEL_CREATE',
  'CHANNEL_UPDATE',
  'CHANNEL_DELETE',
  'THREAD_CREATE',
  'THREAD_UPDATE',
  'THREAD_DELETE',
  'THREAD_MEMBER_UPDATE',
  'THREAD_MEMBERS_UPDATE',
  'VOICE_CHANNEL_START_TIME_UPDATE',
  'VOICE_CHANNEL_STATUS_UPDATE',
]);

/** Their channel is what they tell, not where they belong: who moves from one to another must be told of in order. */
const OF_NO_CHANNEL: ReadonlySet<string> = new Set([
  'GUILD_SCHEDULED_EVENT_CREATE',
  'GUILD_SCHEDULED_EVENT_DELETE',
  'GUILD_SCHEDULED_EVENT_UPDATE',
  'VOICE_STATE_UPDATE',
]);

/**
 * With which other events one must stay in order: its guild's, or its channel's. What has no guild goes by its channel, and what has no channel by its guild;
 * `null` for what has neither, such as READY and USER_UPDATE.
 */
export function serialKeyOf(place: SerialPlace, type: string, data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null;
  const guild = text(data, OF_GUILDS.has(type) ? 'id' : 'guild_id');
  const channel = OF_NO_CHANNEL.has(type) ? null : text(data, OF_CHANNELS.has(type) ? 'id' : 'channel_id');
  return place === 'guild' ? (guild ?? channel) : (channel ?? guild);
}

function text(data: object, name: string): string | null {
  const value = (data as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : null;
}
