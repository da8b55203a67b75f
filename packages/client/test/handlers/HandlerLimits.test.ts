import { describe, expect, it } from '@jest/globals';
import { HANDLER_LIMIT_OPTION_NAMES, resolveHandlerLimits, type HandlerLimitOptions } from '../../src/handlers/HandlerLimits.js';

describe('the limits of handlers', () => {
  it('are none when nothing limits them, so that no event ever waits', () => {
    expect(resolveHandlerLimits({})).toBeNull();
    expect(resolveHandlerLimits({ maxConcurrentHandlers: Infinity, maxQueuedEvents: 5 })).toBeNull();
  });

  it('are filled, each under its name, and frozen', () => {
    const limits = resolveHandlerLimits({ serialHandlers: 'guild' });
    expect(limits).toEqual({
      maxConcurrentHandlers: Infinity,
      maxQueuedBytes: 64 * 1024 * 1024,
      maxQueuedEvents: 10_000,
      serialHandlers: 'guild',
    });
    expect(Object.keys(limits ?? {}).sort()).toEqual([...HANDLER_LIMIT_OPTION_NAMES].sort());
    expect(Object.isFrozen(limits)).toBe(true);
  });

  it.each<[HandlerLimitOptions, string]>([
    [{ maxConcurrentHandlers: 0 }, '`maxConcurrentHandlers` is 0.'],
    [{ maxConcurrentHandlers: 2.5 }, '`maxConcurrentHandlers` is 2.5.'],
    [{ maxQueuedEvents: -1 }, '`maxQueuedEvents` is -1.'],
    [{ maxQueuedBytes: NaN }, '`maxQueuedBytes` is NaN.'],
    [{ maxQueuedEvents: '10' as never }, '`maxQueuedEvents` is "10".'],
    [{ serialHandlers: 'guilds' as never }, '`serialHandlers` is "guilds".'],
  ])('are refused when they cannot be right: %j', (options, what) => {
    expect(() => resolveHandlerLimits(options)).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', message: expect.stringContaining(what) }),
    );
  });
});
