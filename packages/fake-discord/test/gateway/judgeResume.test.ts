import { describe, expect, it } from '@jest/globals';
import { judgeResume } from '../../src/gateway/judgeResume.js';
import { MachineBench, TOKEN } from './MachineBench.js';

/** A session at sequence 3 of which the first event is no longer kept. */
function withSession() {
  const { state } = new MachineBench({ replayLimit: 2, sessionRetentionMs: 1_000 });
  const session = state.startSession({ shardId: 0, total: 1, intents: 0, largeThreshold: 50 }, 0);
  for (const t of ['A', 'B', 'C']) session.append(t, '{}');
  const judge = (change: object, nowMs = 0) => judgeResume({ token: TOKEN, session_id: session.id, seq: 2, ...change }, state, nowMs);
  return { session, judge };
}

describe('a RESUME', () => {
  it('brings what was missed', () => {
    const { judge, session } = withSession();
    expect(judge({})).toMatchObject({ session, seq: 2, missed: [{ t: 'C', s: 3 }] });
  });

  it.each([
    ['its session is unknown', { session_id: 'none' }, 0],
    ['its session is too old', {}, 1_001],
    ['what it missed is no longer kept', { seq: 0 }, 0],
  ])('has lost its session when %s', (_when, change, nowMs) => {
    expect(withSession().judge(change, nowMs)).toHaveProperty('lost');
  });

  it.each([
    [4001, { token: undefined }],
    [4001, { session_id: 7 }],
    [4001, { seq: '2' }],
    [4004, { token: 'other' }],
    [4007, { seq: 4 }],
    [4007, { seq: -1 }],
    [4007, { seq: 1.5 }],
    [4007, { seq: null }],
  ])('is punished with %i: %j', (code, change) => {
    expect(withSession().judge(change)).toMatchObject({ code });
  });

  it('ends the session with a sequence that it never reached', () => {
    const { judge } = withSession();
    judge({ seq: 4 });
    expect(judge({})).toMatchObject({ lost: null });
  });
});
