import { ManualClock, AplombError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { isOfTheBot, patiently } from '../../src/calls/patience.js';

const failed = (code: string) => new AplombError(code, { what: 'x', cure: 'y' });

describe('patience with something that a person does', () => {
  it('ends when it is done', async () => {
    const clock = new ManualClock();
    await expect(patiently(clock, Promise.resolve('done'))).resolves.toBe('done');
    expect(clock.pendingTimers).toBe(0);
  });

  it('ends when the bot does not come to rest', async () => {
    const clock = new ManualClock();
    const waited = patiently(clock, new Promise(() => undefined));
    clock.advance(50);
    await expect(waited).resolves.toBeUndefined();
  });

  it.each(['FAKE_UNSETTLED', 'FAKE_BOT_FAILED'])('takes %s for what it is: a matter of the bot', async (code) => {
    expect(isOfTheBot(failed(code))).toBe(true);
    await expect(patiently(new ManualClock(), Promise.reject(failed(code)))).resolves.toBeUndefined();
  });

  it('tells what was refused', async () => {
    const clock = new ManualClock();
    await expect(patiently(clock, Promise.reject(failed('FAKE_REFUSED')))).rejects.toThrow('x y');
    expect(clock.pendingTimers).toBe(0);
  });
});
