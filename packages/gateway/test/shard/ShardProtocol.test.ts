import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { everyInput, happen, histories } from './everyInput.js';
import { isConnecting } from '../../src/shard/ConnectionStage.js';
import { MAIN_URL, ProtocolRig, RESUME_AT, RESUME_URL } from './ProtocolRig.js';
import { connected, connecting, everyStage, queued, reconnecting } from './stages.js';

describe.each(everyStage)('a shard that is $stage, $how', ({ stage, make }) => {
  it('is where it is said to be', () => {
    expect(make().stage).toBe(stage);
  });

  it('takes every input, and every deadline after it', () => {
    for (const input of everyInput) {
      const rig = make();
      rig.feed(input);
      rig.deadline();
      rig.wind(60_000);
    }
  });

  it('settles every command once when it is closed', () => {
    const rig = make();
    for (let id = 1; id <= 3; id += 1) rig.command(id);
    rig.feed({ type: 'close', code: 4000, reason: '' });
    rig.wind(2_000);
    expect([rig.count('settle'), rig.count('closed')]).toEqual([3, 1]);
  });
});

describe('any life of a shard', () => {
  it('P-22, I-07, S-24: holds to one connection, one permit, HELLO first, READY before commands, and never throws or spins', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(0, 0.5, 0.999), (steps, random) => {
        const rig = new ProtocolRig({ random: () => random });
        happen(rig, steps);
        rig.feed({ type: 'close', code: 4000, reason: '' });
        rig.wind(2_000);
        expect(['Disconnected', 'Failed']).toContain(rig.stage);
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('starting', () => {
  it('connects at once, to the main URL', () => {
    expect(new ProtocolRig().start().deeds()).toEqual([`connect ${MAIN_URL}`]);
  });

  it('resumes the session of an earlier process, at its host', () => {
    const rig = new ProtocolRig();
    rig.feed({ type: 'start', session: { id: 'stored', sequence: 70, resumeUrl: RESUME_URL } });
    rig.open().hello();
    expect(rig.deeds()).toEqual([`connect ${RESUME_AT}`, 'resume stored at 70']);
  });

  it('P-23: refuses a stored resume URL elsewhere, and resumes at the main URL', () => {
    const rig = new ProtocolRig();
    rig.feed({ type: 'start', session: { id: 'stored', sequence: 70, resumeUrl: 'wss://attacker.example' } });
    rig.open().hello();
    expect([rig.deeds(), rig.notes]).toEqual([[`connect ${MAIN_URL}`, 'resume stored at 70'], ['resume url refused']]);
  });

  it('is possible again after a fatal end', () => {
    const rig = connected();
    rig.closed(4014);
    expect(rig.start().open().hello().stage).toBe('Queued');
  });
});

describe('closing', () => {
  it.each([[1000], [1001]])('with %p ends the session', (code) => {
    const rig = connected().forget();
    rig.feed({ type: 'close', code, reason: '' });
    rig.closed(code);
    expect([rig.deeds(), rig.protocol.session, rig.all('saveSession').at(-1)?.session]).toEqual([
      [`closeSocket ${code}`, 'closed'],
      null,
      null,
    ]);
  });

  it('with another code keeps the session, and what was on its way is still counted', () => {
    const rig = connected();
    rig.feed({ type: 'close', code: 4000, reason: '' });
    expect(rig.dispatch(2)).toBe(true);
    rig.closed(4000);
    expect([rig.stage, rig.protocol.session]).toEqual(['Disconnected', { id: 's1', sequence: 2 }]);
  });

  it('waits one second for the peer and no longer', () => {
    const rig = connected().forget();
    rig.feed({ type: 'close', code: 4000, reason: '' });
    rig.wind(999);
    expect(rig.stage).toBe('Closing');
    rig.wind(1);
    expect([rig.stage, rig.deeds()]).toEqual(['Disconnected', ['closeSocket 4000', 'release 4000', 'closed']]);
  });

  it('lets a socket go that is not open yet', () => {
    const rig = connecting().forget();
    rig.feed({ type: 'close', code: 1000, reason: '' });
    expect([rig.stage, rig.deeds()]).toEqual(['Disconnected', ['release 1000', 'closed']]);
  });

  it('ends the session of a shard at rest, too', () => {
    const rig = connected();
    rig.feed({ type: 'close', code: 4000, reason: '' });
    rig.wind(1_000);
    rig.feed({ type: 'close', code: 1000, reason: '' });
    expect([rig.protocol.session, rig.count('closed')]).toEqual([null, 2]);
  });
});

describe('reconnecting on request', () => {
  it('with the session comes back to it at once', () => {
    const rig = connected().forget();
    rig.feed({ type: 'reconnect', resume: true });
    rig.open().hello();
    expect(rig.deeds()).toEqual(['release 4000', `connect ${RESUME_AT}`, 'resume s1 at 1']);
  });

  it('without it ends the session and identifies', () => {
    const rig = connected().forget();
    rig.feed({ type: 'reconnect', resume: false });
    rig.open().hello();
    expect(rig.deeds()).toEqual(['release 1000', `connect ${MAIN_URL}`, 'requestPermit']);
  });

  it('without it, between two connections, gives the session up', () => {
    const rig = reconnecting();
    rig.closed({ type: 'connect-failed', reason: 'other', message: '' });
    rig.feed({ type: 'reconnect', resume: false });
    expect([rig.stage, rig.protocol.session]).toEqual(['Backoff', null]);
  });

  it('does nothing while the shard is connecting', () => {
    for (const { stage, make } of everyStage) {
      if (!isConnecting(stage)) continue;
      const rig = make().forget();
      rig.feed({ type: 'reconnect', resume: false });
      expect([rig.stage, rig.deeds()]).toEqual([stage, []]);
    }
  });
});

describe('a consumer that lags', () => {
  const lag = (rig: ProtocolRig): ProtocolRig => {
    rig.feed({ type: 'backpressure', isOn: true });
    return rig.forget();
  };
  const catchUp = (rig: ProtocolRig): readonly string[] => {
    rig.feed({ type: 'backpressure', isOn: false });
    return rig.deeds();
  };

  it('costs nothing for 30 s: hearts beat, and silence is not counted', () => {
    const rig = lag(connected({ random: () => 0.5 })).wind(29_999);
    expect([rig.stage, rig.deeds()]).toEqual(['Connected', ['send {"op":1,"d":1}']]);
  });

  it('costs the connection after 30 s; the session is resumed when it has caught up', () => {
    const rig = lag(connected()).wind(3_600_000);
    expect([rig.stage, rig.deeds()]).toEqual(['Backoff', ['send {"op":1,"d":1}', 'release 4000']]);
    expect(catchUp(rig)).toEqual([`connect ${RESUME_AT}`]);
  });

  it('that caught up leaves a link alone, and the wait for a sign of life begins anew', () => {
    const rig = lag(connected({ random: () => 0.9 })).wind(20_000);
    expect([catchUp(rig), rig.wind(9_999).deeds(), rig.wind(1).deeds()]).toEqual([[], [], ['ping']]);
  });

  it('keeps a lost link from coming back before it has caught up: nobody would read HELLO', () => {
    const rig = lag(connected());
    rig.closed();
    expect([rig.wind(3_600_000).stage, rig.deeds()]).toEqual(['Backoff', []]);
    expect([catchUp(rig), rig.open().hello().stage]).toEqual([[`connect ${RESUME_AT}`], 'Resuming']);
  });

  it('that is told of twice lags since the first time', () => {
    const rig = lag(connected()).wind(20_000);
    lag(rig).wind(10_000);
    expect(rig.stage).toBe('Backoff');
  });

  it('is not waited for when the shard is closed', () => {
    const rig = lag(connected()).wind(30_000);
    rig.feed({ type: 'close', code: 4000, reason: '' });
    expect([rig.stage, rig.count('closed')]).toEqual(['Disconnected', 1]);
  });
});

describe('a permit', () => {
  it('I-07 that comes too late goes straight back', () => {
    const rig = queued();
    rig.closed();
    rig.forget().permit();
    expect([rig.deeds(), rig.count('identify')]).toEqual([['withdrawPermit'], 0]);
  });

  it('refused to a shard that waits for none is nothing', () => {
    const rig = connected().forget();
    rig.feed({ type: 'permitRefused', message: '' });
    expect([rig.stage, rig.deeds()]).toEqual(['Connected', []]);
  });
});

describe('the fast path of dispatches', () => {
  it('counts as life', () => {
    const rig = connected({ random: () => 0.9 }).forget();
    for (let sequence = 2; sequence <= 20; sequence += 1) {
      rig.wind(1_500);
      rig.dispatch(sequence);
    }
    expect([rig.deeds(), rig.protocol.session?.sequence]).toEqual([[], 20]);
  });
});
