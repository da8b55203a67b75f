import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { InMemoryIdentifyQueue } from '../../src/identify/InMemoryIdentifyQueue.js';
import type { GatewayInfo } from '../../src/sharding/GatewayInfo.js';
import { ShardManager } from '../../src/sharding/ShardManager.js';
import type { ReshardNeededEvent } from '../../src/sharding/shardManagerEvents.js';
import type { ShardManagerOptions } from '../../src/sharding/ShardManagerOptions.js';
import type { VoiceGatewayManager } from '../../src/voice/VoiceGatewayManager.js';
import { pass, settled } from '../identify/virtualTime.js';
import { FakeShard } from './FakeShard.js';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyzabcdef';

function infoOf(shards: number, maxConcurrency = 16): GatewayInfo {
  return {
    url: 'wss://gateway.discord.gg',
    shards,
    sessionStartLimit: { total: 1_000, remaining: 1_000, resetAfterMs: 0, maxConcurrency },
  };
}

function newManager(options: Partial<ShardManagerOptions> = {}) {
  const clock = new ManualClock();
  const shards: FakeShard[] = [];
  const log: string[] = [];
  const createShard = (shardOptions: ConstructorParameters<typeof FakeShard>[0]): FakeShard => {
    const shard = new FakeShard(shardOptions);
    shards.push(shard);
    return shard;
  };
  const fetchGatewayInfo = (): Promise<GatewayInfo> => Promise.resolve(infoOf(4));
  const manager = new ShardManager({
    token: TOKEN,
    intents: ['Guilds'],
    clock,
    random: () => 0,
    createShard,
    fetchGatewayInfo,
    ...options,
  });
  manager.on('dispatch', (packet, shardId) => log.push(`${packet.t} ${String(shardId)}`));
  manager.on('failed', () => log.push('failed'));
  manager.on('warn', ({ code }) => log.push(code));
  const shard = (id: number): FakeShard => {
    const found = shards.findLast((each) => each.id === id);
    if (found === undefined) throw new RangeError(`no shard ${String(id)} was made`);
    return found;
  };
  const connectAll = (): void => {
    for (const each of shards) if (each.stage === 'Connecting') each.connect();
  };
  return { clock, manager, shards, shard, log, connectAll };
}

/** A manager whose shards are all connected. */
async function running(options: Partial<ShardManagerOptions> = {}) {
  const parts = newManager(options);
  const started = parts.manager.start();
  await settled();
  parts.connectAll();
  await started;
  return parts;
}

