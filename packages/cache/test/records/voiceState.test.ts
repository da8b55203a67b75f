import { describe, expect, it } from '@jest/globals';
import { FieldPool } from '../../src/records/FieldPool.js';
import { packVoiceState, voiceStateData } from '../../src/records/voiceState.js';
import { CHANNEL, GUILD, id, member } from '../payloads.js';

const marks = { deaf: false, mute: false, self_deaf: false, self_mute: true, self_video: false, suppress: false };
const state = { ...marks, user_id: id(901), channel_id: CHANNEL, session_id: '0123456789abcdef', request_to_speak_timestamp: null };

describe('a voice state as a record', () => {
  it('gives its payload back, without the member: that is kept elsewhere', () => {
    const record = packVoiceState(id(901), CHANNEL, { ...state, guild_id: GUILD, member: member(901) }, new FieldPool());
    expect(voiceStateData(record, GUILD)).toEqual({ ...state, guild_id: GUILD });
  });

  it('shares what is true or false, and keeps its session', () => {
    const record = packVoiceState(id(901), CHANNEL, state, new FieldPool());
    expect([record.shared, record.own]).toEqual([{ ...marks, request_to_speak_timestamp: null }, { session_id: '0123456789abcdef' }]);
  });
});
