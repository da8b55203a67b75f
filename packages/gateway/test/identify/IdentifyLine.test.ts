import { describe, expect, it } from '@jest/globals';
import { IdentifyLine } from '../../src/identify/IdentifyLine.js';

const waiter = (shardId: number, failures = 0) => ({ shardId, failures });

function lineOf(waiters: { shardId: number; failures: number }[], maxConcurrency: number) {
  const line = new IdentifyLine<{ shardId: number; failures: number }>();
  for (const each of waiters) line.add(each, maxConcurrency);
  return line;
}

const firstOf = (line: IdentifyLine<{ shardId: number; failures: number }>) =>
  line.heads().map(({ key, waiter: { shardId } }) => [key, shardId]);

describe('the line of those who wait to identify', () => {
  it('has the lowest shard of each key first, and the lowest group before the others', () => {
    const line = lineOf([waiter(33), waiter(18), waiter(16), waiter(0), waiter(17), waiter(2)], 16);
    expect(firstOf(line)).toEqual([
      [0, 0],
      [2, 2],
      [1, 17],
    ]);
  });

  it('has those behind who failed more often', () => {
    expect(lineOf([waiter(0, 3), waiter(1), waiter(2, 1)], 1).drain()).toEqual([waiter(1), waiter(2, 1), waiter(0, 3)]);
  });

  it('keeps the order of two requests of one shard', () => {
    const [first, second] = [waiter(0), waiter(0)];
    expect(lineOf([first, second], 1).drain()[0]).toBe(first);
  });

  it('passes over the removal of somebody who is not in it', () => {
    const line = lineOf([waiter(0)], 1);
    line.remove(waiter(0));
    expect(line.length).toBe(1);
  });

  it('closes up when somebody leaves, also the last one', () => {
    const [first, second] = [waiter(0), waiter(1)];
    const line = lineOf([first, second], 1);
    line.remove(first);
    expect([firstOf(line), line.length]).toEqual([[[0, 1]], 1]);
    line.remove(second);
    expect([firstOf(line), line.length]).toEqual([[], 0]);
  });

  it('is sorted anew by another max_concurrency', () => {
    const line = lineOf(
      [0, 1, 2, 3].map((id) => waiter(id)),
      1,
    );
    line.rekey(2);
    expect(firstOf(line)).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});