describe('a shard manager that starts', () => {
  it('runs as many shards as Discord recommends, and is ready when each was connected once', async () => {
    const { manager, shards, shard } = newManager();
    let isReady = false;
    const started = manager.start().then(() => (isReady = true));
    await settled();
    expect(shards.map(({ id, total, log }) => [id, total, log])).toEqual([0, 1, 2, 3].map((id) => [id, 4, ['start']]));
    for (const id of [0, 1, 2]) shard(id).connect();
    await settled();
    expect(isReady).toBe(false);
    shard(3).connect();
    await started;
  });

  it('opens two shards for each rate-limit key at a time', async () => {
    const { manager, shard, shards } = newManager({ scheme: { total: 6 }, fetchGatewayInfo: () => Promise.resolve(infoOf(6, 1)) });
    const opened = (): number[] => shards.filter(({ log }) => log.length > 0).map(({ id }) => id);
    await manager.initialize();
    expect(opened()).toEqual([0, 1]);
    shard(0).move('Queued', 'hello');
    shard(0).move('Identifying', 'permit');
    expect(opened()).toEqual([0, 1, 2]);
  });

  it('gives every shard the queue, the URL and its own presence', async () => {
    const presence = (id: number) => (id === 0 ? { status: 'idle' as const } : undefined);
    const { shard } = await running({ presence });
    expect(shard(0).options).toMatchObject({ url: 'wss://gateway.discord.gg', presence: { status: 'idle' } });
    expect(shard(1).options.identifyQueue).toBe(shard(0).options.identifyQueue);
    expect(shard(1).options.presence).toBeUndefined();
  });

  it('P-18 hands the budget of Discord to the identify queue', async () => {
    const clock = new ManualClock();
    const identifyQueue = new InMemoryIdentifyQueue({ clock });
    const limit = { total: 1_000, remaining: 0, resetAfterMs: 21_600_000, maxConcurrency: 16 };
    const { manager } = newManager({
      clock,
      identifyQueue,
      fetchGatewayInfo: () => Promise.resolve({ ...infoOf(1), sessionStartLimit: limit }),
    });
    await manager.initialize();
    expect([identifyQueue.remaining, identifyQueue.maxConcurrency]).toEqual([0, 16]);
    let isGranted = false;
    void identifyQueue.acquire({ shardId: 0, shardTotal: 1 }, { signal: new AbortController().signal }).then(() => (isGranted = true));
    await pass(clock, 21_599_999);
    expect(isGranted).toBe(false);
    await pass(clock, 1);
    expect(isGranted).toBe(true);
  });

  it('leaves a queue without limits alone', async () => {
    const identifyQueue = new InMemoryIdentifyQueue({ maxConcurrency: 0 });
    await running({ identifyQueue });
    expect(identifyQueue.maxConcurrency).toBe(0);
  });

  it('asks again while the network fails', async () => {
    let calls = 0;
    const fetchGatewayInfo = (): Promise<GatewayInfo> => {
      calls += 1;
      return calls < 4 ? Promise.reject(new Error('ECONNREFUSED')) : Promise.resolve(infoOf(1));
    };
    const { manager, clock, log } = newManager({ fetchGatewayInfo });
    void manager.start();
    await pass(clock, 60_000);
    expect([calls, log, manager.has(0)]).toEqual([4, ['CONNECT_FAILED', 'CONNECT_FAILED', 'CONNECT_FAILED'], true]);
  });

  it('rejects when Discord says no, and may be started again', async () => {
    const no = Object.assign(new Error('401'), { status: 401 });
    const { manager } = newManager({ fetchGatewayInfo: () => Promise.reject(no) });
    await expect(manager.start()).rejects.toBe(no);
    await expect(manager.start()).rejects.toBe(no);
  });

  it('rejects with the reason of its signal once everything is shut down', async () => {
    const { manager, shard } = newManager();
    const leaving = new AbortController();
    const started = manager.start({ signal: leaving.signal });
    await settled();
    leaving.abort('enough');
    await expect(started).rejects.toBe('enough');
    expect([shard(3).log.at(-1), manager.runners.size]).toEqual(['close 1000', 0]);
  });

  it('rejects when it is shut down meanwhile', async () => {
    const { manager, clock } = newManager({ fetchGatewayInfo: () => Promise.reject(new Error('ECONNREFUSED')) });
    const started = manager.start();
    await pass(clock, 10);
    await manager.shutdownAll();
    await expect(started).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
    expect(clock.pendingTimers).toBe(0);
  });

  it('refuses a second start', async () => {
    const { manager } = await running();
    await expect(manager.start()).rejects.toMatchObject({ code: 'ALREADY_STARTED' });
  });

  it.each<[options: Partial<ShardManagerOptions>, code: string]>([
    [{ token: 'nonsense' }, 'INVALID_TOKEN'],
    [{ scheme: { total: 0 } }, 'INVALID_SHARD_TOTAL'],
    [{ scheme: { first: 3, last: 1, total: 4 } }, 'INVALID_SHARD_RANGE'],
    [{ intents: ['Guild'] as never }, 'UNKNOWN_INTENT'],
    [Object.assign<Partial<ShardManagerOptions>, object>({}, { shardCount: 3 }), 'UNKNOWN_OPTION'],
  ])('refuses %j before anything is asked', (options, code) => {
    expect(() => newManager(options)).toThrow(expect.objectContaining({ code }));
  });

  it('tries a shard again that could not be started', async () => {
    const parts = newManager({
      scheme: 'one',
      createShard: (options) => Object.assign(new FakeShard(options), { failsToStart: 2 }),
    });
    await parts.manager.initialize();
    await pass(parts.clock, 60_000);
    expect([parts.log, parts.manager.runners.get(0)?.stage]).toEqual([['CONNECT_FAILED', 'CONNECT_FAILED'], 'Connecting']);
  });
});

