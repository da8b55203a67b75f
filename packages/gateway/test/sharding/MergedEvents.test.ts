import { describe, expect, it } from '@jest/globals';
import { MergedEvents } from '../../src/sharding/MergedEvents.js';
import { ShardRunner } from '../../src/sharding/ShardRunner.js';
import { settled } from '../identify/virtualTime.js';
import { FakeShard } from './FakeShard.js';

function newStream() {
  const returned: MergedEvents[] = [];
  const stream = new MergedEvents({ onPull: () => undefined, onReturn: (which) => returned.push(which) });
  const shards = [0, 1].map((id) => new FakeShard({ id, total: 2, token: 'a.b.c', intents: 0 }));
  const listener = { dispatch: () => undefined, tell: () => undefined, queueStart: () => undefined };
  const runners = shards.map((shard) => new ShardRunner({ listener, shard }));
  for (const runner of runners) stream.attach(runner);
  return { stream, shards, runners, returned };
}

describe('the events of several shards as one stream', () => {
  it('keeps the order of each shard', async () => {
    const { stream, shards } = newStream();
    for (const t of ['A', 'B', 'C']) shards[0]?.dispatch(t);
    shards[1]?.dispatch('D');
    const seen: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { value } = await stream.next();
      seen.push(`${value?.event.t ?? ''}${String(value?.shardId)}`);
    }
    expect(seen.filter((name) => name.endsWith('0'))).toEqual(['A0', 'B0', 'C0']);
    expect(seen).toContain('D1');
  });

  it('takes one event of each shard in hand and leaves the rest where it is bounded', async () => {
    const { shards } = newStream();
    for (let n = 0; n < 10; n += 1) shards[0]?.dispatch('A');
    await settled();
    expect(shards[0]?.waitingEvents).toBe(9);
  });

  it('answers pulls that came before their events, in order', async () => {
    const { stream, shards } = newStream();
    const pulls = [stream.next(), stream.next()];
    await settled();
    shards[1]?.dispatch('A');
    await settled();
    shards[1]?.dispatch('B');
    expect((await Promise.all(pulls)).map(({ value }) => value?.event.t)).toEqual(['A', 'B']);
  });

  it('ends every pull that waits, the first one with the error', async () => {
    const { stream, shards } = newStream();
    const pulls = [stream.next(), stream.next()];
    stream.finish(new Error('4014'));
    await Promise.all(shards.map((shard) => shard.close()));
    await expect(pulls[0]).rejects.toThrow('4014');
    expect(await pulls[1]).toEqual({ value: undefined, done: true });
    expect(await stream.next()).toEqual({ value: undefined, done: true });
  });

  it('hands over what the shards still had before it ends', async () => {
    const { stream, shards } = newStream();
    for (const t of ['A', 'B', 'C']) shards[0]?.dispatch(t);
    stream.finish(null);
    await Promise.all(shards.map((shard) => shard.close()));
    const seen: string[] = [];
    for await (const { event } of stream) seen.push(event.t);
    expect(seen).toEqual(['A', 'B', 'C']);
  });

  it('is left clean by break', async () => {
    const { stream, shards, returned } = newStream();
    shards[0]?.dispatch('A');
    for await (const { shardId } of stream) {
      expect(shardId).toBe(0);
      break;
    }
    expect(returned).toEqual([stream]);
    expect(await stream.next()).toEqual({ value: undefined, done: true });
  });

  it('hears nothing more of a shard that was taken out', async () => {
    const { stream, shards, runners } = newStream();
    await settled();
    if (runners[0] !== undefined) stream.detach(runners[0]);
    shards[0]?.dispatch('A');
    shards[1]?.dispatch('B');
    expect((await stream.next()).value?.event.t).toBe('B');
  });
});
