import { describe, expect, it } from '@jest/globals';
import { ConnectPacer } from '../../src/shard/ConnectPacer.js';
import type { ShardAction } from '../../src/shard/ShardAction.js';
import type { ConnectionEnd } from '../../src/transport/GatewayTransport.js';
import { INTERVAL_MS, MAIN_URL, ProtocolRig, RESUME_AT } from './ProtocolRig.js';
import { connected, connecting, handshaking, healthy, identifying, queued, reconnecting, resuming } from './stages.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const refused: ConnectionEnd = { type: 'connect-failed', reason: 'refused', message: 'ECONNREFUSED' };
const noName: ConnectionEnd = { type: 'connect-failed', reason: 'dns', message: 'ENOTFOUND' };

/** Answers each action of one type, as a peer does that is in trouble. */
function answer(rig: ProtocolRig, type: ShardAction['type'], deed: () => void, afterMs = 30): void {
  const before = rig.peer;
  rig.peer = (action) => {
    before(action);
    if (action.type === type) rig.later(afterMs, deed);
  };
}

/** A peer that opens every connection, says HELLO and acknowledges; what it does with first words is the test's affair. */
function wellUpToHello(rig: ProtocolRig): ProtocolRig {
  answer(rig, 'connect', () => rig.open());
  answer(rig, 'connect', () => rig.hello(), 40);
  answer(rig, 'requestPermit', () => rig.permit());
  answer(rig, 'send', () => rig.ack());
  return rig;
}

describe('a connection that does not come about', () => {
  it('is given up after ten seconds', () => {
    const rig = connecting().forget().wind(9_999);
    expect(rig.deeds()).toEqual([]);
    rig.wind(1);
    expect([rig.deeds(), rig.lastStage?.cause]).toEqual([['release 4000'], 'connect timed out']);
  });

  it('S-10 is given up after five seconds without HELLO, and that counts against the host', () => {
    const rig = reconnecting();
    answer(rig, 'connect', () => rig.open());
    rig.open().forget();
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const sinceMs = rig.nowMs;
      rig.windTo('Backoff');
      expect(rig.nowMs - sinceMs).toBeLessThanOrEqual(6_000);
      rig.windTo('Connecting').open();
    }
    rig.hello();
    expect([rig.deeds().at(-1), rig.all('connect').at(-1)?.url, rig.count('identify')]).toEqual(['resume s1 at 1', MAIN_URL, 1]);
  });

  it('waits as long as a 429 asks for', () => {
    const rig = connecting();
    rig.closed({ type: 'connect-failed', reason: 'bad-status', message: '429', status: 429, retryAfterMs: 7_000 });
    expect(rig.lastStage?.retryInMs).toBe(7_000);
  });

  it('is told with the number of attempts', () => {
    const rig = connecting();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      rig.closed(refused);
      expect([rig.lastStage?.attempt, rig.notes.length]).toEqual([attempt, attempt]);
      rig.windTo('Connecting');
    }
  });
});

describe('a server that is away', () => {
  it('S-19 for ten seconds sees ten connects at most, and then a RESUME', () => {
    const rig = connected({ random: () => 0.5 });
    rig.peer = (action) => {
      if (action.type === 'connect') rig.later(1, () => rig.closed(rig.nowMs < 10_000 ? refused : { type: 'dropped', message: '' }));
    };
    rig.closed();
    rig.wind(10_000);
    expect(rig.count('connect') - 1).toBeLessThanOrEqual(10);
    rig.peer = () => undefined;
    rig.windTo('Connecting').open().forget().hello();
    expect([rig.deeds(), rig.count('sessionLost')]).toEqual([['resume s1 at 1'], 0]);
  });

  it('S-18 a name that does not resolve for ten minutes is found five seconds after it does, without an IDENTIFY', () => {
    const rig = connected({ random: () => 0.999 });
    rig.closed();
    answer(rig, 'connect', () => rig.stage === 'Connecting' && rig.closed(noName), 5);
    rig.closed(noName);
    rig.wind(10 * MINUTE_MS);
    const backMs = rig.nowMs;
    rig.peer = () => undefined;
    if (rig.stage === 'Connecting') rig.closed(noName);
    rig.windTo('Connecting');
    expect(rig.nowMs - backMs).toBeLessThanOrEqual(5_000);
    expect([rig.open().hello().stage, rig.count('identify')]).toEqual(['Resuming', 1]);
  });
});

