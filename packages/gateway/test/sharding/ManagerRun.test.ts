import { describe, expect, it } from '@jest/globals';
import { managerClosed, ManagerRun, runnerIn } from '../../src/sharding/ManagerRun.js';
import { ShardLayout } from '../../src/sharding/ShardLayout.js';
import { ShardRunner } from '../../src/sharding/ShardRunner.js';
import { FakeShard } from './FakeShard.js';

const deaf = { dispatch: () => undefined, queueStart: () => undefined, tell: () => undefined };

function layoutOf(ids: readonly number[], total: number): ShardLayout {
  const layout = new ShardLayout({ ids, total });
  for (const id of ids) {
    const shard = new FakeShard({ id, total, intents: 0, token: 'a.b.c' });
    layout.runners.set(id, new ShardRunner({ listener: deaf, shard }));
  }
  return layout;
}

describe('a run of a shard manager', () => {
  it('has no shards before they are settled', () => {
    const run = new ManagerRun();
    expect([run.runners, run.allRunners]).toEqual([[], []]);
  });

  it('hears the present layout only, and knows the next one', () => {
    const run = new ManagerRun();
    run.layout = layoutOf([0, 1], 2);
    run.next = layoutOf([0, 1, 2], 3);
    const [old, coming, stranger] = [runnerIn(run, 0), run.next.runners.get(0), layoutOf([0], 1).runners.get(0)];
    if (coming === undefined || stranger === undefined) throw new TypeError('a layout without its shard');
    expect([old, coming, stranger].map((runner) => run.isLive(runner))).toEqual([true, false, false]);
    expect([old, coming, stranger].map((runner) => run.layoutOf(runner))).toEqual([run.layout, run.next, null]);
    expect([run.runners.length, run.allRunners.length]).toEqual([2, 5]);
  });

  it('tells everyone who waits when it gives up', async () => {
    const run = new ManagerRun();
    run.layout = layoutOf([0], 1);
    run.next = layoutOf([0], 2);
    run.giveUp(managerClosed());
    const outcomes = await Promise.allSettled([run.connected.promise, run.layout.connected, run.next.connected]);
    expect(outcomes).toEqual(outcomes.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'SHARD_CLOSED' }) })));
  });
});

describe('the runner of a shard that is not here', () => {
  it('is an error that names the shards that are', () => {
    const run = new ManagerRun();
    run.layout = layoutOf([4, 5], 8);
    expect(() => runnerIn(run, 6)).toThrow(
      expect.objectContaining({ code: 'SHARD_UNKNOWN', message: expect.stringContaining('4, 5 of 8') }),
    );
  });

  it('is an error that says so when the manager does not run', () => {
    expect(() => runnerIn(null, 0)).toThrow(/the manager does not run/);
  });
});
