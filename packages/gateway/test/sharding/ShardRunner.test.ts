import { describe, expect, it } from '@jest/globals';
import { ShardRunner, type RunnerListener } from '../../src/sharding/ShardRunner.js';
import { FakeShard } from './FakeShard.js';

function newRunner() {
  const shard = new FakeShard({ id: 3, total: 8, intents: 0, token: 'a.b.c' });
  const told: string[] = [];
  const listener: RunnerListener = {
    dispatch: (_runner, { t }, isReplayed) => void told.push(`${t}${isReplayed ? ' again' : ''}`),
    queueStart: ({ shardId }) => void told.push(`start ${String(shardId)}`),
    tell: (_runner, name) => void told.push(name),
  };
  return { shard, told, runner: new ShardRunner({ listener, shard }) };
}

describe('a runner of a shard', () => {
  it('passes on what its shard says, in order', () => {
    const { runner, shard, told } = newRunner();
    runner.boot();
    shard.connect();
    shard.dispatch('MESSAGE_CREATE');
    expect(told).toEqual(['stage', 'stage', 'stage', 'stage', 'ready', 'MESSAGE_CREATE']);
  });

  it('shows every collector each dispatch until the collector has enough, whoever leaves under way', () => {
    const { runner, shard } = newRunner();
    const seen: string[] = [];
    const leave = runner.addCollector(({ t }) => {
      seen.push(`first ${t}`);
      leave();
      return true;
    });
    runner.addCollector(({ t }) => {
      seen.push(`second ${t}`);
      return seen.length < 3;
    });
    for (const t of ['A', 'B', 'C']) shard.dispatch(t);
    expect(seen).toEqual(['first A', 'second A', 'second B']);
  });

  it('takes a collector that throws out, warns, and goes on', () => {
    const { runner, shard, told } = newRunner();
    let calls = 0;
    runner.addCollector(() => {
      calls += 1;
      throw new RangeError('no');
    });
    for (const t of ['A', 'B']) shard.dispatch(t);
    expect([calls, told]).toEqual([1, ['warn', 'A', 'B']]);
  });

  it('restarts a shard that runs in place, and has one that was closed queued', async () => {
    const { runner, shard, told } = newRunner();
    runner.boot();
    runner.restart({ resume: true });
    expect(shard.log).toEqual(['start', 'reconnect, resume']);
    await runner.close(1000);
    runner.restart({ resume: true });
    expect([runner.isRunning, told.at(-1)]).toEqual([false, 'start 3']);
  });

  it('closes nothing that was never started or that Discord has refused', async () => {
    const [unbooted, refused] = [newRunner(), newRunner()];
    refused.runner.boot();
    refused.shard.fail(4014, 'GATEWAY_DISALLOWED_INTENTS');
    await Promise.all([unbooted.runner.close(1000), refused.runner.close(1000)]);
    expect([unbooted.shard.log, refused.shard.log]).toEqual([[], ['start']]);
  });

  it('describes its shard as plain JSON', () => {
    const { runner, shard } = newRunner();
    runner.boot();
    shard.connect();
    const snapshot = runner.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(snapshot).toMatchObject({ shardId: 3, shardTotal: 8, stage: 'Connected', sessionId: 'session 3 of 8', sequence: 1 });
  });
});
