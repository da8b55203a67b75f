import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MachineBench, TOKEN, guildOn, type Wire } from './MachineBench.js';

const closeCodes = JSON.parse(readFileSync(join(__dirname, '../../test-data/close-codes.json'), 'utf8')) as {
  readonly gateway: readonly { readonly code: number }[];
};

describe('a new connection', () => {
  it('is greeted with HELLO and its interval', () => {
    expect(new MachineBench({ heartbeatIntervalMs: 30_000 }).connect().received).toEqual([
      { t: null, s: null, op: 10, d: { heartbeat_interval: 30_000 } },
    ]);
  });

  it('has its heartbeats acknowledged before it identifies', () => {
    const wire = new MachineBench().connect();
    wire.send(1, null);
    expect(wire.last).toEqual({ t: null, s: null, op: 11, d: null });
  });

  it.each([9, 10])('may ask for version %d', (version) => {
    expect(new MachineBench().connect(version).closed).toBeNull();
  });

  it.each([6, 8, 11, Number.NaN])('is closed with 4012 for version %d', (version) => {
    const wire = new MachineBench().connect(version);
    expect([wire.closed, wire.received]).toEqual([4012, []]);
  });
});

describe('an IDENTIFY', () => {
  it('is answered with READY and every guild of the shard', () => {
    const bench = new MachineBench({ resumeUrl: 'ws://resume.here' }, [guildOn(0), guildOn(1), guildOn(2)]);
    const wire = bench.live({ shard: [0, 2] });
    expect(wire.of('READY')[0]).toMatchObject({
      s: 1,
      d: {
        v: 10,
        user: { id: bench.world.botUser.id },
        guilds: [guildOn(0), guildOn(2)].map((id) => ({ id, unavailable: true })),
        session_id: expect.stringMatching(/^[0-9a-f]{32}$/),
        resume_gateway_url: 'ws://resume.here',
        shard: [0, 2],
        application: { id: bench.world.application.id, flags: 0 },
      },
    });
    expect(wire.of('GUILD_CREATE').map(({ s, d }) => [s, d['id']])).toEqual([
      [2, guildOn(0)],
      [3, guildOn(2)],
    ]);
  });

  it('without a shard is shard 0 of 1, and READY names none', () => {
    const wire = new MachineBench().live();
    expect('shard' in (wire.of('READY')[0]?.d ?? {})).toBe(false);
    expect([wire.machine.session?.shardId, wire.machine.session?.total]).toEqual([0, 1]);
  });

  it('without GUILDS gets the stubs but no guild', () => {
    const wire = new MachineBench().live({ intents: 512 });
    expect(wire.events).toEqual(['READY']);
    expect(wire.of('READY')[0]?.d['guilds']).toHaveLength(1);
  });

  it('is told of a guild that is down with GUILD_DELETE', () => {
    const bench = new MachineBench();
    bench.world.down.add(guildOn(0));
    expect(bench.live().of('GUILD_DELETE')[0]?.d).toEqual({ id: guildOn(0), unavailable: true });
  });

  it('sends its dispatches with the keys in the order t, s, op, d', () => {
    const bench = new MachineBench();
    const wire = bench.live();
    const [action] = bench.state.dispatch('A', '{"b":1}', {}, 0);
    expect(action?.action).toMatchObject({ text: `{"t":"A","s":${(wire.last?.s ?? 0) + 1},"op":0,"d":{"b":1}}` });
  });

  it('keeps the presence that it brings', () => {
    const presence = { since: null, activities: [], status: 'dnd', afk: false };
    expect(new MachineBench().live({ presence }).machine.session?.presence).toEqual(presence);
  });
});

interface Offence {
  readonly code: number;
  readonly offence: string;
  readonly commit: (bench: MachineBench) => Wire;
}

/** Commits an offence on a connection that has identified, or has not. */
function sends(op: number, d: unknown, identified: boolean): (bench: MachineBench) => Wire {
  return (bench) => {
    const wire = identified ? bench.live() : bench.connect();
    wire.send(op, d);
    return wire;
  };
}

function says(text: string): (bench: MachineBench) => Wire {
  return (bench) => {
    const wire = bench.live();
    wire.feed({ type: 'payload', text });
    return wire;
  };
}

function identifies(extra: Readonly<Record<string, unknown>>): (bench: MachineBench) => Wire {
  return (bench) => bench.live(extra);
}

