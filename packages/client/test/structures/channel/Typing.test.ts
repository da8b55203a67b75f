import { describe, expect, it } from '@jest/globals';
import { home } from '../home.js';

/** A channel in which the bot types, and what was sent for that. */
function typingIn(answer: () => unknown = () => undefined) {
  const { calls, clock, views } = home({ answer });
  return { calls, clock, channel: views.channelHandle('2') };
}

describe('a bot that types', () => {
  it('is shown at once, and every eight seconds again', () => {
    const { calls, channel, clock } = typingIn();
    channel.typing();
    expect(calls.map(([method, id]) => [method, id])).toEqual([['channels.typing', '2']]);
    clock.advance(7_999);
    expect(calls).toHaveLength(1);
    clock.advance(16_001);
    expect(calls).toHaveLength(4);
  });

  it('is shown no more after the block that it types in', () => {
    const { calls, channel, clock } = typingIn();
    const typing = channel.typing();
    {
      using inside = typing;
      expect(inside.isStopped).toBe(false);
    }
    clock.advance(60_000);
    expect([calls.length, typing.isStopped, clock.pendingTimers]).toEqual([1, true, 0]);
    expect((calls[0]?.[2] as { readonly signal: AbortSignal }).signal.aborted).toBe(true);
  });

  it('is shown no more after an asynchronous block', async () => {
    const { channel, clock } = typingIn();
    {
      await using _ = channel.typing();
    }
    expect(clock.pendingTimers).toBe(0);
  });

  it('is shown no more when its signal aborts, and not at all when that has happened', () => {
    const { calls, channel, clock } = typingIn();
    const abort = new AbortController();
    channel.typing({ signal: abort.signal });
    abort.abort();
    channel.typing({ signal: abort.signal });
    clock.advance(60_000);
    expect([calls.length, clock.pendingTimers]).toEqual([1, 0]);
  });

  it('is tried again after a failure, which nobody hears of', async () => {
    const { calls, channel, clock } = typingIn(() => Promise.reject(new RangeError('no')));
    channel.typing();
    await Promise.resolve();
    clock.advance(8_000);
    expect(calls).toHaveLength(2);
  });

  it('wants a signal that is one', () => {
    const { channel } = typingIn();
    expect(() => channel.typing({ signal: 7 as never })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
    expect(() => channel.typing({ sigal: undefined } as never)).toThrow(expect.objectContaining({ code: 'UNKNOWN_OPTION' }));
  });
});
