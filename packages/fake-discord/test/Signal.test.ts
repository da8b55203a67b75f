import { describe, expect, it } from '@jest/globals';
import { Signal } from '../src/Signal.js';

describe('a signal', () => {
  it('tells whoever listens, in the order in which they came, until they stop', () => {
    const signal = new Signal<number>();
    const heard: string[] = [];
    const ends = ['a', 'b'].map((name) => signal.listen((value) => heard.push(`${name}${String(value)}`)));
    signal.tell(1);
    ends[0]?.();
    signal.tell(2);
    ends[1]?.();
    signal.tell(3);
    expect([heard, signal.isHeard]).toEqual([['a1', 'b1', 'b2'], false]);
  });

  it('lets the same function listen twice, and one that comes meanwhile wait for the next value', () => {
    const signal = new Signal<number>();
    const heard: number[] = [];
    const listener = (value: number): void => {
      heard.push(value);
    };
    const end = signal.listen(listener);
    signal.listen((value) => {
      if (value === 1) signal.listen(listener);
    });
    signal.tell(1);
    signal.tell(2);
    end();
    signal.tell(3);
    expect(heard).toEqual([1, 2, 2, 3]);
  });
});