function resumesAt(seq: unknown): (bench: MachineBench) => Wire {
  return (bench) => {
    const first = bench.live();
    first.leave(4000);
    const wire = bench.connect();
    wire.resume(first.sessionId, seq);
    return wire;
  };
}

const OFFENCES: readonly Offence[] = [
  {
    code: 4000,
    offence: 'no heartbeat in time',
    commit: (bench) => {
      const wire = bench.live();
      bench.advance(61_900);
      return wire;
    },
  },
  { code: 4001, offence: 'an op that does not exist', commit: sends(99, null, true) },
  { code: 4001, offence: 'an op that only servers send', commit: sends(10, null, false) },
  { code: 4001, offence: 'no op', commit: says('{"d":1}') },
  { code: 4001, offence: 'an IDENTIFY without properties', commit: identifies({ properties: undefined }) },
  { code: 4001, offence: 'an IDENTIFY without a token', commit: identifies({ token: undefined }) },
  { code: 4001, offence: 'a large_threshold of 20', commit: identifies({ large_threshold: 20 }) },
  { code: 4001, offence: 'a compress that is no boolean', commit: identifies({ compress: 'yes' }) },
  { code: 4001, offence: 'a presence without a status', commit: identifies({ presence: { since: null, activities: [], afk: false } }) },
  { code: 4001, offence: 'capabilities that are no number', commit: identifies({ capabilities: 'all' }) },
  { code: 4001, offence: 'a heartbeat of text', commit: sends(1, 'now', true) },
  { code: 4001, offence: 'a RESUME without a session', commit: sends(6, { token: TOKEN }, false) },
  { code: 4001, offence: 'a RESUME with a sequence of text', commit: resumesAt('2') },
  { code: 4001, offence: 'a presence of nothing', commit: sends(3, null, true) },
  {
    code: 4001,
    offence: 'a voice state without a guild',
    commit: sends(4, { channel_id: null, self_mute: false, self_deaf: false }, true),
  },
  { code: 4001, offence: 'a voice state without flags', commit: sends(4, { guild_id: '1', channel_id: null }, true) },
  { code: 4001, offence: 'a request for members of two guilds', commit: sends(8, { guild_id: ['1', '2'], query: '', limit: 0 }, true) },
  { code: 4001, offence: 'sounds of no guilds', commit: sends(31, {}, true) },
  { code: 4001, offence: 'channel fields that do not exist', commit: sends(43, { guild_id: guildOn(0), fields: ['name'] }, true) },
  { code: 4002, offence: 'no JSON', commit: says('{"op":') },
  { code: 4002, offence: 'nothing', commit: says('') },
  { code: 4002, offence: 'a JSON number', commit: says('7') },
  { code: 4002, offence: 'a JSON list', commit: says('[1]') },
  { code: 4002, offence: '4097 bytes', commit: says(payloadOf(4_097)) },
  {
    code: 4002,
    offence: 'a binary frame',
    commit: (bench) => {
      const wire = bench.live();
      wire.feed({ type: 'binary', bytes: 3 });
      return wire;
    },
  },
  {
    code: 4003,
    offence: 'a presence before IDENTIFY',
    commit: sends(3, { since: null, activities: [], status: 'online', afk: false }, false),
  },
  { code: 4003, offence: 'a request for members before IDENTIFY', commit: sends(8, {}, false) },
  { code: 4004, offence: 'a wrong token', commit: identifies({ token: 'another' }) },
  { code: 4004, offence: 'a token with "Bearer " before it', commit: identifies({ token: `Bearer ${TOKEN}` }) },
  {
    code: 4004,
    offence: 'a RESUME with a wrong token',
    commit: (bench) => {
      const wire = bench.connect();
      wire.resume('x', 1, 'another');
      return wire;
    },
  },
  {
    code: 4005,
    offence: 'a second IDENTIFY',
    commit: (bench) => {
      const wire = bench.live();
      wire.identify();
      return wire;
    },
  },
  {
    code: 4005,
    offence: 'a RESUME in a session',
    commit: (bench) => {
      const wire = bench.live();
      wire.resume(wire.sessionId, 1);
      return wire;
    },
  },
  { code: 4007, offence: 'a RESUME ahead of the session', commit: resumesAt(3) },
  { code: 4007, offence: 'a RESUME without a sequence', commit: resumesAt(null) },
  { code: 4007, offence: 'a RESUME before 0', commit: resumesAt(-1) },
  {
    code: 4008,
    offence: '121 payloads in 60 s',
    commit: (bench) => {
      const wire = bench.live();
      for (let count = 0; count < 120; count += 1) wire.send(1, 1);
      return wire;
    },
  },
  { code: 4010, offence: 'shard 2 of 2', commit: identifies({ shard: [2, 2] }) },
  { code: 4010, offence: 'shard -1', commit: identifies({ shard: [-1, 2] }) },
  { code: 4010, offence: 'shard 0 of 0', commit: identifies({ shard: [0, 0] }) },
  { code: 4010, offence: 'half a shard', commit: identifies({ shard: [0.5, 2] }) },
  { code: 4010, offence: 'a shard without a total', commit: identifies({ shard: [0] }) },
  { code: 4013, offence: 'no intents', commit: identifies({ intents: undefined }) },
  { code: 4013, offence: 'an unused bit', commit: identifies({ intents: 2 ** 17 }) },
  { code: 4013, offence: 'a bit above 31', commit: identifies({ intents: 2 ** 33 }) },
  { code: 4013, offence: 'intents below 0', commit: identifies({ intents: -1 }) },
  { code: 4013, offence: 'intents of text', commit: identifies({ intents: '1' }) },
];