describe('a resume host', () => {
  it('P-19: that refuses is left at once: the session is resumed at the main host, within 1.5 s', () => {
    const rig = reconnecting();
    const sinceMs = rig.nowMs;
    rig.closed(refused);
    rig.windTo('Connecting').open().hello();
    expect([rig.all('connect').at(-1)?.url, rig.stage, rig.count('sessionLost')]).toEqual([MAIN_URL, 'Resuming', 0]);
    expect(rig.nowMs - sinceMs).toBeLessThanOrEqual(1_500);
  });

  it('P-19: that answers badly is asked twice', () => {
    const rig = reconnecting();
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      rig.closed({ type: 'connect-failed', reason: 'bad-status', message: '503', status: 503 });
      rig.windTo('Connecting');
    }
    expect(
      rig
        .all('connect')
        .map(({ url }) => url)
        .slice(1),
    ).toEqual([RESUME_AT, RESUME_AT, MAIN_URL]);
  });

  it('P-19: that does not open is asked twice', () => {
    const rig = reconnecting();
    for (let attempt = 1; attempt <= 2; attempt += 1) rig.wind(10_000).windTo('Connecting');
    expect(rig.all('connect').at(-1)?.url).toBe(MAIN_URL);
  });

  it('P-19: that said HELLO in between begins with a clean slate', () => {
    const rig = reconnecting().open().wind(5_000);
    rig.windTo('Connecting').open().hello().resumed();
    rig.closed();
    rig.windTo('Connecting').open().wind(5_000).windTo('Connecting');
    expect(rig.all('connect').at(-1)?.url).toBe(RESUME_AT);
  });

  it('P-19: that closes before HELLO is asked twice', () => {
    const rig = reconnecting();
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      rig.open().closed(4000);
      rig.windTo('Connecting');
    }
    expect([rig.all('connect').at(-1)?.url, rig.open().hello().stage]).toEqual([MAIN_URL, 'Resuming']);
  });

  it('is not gone to behind a gateway proxy', () => {
    expect(
      reconnecting({ followsResumeUrl: false })
        .all('connect')
        .map(({ url }) => url),
    ).toEqual([MAIN_URL, MAIN_URL]);
  });
});

