import { describe, expect, it } from '@jest/globals';
import { CommandPromises } from '../../src/shard/CommandPromises.js';

describe('the promise of a command', () => {
  it('resolves when the command was sent', async () => {
    const promises = new CommandPromises(3);
    const { id, promise } = promises.add();
    promises.settle({ id, outcome: 'sent' });
    await expect(promise).resolves.toBeUndefined();
    expect(promises.size).toBe(0);
  });

  it.each([
    ['expired', 'COMMAND_EXPIRED'],
    ['queue-full', 'COMMAND_QUEUE_FULL'],
    ['closed', 'SHARD_CLOSED'],
  ] as const)('C-04: rejects when it is %s', async (outcome, code) => {
    const promises = new CommandPromises(3);
    const { id, promise } = promises.add();
    promises.settle({ id, outcome });
    await expect(promise).rejects.toMatchObject({ code, shardId: 3 });
  });

  it('settles once', async () => {
    const promises = new CommandPromises(3);
    const { id, promise } = promises.add();
    promises.settle({ id, outcome: 'sent' });
    promises.settle({ id, outcome: 'closed' });
    await expect(promise).resolves.toBeUndefined();
  });

  it('belongs to one command', () => {
    const promises = new CommandPromises(3);
    expect([promises.add().id, promises.add().id, promises.size]).toEqual([1, 2, 2]);
    promises.settle({ id: 99, outcome: 'closed' });
    expect(promises.size).toBe(2);
  });
});
