import { describe, expect, it } from '@jest/globals';
import type { ConnectionEnd } from '../../src/transport/GatewayTransport.js';
import { MAIN_URL, type ProtocolRig, RESUME_AT, RESUME_URL } from './ProtocolRig.js';
import { connected, everyStage, handshaking, healthy, identifying, queued, reconnecting, resuming } from './stages.js';

const dropped: ConnectionEnd = { type: 'dropped', message: 'the socket ended' };

describe('a shard that waits for HELLO', () => {
  it('asks for a permit when it has no session, and identifies with it', () => {
    const rig = handshaking().forget().hello();
    expect(rig.deeds()).toEqual(['requestPermit']);
    expect(rig.permit().deeds()).toEqual(['identify', 'permitSpent']);
  });

  it('resumes when it has a session, with the last sequence', () => {
    const rig = connected();
    rig.dispatch(2);
    rig.closed();
    rig.open().forget().hello();
    expect(rig.deeds()).toEqual(['resume s1 at 2']);
  });

  it('S-24 writes nothing before HELLO, whatever is asked of it', () => {
    const rig = reconnecting().open().forget();
    rig.command(1);
    rig.presence('busy');
    rig.feed({ type: 'heartbeat' });
    rig.control(1);
    rig.wind(4_900);
    expect(rig.deeds()).toEqual([]);
    expect(rig.hello().deeds()).toEqual(['resume s1 at 1']);
  });

  it('S-11 op 7 instead of HELLO: comes back to the main host within a second, with its session', () => {
    const rig = reconnecting().open().forget();
    rig.control(7);
    expect(rig.lastStage?.retryInMs).toBeLessThanOrEqual(1_000);
    rig.wind(1_000);
    expect(rig.deeds()).toEqual(['release 4000', `connect ${MAIN_URL}`]);
    rig.open().hello();
    expect([rig.deeds(), rig.count('identify')]).toEqual([['resume s1 at 1'], 1]);
  });

  it('S-11 op 9 instead of HELLO: answers nothing that was asked, so the session stays', () => {
    const rig = reconnecting().open().forget();
    rig.control(9, false);
    rig.windTo('Connecting').open().hello();
    expect([rig.deeds().at(-1), rig.count('sessionLost')]).toEqual(['resume s1 at 1', 0]);
  });

  it.each([[null], [0], [-5], ['41250'], [NaN]])(
    'P-21: a HELLO with the interval %p is none: the next connection will tell',
    (intervalMs) => {
      const rig = handshaking().forget().hello(intervalMs);
      expect([rig.deeds(), rig.stage]).toEqual([['release 4000'], 'Backoff']);
    },
  );

  it('P-21: a HELLO without anything is none either', () => {
    const rig = handshaking();
    rig.control(10);
    expect(rig.lastStage).toMatchObject({ after: 'Backoff', cause: 'bad hello' });
  });

  it.each([
    [1, 1_000],
    [1_000_000, 120_000],
  ])('P-21: an interval of %p ms is taken as %p ms', (said, taken) => {
    const rig = handshaking().hello(said);
    expect(rig.protocol.heartbeat?.intervalMs).toBe(taken);
  });

  it('starts over when its text cannot be read', () => {
    const rig = handshaking();
    rig.feed({ type: 'unreadable', what: 'text', message: 'no JSON' });
    expect(rig.lastStage).toMatchObject({ after: 'Backoff', cause: 'unreadable' });
  });
});

