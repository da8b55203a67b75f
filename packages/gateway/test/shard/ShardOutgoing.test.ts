import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ProtocolRig } from './ProtocolRig.js';
import { connected, everyStage, healthy, queued, resuming } from './stages.js';

/** Lets frames come every second, so that the link is not what a test is about. */
function keepAlive(rig: ProtocolRig): ProtocolRig {
  const live = (): void => {
    rig.ack();
    rig.later(1_000, live);
  };
  live();
  return rig;
}

/** The most writes in any window of 60 seconds. */
function busiestMinute(rig: ProtocolRig): number {
  const instants = rig.instants('send', 'identify', 'resume');
  return Math.max(0, ...instants.map((from) => instants.filter((at) => at >= from && at < from + 60_000).length));
}

/** Loses the link and comes back with RESUME. */
function comeBack(rig: ProtocolRig): void {
  rig.closed();
  rig.windTo('Connecting').open().hello().resumed(NaN);
}

describe('commands of a live shard', () => {
  it('are written at once, in order, and settle as sent', () => {
    const rig = connected().forget();
    rig.command(1, 'a');
    rig.command(2, 'b');
    expect([rig.deeds(), rig.outcomes]).toEqual([['send a', 'send b'], { 1: 'sent', 2: 'sent' }]);
  });

  it('C-01: and its beats are never more than 120 in any 60 s, whatever the bursts', () => {
    const burst = fc.record({ waitMs: fc.nat(30_000), commands: fc.nat(150), presences: fc.nat(5), asked: fc.nat(8) });
    fc.assert(
      fc.property(fc.array(burst, { maxLength: 10 }), fc.integer({ min: 2_000, max: 45_000 }), (bursts, intervalMs) => {
        const rig = keepAlive(new ProtocolRig({ random: () => 0.5 }).start().open().hello(intervalMs).permit().ready());
        let id = 0;
        for (const { waitMs, commands, presences, asked } of bursts) {
          rig.wind(waitMs);
          for (let index = 0; index < commands; index += 1) rig.command((id += 1), 'c', Infinity);
          for (let index = 0; index < presences; index += 1) rig.presence(`${index}`);
          for (let index = 0; index < asked; index += 1) rig.control(1);
          rig.feed({ type: 'heartbeat' });
        }
        rig.wind(120_000);
        expect(busiestMinute(rig)).toBeLessThanOrEqual(120);
      }),
      { numRuns: 40 },
    );
  });

  it('C-01: are all written in the end', () => {
    const rig = keepAlive(healthy());
    for (let id = 1; id <= 300; id += 1) rig.command(id, 'c', Infinity);
    rig.wind(180_000);
    expect(rig.texts).toHaveLength(300);
  });

  it('C-02: never delay a beat: at a full queue and an interval of 3 s each comes at its instant', () => {
    const rig = keepAlive(new ProtocolRig({ random: () => 0.5 }).start().open().hello(3_000).permit().ready());
    for (let id = 1; id <= 200; id += 1) rig.command(id, 'c', Infinity);
    rig.wind(120_000);
    const beats = rig.log.filter(({ action }) => action.type === 'send' && action.text.startsWith('{"op":1,')).map(({ atMs }) => atMs);
    expect(beats).toEqual(Array.from({ length: 40 }, (_, index) => 1_500 + index * 3_000));
  });

  it('are written at once when their limit is taken off', () => {
    const rig = connected({ rateLimitCommands: false });
    for (let id = 1; id <= 300; id += 1) rig.command(id, 'c');
    expect(rig.texts).toHaveLength(300);
  });

  it('are refused beyond a thousand that wait', () => {
    const rig = queued();
    for (let id = 1; id <= 1_001; id += 1) rig.command(id);
    expect(rig.outcomes).toEqual({ 1001: 'queue-full' });
  });
});

