import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { turns } from '../../src/snapshot/turns.js';

describe('a long work', () => {
  it('goes on for ten milliseconds, and then lets the loop turn', async () => {
    const clock = new ManualClock();
    const turn = turns(clock);
    await turn();
    clock.advance(9);
    await turn();
    clock.advance(1);
    let isBack = false;
    const waiting = turn().then(() => (isBack = true));
    await Promise.resolve();
    expect(isBack).toBe(false);
    clock.advance(1);
    await waiting;
    // The next ten milliseconds begin when it has its turn again.
    clock.advance(9);
    await turn();
  });
});