describe('a shard that identifies', () => {
  it('goes live with READY: session, sequence and resume URL are known, and to be saved', () => {
    const rig = identifying().ready('abc', 7);
    expect(rig.stage).toBe('Connected');
    expect([rig.protocol.session, rig.protocol.resumeUrl]).toEqual([{ id: 'abc', sequence: 7 }, RESUME_URL]);
    expect([rig.count('permitReady'), rig.all('saveSession').at(-1)?.session]).toEqual([1, { id: 'abc', sequence: 7 }]);
  });

  it('P-23: goes to the main URL when READY names none', () => {
    const rig = identifying().ready('abc', 1, null);
    rig.forget().closed();
    expect([rig.deeds(), rig.notes]).toEqual([[`connect ${MAIN_URL}`], []]);
  });

  it('P-23: refuses a resume URL elsewhere: the token would go there', () => {
    const rig = identifying().ready('abc', 1, 'wss://attacker.example');
    rig.forget().closed();
    expect([rig.deeds(), rig.notes]).toEqual([[`connect ${MAIN_URL}`], ['resume url refused']]);
  });

  it('P-23: lives with a READY without a session, and identifies again later', () => {
    const rig = identifying();
    rig.feed({ type: 'ready', d: { user: {} }, sequence: 1 });
    expect([rig.stage, rig.notes, rig.protocol.session]).toEqual(['Connected', ['ready without session'], null]);
    rig.closed();
    expect(rig.open().hello().stage).toBe('Queued');
  });

  it('P-23: lives with a READY that carries nothing', () => {
    const rig = identifying();
    rig.feed({ type: 'ready', d: null, sequence: NaN });
    expect([rig.stage, rig.protocol.session]).toEqual(['Connected', null]);
  });

  it('P-05: waits five seconds and more after op 9, then asks for a permit again, on the main URL', () => {
    const rig = identifying().forget();
    rig.control(9, false);
    expect(rig.lastStage?.retryInMs).toBeGreaterThanOrEqual(5_000);
    rig.windTo('Connecting').open().hello();
    expect(rig.deeds()).toEqual(['withdrawPermit', 'release 4000', `connect ${MAIN_URL}`, 'requestPermit']);
  });

  it('has nothing to acknowledge before HELLO', () => {
    const rig = handshaking().forget().ack();
    expect([rig.stage, rig.deeds()]).toEqual(['Handshake', []]);
  });

  it('takes no READY before it has identified', () => {
    for (const rig of [handshaking(), queued()]) {
      rig.ready();
      expect([rig.protocol.session, rig.notes]).toEqual([null, ['unexpected input']]);
    }
  });
});

