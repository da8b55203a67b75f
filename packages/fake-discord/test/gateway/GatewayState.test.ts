import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { GatewayState } from '../../src/gateway/GatewayState.js';
import { StillWorld } from '../../src/gateway/StillWorld.js';
import { MachineBench, guildOn } from './MachineBench.js';

describe('the state of a gateway', () => {
  it.each([
    ['UNKNOWN_OPTION', { heartbeatInterval: 5 }],
    ['INVALID_OPTION', { heartbeatIntervalMs: 0 }],
    ['INVALID_OPTION', { helloDelayMs: -1 }],
    ['INVALID_OPTION', { membersPerChunk: Number.NaN }],
    ['INVALID_OPTION', { startLimit: { maxConcurrency: 0 } }],
  ])('refuses with %s: %j', (code, options) => {
    expect(() => new GatewayState({ token: 't', world: new StillWorld(), ...options })).toThrow(expect.objectContaining({ code }));
  });

  it('has all of a lowered total left unless told otherwise', () => {
    const { limits } = new GatewayState({ token: 't', world: new StillWorld(), startLimit: { total: 7 } });
    expect(limits.at(0)).toEqual({ total: 7, remaining: 7, resetAfterMs: 86_400_000, maxConcurrency: 1 });
  });

  it('knows its token, as REST writes it too', () => {
    const state = new GatewayState({ token: 't', world: new StillWorld() });
    const taken = ['t', 'Bot t', 'bot t', 'Bot  t', 'Bearer t', '', null].filter((text) => state.isToken(text));
    expect(taken).toEqual(['t', 'Bot t']);
  });

  it('does not show its token', () => {
    expect(inspect(new GatewayState({ token: 'the-secret', world: new StillWorld() }), { depth: 9 })).not.toContain('the-secret');
  });

  it('sends a dispatch of any kind to a session, a shard or all, whatever their intents', () => {
    const bench = new MachineBench({ startLimit: { maxConcurrency: 4 } });
    const [zero, one] = [bench.live({ intents: 0, shard: [0, 2] }), bench.live({ intents: 0, shard: [1, 2] })];
    const targets = [{}, { shardId: 1 }, { sessionId: zero.sessionId }].map((target) =>
      bench.state.dispatch('GUILD_CREATE', '{}', target, 0).map(({ to }) => to),
    );
    const [a, b] = [zero.machine.connectionId, one.machine.connectionId];
    expect(targets).toEqual([[a, b], [b], [a]]);
  });

  it('trims a guild that appears later for each session', () => {
    const bench = new MachineBench();
    bench.world.everyone = [{ user: { id: '5' }, roles: [] } as never];
    const wire = bench.live({ intents: 1 });
    bench.publish({ t: 'GUILD_CREATE', d: bench.world.guildCreatePayload(guildOn(4)), guildId: guildOn(4) });
    expect(wire.last).toMatchObject({ t: 'GUILD_CREATE', d: { id: guildOn(4), members: [] } });
  });

  it('gives a message without a payload as null', () => {
    const bench = new MachineBench();
    const wire = bench.live();
    bench.publish({ t: 'ANYTHING', d: undefined, guildId: null });
    expect(wire.last).toMatchObject({ t: 'ANYTHING', d: null });
  });
});
