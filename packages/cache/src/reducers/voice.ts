import { idOf } from '../records/payload.js';
import { packVoiceState, type VoiceStateRecord } from '../records/voiceState.js';
import { learnMember } from './members.js';
import type { Shelf } from '../tables/Shelf.js';
import type { World } from '../tables/World.js';
import type { Payload } from '../records/payload.js';
import { changed, IGNORED, inGuild, type Reducers } from './Reducer.js';

export const voiceReducers: Reducers = {
  VOICE_STATE_UPDATE: inGuild((world, shelf, payload) => {
    const userId = idOf(payload['user_id']);
    if (userId === undefined) return IGNORED;
    const change = learnMember(world, shelf, payload['member']);
    const before = shelf.get('voiceStates', userId);
    return changed(before, writeVoiceState(world, shelf, payload), change);
  }),
};

/** Writes where somebody is in voice. Being in no channel is having no voice state. */
export function writeVoiceState(world: World, shelf: Shelf, payload: Payload): VoiceStateRecord | undefined {
  const userId = idOf(payload['user_id']);
  if (userId === undefined) return undefined;
  const channelId = voiceChannelId(world, payload);
  if (channelId === undefined) {
    world.take(shelf, 'voiceStates', userId);
    return shelf.get('voiceStates', userId);
  }
  const record = packVoiceState(userId, channelId, payload, world.pool);
  return world.put(shelf, 'voiceStates', userId, record) ? record : shelf.get('voiceStates', userId);
}

/** The channel that somebody is in, by the copy of its id that is kept already. */
function voiceChannelId(world: World, { channel_id: value }: Payload): string | undefined {
  const known = world.channel(value as string)?.id;
  if (known !== undefined) return known;
  const channelId = idOf(value);
  return channelId === undefined || world.buried.isBuried(`channel:${channelId}`, world.nowMs) ? undefined : channelId;
}
