import { describe, expect, it } from '@jest/globals';
import { FaultPlan } from '../../src/faults/FaultPlan.js';
import { MachineBench, guildOn, type Wire } from '../gateway/MachineBench.js';

describe('a planned fault', () => {
  it('strikes once unless told otherwise, and in the order of planning', () => {
    const plan = new FaultPlan();
    plan.plan('helloDelayMs', 1);
    plan.plan('helloDelayMs', 2, { count: 2 });
    expect([1, 2, 3, 4].map(() => plan.take('helloDelayMs', null))).toEqual([1, 2, 2, undefined]);
  });

  it('for one shard spares the others', () => {
    const plan = new FaultPlan();
    plan.plan('withholdReadyMs', 5, { shardId: 3 });
    expect([plan.take('withholdReadyMs', 2), plan.take('withholdReadyMs', null), plan.take('withholdReadyMs', 3)]).toEqual([
      undefined,
      undefined,
      5,
    ]);
  });

  it('says how often it will still strike, and can be taken back', () => {
    const plan = new FaultPlan();
    const fault = plan.plan('withholdHello', true, { count: 3 });
    plan.take('withholdHello', null);
    expect(fault.remaining).toBe(2);
    fault.cancel();
    expect([fault.remaining, plan.take('withholdHello', null)]).toEqual([0, undefined]);
  });

  it('ends with the block that planned it', () => {
    const plan = new FaultPlan();
    const fault = plan.plan('withholdHello', true);
    fault[Symbol.dispose]();
    expect(plan.strike('withholdHello', null)).toBeUndefined();
  });

  it('is gone after all were cleared', () => {
    const plan = new FaultPlan();
    const fault = plan.plan('withholdHello', true, { count: Infinity });
    plan.clear();
    expect([fault.remaining, plan.take('withholdHello', null)]).toEqual([0, undefined]);
  });
});

/** A bench on which a session waits to be resumed. */
function resumable(): { readonly bench: MachineBench; readonly first: Wire; readonly resumed: (seq?: number) => Wire } {
  const bench = new MachineBench();
  const first = bench.live();
  first.leave(null);
  bench.dispatch('A');
  const resumed = (seq = 2): Wire => {
    const wire = bench.connect();
    wire.resume(first.sessionId, seq);
    return wire;
  };
  return { bench, first, resumed };
}

describe('HELLO', () => {
  it('comes late, and what is sent before is noted', () => {
    const bench = new MachineBench();
    bench.state.faults.plan('helloDelayMs', 500);
    const wire = bench.connect();
    wire.identify();
    expect(bench.state.journal.violations).toMatchObject([{ offence: 'sent op 2 before HELLO', punishment: null }]);
    bench.advance(499);
    expect(wire.of(10)).toEqual([]);
    bench.advance(1);
    expect(wire.of(10)).toHaveLength(1);
  });

  it('comes as late as the gateway is set to, also when every planned fault is taken back', () => {
    const bench = new MachineBench({ helloDelayMs: 30 });
    bench.state.faults.clear();
    const wire = bench.connect();
    bench.advance(29);
    expect(wire.of(10)).toEqual([]);
    bench.advance(1);
    expect(wire.of(10)).toHaveLength(1);
  });

  it('never comes', () => {
    const bench = new MachineBench();
    bench.state.faults.plan('withholdHello', true);
    const [silent, next] = [bench.connect(), bench.connect()];
    bench.advance(30_000);
    expect([silent.received.length, next.received.length]).toEqual([0, 1]);
  });

  it.each([7, 9])('is replaced by op %d', (op) => {
    const bench = new MachineBench();
    bench.state.faults.plan('firstFrame', { op, d: null });
    expect(bench.connect().received).toMatchObject([{ op }]);
  });

  it.each([0, -1, 'soon', null, 1e300])('names an absurd interval: %p', (interval) => {
    const bench = new MachineBench();
    bench.state.faults.plan('heartbeatInterval', interval);
    expect(bench.connect().last?.d).toEqual({ heartbeat_interval: interval });
  });
});

describe('heartbeats', () => {
  it('of a zombie are swallowed', () => {
    const wire = new MachineBench().live();
    wire.feed({ type: 'zombify' });
    wire.send(1, 2);
    expect(wire.of(11)).toEqual([]);
  });

  it('of the next zombie are swallowed from its IDENTIFY or RESUME on', () => {
    const { bench, resumed } = resumable();
    bench.state.faults.plan('zombify', true, { shardId: 0 });
    const wire = resumed();
    wire.send(1, 3);
    expect(wire.of(11)).toEqual([]);
  });

  it('are acknowledged late, each by the same time', () => {
    const bench = new MachineBench();
    const wire = bench.live();
    wire.feed({ type: 'delayAcks', ms: 1_000 });
    wire.send(1, 2);
    bench.advance(400);
    wire.send(1, 2);
    bench.advance(599);
    expect(wire.of(11)).toHaveLength(0);
    bench.advance(1);
    expect(wire.of(11)).toHaveLength(1);
    bench.advance(400);
    expect(wire.of(11)).toHaveLength(2);
  });
});

