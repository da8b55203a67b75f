import { describe, expect, it } from '@jest/globals';
import { NonceMaker } from '../../src/call/NonceMaker.js';

const WALL_MS = Date.UTC(2026, 10, 20);

describe('R-16 the nonces of a process', () => {
  it('are never the same twice, and short enough for Discord', () => {
    const nonces = new NonceMaker(Math.random, WALL_MS);
    const made = Array.from({ length: 10_000 }, () => nonces.next());
    expect(new Set(made).size).toBe(10_000);
    expect(made.every((nonce) => /^[\w-]{10,25}$/.test(nonce))).toBe(true);
  });

  it('differ from those of a process that started in the same second', () => {
    let chance = 0;
    const random = () => (chance = (chance + 0.37) % 1);
    expect(new NonceMaker(random, WALL_MS).next()).not.toBe(new NonceMaker(random, WALL_MS).next());
  });

  it('stay short after a million years of sending', () => {
    const nonces = new NonceMaker(() => 1, Number.MAX_SAFE_INTEGER);
    expect(nonces.next().length).toBeLessThanOrEqual(25 - 8);
  });
});
