import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { voiceStateData } from '../../src/records/voiceState.js';
import { CHANNEL, channel, GUILD, guild, id, member, send } from '../payloads.js';

const state = {
  guild_id: GUILD,
  user_id: id(901),
  channel_id: CHANNEL,
  session_id: 'f00df00df00df00d',
  deaf: false,
  mute: true,
  request_to_speak_timestamp: null,
};

function home(): Cache {
  const cache = new Cache();
  send(cache, 'GUILD_CREATE', guild());
  return cache;
}

describe('a voice state', () => {
  it('gives its payload back, and goes with the channel that it names', () => {
    const cache = home();
    send(cache, 'VOICE_STATE_UPDATE', state);
    expect(voiceStateData(cache.get('voiceStates', GUILD, id(901))!, GUILD)).toEqual(state);
    const change = cache.apply({ t: 'VOICE_STATE_UPDATE', d: { ...state, channel_id: null } }, { shardId: 0 });
    expect([change.before?.channel_id, change.after]).toEqual([CHANNEL, undefined]);
  });

  it('tells of its member', () => {
    const cache = home();
    send(cache, 'VOICE_STATE_UPDATE', { ...state, user_id: id(980), member: member(980) });
    expect(cache.member(GUILD, id(980))).toBeDefined();
  });

  it('K-04 late join after the channel went: puts nobody there', () => {
    const cache = home();
    send(cache, 'CHANNEL_DELETE', channel(100));
    send(cache, 'VOICE_STATE_UPDATE', state);
    expect(cache.stats().voiceStates).toBe(0);
    expect(send(cache, 'VOICE_STATE_UPDATE', { guild_id: GUILD }).outcome).toBe('ignored');
  });
});
