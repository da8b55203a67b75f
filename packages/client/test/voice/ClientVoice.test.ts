import { describe, expect, it } from '@jest/globals';
import type { ShardMessenger } from '@aplomb/gateway';
import { ClientVoice } from '../../src/voice/ClientVoice.js';
import { viewWorld } from '../structures/viewWorld.js';

const SELF = '9';
const ALLOWED = String((1n << 10n) | (1n << 20n));
const CHANNELS = [
  { id: '2', type: 2, name: 'lounge', position: 0, permission_overwrites: [] },
  { id: '3', type: 2, name: 'small', position: 1, user_limit: 1, permission_overwrites: [] },
  { id: '4', type: 0, name: 'text', position: 2, permission_overwrites: [] },
  { id: '5', type: 2, name: 'secret', position: 3, permission_overwrites: [{ id: '1', type: 0, allow: '0', deny: ALLOWED }] },
];
const memberOf = (id: string) => ({ user: { id, username: `user${id}` }, roles: [], joined_at: '2026-01-01T00:00:00.000000+00:00' });

function voiceWorld({ isShardHere = true } = {}) {
  const { apply, cache, clock, views } = viewWorld();
  const sent: unknown[] = [];
  const warnings: unknown[] = [];
  const messenger = {
    updateVoiceState: async (guildId: string, data: object) => void sent.push([guildId, data]),
    send: async (op: number, data: object) => void sent.push([op, data]),
  } as unknown as ShardMessenger;
  const voice = new ClientVoice({
    cache,
    clock,
    messengerFor: () => (isShardHere ? messenger : undefined),
    permissions: views.permissions,
    userId: () => SELF,
    warn: (error) => warnings.push(error),
  });
  apply('READY', { user: { id: SELF, username: 'bot' }, guilds: [], application: { id: '8' } });
  apply('GUILD_CREATE', {
    id: '1',
    name: 'Home',
    owner_id: '7',
    roles: [{ id: '1', name: '@everyone', permissions: ALLOWED, position: 0 }],
    channels: CHANNELS,
    members: [memberOf(SELF), memberOf('6')],
    voice_states: [{ user_id: '6', channel_id: '3', session_id: 'x', deaf: false, mute: false }],
  });
  const state = (channelId: string | null) => {
    voice.hear('VOICE_STATE_UPDATE', { guild_id: '1', channel_id: channelId, user_id: SELF, session_id: 's' });
  };
  const server = (endpoint: string | null = 'voice.example') => {
    voice.hear('VOICE_SERVER_UPDATE', { guild_id: '1', endpoint, token: 't' });
  };
  return { clock, sent, server, state, voice, warnings };
}

const code = (name: string): object => expect.objectContaining({ code: name });

describe('a bot that joins voice', () => {
  it('gets what a voice library needs, as soon as Discord has said both', async () => {
    const { sent, server, state, voice } = voiceWorld();
    const joined = voice.join('1', '2', { selfDeaf: true });
    state('2');
    server(null);
    server();
    await expect(joined).resolves.toEqual({
      guildId: '1',
      channelId: '2',
      userId: SELF,
      sessionId: 's',
      endpoint: 'voice.example',
      token: 't',
    });
    expect(sent).toEqual([['1', { channelId: '2', selfDeaf: true, selfMute: false }]]);
    expect(voice.channelOf('1')).toBe('2');
  });

  it('moves with the server that it has', async () => {
    const { server, state, voice } = voiceWorld();
    const joined = voice.join('1', '2');
    state('2');
    server();
    await joined;
    const moved = voice.join('1', '99');
    state('99');
    await expect(moved).resolves.toMatchObject({ channelId: '99', endpoint: 'voice.example' });
  });

  it('is told what may be the reason when Discord is silent', async () => {
    const { clock, voice } = voiceWorld();
    const joined = voice.join('1', '2', { timeoutMs: 3_000 });
    const refused = expect(joined).rejects.toThrow(/did not answer about joining channel 2 within 3000 ms.*VIEW_CHANNEL, CONNECT/);
    clock.advance(3_000);
    await refused;
  });

  it.each([
    ['4', /of type 0\. Only voice \(2\) and stage channels/],
    ['3', /it is full \(1 of 1\)/],
    ['5', /lacks VIEW_CHANNEL and CONNECT/],
  ])('is refused at once where the cache knows that Discord would: channel %s', async (channelId, why) => {
    const { sent, voice } = voiceWorld();
    await expect(voice.join('1', channelId)).rejects.toThrow(why);
    expect(sent).toEqual([]);
  });

  it('is refused a channel of another guild, an id that is none, and a shard that is not here', async () => {
    await expect(voiceWorld().voice.join('77', '2')).rejects.toEqual(code('VOICE_FORBIDDEN'));
    await expect(voiceWorld().voice.join('1', 'lounge')).rejects.toThrow(/`channelId` is "lounge", which is no id/);
    await expect(voiceWorld({ isShardHere: false }).voice.join('1', '2')).rejects.toEqual(code('VOICE_SHARD_AWAY'));
  });

  it('goes where it was told last', async () => {
    const { server, state, voice } = voiceWorld();
    const first = expect(voice.join('1', '2')).rejects.toEqual(code('VOICE_SUPERSEDED'));
    const second = voice.join('1', '99');
    state('99');
    server();
    await first;
    await expect(second).resolves.toMatchObject({ channelId: '99' });
  });

  it('gives up when it is disconnected meanwhile, when its signal aborts, and when the client ends', async () => {
    const { state, voice } = voiceWorld();
    const kicked = expect(voice.join('1', '2')).rejects.toEqual(code('VOICE_ENDED'));
    state(null);
    await kicked;
    const controller = new AbortController();
    const aborted = expect(voice.join('1', '2', { signal: controller.signal })).rejects.toBe('enough');
    controller.abort('enough');
    await aborted;
    const closed = expect(voice.join('1', '2')).rejects.toEqual(code('VOICE_ENDED'));
    voice.close();
    await closed;
  });
});

