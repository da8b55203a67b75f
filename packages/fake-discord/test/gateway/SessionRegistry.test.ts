import { describe, expect, it } from '@jest/globals';
import { GatewaySession } from '../../src/gateway/GatewaySession.js';
import { SessionRegistry } from '../../src/gateway/SessionRegistry.js';

function session(id: string, shardId = 0, total = 1): GatewaySession {
  return new GatewaySession({ id, shardId, total, intents: 0, largeThreshold: 50, replayCharacters: 1_000, replayLimit: 3 });
}

describe('sessions of a bot', () => {
  it('are found by what they hear, in every layout', () => {
    const registry = new SessionRegistry(1_000);
    for (const [id, shardId, total] of [
      ['a', 0, 1],
      ['b', 1, 2],
      ['c', 0, 2],
      ['d', 1, 2],
    ] as const)
      registry.add(session(id, shardId, total));
    const heard: string[] = [];
    registry.forEachHearing(String(1n << 22n), 0, ({ id }) => heard.push(id));
    expect(heard).toEqual(['a', 'b', 'd']);
  });

  it('without a connection are forgotten after their time, with one they are not', () => {
    const registry = new SessionRegistry(1_000);
    const [gone, kept] = [session('gone'), session('kept')];
    kept.listener = { connectionId: 1, held: false };
    registry.add(gone);
    registry.add(kept);
    expect(registry.find('gone', 1_000)).toBe(gone);
    registry.sweep(1_001);
    expect([...registry.all]).toEqual([kept]);
    expect(registry.find('gone', 1_001)).toBeUndefined();
  });
});

describe('a session', () => {
  it('numbers its dispatches and keeps the last ones', () => {
    const one = session('a');
    for (const t of ['A', 'B', 'C', 'D']) one.append(t, '{}');
    expect(one.since(1)?.map(({ t, s }) => [t, s])).toEqual([
      ['B', 2],
      ['C', 3],
      ['D', 4],
    ]);
    expect([one.since(0), one.since(4)]).toEqual([null, []]);
  });

  it('numbers without keeping', () => {
    const one = session('a');
    expect([one.number('RESUMED', '{}').s, one.sequence, one.since(0)]).toEqual([1, 1, []]);
  });

  it('writes an event name of any kind as JSON', () => {
    expect(JSON.parse(session('a').append('"odd\n', 'null').text)).toEqual({ t: '"odd\n', s: 1, op: 0, d: null });
  });
});