describe('a live shard', () => {
  it('P-04: comes back to its session at once after op 7, at the resume host', () => {
    const rig = connected().forget();
    rig.control(7);
    expect(rig.deeds()).toEqual(['release 4000', `connect ${RESUME_AT}`]);
    expect(rig.open().hello().deeds()).toEqual(['resume s1 at 1']);
  });

  it('P-05: one to five seconds after op 9 false it asks for a permit on the main URL; the gap is told', () => {
    const rig = healthy({ random: () => 0.5 });
    rig.control(9, false);
    expect([rig.lastStage?.retryInMs, rig.all('sessionLost').at(-1)?.event]).toMatchObject([3_000, { from: 32, to: null }]);
    rig.windTo('Connecting').open().hello();
    expect(rig.deeds()).toEqual(['release 4000', `connect ${MAIN_URL}`, 'requestPermit']);
  });

  it('P-07: a session that was called invalid right after READY counts as an IDENTIFY that led nowhere', () => {
    const rig = connected();
    rig.control(9, false);
    expect(rig.lastStage?.retryInMs).toBeGreaterThanOrEqual(5_000);
  });

  it('P-06: believes op 9 true three times, then identifies anew', () => {
    const rig = connected();
    let resumes = 0;
    for (rig.control(9, true); rig.protocol.session !== null; rig.control(9, true)) {
      rig.windTo('Connecting').open().hello();
      resumes += 1;
    }
    expect([resumes, rig.count('resume')]).toEqual([3, 3]);
    rig.windTo('Connecting').open().hello();
    expect(rig.stage).toBe('Queued');
  });

  it('P-03: answers op 1 at once, up to five times in ten seconds, and its own beat stays where it was', () => {
    const rig = connected().forget();
    const beatMs = rig.protocol.heartbeat?.nextMs;
    for (let index = 0; index < 10; index += 1) rig.control(1);
    expect(rig.deeds()).toEqual(Array.from({ length: 5 }, () => 'send {"op":1,"d":1}'));
    expect([rig.notes.filter((kind) => kind === 'heartbeat refused').length, rig.protocol.heartbeat?.nextMs]).toEqual([5, beatMs]);
  });

  it('P-03: answers op 1 before READY with no sequence', () => {
    const rig = queued().forget();
    rig.control(1);
    expect(rig.deeds()).toEqual(['send {"op":1,"d":null}']);
  });

  it('takes a second READY for what it says: a new session', () => {
    const rig = connected().ready('other', 1);
    expect([rig.protocol.session?.id, rig.count('sessionLost')]).toEqual(['other', 1]);
  });

  it('remarks on an op that it does not know, and lives', () => {
    const rig = connected();
    rig.control(99);
    expect([rig.stage, rig.notes]).toEqual(['Connected', ['unknown op']]);
  });

  it('P-10: reports a gap and stays connected', () => {
    const rig = connected();
    expect([rig.dispatch(9), rig.protocol.sequences.gap, rig.stage]).toEqual([true, { from: 1, to: 9 }, 'Connected']);
  });

  it('P-13: delivers a dispatch without a usable sequence and beats with the one before', () => {
    const rig = connected({ random: () => 0.5 }).forget();
    expect([NaN, -1, 1.5, 2 ** 53].map((sequence) => rig.dispatch(sequence))).toEqual([true, true, true, true]);
    rig.feed({ type: 'heartbeat' });
    expect(rig.deeds()).toEqual(['send {"op":1,"d":1}']);
  });

  it('S-21 gives up a link whose writes pile up', () => {
    const rig = connected().forget();
    rig.feed({ type: 'stalled', bytesBuffered: 1 << 21 });
    expect(rig.deeds()).toEqual(['release 4000', `connect ${RESUME_AT}`]);
  });
});

describe('a message that cannot be read', () => {
  it('costs a new connection, twice; the third time it alone is skipped', () => {
    const rig = connected();
    for (let strike = 1; strike <= 3; strike += 1) {
      rig.feed({ type: 'unreadable', what: 'text', message: 'no JSON' });
      if (strike < 3) {
        rig.windTo('Connecting').open().hello().resumed(NaN);
      }
    }
    expect([rig.stage, rig.notes, rig.count('sessionLost')]).toEqual(['Connected', ['message skipped'], 0]);
  });

  it('hides what comes after it when the stream is broken: the third time the session goes', () => {
    const rig = connected();
    for (let strike = 1; strike <= 3; strike += 1) {
      rig.feed({ type: 'unreadable', what: 'stream', message: 'broken' });
      rig.windTo('Connecting').open().hello();
      if (strike < 3) rig.resumed(NaN);
    }
    expect([rig.stage, rig.all('sessionLost').map(({ event }) => event.cause)]).toEqual(['Queued', ['unreadable']]);
  });

  it('is another message when the sequence has moved on', () => {
    const rig = connected();
    for (let strike = 1; strike <= 4; strike += 1) {
      rig.feed({ type: 'unreadable', what: 'text', message: 'no JSON' });
      rig.windTo('Connecting').open().hello();
      rig.dispatch(1 + strike);
      rig.resumed(NaN);
    }
    expect(rig.notes).toEqual([]);
  });

  it('is one whose rest does not come in ten seconds', () => {
    const rig = healthy();
    rig.feed({ type: 'partial', isOn: true });
    rig.wind(9_000);
    expect(rig.stage).toBe('Connected');
    rig.wind(1_000);
    expect(rig.lastStage).toMatchObject({ cause: 'backoff over' });
    expect(rig.all('stage').at(-2)?.event.cause).toBe('unreadable');
  });
});