describe('a shard manager that runs', () => {
  it('tells how each shard is doing', async () => {
    const { manager } = await running();
    expect(manager.runners.get(2)).toMatchObject({ shardId: 2, shardTotal: 4, stage: 'Connected', sequence: 1 });
    expect(JSON.parse(JSON.stringify(manager.info()[2]))).toMatchObject({
      shardId: 2,
      sessionId: 'session 2 of 4',
      latencyMs: { last: null },
    });
  });

  it('passes dispatches on, in order', async () => {
    const { shard, log } = await running();
    shard(1).dispatch('MESSAGE_CREATE');
    shard(0).dispatch('TYPING_START');
    expect(log).toEqual(['MESSAGE_CREATE 1', 'TYPING_START 0']);
  });

  it('yields the events of all shards, and ends with the shutdown', async () => {
    const { manager, shard } = await running();
    const seen: string[] = [];
    const read = (async () => {
      for await (const { shardId, event } of manager) seen.push(`${event.t} ${String(shardId)}`);
    })();
    await settled();
    shard(3).dispatch('MESSAGE_CREATE');
    shard(3).dispatch('MESSAGE_UPDATE');
    await settled();
    shard(0).dispatch('TYPING_START');
    await settled();
    await manager.shutdownAll();
    await read;
    expect(seen).toEqual(['MESSAGE_CREATE 3', 'MESSAGE_UPDATE 3', 'TYPING_START 0']);
  });

  it('starts with the first pull of its events, and throws there what it failed with', async () => {
    const { manager, shards } = newManager({ scheme: 'one' });
    const first = manager[Symbol.asyncIterator]().next();
    await settled();
    shards[0]?.fail(4014, 'GATEWAY_DISALLOWED_INTENTS');
    await expect(first).rejects.toMatchObject({ code: 'GATEWAY_DISALLOWED_INTENTS' });
  });

  it('restarts a shard in place, with or without its session', async () => {
    const { manager, shard } = await running();
    const before = manager.runners.get(1);
    manager.restart(1);
    manager.restart(1, { resume: false });
    expect([shard(1).log.slice(1), manager.runners.get(1)]).toEqual([['reconnect, resume', 'reconnect'], before]);
  });

  it('shuts one shard down and boots it again', async () => {
    const { manager, shard } = await running();
    expect(await manager.shutdown(1, { resumable: true })).toMatchObject({ id: 'session 1 of 4' });
    manager.boot(1);
    manager.boot(1);
    expect(shard(1).log).toEqual(['start', 'close 4000', 'start']);
  });

  it('shuts a shard down at once that still waits for its start', async () => {
    const { manager, shard } = newManager({ fetchGatewayInfo: () => Promise.resolve(infoOf(4, 1)) });
    await manager.initialize();
    await manager.shutdown(3);
    for (const id of [0, 1, 2]) shard(id).connect();
    expect(shard(3).log).toEqual([]);
  });

  it.each([
    ['keeps the sessions of a resumable shutdown', true, 4, 'close 4000'],
    ['ends the sessions of a final one', false, 0, 'close 1000'],
  ])('%s', async (_what, resumable, kept, closed) => {
    const { manager, shards, clock } = await running();
    const [sessions] = await Promise.all([manager.shutdownAll({ resumable }), manager.shutdownAll()]);
    expect([sessions.size, shards.map(({ log }) => log.at(-1)), clock.pendingTimers]).toEqual([kept, Array(4).fill(closed), 0]);
  });

  it('sends to the shard of a guild', async () => {
    const { manager, shard } = await running();
    await manager.sendTo(String(2n << 22n), 31, { guild_ids: [] });
    expect(shard(2).commands).toEqual([{ op: 31, d: { guild_ids: [] } }]);
  });

  it('says which shards are here when another one is asked for', async () => {
    const { manager } = await running({ scheme: { first: 2, last: 3, total: 4 } });
    expect(() => manager.restart(1)).toThrow('The shards here are: 2, 3 of 4.');
    await expect(manager.sendTo('0', 31, {})).rejects.toMatchObject({ code: 'SHARD_UNKNOWN' });
  });

  it('I-08 asks Discord for its limits when an IDENTIFY is refused, once a minute at most', async () => {
    let calls = 0;
    const fetchGatewayInfo = (): Promise<GatewayInfo> => Promise.resolve(infoOf(1, (calls += 1)));
    const { shard, clock } = await running({ fetchGatewayInfo });
    const refuse = async (): Promise<void> => {
      shard(0).move('Identifying', 'permit');
      shard(0).move('Backoff', 'session invalid');
      await settled();
    };
    await refuse();
    expect(calls).toBe(1);
    clock.advance(60_000);
    for (let n = 0; n < 5; n += 1) await refuse();
    expect([calls, (shard(0).options.identifyQueue as InMemoryIdentifyQueue).maxConcurrency]).toEqual([2, 2]);
  });

  it('survives a listener that throws', async () => {
    const { manager, log } = newManager({ scheme: 'one' });
    manager.on('shardsReady', () => {
      throw new Error('mine');
    });
    const started = manager.start();
    await settled();
    (manager.runners.get(0) as unknown as { connection: FakeShard }).connection.connect();
    await started;
    expect(log).toEqual(['LISTENER_THREW']);
  });
});

