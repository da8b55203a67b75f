import type { CacheReader, PermissionQueries } from '@aplomb/cache';
import { VoiceError } from './VoiceError.js';

/** A question whether the bot could join. */
export interface JoinQuestion {
  readonly cache: CacheReader;
  readonly channelId: string;
  readonly guildId: string;
  readonly permissions: PermissionQueries;
  /** The bot's own id, as far as it is known. */
  readonly userId: string | null;
}

const VOICE_TYPES: readonly number[] = [2, 13];

/** Why Discord would refuse, as far as the cache knows; `null` where it knows no reason. Where it lacks something, Discord is asked. */
export function refusalOf(question: JoinQuestion): VoiceError | null {
  const { cache, channelId, guildId } = question;
  const channel = cache.channel(channelId);
  if (channel === undefined) return null;
  if (channel.guild_id !== guildId) return forbidden(channelId, `it is not in guild ${guildId}`, 'Give the guild that the channel is in.');
  if (!VOICE_TYPES.includes(channel.type))
    return forbidden(channelId, `it is of type ${String(channel.type)}`, 'Only voice (2) and stage channels (13) can be joined.');
  return lackingPermission(question) ?? lackingRoom(question);
}

function lackingPermission(question: JoinQuestion): VoiceError | null {
  const missing = (['VIEW_CHANNEL', 'CONNECT'] as const).filter((name) => may(question, name) === false);
  if (missing.length === 0) return null;
  return forbidden(question.channelId, `the bot lacks ${missing.join(' and ')}`, 'Give the bot these permissions there.');
}

/** A full channel lets only those in who may move others. */
function lackingRoom(question: JoinQuestion): VoiceError | null {
  const { cache, channelId, guildId, userId } = question;
  const channel = cache.channel(channelId);
  const limit = Number(channel?.shared['user_limit'] ?? channel?.own?.['user_limit'] ?? 0);
  const others = cache.all('voiceStates', guildId).filter((state) => state.channel_id === channelId && state.user_id !== userId);
  if (limit === 0 || others.length < limit || may(question, 'MOVE_MEMBERS') !== false) return null;
  return forbidden(
    channelId,
    `it is full (${String(others.length)} of ${String(limit)})`,
    'Wait until somebody leaves, or give the bot MOVE_MEMBERS.',
  );
}

/** `undefined` where the cache lacks something. */
function may({ channelId, permissions, userId }: JoinQuestion, name: 'CONNECT' | 'MOVE_MEMBERS' | 'VIEW_CHANNEL'): boolean | undefined {
  if (userId === null) return undefined;
  try {
    return permissions.inChannel(channelId, userId).has(name);
  } catch {
    // The cache lacks data: nothing is guessed, and Discord decides.
    return undefined;
  }
}

function forbidden(channelId: string, why: string, cure: string): VoiceError {
  return new VoiceError('VOICE_FORBIDDEN', { what: `The bot cannot join channel ${channelId}: ${why}.`, cure });
}