describe('a shard that resumes', () => {
  it('goes live with RESUMED, says how much was replayed, and forgets the doubts', () => {
    const rig = resuming();
    for (const sequence of [2, 3, 4]) rig.dispatch(sequence);
    rig.resumed(5);
    expect([rig.stage, rig.all('resumed').at(-1)?.replayed, rig.protocol.session?.sequence]).toEqual(['Connected', 3, 5]);
  });

  it('P-11: delivers nothing twice when the replay begins too early', () => {
    const rig = connected();
    for (let sequence = 2; sequence <= 10; sequence += 1) rig.dispatch(sequence);
    rig.closed();
    rig.open().hello();
    const replayed = [6, 7, 8, 9, 10, 11, 12].filter((sequence) => rig.dispatch(sequence));
    expect([replayed, rig.protocol.sequences.duplicates]).toEqual([[11, 12], 5]);
  });

  it('P-04: op 7 at each position of the replay costs nothing: the next RESUME goes on from there', () => {
    for (let replayed = 0; replayed <= 5; replayed += 1) {
      const rig = resuming();
      for (let index = 1; index <= replayed; index += 1) rig.dispatch(1 + index);
      rig.control(7);
      rig.windTo('Connecting').open().forget().hello();
      expect([rig.deeds(), rig.count('identify')]).toEqual([[`resume s1 at ${1 + replayed}`], 1]);
    }
  });

  it('P-05: op 9 false answers the RESUME: one to five seconds, then a permit, on the main URL', () => {
    const rig = resuming().forget();
    rig.control(9, false);
    expect(rig.lastStage?.retryInMs).toBe(1_000);
    rig.windTo('Connecting').open().hello();
    expect(rig.deeds()).toEqual(['release 4000', `connect ${MAIN_URL}`, 'requestPermit']);
  });

  it('P-11: takes the READY of its own session, replayed, for a repetition', () => {
    const rig = resuming().ready('s1', 1);
    expect([rig.stage, rig.protocol.sequences.duplicates, rig.count('sessionLost')]).toEqual(['Resuming', 1, 0]);
  });

  it('takes a READY of another for a new session', () => {
    const rig = resuming().ready('other', 1);
    expect([rig.stage, rig.protocol.session?.id, rig.count('sessionLost')]).toEqual(['Connected', 'other', 1]);
  });
});

describe('P-04: op 7', () => {
  it.each([
    ['waiting for a permit', queued, 'Queued'],
    ['identifying', identifying, 'Queued'],
    ['live', connected, 'Resuming'],
    ['resuming', resuming, 'Resuming'],
  ] as const)('while %s leads to a new connection', (_, make, next) => {
    const rig = make();
    rig.control(7);
    rig.windTo('Connecting').open().hello();
    expect(rig.stage).toBe(next);
  });
});

// --- Every end of a connection -----------------------------------------------------------------------------------------------------------------

const fatal = [4004, 4010, 4011, 4012, 4013, 4014];
const resumeOnce = [1000, 1001, 4003, 4009];
const codes = [1000, 1001, 1005, ...Array.from({ length: 100 }, (_, index) => 4000 + index)];

/** Where the connection after the next HELLO would be: `Resuming`, `Queued`, or `Failed` for good. */
function after(rig: ProtocolRig, end: ConnectionEnd | number): string {
  rig.closed(end);
  return rig.stage === 'Failed' ? 'Failed' : rig.windTo('Connecting').open().hello().stage;
}

const expected = (code: number): string => (fatal.includes(code) ? 'Failed' : code === 4007 ? 'Queued' : 'Resuming');