describe('a shard manager whose shard is refused for good', () => {
  it('shuts the others down, and then fails with the reason', async () => {
    const { manager, shard, log } = newManager();
    const started = manager.start();
    await settled();
    let release = (): void => undefined;
    shard(1).closing = new Promise<void>((resolve) => (release = resolve));
    shard(0).fail(4004, 'GATEWAY_AUTHENTICATION_FAILED');
    await settled();
    expect(log).toEqual([]);
    release();
    await expect(started).rejects.toMatchObject({ code: 'GATEWAY_AUTHENTICATION_FAILED' });
    await settled();
    expect([log, shard(2).log.at(-1), manager.runners.size]).toEqual([['failed'], 'close 4000', 0]);
  });

  it('I-10 says that more shards are needed, and fails when nobody takes that up', async () => {
    const { manager, shard, log } = newManager();
    const asked: number[][] = [];
    manager.on('reshardNeeded', ({ total, recommendedTotal }) => asked.push([total, recommendedTotal]));
    const started = manager.start();
    await settled();
    shard(2).fail(4011, 'GATEWAY_SHARDING_REQUIRED');
    await expect(started).rejects.toMatchObject({ code: 'GATEWAY_SHARDING_REQUIRED' });
    await settled();
    expect([asked, log]).toEqual([[[4, 8]], ['failed']]);
  });

  it('I-10 goes on with the recommended shards when a listener says so; the start then waits for those', async () => {
    let recommended = 4;
    const { manager, shard, shards, connectAll, clock } = newManager({ fetchGatewayInfo: () => Promise.resolve(infoOf(recommended)) });
    manager.on('reshardNeeded', (event: ReshardNeededEvent) => void event.reshard());
    const started = manager.start();
    await settled();
    recommended = 6;
    clock.advance(60_000);
    for (const id of [0, 1, 2, 3]) shard(id).fail(4011, 'GATEWAY_SHARDING_REQUIRED');
    await settled();
    connectAll();
    await started;
    expect([shards.length, manager.scheme]).toEqual([10, { ids: [0, 1, 2, 3, 4, 5], total: 6 }]);
  });
});

