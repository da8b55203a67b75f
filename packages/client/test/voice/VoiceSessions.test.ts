import { describe, expect, it } from '@jest/globals';
import { VoiceSessions } from '../../src/voice/VoiceSessions.js';

const STATE = { guildId: '1', channelId: '2', sessionId: 's' };
const SERVER = { guildId: '1', endpoint: 'voice.example', token: 't' };
const WHOLE = { guildId: '1', channelId: '2', userId: '9', sessionId: 's', endpoint: 'voice.example', token: 't' };

describe('the voice of a guild', () => {
  it('is whole when both have come, in whichever order', () => {
    for (const order of [['state', 'server'] as const, ['server', 'state'] as const]) {
      const sessions = new VoiceSessions();
      const seen = order.map((each) => {
        if (each === 'state') sessions.state(STATE);
        else sessions.server(SERVER);
        return sessions.session('1', '9');
      });
      expect(seen).toEqual([undefined, WHOLE]);
    }
  });

  it('waits while there is no server', () => {
    const sessions = new VoiceSessions();
    sessions.state(STATE);
    sessions.server({ ...SERVER, endpoint: null });
    expect(sessions.session('1', '9')).toBeUndefined();
    sessions.server(SERVER);
    expect(sessions.session('1', '9')).toEqual(WHOLE);
  });

  it('is over when the bot leaves, and needs a server anew', () => {
    const sessions = new VoiceSessions();
    sessions.server(SERVER);
    sessions.state(STATE);
    sessions.state({ ...STATE, channelId: null });
    expect([sessions.channelOf('1'), sessions.session('1', '9')]).toEqual([null, undefined]);
    sessions.state(STATE);
    expect([sessions.channelOf('1'), sessions.session('1', '9')]).toEqual(['2', undefined]);
  });

  it('goes on when the bot moves', () => {
    const sessions = new VoiceSessions();
    sessions.server(SERVER);
    sessions.state(STATE);
    sessions.state({ ...STATE, channelId: '3' });
    expect(sessions.session('1', '9')).toEqual({ ...WHOLE, channelId: '3' });
  });
});
