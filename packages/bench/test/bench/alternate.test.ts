import { describe, expect, it } from '@jest/globals';
import { alternate } from '../../src/bench/alternate.js';

describe('kinds that are run in turns', () => {
  it('change their order with each round, and never run together', async () => {
    const log: string[] = [];
    const runs = await alternate(['ours', 'theirs'], 3, async (kind) => {
      log.push(`${kind} begins`);
      await Promise.resolve();
      return log.push(`${kind} ends`);
    });
    const order = ['ours', 'theirs', 'theirs', 'ours', 'ours', 'theirs'];
    expect(log).toEqual(order.flatMap((kind) => [`${kind} begins`, `${kind} ends`]));
    expect([...runs]).toEqual([
      ['ours', [2, 8, 10]],
      ['theirs', [4, 6, 12]],
    ]);
  });

  it('end with the first run that fails', async () => {
    const runs = alternate(['ours', 'theirs'], 1, (kind) => (kind === 'ours' ? Promise.resolve(1) : Promise.reject(new RangeError(kind))));
    await expect(runs).rejects.toThrow('theirs');
  });
});
