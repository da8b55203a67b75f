import { describe, expect, it } from '@jest/globals';
import { HandlerCalls } from '../../src/HandlerCalls.js';
import { handlerStatsOf } from '../../src/handlers/handlerStats.js';

describe('the figures of handlers without limits', () => {
  it('say how many run; nothing ever waits or is dropped', () => {
    const calls = new HandlerCalls();
    calls.call('a', () => new Promise(() => undefined), null, []);
    expect(handlerStatsOf(calls, null)).toEqual({
      running: 1,
      dropped: { typing: 0, presence: 0, effect: 0, reaction: 0, vote: 0, message: 0, unknown: 0 },
      oldestWaitMs: 0,
      queued: 0,
      queuedBytes: 0,
      waitedMs: { last: 0, median: 0, max: 0 },
    });
  });
});
