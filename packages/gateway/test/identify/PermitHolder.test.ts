import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { IdentifyPermit, IdentifyQueue } from '../../src/identify/IdentifyQueue.js';
import { PermitHolder } from '../../src/identify/PermitHolder.js';
import { settled } from './virtualTime.js';

/** A queue with one place that counts what is given out and comes back. */
class OnePlace implements IdentifyQueue {
  readonly told: string[] = [];
  private isFree = true;
  private readonly waiting: (() => void)[] = [];

  get isIdle(): boolean {
    return this.isFree && this.waiting.length === 0;
  }

  acquire(_request: unknown, { signal }: { readonly signal: AbortSignal }): Promise<IdentifyPermit> {
    return new Promise((resolve, reject) => {
      const give = (): void => {
        this.isFree = false;
        resolve(this.permit());
      };
      signal.addEventListener('abort', () => {
        const index = this.waiting.indexOf(give);
        if (index !== -1) this.waiting.splice(index, 1);
        reject(signal.reason as Error);
      });
      if (this.isFree) give();
      else this.waiting.push(give);
    });
  }

  private permit(): IdentifyPermit {
    let isHeld = true;
    const end = (how: string): void => {
      this.told.push(how);
      if (!isHeld) return;
      isHeld = false;
      this.isFree = true;
      this.waiting.shift()?.();
    };
    return { spent: () => this.told.push('spent'), ready: () => end('ready'), release: () => end('release') };
  }
}

function holderOf(queue: IdentifyQueue = new OnePlace()) {
  const told: string[] = [];
  const holder = new PermitHolder({
    queue,
    request: { shardId: 0, shardTotal: 1 },
    onPermit: () => told.push('permit'),
    onRefused: (message) => told.push(message),
  });
  return { holder, told };
}

describe('a place in the identify queue', () => {
  it('gets its permit, spends it and is done with READY', async () => {
    const queue = new OnePlace();
    const { holder, told } = holderOf(queue);
    holder.request();
    await settled();
    holder.spent();
    holder.ready();
    holder.withdraw();
    expect([told, queue.told, queue.isIdle]).toEqual([['permit'], ['spent', 'ready'], true]);
  });

  it('I-07 gives a permit back that is not needed any more', async () => {
    const queue = new OnePlace();
    const { holder } = holderOf(queue);
    holder.request();
    await settled();
    holder.withdraw();
    holder.withdraw();
    expect([queue.told, queue.isIdle]).toEqual([['release'], true]);
  });

  it('I-07 gives a permit back that comes after it left the queue', async () => {
    const queue = new OnePlace();
    const { holder, told } = holderOf(queue);
    holder.request();
    holder.withdraw();
    await settled();
    expect([told, queue.told, queue.isIdle]).toEqual([[], ['release'], true]);
  });

  it('leaves the queue without a word of refusal', async () => {
    const queue = new OnePlace();
    const [first, second] = [holderOf(queue), holderOf(queue)];
    first.holder.request();
    second.holder.request();
    await settled();
    second.holder.withdraw();
    await settled();
    expect(second.told).toEqual([]);
  });

  it('says when the queue will not give leave at all', async () => {
    const { holder, told } = holderOf({ acquire: () => Promise.reject(new RangeError('spent')) });
    holder.request();
    await settled();
    expect(told).toEqual(['RangeError: spent']);
  });

  it('is one: a second request takes the place of the first', async () => {
    const queue = new OnePlace();
    const { holder, told } = holderOf(queue);
    holder.request();
    await settled();
    holder.request();
    await settled();
    expect([told, queue.told]).toEqual([['permit', 'permit'], ['release']]);
  });

  it('has nothing to tell when it holds nothing', () => {
    const queue = new OnePlace();
    const { holder } = holderOf(queue);
    holder.spent();
    holder.ready();
    expect(queue.told).toEqual([]);
  });

  it('I-07 is free in the end, whatever shards do in between', async () => {
    const deed = fc.tuple(fc.nat(2), fc.constantFrom('request', 'withdraw', 'spent', 'ready', 'wait'));
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 30 }), async (deeds) => {
        const queue = new OnePlace();
        const holders = Array.from({ length: 3 }, () => holderOf(queue).holder);
        for (const [index, what] of deeds) {
          if (what === 'wait') await settled();
          else holders[index]![what]();
        }
        for (const holder of holders) holder.withdraw();
        await settled();
        expect(queue.isIdle).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
