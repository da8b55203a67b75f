import { describe, expect, it } from '@jest/globals';
import { Loans } from '../../src/fill/Loans.js';

function lending(capacity?: number): {
  readonly loans: Loans;
  readonly back: string[];
  readonly lend: (key: string, untilMs: number) => void;
} {
  const loans = new Loans(capacity);
  const back: string[] = [];
  return { loans, back, lend: (key, untilMs) => loans.lend(key, untilMs, () => back.push(key)) };
}

describe('loans', () => {
  it('are given back once, when they are due', () => {
    const { loans, back, lend } = lending();
    lend('a', 20);
    lend('b', 10);
    loans.sweep(9);
    expect(back).toEqual([]);
    loans.sweep(10);
    loans.sweep(15);
    expect([back, loans.has('a'), loans.has('b')]).toEqual([['b'], true, false]);
  });

  it('last longer when they are renewed', () => {
    const { loans, back, lend } = lending();
    lend('a', 10);
    lend('a', 30);
    loans.sweep(20);
    expect([back, loans.size]).toEqual([[], 1]);
  });

  it('are no more when an event told of them', () => {
    const { loans, back, lend } = lending();
    for (const key of ['a', 'b:1', 'b:2']) lend(key, 10);
    loans.forget('a');
    loans.forgetAll((key) => key === 'b:1');
    loans.sweep(10);
    expect(back).toEqual(['b:2']);
    lend('c', 10);
    loans.forgetAll();
    expect(loans.size).toBe(0);
  });

  it('K-11 memory: are no more than there is room for; the oldest goes first', () => {
    const { loans, back, lend } = lending(2);
    for (const key of ['a', 'b', 'a', 'c']) lend(key, Infinity);
    expect([back, loans.size]).toEqual([['b'], 2]);
  });
});