describe('a half-open link', () => {
  it('S-03 is found within 20 s at any phase of the heartbeat, and the new connection opens in the same step', () => {
    for (let phase = 0; phase < 100; phase += 1) {
      const rig = connected({ random: () => 0.5 });
      rig.later((phase / 100) * INTERVAL_MS, () => (rig.peer = () => undefined));
      answer(rig, 'send', () => rig.ack());
      answer(rig, 'ping', () => rig.feed({ type: 'pong' }));
      rig.wind((phase / 100) * INTERVAL_MS);
      const deadMs = rig.nowMs;
      rig.forget();
      while (rig.count('release') === 0) rig.wind(100);
      expect(rig.nowMs - deadMs).toBeLessThanOrEqual(20_000);
      expect(rig.deeds().slice(-2)).toEqual(['release 4000', `connect ${RESUME_AT}`]);
    }
  });

  it('P-01: is left with a code that keeps the session, and resumed', () => {
    const rig = connected().wind(17_000);
    expect([rig.all('release').at(-1)?.code, rig.protocol.session?.id]).toEqual([4000, 's1']);
    expect(rig.open().hello().stage).toBe('Resuming');
  });

  it('P-01: is a zombie at the latest when the next beat is due: an interval and a second', () => {
    const silence = { quietMs: Infinity, pingMs: 1, beatMs: 1, frameMs: Infinity };
    const rig = connected({ silence });
    rig.wind(1_000);
    const beatenMs = rig.protocol.heartbeat?.sentMs ?? NaN;
    while (rig.count('release') === 0) rig.wind(100);
    expect(rig.nowMs - beatenMs).toBeLessThanOrEqual(INTERVAL_MS + 1_000);
    expect(rig.all('stage').map(({ event }) => event.cause)).toContain('zombie');
  });

  it('P-02: lives for ten minutes without one acknowledgement while frames come', () => {
    const rig = connected();
    for (let second = 1; second <= 600; second += 1) {
      rig.dispatch(1 + second);
      rig.wind(1_000);
    }
    expect([rig.stage, rig.count('connect')]).toEqual(['Connected', 1]);
    expect(rig.notes).toContain('ack missing');
  });

  it('asks a host that left two pings unanswered by heartbeats alone', () => {
    const rig = connected({ followsResumeUrl: false });
    answer(rig, 'send', () => rig.ack());
    rig.wind(2 * MINUTE_MS);
    expect([rig.count('ping'), rig.stage]).toEqual([2, 'Connected']);
  });

  it('pings a host again that once more answers', () => {
    const rig = connected({ followsResumeUrl: false });
    answer(rig, 'send', () => rig.ack());
    rig.wind(15_000);
    rig.feed({ type: 'pong' });
    rig.wind(2 * MINUTE_MS);
    expect(rig.count('ping')).toBe(3);
  });

  it('remembers that of a few hosts', () => {
    const rig = connected();
    answer(rig, 'send', () => rig.ack());
    const pingsOn = (host: number): number => {
      const before = rig.count('ping');
      rig.ready(`s${host}`, 1, `wss://gateway-${host}.discord.gg`).closed();
      rig.windTo('Connecting').open().hello().resumed().wind(MINUTE_MS);
      return rig.count('ping') - before;
    };
    const hosts = Array.from({ length: 20 }, (_, host) => host);
    expect(hosts.map(pingsOn)).toEqual(hosts.map(() => 2));
    expect([pingsOn(19), pingsOn(10), pingsOn(0)]).toEqual([0, 0, 2]);
  });

  it('S-14 lives while a frame drips in for 20 s, and is cut and resumed when it takes a minute', () => {
    const drip = (rig: ProtocolRig, ms: number): void => {
      for (let second = 1; second <= ms / 1_000; second += 1) {
        rig.world.bytesReceived += 1_000;
        rig.wind(1_000);
      }
    };
    const short = healthy();
    drip(short, 20_000);
    expect([short.dispatch(33), short.count('release')]).toEqual([true, 0]);
    const long = healthy();
    drip(long, 60_000);
    expect(long.all('stage').map(({ event }) => event.cause)).toContain('frame too slow');
    expect(long.count('identify')).toBe(1);
  });

  it('S-21 that takes nothing of what we write is given up, even if frames come', () => {
    const rig = connected();
    rig.world.bytesBuffered = 700;
    for (let second = 1; second <= 25; second += 1) {
      rig.dispatch(1 + second);
      rig.wind(1_000);
    }
    expect(rig.all('stage').map(({ event }) => event.cause)).toContain('writes stalled');
  });
});

