import { describe, expect, it } from '@jest/globals';
import type { DiscordFaults } from '../../src/faults/DiscordFaults.js';
import { tellFaults } from '../../src/recording/tellFaults.js';
import type { Strike } from '../../src/recording/tellFaults.js';
import { Signal } from '../../src/Signal.js';

describe('faults that tell', () => {
  it('do what they do, and say it first', () => {
    const done: unknown[] = [];
    const faults = {
      count: 3,
      dropSocket(shard: number) {
        done.push(['dropped', shard, this === faults]);
        return 'cut';
      },
    };
    const strikes = new Signal<Strike>();
    strikes.listen((strike) => done.push(strike));
    const telling = tellFaults(faults as unknown as DiscordFaults, strikes) as unknown as typeof faults;
    expect([telling.dropSocket(0), telling.count]).toEqual(['cut', 3]);
    expect(done).toEqual([{ name: 'dropSocket', args: [0] }, ['dropped', 0, true]]);
  });
});
