import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { InMemoryIdentifyQueue } from '../../src/identify/InMemoryIdentifyQueue.js';
import type { IdentifyLimits } from '../../src/identify/IdentifyQueue.js';
import { MemoryIdentifyLedger } from '../../src/identify/MemoryIdentifyLedger.js';
import { processIdentifyQueue } from '../../src/identify/processIdentifyQueue.js';
import { IdentifyPacing } from '../../src/sharding/IdentifyPacing.js';
import { resolveShardManagerOptions, type ShardManagerOptions } from '../../src/sharding/ShardManagerOptions.js';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gpacin.abcdefghijklmnopqrstuvwxyzabcdef';
const { signal } = new AbortController();

function newPacing(options: Partial<ShardManagerOptions> = {}, limits: Partial<IdentifyLimits> = {}) {
  const sessionStartLimit = { total: 2_000, remaining: 1_900, resetAfterMs: 60_000, maxConcurrency: 16, ...limits };
  const info = { url: 'wss://gateway.discord.gg', shards: 4, sessionStartLimit };
  const warnings: string[] = [];
  const resolved = resolveShardManagerOptions({ token: TOKEN, intents: 0, fetchGatewayInfo: () => Promise.resolve(info), ...options });
  const pacing = new IdentifyPacing(resolved, ({ code }) => warnings.push(code));
  return { info, pacing, warnings };
}

describe('the pacing of a manager', () => {
  it('knows nothing before it is opened', () => {
    const { pacing } = newPacing();
    expect([pacing.info, pacing.queue, pacing.maxConcurrency]).toEqual([null, null, 1]);
  });

  it('has the queue of the process, told what Discord says', async () => {
    const { info, pacing } = newPacing();
    await pacing.open(signal);
    expect(pacing.queue).toBe(processIdentifyQueue(TOKEN));
    expect(pacing.queue).toMatchObject({ total: 2_000, remaining: 1_900, maxConcurrency: 16 });
    expect([pacing.info, pacing.maxConcurrency]).toEqual([info, 16]);
  });

  it.each<[string, Partial<ShardManagerOptions>]>([
    ['a ledger', { identifyLedger: new MemoryIdentifyLedger() }],
    ['a clock', { clock: new ManualClock() }],
    ['leave to spend the last IDENTIFYs', { allowLastIdentifies: true }],
  ])('has a queue of its own with %s', async (_what, options) => {
    const { pacing } = newPacing(options);
    await pacing.open(signal);
    expect(pacing.queue).toBeInstanceOf(InMemoryIdentifyQueue);
    expect(pacing.queue).not.toBe(processIdentifyQueue(TOKEN));
  });

  it('leaves a queue without limits as it is', async () => {
    const identifyQueue = new InMemoryIdentifyQueue({ maxConcurrency: 0 });
    const { pacing } = newPacing({ identifyQueue });
    await pacing.open(signal);
    expect([pacing.queue === identifyQueue, pacing.maxConcurrency]).toEqual([true, 0]);
  });

  it('warns of limits that cannot be, and goes on with what it had', async () => {
    const identifyQueue = new InMemoryIdentifyQueue();
    const { pacing, warnings } = newPacing({ identifyQueue }, { remaining: -1 });
    await pacing.open(signal);
    expect([warnings, identifyQueue.remaining]).toEqual([['INVALID_OPTION'], 1_000]);
  });

  it('asks nobody without a way to ask', async () => {
    const resolved = resolveShardManagerOptions({ token: TOKEN, intents: 0, clock: new ManualClock() });
    const pacing = new IdentifyPacing(resolved, () => undefined);
    await pacing.open(signal);
    await pacing.refresh(signal);
    expect([pacing.info, pacing.maxConcurrency]).toEqual([null, 1]);
  });
});