describe('a RESUME that leads nowhere', () => {
  it('S-13 closed without a word, again and again: 12 connects in the first minute at most, and one IDENTIFY', () => {
    for (const random of [0, 0.5, 0.999]) {
      const rig = wellUpToHello(connected({ random: () => random }));
      answer(rig, 'resume', () => rig.closed(4000));
      answer(rig, 'identify', () => rig.ready('s2'));
      rig.closed();
      rig.wind(MINUTE_MS);
      expect(rig.count('connect') - 1).toBeLessThanOrEqual(12);
      expect([rig.count('resume'), rig.count('identify') - 1, rig.count('sessionLost')]).toEqual([8, 1, 1]);
    }
  });

  it('S-13 is counted whatever the session had carried before', () => {
    const rig = wellUpToHello(healthy());
    answer(rig, 'resume', () => rig.closed(4000));
    rig.closed();
    rig.wind(MINUTE_MS);
    expect([rig.count('resume'), rig.count('sessionLost')]).toEqual([8, 1]);
  });

  it('is not counted when it replayed something', () => {
    const rig = wellUpToHello(connected());
    let sequence = 1;
    answer(rig, 'resume', () => {
      rig.dispatch((sequence += 1));
      rig.closed(4000);
    });
    rig.closed();
    rig.wind(2 * MINUTE_MS);
    expect([rig.count('sessionLost'), rig.count('identify')]).toEqual([0, 1]);
  });

  it.each<[string, (rig: ProtocolRig) => void]>([
    ['RESUMED', (rig) => rig.resumed(NaN)],
    ['one replayed event', (rig) => rig.dispatch(2)],
  ])('is forgotten after %s', (_, showLife) => {
    const rig = connected();
    const refuse = (): void => {
      rig.closed(4000);
      rig.windTo('Connecting').open().hello();
    };
    rig.closed();
    rig.windTo('Connecting').open().hello();
    for (let round = 0; round < 7; round += 1) refuse();
    showLife(rig);
    for (let round = 0; round < 8; round += 1) refuse();
    expect([rig.stage, rig.count('sessionLost')]).toEqual(['Resuming', 0]);
    refuse();
    expect(rig.count('sessionLost')).toBe(1);
  });

  it('P-09: that is not answered is tried once more within 70 s', () => {
    const rig = resuming();
    answer(rig, 'send', () => rig.ack());
    answer(rig, 'ping', () => rig.feed({ type: 'pong' }));
    rig.wind(15_000);
    expect(rig.all('stage').map(({ event }) => event.cause)).toContain('resumed timed out');
    rig.windTo('Connecting').open().hello();
    expect([rig.count('resume'), rig.nowMs <= 70_000]).toEqual([2, true]);
  });

  it('P-09: that is never answered does not end the session: only an answer could', () => {
    const rig = wellUpToHello(connected());
    answer(rig, 'ping', () => rig.feed({ type: 'pong' }));
    rig.closed();
    rig.wind(10 * MINUTE_MS);
    expect([rig.count('resume') > 20, rig.count('sessionLost'), rig.count('identify')]).toEqual([true, 0, 1]);
  });

  it('P-09: has all the time it needs while it replays', () => {
    const rig = resuming();
    for (let second = 1; second <= 300; second += 1) {
      rig.dispatch(1 + second);
      rig.wind(1_000);
    }
    expect([rig.stage, rig.resumed().stage]).toEqual(['Resuming', 'Connected']);
  });

  it('never ends a session by time or by connects that fail', () => {
    const rig = connected({ random: () => 0.5 });
    answer(rig, 'connect', () => rig.closed(refused));
    rig.closed();
    rig.closed(refused);
    rig.wind(HOUR_MS);
    expect([rig.protocol.session?.id, rig.count('sessionLost')]).toEqual(['s1', 0]);
  });
});