describe('IDENTIFY', () => {
  it('is answered with op 9 as long as the storm goes on', () => {
    const bench = new MachineBench();
    bench.state.faults.plan('invalidateAfterIdentify', false, { count: Infinity });
    const wires = [1, 2, 3].map(() => (bench.advance(5_000), bench.live()));
    expect(wires.map((wire) => [wire.last?.op, wire.last?.d, wire.events.length])).toEqual(Array(3).fill([9, false, 0]));
    expect(bench.state.journal.identifies.map(({ outcome }) => outcome)).toEqual(Array(3).fill('invalid-session'));
  });

  it('is answered by closing', () => {
    const bench = new MachineBench();
    bench.state.faults.plan('closeAfterIdentify', { code: 4011 });
    const wire = bench.live();
    expect([wire.closed, wire.events]).toEqual([4011, []]);
    expect(bench.state.journal.identifies).toMatchObject([{ outcome: 4011 }]);
  });

  it('waits for READY while heartbeats go on, and then has everything in order', () => {
    const bench = new MachineBench();
    bench.state.faults.plan('withholdReadyMs', 30_000);
    const wire = bench.live();
    bench.dispatch('A');
    wire.send(1, null);
    expect([wire.events, wire.of(11).length]).toEqual([[], 1]);
    bench.advance(30_000);
    bench.dispatch('B');
    expect(wire.received.slice(2).map(({ s }) => s)).toEqual([1, 2, 3, 4]);
    expect(wire.events).toEqual(['READY', 'GUILD_CREATE', 'A', 'B']);
  });

  it('gets a READY with other fields, or without', () => {
    const bench = new MachineBench();
    bench.state.faults.plan('readyWith', { resume_gateway_url: 'ws://evil.example', session_id: undefined });
    const ready = bench.live().of('READY')[0]?.d;
    expect([ready?.['resume_gateway_url'], 'session_id' in (ready ?? {})]).toEqual(['ws://evil.example', false]);
  });
});

describe('RESUME', () => {
  it.each([
    [true, 1],
    [false, 0],
    [undefined, 0],
  ])('is answered with op 9 and d = %p', (resumable_, kept) => {
    const { bench, resumed } = resumable();
    bench.state.faults.plan('invalidateAfterResume', resumable_);
    expect(resumed().last).toMatchObject({ op: 9 });
    expect([...bench.state.sessions.all]).toHaveLength(kept);
  });

  it.each([
    [4000, 1],
    [4009, 0],
  ])('is answered by closing with %d', (code, kept) => {
    const { bench, resumed } = resumable();
    bench.state.faults.plan('closeAfterResume', { code });
    expect([resumed().closed, [...bench.state.sessions.all].length]).toEqual([code, kept]);
  });

  it('is answered with op 7', () => {
    const { bench, resumed } = resumable();
    bench.state.faults.plan('reconnectAfterResume', true);
    expect(resumed().last?.op).toBe(7);
    expect(resumed().events).toEqual(['A', 'RESUMED']);
  });

  it('gets neither replay nor RESUMED for ever, and everything from a later one', () => {
    const { bench, resumed } = resumable();
    bench.state.faults.plan('withholdResumedMs', Infinity);
    const silent = resumed();
    bench.advance(20_000);
    bench.dispatch('B');
    expect(silent.events).toEqual([]);
    expect(resumed().events).toEqual(['A', 'B', 'RESUMED']);
  });

  it('gets its replay and RESUMED late', () => {
    const { bench, resumed } = resumable();
    bench.state.faults.plan('withholdResumedMs', 1_000);
    const wire = resumed();
    bench.dispatch('B');
    bench.advance(1_000);
    bench.dispatch('C');
    expect(wire.events).toEqual(['A', 'B', 'RESUMED', 'C']);
  });

  it('gets what it already had', () => {
    const { bench, resumed } = resumable();
    bench.state.faults.plan('replayEarlier', 2);
    expect(
      resumed(3)
        .received.slice(1)
        .map(({ s }) => s),
    ).toEqual([2, 3, 4]);
  });
});

describe('a sequence', () => {
  it('has a gap', () => {
    const bench = new MachineBench();
    const wire = bench.live();
    wire.feed({ type: 'skipSequence', count: 10 });
    bench.dispatch('A');
    expect(wire.last?.s).toBe(13);
  });
});

describe('a request for members', () => {
  it('gets no answer, or not all of it', () => {
    const bench = new MachineBench({ membersPerChunk: 1 }, [guildOn(0)]);
    bench.world.everyone = ['1', '2', '3'].map((id) => ({ user: { id, username: id } }) as never);
    bench.state.faults.plan('ignoreMemberRequests', true);
    bench.state.faults.plan('partialChunks', 2);
    const wire = bench.live();
    wire.send(8, { guild_id: guildOn(0), query: '', limit: 0 });
    expect(wire.of('GUILD_MEMBERS_CHUNK')).toHaveLength(0);
    bench.advance(30_000);
    wire.send(8, { guild_id: guildOn(0), query: '', limit: 0 });
    expect(wire.of('GUILD_MEMBERS_CHUNK').map(({ d }) => d['chunk_count'])).toEqual([3, 3]);
  });
});