describe('a bot that leaves voice', () => {
  it('waits until Discord says so', async () => {
    const { sent, server, state, voice } = voiceWorld();
    const joined = voice.join('1', '2');
    state('2');
    server();
    await joined;
    const left = voice.leave('1');
    state(null);
    await left;
    expect([sent.at(-1), voice.channelOf('1'), voice.session('1')]).toEqual([['1', { channelId: null }], null, undefined]);
  });

  it('is done at once where it is in no channel', async () => {
    await expect(voiceWorld().voice.leave('1')).resolves.toBeUndefined();
  });
});

describe('a voice library', () => {
  it('hears what concerns its guild, and speaks through the shard', () => {
    const { sent, server, state, voice } = voiceWorld();
    const heard: unknown[] = [];
    const adapter = voice.adapter('1')({
      onVoiceServerUpdate: ({ endpoint }) => heard.push(endpoint),
      onVoiceStateUpdate: ({ channel_id: id }) => heard.push(id),
      destroy: () => heard.push('destroyed'),
    });
    expect(adapter.sendPayload({ op: 4, d: { guild_id: '1', channel_id: '2' } })).toBe(true);
    state('2');
    server();
    voice.close();
    adapter.destroy();
    server();
    expect([heard, sent]).toEqual([['2', 'voice.example', 'destroyed'], [[4, { guild_id: '1', channel_id: '2' }]]]);
  });

  it('cannot send what is no payload of op 4, nor where the shard is not here', () => {
    const { voice } = voiceWorld();
    expect([undefined, 'x', {}, { op: 3, d: {} }].map((payload) => voice.sendPayload('1', payload))).toEqual([false, false, false, false]);
    expect(voice.sendPayload('1', { guild_id: '1', channel_id: null })).toBe(true);
    expect(voiceWorld({ isShardHere: false }).voice.sendPayload('1', { op: 4, d: {} })).toBe(false);
  });

  it('that throws stops nobody, and is told of', () => {
    const { server, voice, warnings } = voiceWorld();
    const heard: string[] = [];
    voice.onPacket(() => {
      throw new TypeError('boom');
    });
    const stop = voice.onPacket(({ t }) => heard.push(t));
    server();
    stop();
    server();
    expect([heard, warnings]).toEqual([['VOICE_SERVER_UPDATE'], [code('VOICE_LIBRARY_FAILED'), code('VOICE_LIBRARY_FAILED')]]);
  });

  it('makes dispatches be parsed only once somebody uses voice', () => {
    const { voice } = voiceWorld();
    const wants = () => [voice.wants('VOICE_STATE_UPDATE'), voice.wants('VOICE_SERVER_UPDATE'), voice.wants('TYPING_START')];
    expect(wants()).toEqual([false, false, false]);
    voice.onPacket(() => undefined);
    expect(wants()).toEqual([true, true, false]);
  });
});
