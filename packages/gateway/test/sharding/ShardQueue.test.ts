import { describe, expect, it } from '@jest/globals';
import { ShardQueue, type ShardQueueInput, type Startable } from '../../src/sharding/ShardQueue.js';

function newQueue(maxConcurrency: number) {
  const queue = new ShardQueue<Startable>({ random: () => 0 });
  const booted: number[] = [];
  const feed = (input: ShardQueueInput<Startable>, nowMs = 0): void => {
    for (const { runner } of queue.handle(input, nowMs)) booted.push(runner.shardId);
  };
  const runners = Array.from({ length: 12 }, (_, shardId) => ({ shardId }));
  const runner = (id: number): Startable => runners[id] ?? { shardId: id };
  feed({ type: 'limits', maxConcurrency });
  return { queue, booted, feed, runner };
}

describe('the queue of shards to start', () => {
  it('lets two shards of each rate-limit key open at a time, in ascending order', () => {
    const { booted, feed, runner } = newQueue(2);
    for (const id of [5, 4, 3, 2, 1, 0]) feed({ type: 'start', runner: runner(id) });
    expect(booted).toEqual([5, 4, 3, 2]);
    feed({ type: 'opened', runner: runner(5) });
    feed({ type: 'opened', runner: runner(4) });
    expect(booted).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('lets no key wait for another one', () => {
    const { booted, feed, runner } = newQueue(2);
    for (const id of [0, 2, 4, 1, 3, 5]) feed({ type: 'start', runner: runner(id) });
    feed({ type: 'opened', runner: runner(1) });
    expect(booted).toEqual([0, 2, 1, 3, 5]);
  });

  it('starts everything at once without limits', () => {
    const { booted, feed, runner } = newQueue(0);
    for (let id = 0; id < 12; id += 1) feed({ type: 'start', runner: runner(id) });
    expect(booted.length).toBe(12);
  });

  it('forgets a start that was taken back, and gives its place away', () => {
    const { booted, feed, queue, runner } = newQueue(1);
    for (const id of [0, 1, 2, 3]) feed({ type: 'start', runner: runner(id) });
    feed({ type: 'cancel', runner: runner(2) });
    feed({ type: 'cancel', runner: runner(0) });
    expect([booted, queue.length]).toEqual([[0, 1, 3], 0]);
  });

  it('starts nobody twice', () => {
    const { booted, feed, runner } = newQueue(1);
    for (const id of [0, 0, 1, 1, 2, 2]) feed({ type: 'start', runner: runner(id) });
    feed({ type: 'opened', runner: runner(0) });
    expect(booted).toEqual([0, 1, 2]);
  });

  it('tries a failed start again, later each time, while the next one goes on', () => {
    const { booted, feed, queue, runner } = newQueue(1);
    feed({ type: 'start', runner: runner(0) });
    feed({ type: 'failed', runner: runner(0) }, 0);
    expect(queue.deadlineMs).toBe(2_500);
    feed({ type: 'start', runner: runner(1) }, 1);
    feed({ type: 'deadline' }, 2_500);
    feed({ type: 'failed', runner: runner(0) }, 2_500);
    expect([booted, queue.deadlineMs]).toEqual([[0, 1, 0], 7_500]);
  });

  it('takes a rise of max_concurrency at once', () => {
    const { booted, feed, runner } = newQueue(1);
    for (const id of [0, 1, 2, 3]) feed({ type: 'start', runner: runner(id) });
    feed({ type: 'limits', maxConcurrency: 16 });
    expect(booted).toEqual([0, 1, 2, 3]);
  });
});