/** A heartbeat of exactly so many bytes, with letters of two bytes in it. */
function payloadOf(bytes: number): string {
  const text = `{"op":1,"d":null,"x":"éé"}`;
  return text.replace('éé', `éé${'x'.repeat(bytes - Buffer.byteLength(text))}`);
}

describe('an offence', () => {
  it.each(OFFENCES)('is punished with $code: $offence', ({ code, commit }) => {
    const bench = new MachineBench();
    const wire = commit(bench);
    expect(wire.closed).toBe(code);
    expect(bench.state.journal.violations.at(-1)).toMatchObject({ punishment: code, connectionId: wire.machine.connectionId });
  });

  it('is punished with 4011: more guilds on the shard than one may have', () => {
    const guilds = [0, 1, 2, 3, 4].map(guildOn);
    expect(new MachineBench({ maxGuildsPerShard: 2 }, guilds).live({ shard: [0, 2] }).closed).toBe(4011);
    expect(new MachineBench({ maxGuildsPerShard: 2 }, guilds).live({ shard: [1, 2] }).closed).toBeNull();
  });

  it('is punished with 4011: fewer shards than required', () => {
    expect(new MachineBench({ requiredShards: 4 }).live({ shard: [0, 3] }).closed).toBe(4011);
    expect(new MachineBench({ requiredShards: 4 }).live({ shard: [0, 4] }).closed).toBeNull();
  });

  it.each([2, 256, 32_768])('is punished with 4014: privileged intent %d that is switched off', (intent) => {
    expect(new MachineBench({ privilegedIntents: 0 }).live({ intents: 1 | intent }).closed).toBe(4014);
    expect(new MachineBench({ privilegedIntents: intent }).live({ intents: 1 | intent }).closed).toBeNull();
  });

  it('has every close code of Discord as a punishment here or as a fault', () => {
    const punished = new Set([...OFFENCES.map(({ code }) => code), 4011, 4012, 4014]);
    // "Session timed out" has no offence of its own: it is only a fault.
    expect(closeCodes.gateway.map(({ code }) => code).filter((code) => !punished.has(code))).toEqual([4009]);
  });

  it('is none at 4096 bytes', () => {
    const wire = new MachineBench().live();
    wire.feed({ type: 'payload', text: payloadOf(4_096) });
    expect(wire.closed).toBeNull();
  });

  it('ends the connection: nothing that comes later is heard', () => {
    const wire = new MachineBench().live({ token: 'another' });
    wire.send(1, null);
    expect([wire.last?.op, wire.machine.deadlineMs]).toEqual([10, null]);
  });
});

describe('the limit of 120 payloads in 60 s', () => {
  it('rolls: each payload frees its place after 60 s', () => {
    const bench = new MachineBench();
    const wire = bench.live();
    for (let count = 0; count < 119; count += 1) {
      bench.advance(250);
      wire.send(1, 1);
    }
    bench.advance(60_000 - 119 * 250);
    wire.send(1, 1);
    expect(wire.closed).toBeNull();
    wire.send(1, 1);
    expect(wire.closed).toBe(4008);
  });
});