describe('P-20: the close code', () => {
  it.each(codes.map((code) => [code]))('%p keeps the session, ends it, or stops the shard', (code) => {
    const before = [handshaking(), queued(), identifying()].map((rig) => after(rig, code));
    expect(before).toEqual(Array.from({ length: 3 }, () => (fatal.includes(code) ? 'Failed' : 'Queued')));
    const replaying = resuming();
    replaying.dispatch(2);
    expect([after(connected(), code), after(healthy(), code), after(replaying, code)]).toEqual(
      Array.from({ length: 3 }, () => expected(code)),
    );
  });

  it.each(resumeOnce.map((code) => [code]))('%p answering the RESUME that it led to ends the session', (code) => {
    const rig = connected();
    expect([after(rig, code), after(rig, code)]).toEqual(['Resuming', 'Queued']);
    expect(rig.all('sessionLost').map(({ event }) => event.cause)).toEqual(['close frame']);
  });

  it.each(resumeOnce.map((code) => [code]))('%p is forgotten when the RESUME that it led to succeeds', (code) => {
    const rig = connected();
    after(rig, code);
    rig.resumed();
    expect([after(rig, dropped), after(rig, code), rig.count('sessionLost')]).toEqual(['Resuming', 'Resuming', 0]);
  });

  it.each(resumeOnce.map((code) => [code]))('%p amid the replay that it led to keeps the session: it showed life', (code) => {
    const rig = connected();
    after(rig, code);
    rig.dispatch(2);
    expect([after(rig, code), rig.count('sessionLost')]).toEqual(['Resuming', 0]);
  });

  it.each(resumeOnce.map((code) => [code]))('%p answering a RESUME for which there was no doubt makes the doubt, and no more', (code) => {
    const rig = resuming();
    expect([after(rig, code), rig.count('sessionLost'), after(rig, code)]).toEqual(['Resuming', 0, 'Queued']);
  });

  it('4007 before HELLO ends the session that was to be resumed', () => {
    const rig = reconnecting().open();
    expect([after(rig, 4007), rig.count('sessionLost')]).toEqual(['Queued', 1]);
  });

  it.each(fatal.map((code) => [code]))('%p fails once, with an error and a cure, and forgets the session', (code) => {
    const rig = connected().forget();
    rig.closed(code);
    expect(rig.wind(3_600_000).deeds()).toEqual(['fail']);
    expect([rig.all('fail')[0]?.closeCode, rig.all('saveSession').at(-1)?.session, rig.lastStage?.closeCode]).toEqual([code, null, code]);
  });

  it.each([[4001], [4002], [4005], [4008]])('%p is our own fault: the session goes on, and someone is told', (code) => {
    const rig = connected();
    rig.closed(code);
    expect([rig.notes, rig.protocol.session?.id]).toEqual([['close code of our making'], 's1']);
  });

  it('4008 pauses commands for a minute, heartbeats go on', () => {
    const rig = healthy();
    rig.closed(4008);
    rig.windTo('Connecting').open().hello().resumed();
    rig.command(1, '{"op":8}', Infinity);
    const sawFrames = (): void => {
      rig.ack();
      rig.later(5_000, sawFrames);
    };
    sawFrames();
    rig.wind(59_000);
    expect(rig.texts).toEqual([]);
    rig.wind(2_000);
    expect([rig.texts, rig.all('send').length > 1]).toEqual([['{"op":8}'], true]);
  });
});

describe('an end without a close frame', () => {
  it.each<[string, ConnectionEnd]>([
    ['S-02 a FIN', dropped],
    ['a broken web socket', { type: 'protocol-error', message: 'RSV1 must be clear' }],
  ])('%s keeps the session and is told as 1006', (_, end) => {
    const rig = connected();
    expect([after(rig, end), rig.all('disconnect')[0]?.event]).toMatchObject(['Resuming', { code: 1006, resumable: true }]);
  });

  it('is unexpected where there is no connection', () => {
    for (const { stage, make } of everyStage) {
      if (!['Disconnected', 'Backoff', 'Failed'].includes(stage)) continue;
      const rig = make();
      rig.closed();
      expect([rig.stage, rig.notes.at(-1)]).toEqual([stage, 'unexpected input']);
    }
  });
});

describe('a pong', () => {
  it('is a sign of life', () => {
    const rig = connected({ random: () => 0.9 })
      .forget()
      .wind(10_000);
    rig.wind(20);
    rig.feed({ type: 'pong' });
    rig.wind(9_900);
    expect(rig.deeds()).toEqual(['ping']);
  });
});