describe('an IDENTIFY that leads nowhere', () => {
  it('S-12 closed before READY for 24 hours: 300 IDENTIFYs at most', () => {
    const rig = wellUpToHello(connecting({ random: () => 0.5 }));
    answer(rig, 'identify', () => rig.closed(4000));
    rig.open().hello().permit();
    rig.wind(24 * HOUR_MS);
    expect(rig.count('identify')).toBeLessThanOrEqual(300);
    expect(rig.count('identify')).toBeGreaterThan(100);
  });

  it('P-07: answered with op 9 for 24 hours: 300 IDENTIFYs at most, each on the main host', () => {
    const rig = wellUpToHello(connecting({ random: () => 0 }));
    answer(rig, 'identify', () => rig.control(9, false));
    rig.open().hello().permit();
    rig.wind(24 * HOUR_MS);
    expect(rig.count('identify')).toBeLessThanOrEqual(300);
    expect(new Set(rig.all('connect').map(({ url }) => url))).toEqual(new Set([MAIN_URL]));
  });

  it('P-08: is waited for: READY after four minutes is taken, and was remarked on', () => {
    const rig = identifying();
    answer(rig, 'send', () => rig.ack());
    answer(rig, 'ping', () => rig.feed({ type: 'pong' }));
    rig.wind(4 * MINUTE_MS).ready();
    expect([rig.stage, rig.count('identify'), rig.all('waitingForReady').map(({ waitedMs }) => waitedMs)]).toEqual([
      'Connected',
      1,
      [30_000],
    ]);
  });

  it('P-08: is given up after five minutes, but only with more than half of the daily budget left', () => {
    for (const [identifyBudgetLeft, connects] of [
      [0.5, 1],
      [0.51, 2],
    ] as const) {
      const rig = identifying();
      rig.world.identifyBudgetLeft = identifyBudgetLeft;
      answer(rig, 'send', () => rig.ack());
      answer(rig, 'ping', () => rig.feed({ type: 'pong' }));
      rig.wind(5 * MINUTE_MS + 6_000);
      expect(rig.count('connect')).toBe(connects);
    }
  });

  it('I-07 gives its permit back on every way out', () => {
    const waysOut: readonly ((rig: ProtocolRig) => void)[] = [
      (rig) => rig.closed(),
      (rig) => rig.closed(4004),
      (rig) => rig.control(7),
      (rig) => rig.control(9, false),
      (rig) => rig.wind(20_000),
      (rig) => rig.feed({ type: 'stalled', bytesBuffered: 1 << 21 }),
      (rig) => rig.feed({ type: 'unreadable', what: 'stream', message: '' }),
      (rig) => rig.feed({ type: 'close', code: 1000, reason: '' }),
      (rig) => {
        rig.feed({ type: 'backpressure', isOn: true });
        rig.wind(30_000);
      },
    ];
    for (const leave of waysOut) {
      for (const make of [queued, identifying]) {
        const rig = make();
        leave(rig);
        expect(rig.count('withdrawPermit')).toBe(1);
      }
    }
  });
});

describe('P-18: a permit that does not come', () => {
  it('keeps the shard waiting with its heart beating; no IDENTIFY is written', () => {
    const rig = queued();
    answer(rig, 'send', () => rig.ack());
    answer(rig, 'ping', () => rig.feed({ type: 'pong' }));
    rig.wind(6 * HOUR_MS);
    expect([rig.stage, rig.count('identify'), rig.count('connect')]).toEqual(['Queued', 0, 1]);
    expect(rig.count('send')).toBeGreaterThan((6 * HOUR_MS) / INTERVAL_MS - 2);
  });

  it('does not keep a session from being resumed', () => {
    expect(resuming().resumed().stage).toBe('Connected');
  });

  it('that is refused for good is asked for again, later', () => {
    const rig = queued().forget();
    rig.feed({ type: 'permitRefused', message: 'the budget is spent' });
    expect(rig.lastStage).toMatchObject({ cause: 'permit refused', retryInMs: 5_000 });
  });
});

