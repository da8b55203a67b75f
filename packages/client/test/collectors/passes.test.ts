import { describe, expect, it } from '@jest/globals';
import { passes } from '../../src/collectors/passes.js';

describe('a filter', () => {
  it('lets everything pass when there is none', () => {
    expect(passes('messageCreate', undefined, [])).toBe(true);
  });

  it('gets what handlers get, and its answer counts as yes or no', () => {
    const asked: unknown[] = [];
    const filter = (...args: readonly unknown[]) => asked.push(...args) > 0;
    expect(passes('messageCreate', filter, [1, 2, 3])).toBe(true);
    expect(asked).toEqual([1, 2, 3]);
    expect([0, null, '', 'text'].map((answer) => passes('messageCreate', () => answer, []))).toEqual([false, false, false, true]);
  });

  it('that throws is told of, with what it threw', () => {
    const cause = new TypeError('member is undefined');
    const filter = () => {
      throw cause;
    };
    expect(() => passes('messageReactionAdd', filter, [])).toThrow(
      expect.objectContaining({
        code: 'COLLECTOR_FILTER_FAILED',
        cause,
        message: expect.stringContaining('`messageReactionAdd` threw: member is undefined'),
      }),
    );
  });

  it('that throws what is no error is told of as well', () => {
    const filter = () => {
      AbortSignal.abort('text').throwIfAborted();
    };
    expect(() => passes('messageCreate', filter, [])).toThrow(expect.objectContaining({ cause: 'text' }));
  });

  it('that returns a promise is refused, and a rejection of that promise ends nothing', () => {
    const filter = async () => Promise.reject(new TypeError('unheard'));
    expect(() => passes('messageCreate', filter, [])).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        message: expect.stringMatching(/`filter`.*`messageCreate` returned a promise.*for await/s),
      }),
    );
  });
});
