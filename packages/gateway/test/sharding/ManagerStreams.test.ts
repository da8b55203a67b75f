import { describe, expect, it } from '@jest/globals';
import { ManagerStreams } from '../../src/sharding/ManagerStreams.js';
import { ShardRunner } from '../../src/sharding/ShardRunner.js';
import { FakeShard } from './FakeShard.js';

const listener = { dispatch: () => undefined, queueStart: () => undefined, tell: () => undefined };

function newRunner(id: number) {
  const shard = new FakeShard({ id, total: 2, intents: 0, token: 'a.b.c' });
  return { shard, runner: new ShardRunner({ listener, shard }) };
}

describe('the streams of a manager', () => {
  it('begin with their first pull, once, with the shards that run and those that come', async () => {
    const streams = new ManagerStreams();
    const [zero, one] = [newRunner(0), newRunner(1)];
    let begun = 0;
    const stream = streams.open(() => {
      begun += 1;
      return [zero.runner];
    });
    streams.attach(one.runner);
    expect(begun).toBe(0);
    const first = stream.next();
    streams.attach(one.runner);
    zero.shard.dispatch('A');
    await expect(first).resolves.toMatchObject({ value: { shardId: 0, event: { t: 'A' } } });
    one.shard.dispatch('B');
    await expect(stream.next()).resolves.toMatchObject({ value: { shardId: 1, event: { t: 'B' } } });
    expect(begun).toBe(1);
  });

  it.each([
    ['end', null],
    ['throw what the manager failed with', new RangeError('refused')],
  ])('%s when the manager is over', async (_what, error) => {
    const streams = new ManagerStreams();
    const { runner, shard } = newRunner(0);
    const stream = streams.open(() => [runner]);
    const last = stream.next();
    streams.finish(error);
    await shard.close();
    if (error === null) await expect(last).resolves.toEqual({ done: true, value: undefined });
    else await expect(last).rejects.toBe(error);
  });

  it('hear nothing more of a shard that was replaced', async () => {
    const streams = new ManagerStreams();
    const [old, next] = [newRunner(0), newRunner(0)];
    const stream = streams.open(() => [old.runner]);
    const pulled = stream.next();
    streams.detach(old.runner);
    streams.attach(next.runner);
    old.shard.dispatch('OLD');
    next.shard.dispatch('NEW');
    await expect(pulled).resolves.toMatchObject({ value: { event: { t: 'NEW' } } });
  });
});
