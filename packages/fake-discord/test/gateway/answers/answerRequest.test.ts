import { describe, expect, it } from '@jest/globals';
import type { APIVoiceState } from 'discord-api-types/v10';
import { MachineBench, guildOn } from '../MachineBench.js';

const GUILD = guildOn(0);

describe('a request to join voice', () => {
  const request = { guild_id: GUILD, channel_id: '7', self_mute: true, self_deaf: false };

  it('is answered with the voice state for all and the voice server for the session that asked', () => {
    const bench = new MachineBench();
    const [asker, other] = [bench.live(), (bench.advance(5_000), bench.live())];
    bench.world.voice = ({ sessionId, ...rest }) => ({
      state: { session_id: sessionId, ...rest } as unknown as APIVoiceState,
      server: { token: 'voice', endpoint: null },
    });
    asker.send(4, request);
    const state = { session_id: asker.sessionId, guildId: GUILD, channelId: '7', selfMute: true, selfDeaf: false };
    expect(asker.of('VOICE_STATE_UPDATE')[0]?.d).toEqual(state);
    expect(asker.last).toMatchObject({ t: 'VOICE_SERVER_UPDATE', d: { token: 'voice', guild_id: GUILD, endpoint: null } });
    expect([other.of('VOICE_STATE_UPDATE').length, other.of('VOICE_SERVER_UPDATE').length]).toEqual([1, 0]);
  });

  it('gets no answer when the channel is full, but the journal knows', () => {
    const bench = new MachineBench();
    const wire = bench.live();
    const before = wire.received.length;
    wire.send(4, request);
    expect([wire.received.length, wire.closed]).toEqual([before, null]);
    expect(bench.state.journal.violations).toHaveLength(1);
  });

  it('to leave gets no voice server', () => {
    const bench = new MachineBench();
    bench.world.voice = () => ({ state: {} as APIVoiceState });
    const wire = bench.live();
    wire.send(4, { ...request, channel_id: null });
    expect(wire.events.slice(-1)).toEqual(['VOICE_STATE_UPDATE']);
  });
});

describe('a presence', () => {
  it('is kept with the session, also across a RESUME', () => {
    const bench = new MachineBench();
    const wire = bench.live();
    const presence = { since: null, activities: [{ name: 'chess', type: 0 }], status: 'idle', afk: false };
    wire.send(3, presence);
    wire.leave(null);
    bench.connect().resume(wire.sessionId, 2);
    expect([...bench.state.sessions.all][0]?.presence).toEqual(presence);
  });

  it('may have null in the place of activities, as eris has', () => {
    const wire = new MachineBench().live();
    wire.send(3, { since: null, activities: null, status: 'online', afk: false });
    expect(wire.closed).toBeNull();
  });

  it.each([
    { since: 'now', activities: [], status: 'online', afk: false },
    { since: null, activities: {}, status: 'online', afk: false },
    { since: null, activities: [], status: 'away', afk: false },
    { since: null, activities: [], status: 'online' },
  ])('that is malformed is punished: %j', (presence) => {
    const wire = new MachineBench().live();
    wire.send(3, presence);
    expect(wire.closed).toBe(4001);
  });
});

describe('a request for soundboard sounds', () => {
  it('is answered once for each guild that the bot is in', () => {
    const wire = new MachineBench({}, [guildOn(0), guildOn(1)]).live();
    wire.send(31, { guild_ids: [guildOn(1), '5', guildOn(0)] });
    expect(wire.of('SOUNDBOARD_SOUNDS').map(({ d }) => d)).toEqual([
      { soundboard_sounds: [], guild_id: guildOn(1) },
      { soundboard_sounds: [], guild_id: guildOn(0) },
    ]);
  });
});

describe('a request for channel info', () => {
  it('is answered with the fields that were asked for', () => {
    const bench = new MachineBench();
    bench.world.channels = [{ id: '1', status: 'busy', voice_start_time: 17 }, { id: '2' }];
    const wire = bench.live();
    wire.send(43, { guild_id: GUILD, fields: ['status'] });
    expect(wire.last).toMatchObject({ t: 'CHANNEL_INFO', d: { guild_id: GUILD, channels: [{ id: '1', status: 'busy' }, { id: '2' }] } });
  });

  it('about a guild that the bot is not in gets no answer', () => {
    const wire = new MachineBench().live();
    wire.send(43, { guild_id: '5', fields: ['status'] });
    expect([wire.of('CHANNEL_INFO').length, wire.closed]).toEqual([0, null]);
  });
});