describe('commands of a shard that is not live', () => {
  it('C-04: wait for RESUMED and are written then', () => {
    const rig = resuming().forget();
    rig.command(1, 'a');
    rig.dispatch(2);
    expect(rig.deeds()).toEqual([]);
    rig.resumed();
    expect([rig.deeds(), rig.outcomes]).toEqual([['send a'], { 1: 'sent' }]);
  });

  it('C-04: wait for READY and are written then', () => {
    const rig = queued();
    rig.command(1, 'a');
    rig.permit();
    expect([rig.texts, rig.ready().texts]).toEqual([[], ['a']]);
  });

  it('C-04: are given up after their time, without a connection', () => {
    const rig = new ProtocolRig().start();
    rig.peer = (action) => {
      if (action.type === 'connect') rig.later(1, () => rig.closed());
    };
    rig.command(1, 'a', 30_000);
    rig.wind(29_999);
    expect(rig.outcomes).toEqual({});
    rig.wind(1);
    expect(rig.outcomes).toEqual({ 1: 'expired' });
  });

  it('C-04: are refused when the shard is closing or has failed', () => {
    for (const { stage, make } of everyStage) {
      if (stage !== 'Closing' && stage !== 'Failed') continue;
      const rig = make();
      rig.command(1);
      expect(rig.outcomes).toEqual({ 1: 'closed' });
    }
  });

  it('C-04: 100 sends at random instants of 100 reconnects settle once each, and none is written before RESUMED', () => {
    const plan = fc.record({ atMs: fc.nat(1_500), replyMs: fc.nat(1_500) });
    fc.assert(
      fc.property(fc.array(plan, { minLength: 100, maxLength: 100 }), (plans) => {
        const rig = connected();
        rig.peer = (action) => {
          if (action.type === 'connect') rig.later(10, () => rig.open().hello());
        };
        plans.forEach(({ atMs, replyMs }, index) => {
          rig.closed();
          rig.later(atMs, () => rig.command(index));
          rig.later(replyMs + 200, () => rig.resumed(NaN));
          rig.wind(2_000);
        });
        rig.feed({ type: 'close', code: 1000, reason: '' });
        expect(rig.count('settle')).toBe(100);
      }),
      { numRuns: 5 },
    );
  });
});