describe('the wait for the next connect', () => {
  it('is at most 100 ms after a link that lived', () => {
    expect(reconnecting({ random: () => 0.999 }).lastStage).toMatchObject({ after: 'Backoff', retryInMs: 99.9 });
  });

  it('grows when links come up and carry nothing', () => {
    const rig = connected();
    for (let barren = 1; barren <= 4; barren += 1) {
      rig.closed();
      rig.windTo('Connecting').open().hello().resumed(NaN);
    }
    rig.closed();
    expect(rig.lastStage).toMatchObject({ after: 'Backoff', retryInMs: 500 });
  });

  it('stays short while each link carries a piece of the replay', () => {
    const rig = connected();
    for (let barren = 1; barren <= 3; barren += 1) {
      rig.closed();
      rig.windTo('Connecting').open().hello();
      rig.dispatch(1 + barren);
      rig.resumed(NaN);
    }
    rig.closed();
    expect(rig.lastStage).toMatchObject({ after: 'Connecting', attempt: 0 });
  });

  it('begins anew with a new start', () => {
    const rig = connecting();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      rig.closed(refused);
      rig.windTo('Connecting');
    }
    rig.feed({ type: 'close', code: 4000, reason: '' });
    rig.start().closed(refused);
    expect(rig.lastStage).toMatchObject({ attempt: 1, retryInMs: 250 });
  });

  it('forgets earlier failures after 30 s of health', () => {
    const rig = connecting();
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      rig.closed(refused);
      rig.windTo('Connecting');
    }
    rig.open().hello().permit().ready();
    expect(rig.lastStage?.attempt).toBe(4);
    answer(rig, 'send', () => rig.ack());
    rig.wind(30_000).closed();
    expect(rig.all('stage').at(-1)?.event.attempt).toBe(0);
  });

  it('grows after closes before HELLO', () => {
    const rig = handshaking();
    const waits = Array.from({ length: 4 }, () => {
      rig.closed();
      const { retryInMs } = rig.lastStage ?? { retryInMs: NaN };
      rig.windTo('Connecting').open();
      return retryInMs;
    });
    expect(waits).toEqual([250, 500, 1_000, 2_000]);
  });

  it('grows after closes while the shard waits for a permit', () => {
    const rig = queued();
    rig.closed();
    expect(rig.lastStage).toMatchObject({ after: 'Backoff', retryInMs: 250 });
  });

  it('is spread over the shards of a process: fifty connects a second', () => {
    const pacer = new ConnectPacer();
    const rigs = Array.from({ length: 120 }, () => new ProtocolRig({ pacer }).start());
    expect(rigs.filter(({ stage }) => stage === 'Connecting')).toHaveLength(50);
    expect(rigs.at(-1)?.lastStage?.retryInMs).toBe(2_000);
  });
});

describe('a process or machine that slept', () => {
  it.each([
    ['S-22 a process stopped for ten minutes', (rig: ProtocolRig) => rig.stall(10 * MINUTE_MS)],
    [
      'S-22 a laptop closed for an hour',
      (rig: ProtocolRig) => {
        rig.suspend(HOUR_MS);
        rig.windTo('Backoff');
      },
    ],
  ])('%s: is live again ten seconds after it goes on', (_, sleep) => {
    const rig = connected({ random: () => 0.9 });
    rig.wind(9_000);
    rig.deadline();
    sleep(rig);
    const awakeMs = rig.nowMs;
    if (rig.stage === 'Connected') rig.windTo('Connecting');
    rig.windTo('Connecting').open().hello().resumed();
    expect([rig.stage, rig.nowMs - awakeMs <= 10_000, rig.notes.includes('slept')]).toEqual(['Connected', true, true]);
  });

  it('keeps a link that answers', () => {
    const rig = connected();
    answer(rig, 'ping', () => rig.feed({ type: 'pong' }));
    answer(rig, 'send', () => rig.ack());
    rig.wind(1_000).stall(10 * MINUTE_MS);
    rig.wind(5_000);
    expect([rig.stage, rig.count('connect')]).toEqual(['Connected', 1]);
  });

  it('looks once more before it gives up what came while it slept', () => {
    const rig = handshaking();
    rig.stall(10 * MINUTE_MS);
    expect(rig.stage).toBe('Handshake');
    expect(rig.hello().stage).toBe('Queued');
  });
});
