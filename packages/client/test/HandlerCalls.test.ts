import { describe, expect, it } from '@jest/globals';
import { HandlerCalls, type HandlerFailure } from '../src/HandlerCalls.js';

describe('a called handler', () => {
  it('gets its context and its arguments', () => {
    const calls = new HandlerCalls();
    const seen: unknown[] = [];
    function handler(this: unknown, ...args: readonly unknown[]): void {
      seen.push(this, ...args);
    }
    calls.call('say', handler, 'context', [1, 2]);
    expect(seen).toEqual(['context', 1, 2]);
  });

  it('runs until its promise has settled, whatever the others do', async () => {
    const calls = new HandlerCalls();
    const failures: HandlerFailure[] = [];
    calls.reportTo((failure) => failures.push(failure));
    let finish: () => void = () => undefined;
    calls.call('a', () => new Promise<void>((resolve) => (finish = resolve)), null, []);
    calls.call('b', () => Promise.reject(new Error('boom')), null, ['x']);
    expect(calls.running).toBe(2);
    await Promise.resolve();
    expect(failures).toMatchObject([{ event: 'b', args: ['x'] }]);
    expect(calls.running).toBe(1);
    finish();
    await calls.idle();
    expect(calls.running).toBe(0);
  });

  it('is reported to nobody when nobody asked, and still hurts nobody', () => {
    const calls = new HandlerCalls();
    const fail = () => {
      throw new Error('boom');
    };
    expect(() => calls.call('a', fail, null, [])).not.toThrow();
    expect(calls.running).toBe(0);
  });
});
