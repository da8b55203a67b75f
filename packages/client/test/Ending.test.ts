import { describe, expect, it } from '@jest/globals';
import { Ending } from '../src/Ending.js';

describe('an ending', () => {
  it('knows whether somebody looks at it, and settles once', async () => {
    const ending = new Ending();
    expect([ending.isObserved, ending.isSettled]).toEqual([false, false]);
    ending.resolve();
    ending.reject(new Error('late'));
    await expect(ending.observe()).resolves.toBeUndefined();
    expect([ending.isObserved, ending.isSettled]).toEqual([true, true]);
  });

  it('rejects for those who look, before or after', async () => {
    const ending = new Ending();
    const early = ending.observe();
    ending.reject('why');
    await expect(early).rejects.toBe('why');
    await expect(ending.observe()).rejects.toBe('why');
  });

  it('is no unhandled rejection when nobody looks', async () => {
    const unhandled: unknown[] = [];
    const listen = (cause: unknown) => unhandled.push(cause);
    process.on('unhandledRejection', listen);
    new Ending().reject('why');
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', listen);
    expect(unhandled).toEqual([]);
  });
});