describe('the presence', () => {
  it('C-10: a thousand in a second are two frames at most, and the last one wins', () => {
    const rig = keepAlive(healthy());
    for (let index = 0; index < 1_000; index += 1) {
      rig.presence(`p${index}`);
      rig.wind(1);
    }
    expect(rig.texts.length).toBeLessThanOrEqual(2);
    rig.wind(4_000);
    expect([rig.texts.length, rig.texts.at(-1)]).toEqual([2, '{"op":3,"d":"p999"}']);
  });

  it('C-05: that was set last is in the next IDENTIFY, and is not said twice', () => {
    const rig = queued();
    rig.presence('old');
    rig.presence('new');
    rig.permit().ready();
    expect([rig.all('identify')[0]?.presence, keepAlive(rig).wind(10_000).texts]).toEqual(['new', []]);
  });

  it('C-05: set while resuming is said after RESUMED', () => {
    const rig = resuming();
    rig.presence('new');
    expect(keepAlive(rig).wind(4_000).texts).toEqual([]);
    expect(rig.resumed().texts).toEqual(['{"op":3,"d":"new"}']);
  });

  it('C-05: what Discord knows in the end is what was asked last, through sessions lost and found', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('set', 'resume', 'identify', 'wait'), { maxLength: 30 }), (deeds) => {
        const rig = keepAlive(connected());
        let wanted: unknown;
        let known: unknown;
        rig.peer = (action) => {
          if (action.type === 'identify') known = action.presence;
          if (action.type === 'send' && action.text.startsWith('{"op":3')) known = (JSON.parse(action.text) as { d: unknown }).d;
        };
        deeds.forEach((deed, index) => {
          if (deed === 'set') rig.presence((wanted = `p${index}`));
          else if (deed === 'resume') comeBack(rig);
          else if (deed === 'identify') {
            rig.feed({ type: 'reconnect', resume: false });
            rig.windTo('Connecting').open().hello().permit().ready();
          } else rig.wind(1_000);
        });
        rig.wind(10_000);
        expect(known).toBe(wanted);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what may have died with its link', () => {
  it('C-05: is said again after RESUMED; what a later heartbeat confirmed is not', () => {
    const rig = connected().wind(5_000);
    rig.presence('sure');
    rig.wind(100);
    rig.feed({ type: 'heartbeat' });
    rig.ack();
    rig.ack();
    comeBack(rig);
    expect(rig.texts).toEqual(['{"op":3,"d":"sure"}']);
    rig.wind(5_000);
    rig.presence('lost');
    comeBack(rig);
    rig.wind(4_000);
    expect(rig.texts).toEqual(['{"op":3,"d":"sure"}', '{"op":3,"d":"lost"}', '{"op":3,"d":"lost"}']);
  });
});

describe('voice states', () => {
  it('C-05: are said again after READY and, once confirmed, not after RESUMED', () => {
    const rig = connected();
    rig.feed({ type: 'voiceState', guildId: '1', text: 'join', stays: true });
    rig.wind(10);
    rig.feed({ type: 'heartbeat' });
    rig.ack();
    rig.ack();
    comeBack(rig);
    expect(rig.texts).toEqual(['join']);
    rig.feed({ type: 'reconnect', resume: false });
    rig.windTo('Connecting').open().hello().permit().ready('s2');
    expect(rig.texts).toEqual(['join', 'join']);
  });
});

describe('heartbeats', () => {
  it('carry no sequence before the first dispatch, and the last one after it', () => {
    const rig = queued().forget();
    rig.feed({ type: 'heartbeat' });
    rig.permit().ready('s1', 5);
    rig.feed({ type: 'heartbeat' });
    expect(rig.deeds()).toEqual(['send {"op":1,"d":null}', 'identify', 'permitSpent', 'permitReady', 'send {"op":1,"d":5}']);
  });

  it('carry no sequence of a session that is over', () => {
    const rig = connected();
    rig.feed({ type: 'reconnect', resume: false });
    rig.windTo('Connecting').open().hello().permit().forget();
    rig.feed({ type: 'heartbeat' });
    expect(rig.deeds()).toEqual(['send {"op":1,"d":null}']);
  });

  it('C-01: out of turn are refused when there is no room left for them', () => {
    const rig = connected();
    for (let index = 0; index < 200; index += 1) rig.feed({ type: 'heartbeat' });
    expect([rig.count('send') + rig.count('identify') <= 120, rig.notes.at(-1)]).toEqual([true, 'heartbeat refused']);
  });

  it('S-03, C-01: that should probe a silent link, and find no room, leave the question to the next regular one', () => {
    const rig = connected({ followsResumeUrl: false });
    for (let index = 0; index < 200; index += 1) rig.feed({ type: 'heartbeat' });
    rig.wind(14_000);
    expect([rig.stage, rig.count('send') + rig.count('identify') <= 120, rig.count('ping')]).toEqual(['Connected', true, 1]);
  });

  it('cannot be asked for without a link', () => {
    const rig = new ProtocolRig();
    rig.feed({ type: 'heartbeat' });
    expect(rig.notes).toEqual(['unexpected input']);
  });
});

describe('C-11: a link that takes nothing', () => {
  it('is given up at the first look that finds a mebibyte waiting', () => {
    const rig = connected();
    rig.command(1);
    rig.feed({ type: 'stalled', bytesBuffered: (1 << 20) + 1 });
    expect([
      rig.stage,
      rig
        .all('stage')
        .map(({ event }) => event.cause)
        .includes('writes stalled'),
    ]).toEqual(['Connecting', true]);
  });
});
