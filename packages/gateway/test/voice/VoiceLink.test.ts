import { describe, expect, it } from '@jest/globals';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { FakeShard } from '../sharding/FakeShard.js';
import type { ShardMessenger } from '../../src/sharding/ShardMessenger.js';
import { ShardRunner } from '../../src/sharding/ShardRunner.js';
import { VoiceLink, withVoiceEvents } from '../../src/voice/VoiceLink.js';

function sender(id: number): ShardMessenger {
  const listener = { dispatch: () => undefined, tell: () => undefined, queueStart: () => undefined };
  return new ShardRunner({ listener, shard: new FakeShard({ id, total: 4, token: 'a.b.c', intents: 0 }) }).shard;
}
const packet = (t: string, d: object): GatewayDispatchPayload => ({ op: 0, s: 1, t, d }) as GatewayDispatchPayload;

function newLink(initialise?: () => never) {
  const calls: string[] = [];
  const warnings: string[] = [];
  const voice = {
    initialise: initialise ?? ((count: number, userId: string) => void calls.push(`initialise ${String(count)} ${userId}`)),
    registerShard: (shardId: number) => void calls.push(`register ${String(shardId)}`),
    deregisterShard: (shardId: number) => void calls.push(`deregister ${String(shardId)}`),
    serverUpdate: (guildId: string, endpoint: string | null) => void calls.push(`server ${guildId} ${String(endpoint)}`),
    stateUpdate: (guildId: string) => void calls.push(`state ${guildId}`),
  };
  return { calls, warnings, link: new VoiceLink(voice, ({ code }) => warnings.push(code)) };
}

describe('the link to a voice library', () => {
  it('introduces the bot once, and again when the number of shards has changed', () => {
    const { calls, link } = newLink();
    link.sessionBegan(sender(0), 2, '7');
    link.sessionBegan(sender(1), 2, '7');
    link.sessionBegan(sender(0), 4, null);
    expect(calls).toEqual(['initialise 2 7', 'register 0', 'register 1', 'initialise 4 7', 'register 0']);
  });

  it('takes leave of a shard once, and only of one that it knows', () => {
    const { calls, link } = newLink();
    link.ended(0);
    link.sessionBegan(sender(0), 1, '7');
    link.ended(0);
    link.ended(0);
    expect(calls.slice(2)).toEqual(['deregister 0']);
  });

  it('passes on the voice servers, and the states of the bot in guilds', () => {
    const { calls, link } = newLink();
    link.sessionBegan(sender(0), 1, '7');
    link.dispatch(packet('VOICE_SERVER_UPDATE', { guild_id: '1', endpoint: null, token: 't' }));
    link.dispatch(packet('VOICE_STATE_UPDATE', { guild_id: '1', user_id: '7' }));
    link.dispatch(packet('VOICE_STATE_UPDATE', { guild_id: '1', user_id: '8' }));
    link.dispatch(packet('VOICE_STATE_UPDATE', { user_id: '7' }));
    link.dispatch(packet('MESSAGE_CREATE', { guild_id: '1' }));
    expect(calls.slice(2)).toEqual(['server 1 null', 'state 1']);
  });

  it('survives a library that throws, also on events that are not as they should be', () => {
    const { calls, link, warnings } = newLink(() => {
      throw new Error('theirs');
    });
    link.sessionBegan(sender(0), 1, '7');
    link.dispatch({ op: 0, s: 1, t: 'VOICE_STATE_UPDATE', d: null } as unknown as GatewayDispatchPayload);
    expect([calls, warnings]).toEqual([['register 0'], ['LISTENER_THREW', 'LISTENER_THREW']]);
  });

  it('adds its events to a filter, and nothing to none', () => {
    const filter = withVoiceEvents(new Set(['READY']));
    expect(['READY', 'VOICE_SERVER_UPDATE', 'MESSAGE_CREATE'].map((type) => filter?.has(type))).toEqual([true, true, false]);
    expect(withVoiceEvents(undefined)).toBeUndefined();
  });
});
