import { describe, expect, it } from '@jest/globals';
import { GatewaySession } from '../../src/gateway/GatewaySession.js';

const newSession = (replayLimit = 10, replayCharacters = 1_000): GatewaySession =>
  new GatewaySession({ id: 'abc', shardId: 0, total: 1, intents: 1, largeThreshold: 50, replayCharacters, replayLimit });

describe('a session on the side of the server', () => {
  it('numbers its events from 1, each with the text that goes over the wire', () => {
    const session = newSession();
    session.append('READY', '{}');
    expect(session.append('TYPING_START', '{"a":1}')).toEqual({
      t: 'TYPING_START',
      s: 2,
      text: '{"t":"TYPING_START","s":2,"op":0,"d":{"a":1}}',
    });
    expect(session.sequence).toBe(2);
  });

  it('has what came after a sequence, but no RESUMED of an earlier time', () => {
    const session = newSession();
    session.append('A', '1');
    session.number('RESUMED', '{}');
    session.append('B', '2');
    expect([0, 1, 2, 3].map((sequence) => session.since(sequence)?.map(({ t }) => t))).toEqual([['A', 'B'], ['B'], ['B'], []]);
  });

  it('has lost what its replay buffer no longer holds', () => {
    const session = newSession(2);
    for (const t of ['A', 'B', 'C']) session.append(t, '0');
    expect([session.since(0), session.since(1)?.map(({ t }) => t)]).toEqual([null, ['B', 'C']]);
  });

  it('has lost what is too long to be kept, and goes on', () => {
    const session = newSession(10, 100);
    const long = JSON.stringify('x'.repeat(60));
    session.append('A', long);
    session.append('B', long);
    expect([session.since(0), session.since(1)?.map(({ t }) => t)]).toEqual([null, ['B']]);
    session.append('C', JSON.stringify('x'.repeat(200)));
    expect([session.since(2), session.since(3)]).toEqual([null, []]);
  });
});
