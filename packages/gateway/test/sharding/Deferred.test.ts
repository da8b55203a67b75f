import { describe, expect, it } from '@jest/globals';
import { settled } from '../identify/virtualTime.js';
import { Deferred } from '../../src/sharding/Deferred.js';

describe('a deferred promise', () => {
  it('is settled from outside, once', async () => {
    const deferred = new Deferred();
    deferred.resolve();
    deferred.reject(new RangeError('too late'));
    await expect(deferred.promise).resolves.toBeUndefined();
  });

  it('may reject with nobody waiting, and still rejects for who asks later', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const deferred = new Deferred();
    deferred.reject(new RangeError('given up'));
    await settled();
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
    await expect(deferred.promise).rejects.toThrow('given up');
  });
});
