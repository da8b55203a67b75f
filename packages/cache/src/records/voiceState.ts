import type { APIVoiceState } from 'discord-api-types/v10';
import type { SharedFields } from './FieldPool.js';
import type { PackContext } from './PackContext.js';
import type { Payload } from './payload.js';

/**
 * Where somebody is in voice, and how. Who is in no channel has none.
 *
 * @see {@link https://docs.discord.com/developers/resources/voice#voice-state-object | Voice State object}
 */
export interface VoiceStateRecord {
  readonly user_id: string;
  readonly channel_id: string;
  /** The fields that are true or false. */
  readonly shared: SharedFields;
  readonly own: Payload | undefined;
}

const SLOTS: ReadonlySet<string> = new Set(['user_id', 'channel_id', 'guild_id', 'member']);

/** Packs a voice state whose ids were checked. */
export function packVoiceState(userId: string, channelId: string, payload: Payload, { pool, intern }: PackContext): VoiceStateRecord {
  return {
    user_id: intern(userId),
    channel_id: intern(channelId),
    shared: pool.shared(payload, SLOTS),
    own: pool.own(payload, SLOTS),
  };
}

/** Discord's payload of a voice state, without its member. */
export function voiceStateData(record: VoiceStateRecord, guildId: string): APIVoiceState {
  const { user_id, channel_id, shared, own } = record;
  return { guild_id: guildId, user_id, channel_id, ...shared, ...own } as unknown as APIVoiceState;
}
