import type { APIVoiceState } from 'discord-api-types/v10';
import type { FieldPool } from './FieldPool.js';
import { keptFields, type KeptFields } from './keptFields.js';
import type { Payload } from './payload.js';

/**
 * Where somebody is in voice, and how. Who is in no channel has none.
 *
 * @see {@link https://docs.discord.com/developers/resources/voice#voice-state-object | Voice State object}
 */
export interface VoiceStateRecord extends KeptFields {
  readonly user_id: string;
  readonly channel_id: string;
}

const SLOTS: ReadonlySet<string> = new Set(['user_id', 'channel_id', 'guild_id', 'member']);

/** Packs a voice state whose ids were checked. */
export function packVoiceState(userId: string, channelId: string, payload: Payload, pool: FieldPool): VoiceStateRecord {
  const { shared, own } = keptFields(payload, SLOTS, pool);
  return { user_id: userId, channel_id: channelId, shared, own };
}

/** Discord's payload of a voice state, without its member. */
export function voiceStateData(record: VoiceStateRecord, guildId: string): APIVoiceState {
  const { user_id, channel_id, shared, own } = record;
  return { guild_id: guildId, user_id, channel_id, ...shared, ...own } as unknown as APIVoiceState;
}