describe('a shard manager that changes its shards', () => {
  it('I-10 hears the old ones until the new ones are connected, and then only those', async () => {
    const { manager, shard, shards, connectAll, log } = await running();
    const replaced = manager.setShards({ first: 0, last: 7 }, 8);
    await settled();
    const [old] = shards;
    old?.dispatch('OLD');
    shard(0).dispatch('NEW TOO EARLY');
    connectAll();
    await replaced;
    shard(0).dispatch('NEW');
    old?.dispatch('OLD TOO LATE');
    expect([log, old?.log.at(-1), manager.runners.size]).toEqual([['OLD 0', 'NEW 0'], 'close 1000', 8]);
  });

  it('keeps the old ones when a new one is refused', async () => {
    const { manager, shards, shard, log } = await running();
    const replaced = manager.setShards({ first: 0, last: 1 }, 2);
    await settled();
    shard(1).fail(4010, 'GATEWAY_INVALID_SHARD');
    await expect(replaced).rejects.toMatchObject({ code: 'GATEWAY_INVALID_SHARD' });
    shards[3]?.dispatch('STILL HERE');
    expect([log, manager.scheme?.total]).toEqual([['STILL HERE 3'], 4]);
  });

  it('lets a newer change overtake', async () => {
    const { manager, connectAll } = await running();
    const overtaken = manager.setShards({ first: 0, last: 7 }, 8);
    const last = manager.setShards({ first: 0, last: 1 }, 2);
    await expect(overtaken).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
    await settled();
    connectAll();
    await last;
    expect(manager.scheme).toEqual({ ids: [0, 1], total: 2 });
  });

  it('shuts both sets down in the middle of it', async () => {
    const { manager, shards, clock } = await running();
    const replaced = manager.setShards({ first: 0, last: 7 }, 8);
    await settled();
    await manager.shutdownAll();
    await expect(replaced).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
    expect([shards.every(({ isShutDown }) => isShutDown), clock.pendingTimers]).toEqual([true, 0]);
  });

  it('refuses while it does not run', async () => {
    await expect(newManager().manager.setShards({ first: 0, last: 0 }, 1)).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
  });
});

describe('a shard manager with a voice library', () => {
  function newVoice() {
    const calls: unknown[][] = [];
    const note =
      (name: string) =>
      (...args: unknown[]): void =>
        void calls.push([name, ...args.filter((arg) => typeof arg !== 'object' || arg === null)]);
    const voice: VoiceGatewayManager = {
      initialise: note('initialise'),
      registerShard: note('register'),
      deregisterShard: note('deregister'),
      serverUpdate: note('server'),
      stateUpdate: note('state'),
    };
    return { calls, voice };
  }

  it('tells it of sessions, of the own voice state, of servers, and of ends', async () => {
    const { calls, voice } = newVoice();
    const { manager, shard, log } = await running({ scheme: 'one', voice });
    shard(0).dispatch('VOICE_STATE_UPDATE', { guild_id: '1', user_id: '2' });
    shard(0).dispatch('VOICE_STATE_UPDATE', { guild_id: '1', user_id: 'somebody else' });
    shard(0).dispatch('VOICE_SERVER_UPDATE', { guild_id: '1', endpoint: null, token: 't' });
    await manager.shutdownAll();
    expect(calls).toEqual([
      ['initialise', 1, '2'],
      ['register', 0],
      ['state', '1'],
      ['server', '1', null, 't'],
      ['deregister', 0],
    ]);
    expect(log.length).toBe(3);
  });

  it('has its events parsed although nobody else wants them', async () => {
    const { shard } = await running({ scheme: 'one', voice: newVoice().voice, events: ['MESSAGE_CREATE'] });
    const events = shard(0).options.events as ReadonlySet<string>;
    expect(['MESSAGE_CREATE', 'VOICE_STATE_UPDATE', 'TYPING_START'].map((name) => events.has(name))).toEqual([true, true, false]);
  });

  it('goes on when it throws', async () => {
    const thrown = (): never => {
      throw new Error('theirs');
    };
    const { log } = await running({ scheme: 'one', voice: { ...newVoice().voice, registerShard: thrown } });
    expect(log).toEqual(['LISTENER_THREW']);
  });
});