describe('the windows of IDENTIFY', () => {
  it('answer a second one of the same key within 5 s with op 9 false', () => {
    const bench = new MachineBench({ startLimit: { maxConcurrency: 2 } });
    bench.live({ shard: [0, 4] });
    bench.advance(4_999);
    const early = bench.live({ shard: [2, 4] });
    expect(early.last).toMatchObject({ op: 9, d: false });
    expect(bench.state.journal.violations).toMatchObject([{ punishment: 9 }]);
    bench.advance(1);
    early.identify({ shard: [2, 4] });
    expect(early.events[0]).toBe('READY');
  });

  it('do not mind another key', () => {
    const bench = new MachineBench({ startLimit: { maxConcurrency: 2 } });
    bench.live({ shard: [0, 4] });
    expect(bench.live({ shard: [1, 4] }).events[0]).toBe('READY');
  });

  it('answer with op 9 false when none is left, until the day is over', () => {
    const bench = new MachineBench({ startLimit: { total: 5, remaining: 1, resetAfterMs: 20_000 } });
    bench.live();
    bench.advance(6_000);
    expect(bench.live().last).toMatchObject({ op: 9, d: false });
    bench.advance(14_000);
    expect(bench.live().events[0]).toBe('READY');
    expect(bench.state.limits.at(bench.nowMs)).toMatchObject({ total: 5, remaining: 4 });
  });
});

describe('a session whose connection ended', () => {
  const dispatchesMissed = (bench: MachineBench): Wire => {
    const first = bench.live();
    first.leave(null);
    for (const t of ['A', 'B', 'C']) bench.dispatch(t);
    return first;
  };

  it('is resumed: what was missed comes in order with its numbers, then RESUMED', () => {
    const bench = new MachineBench();
    const first = dispatchesMissed(bench);
    const wire = bench.connect();
    wire.resume(first.sessionId, 3);
    bench.dispatch('D');
    expect(wire.received.slice(1).map(({ t, s }) => [t, s])).toEqual([
      ['B', 4],
      ['C', 5],
      ['RESUMED', 6],
      ['D', 7],
    ]);
    expect(bench.state.journal.resumes).toMatchObject([{ seq: 3, replayed: 2, outcome: 'resumed', sessionId: first.sessionId }]);
  });

  it('does not replay an earlier RESUMED', () => {
    const bench = new MachineBench();
    const first = dispatchesMissed(bench);
    const second = bench.connect();
    second.resume(first.sessionId, 5);
    second.leave(null);
    const third = bench.connect();
    third.resume(first.sessionId, 4);
    expect(third.events).toEqual(['C', 'RESUMED']);
  });

  it.each([1000, 1001])('is gone when the client closed with %d', (code) => {
    const bench = new MachineBench();
    const first = bench.live();
    first.leave(code);
    const wire = bench.connect();
    wire.resume(first.sessionId, 1);
    expect(wire.last).toMatchObject({ op: 9, d: false });
  });

  it.each([null, 1005, 4000, 4003, 4900])('lives on when the client closed with %p', (code) => {
    const bench = new MachineBench();
    const first = bench.live();
    first.leave(code);
    const wire = bench.connect();
    wire.resume(first.sessionId, 2);
    expect(wire.events).toEqual(['RESUMED']);
  });

  it.each(closeCodes.gateway.map(({ code }) => ({ code, ends: [4003, 4007, 4009].includes(code) })))(
    'ends ($ends) when Discord closed with $code',
    ({ code, ends }) => {
      const bench = new MachineBench();
      const first = bench.live();
      first.feed({ type: 'close', code, reason: '' });
      const wire = bench.connect();
      wire.resume(first.sessionId, 2);
      expect([first.closed, wire.last?.op === 9]).toEqual([code, ends]);
    },
  );

  it('is kept for its time and no longer', () => {
    const bench = new MachineBench({ sessionRetentionMs: 60_000 });
    const first = bench.live();
    first.leave(null);
    bench.advance(60_000);
    const inTime = bench.connect();
    inTime.resume(first.sessionId, 2);
    expect(inTime.events).toEqual(['RESUMED']);
    inTime.leave(null);
    bench.advance(60_001);
    const late = bench.connect();
    late.resume(first.sessionId, 3);
    expect(late.last).toMatchObject({ op: 9, d: false });
  });

  it('is lost when more was missed than is kept', () => {
    const bench = new MachineBench({ replayLimit: 2 });
    const first = dispatchesMissed(bench);
    const wire = bench.connect();
    wire.resume(first.sessionId, 2);
    expect(wire.last).toMatchObject({ op: 9, d: false });
    expect([...bench.state.sessions.all]).toEqual([]);
  });

  it('is taken from a connection that still carries it, which is then dropped and no longer heard', () => {
    const bench = new MachineBench();
    const stale = bench.live();
    const wire = bench.connect();
    wire.resume(stale.sessionId, 2);
    expect([wire.events, stale.dropped]).toEqual([['RESUMED'], true]);
    stale.send(1, 2);
    stale.leave(1000);
    bench.dispatch('A');
    expect([stale.last?.op, wire.last?.t]).toEqual([0, 'A']);
  });

  it('identifies again on the connection whose RESUME failed', () => {
    const wire = new MachineBench().connect();
    wire.resume('unknown', 1);
    wire.identify();
    expect(wire.events[0]).toBe('READY');
  });
});

describe('sessions of several shards and layouts', () => {
  it('hear each event once per session whose shard it is', () => {
    const bench = new MachineBench({ startLimit: { maxConcurrency: 16 } }, [guildOn(1), guildOn(2)]);
    const [zero, one, whole] = [bench.live({ shard: [0, 2] }), bench.live({ shard: [1, 2] }), bench.live({ shard: [2, 3] })];
    bench.publish({ t: 'MESSAGE_CREATE', d: { id: 'on 1' }, guildId: guildOn(1) });
    bench.publish({ t: 'MESSAGE_CREATE', d: { id: 'on 2' }, guildId: guildOn(2) });
    const seen = [zero, one, whole].map((wire) => wire.of('MESSAGE_CREATE').map(({ d }) => d['id']));
    expect(seen).toEqual([['on 2'], ['on 1'], ['on 2']]);
  });

  it('hear of direct messages and of no guild only on shard 0', () => {
    const bench = new MachineBench({ startLimit: { maxConcurrency: 16 } });
    const [zero, one] = [bench.live({ shard: [0, 2] }), bench.live({ shard: [1, 2] })];
    bench.publish({ t: 'MESSAGE_CREATE', d: {}, guildId: null });
    bench.publish({ t: 'ENTITLEMENT_CREATE', d: {}, guildId: null });
    expect([zero.events.slice(-2), one.events]).toEqual([['MESSAGE_CREATE', 'ENTITLEMENT_CREATE'], ['READY']]);
  });
});

describe('Discord of its own accord', () => {
  it('asks for a heartbeat', () => {
    const wire = new MachineBench().live();
    wire.feed({ type: 'requestHeartbeat' });
    expect(wire.last).toMatchObject({ op: 1, d: null });
  });

  it('asks to reconnect, closes some seconds later, and keeps the session', () => {
    const bench = new MachineBench();
    const wire = bench.live();
    wire.feed({ type: 'reconnect' });
    expect(wire.last).toMatchObject({ op: 7, d: null });
    bench.advance(4_999);
    expect(wire.closed).toBeNull();
    bench.advance(1);
    expect([wire.closed, [...bench.state.sessions.all].length]).toEqual([4000, 1]);
  });

  it.each([
    [true, 1],
    [false, 0],
    ['false', 0],
    [null, 0],
  ])('invalidates with d = %p and keeps %d session', (resumable, kept) => {
    const bench = new MachineBench();
    const wire = bench.live();
    wire.feed({ type: 'invalidate', resumable });
    bench.dispatch('A');
    expect([wire.last?.op, wire.last?.d, [...bench.state.sessions.all].length]).toEqual([9, resumable, kept]);
  });

  it('waits one and a half intervals for a heartbeat', () => {
    const bench = new MachineBench({ heartbeatIntervalMs: 10_000 });
    const wire = bench.live();
    bench.advance(14_999);
    wire.send(1, 1);
    bench.advance(14_999);
    expect(wire.closed).toBeNull();
    bench.advance(1);
    expect([wire.closed, [...bench.state.sessions.all].length]).toEqual([4000, 1]);
  });
});

describe('the journal', () => {
  it('holds what came, without tokens', () => {
    const bench = new MachineBench();
    bench.live({ shard: [0, 1] }).send(1, 2);
    expect(bench.state.journal.frames.map(({ op, shardId }) => [op, shardId])).toEqual([
      [2, null],
      [1, 0],
    ]);
    expect(JSON.stringify(bench.state.journal.frames)).not.toContain(TOKEN);
    expect(bench.state.journal.identifies).toMatchObject([{ shardId: 0, total: 1, key: 0, outcome: 'ready', atMs: bench.nowMs }]);
  });
});
