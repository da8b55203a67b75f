import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { identifyQueueContract } from '../../src/contract/index.js';
import type { IdentifyLedger, LedgerEntry } from '../../src/identify/IdentifyLedger.js';
import type { IdentifyPermit } from '../../src/identify/IdentifyQueue.js';
import { InMemoryIdentifyQueue, type InMemoryIdentifyQueueOptions } from '../../src/identify/InMemoryIdentifyQueue.js';
import { MemoryIdentifyLedger } from '../../src/identify/MemoryIdentifyLedger.js';
import { pass, settled } from './virtualTime.js';

const HOUR_MS = 3_600_000;

identifyQueueContract(
  {
    create: ({ maxConcurrency }) => {
      const clock = new ManualClock();
      const queue = new InMemoryIdentifyQueue({ clock, maxConcurrency });
      return Promise.resolve({ queue, nowMs: () => clock.nowMs(), advance: (ms) => pass(clock, ms) });
    },
  },
  { describe, it, expect },
);

function newQueue(options: InMemoryIdentifyQueueOptions = {}) {
  const clock = new ManualClock();
  const warnings: string[] = [];
  const queue = new InMemoryIdentifyQueue({ clock, onWarn: ({ code, message }) => warnings.push(`${code} ${message}`), ...options });
  const granted: number[] = [];
  const permits: IdentifyPermit[] = [];
  const ask = (shardId: number, signal = new AbortController().signal): void => {
    void queue.acquire({ shardId, shardTotal: 64 }, { signal }).then(
      (permit) => {
        granted.push(shardId);
        permits.push(permit);
      },
      () => undefined,
    );
  };
  /** Asks for a shard and spends its permit as soon as it comes. */
  const identify = async (shardId: number): Promise<IdentifyPermit> => {
    const permit = await queue.acquire({ shardId, shardTotal: 64 }, { signal: new AbortController().signal });
    permit.spent();
    return permit;
  };
  return { clock, queue, warnings, granted, permits, ask, identify };
}

const broken = (part: keyof IdentifyLedger): IdentifyLedger => {
  const fail = (): Promise<never> => Promise.reject(new Error('EIO'));
  const ledger = new MemoryIdentifyLedger({ clock: new ManualClock() });
  const works = {
    read: () => ledger.read(),
    record: (entry: LedgerEntry) => ledger.record(entry),
    markReady: () => Promise.resolve(),
    withdraw: () => Promise.resolve(),
  };
  return { ...works, [part]: fail };
};

describe('an identify queue with a server-side budget', () => {
  it('begins the 24 hours with the first permit, and refills when they are over', async () => {
    const { clock, queue, identify } = newQueue({ total: 1_000 });
    expect(queue.resetAtMs).toBeNull();
    (await identify(0)).ready();
    expect([queue.remaining, queue.resetAtMs]).toEqual([999, clock.wallMs() + 24 * HOUR_MS]);
    await pass(clock, 24 * HOUR_MS);
    expect([queue.remaining, queue.resetAtMs]).toEqual([1_000, null]);
  });

  it('gives an unused permit back to the budget and to the ledger', async () => {
    const ledger = new MemoryIdentifyLedger({ clock: new ManualClock() });
    const { queue, ask, permits } = newQueue({ ledger });
    ask(0);
    await settled();
    expect([queue.remaining, (await ledger.read()).length]).toEqual([999, 1]);
    permits[0]?.release();
    expect([queue.remaining, (await ledger.read()).length]).toEqual([1_000, 0]);
  });

  it('tells the share that is left, by the stricter of both counts', async () => {
    const { queue, identify } = newQueue({ total: 4, remaining: 3 });
    expect(queue.budgetLeft).toBe(0.75);
    (await identify(0)).ready();
    expect(queue.budgetLeft).toBe(0.5);
    queue.update({ remaining: 4 });
    expect(queue.budgetLeft).toBe(0.75);
  });

  it('P-18 sends no IDENTIFY before the reset when nothing remains', async () => {
    const { clock, ask, granted, queue, warnings } = newQueue({ total: 1_000, remaining: 0, resetAfterMs: 6 * HOUR_MS });
    ask(0);
    await pass(clock, 6 * HOUR_MS - 1);
    expect(granted).toEqual([]);
    expect(warnings.filter((warning) => warning.startsWith('IDENTIFY_BUDGET_SPENT')).length).toBe(1);
    await pass(clock, 1);
    expect([granted, queue.remaining]).toEqual([[0], 999]);
  });

  it('keeps the last tenth back, and says so once', async () => {
    const { clock, ask, granted, warnings } = newQueue({ remaining: 100, resetAfterMs: HOUR_MS });
    ask(0);
    ask(1);
    await pass(clock, HOUR_MS - 1);
    expect(granted).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('100 of 1000 IDENTIFYs are left')]);
  });

  it('spends the last tenth when it is told to, down to 0', async () => {
    const { clock, ask, granted, permits } = newQueue({ remaining: 1, resetAfterMs: HOUR_MS, allowLastIdentifies: true });
    ask(0);
    ask(1);
    await settled();
    permits[0]?.spent();
    await pass(clock, HOUR_MS - 1);
    expect(granted).toEqual([0]);
  });

  it('waits until old IDENTIFYs leave the window when the ledger knows nine tenths of them', async () => {
    const clock = new ManualClock();
    const ledger = new MemoryIdentifyLedger({ clock });
    for (let n = 0; n < 900; n += 1)
      await ledger.record({ atMs: clock.wallMs() - 23 * HOUR_MS + n, shardId: 0, rateLimitKey: 0, ready: true });
    const { ask, granted } = newQueue({ clock, ledger });
    ask(0);
    await pass(clock, HOUR_MS - 1);
    expect(granted).toEqual([]);
    await pass(clock, 1);
    expect(granted).toEqual([0]);
  });
});

describe('an identify queue whose limits change', () => {
  it.each([
    ['max_concurrency rises', { maxConcurrency: 16 }, [0, 1, 2, 3]],
    ['max_concurrency falls to 0', { maxConcurrency: 0 }, [0, 1, 2, 3]],
    ['only the total changes', { total: 2_000 }, [0]],
  ])('I-08 sorts the waiting anew when %s', async (_change, limits, expected) => {
    const { queue, ask, granted } = newQueue();
    for (const shardId of [0, 1, 2, 3]) ask(shardId);
    await settled();
    queue.update(limits);
    await settled();
    expect(granted).toEqual(expected);
  });

  it('I-08 joins the lines when max_concurrency falls', async () => {
    const { clock, queue, granted, permits, ask } = newQueue({ maxConcurrency: 4 });
    for (const shardId of [0, 1, 2, 3, 4, 5]) ask(shardId);
    await settled();
    for (const permit of permits) permit.spent();
    queue.update({ maxConcurrency: 1 });
    await pass(clock, 5_250);
    expect(granted).toEqual([0, 1, 2, 3, 4]);
  });

  it('I-08 takes an update while it waits for a reset', async () => {
    const { clock, queue, ask, granted } = newQueue({ remaining: 0, resetAfterMs: 6 * HOUR_MS });
    ask(0);
    await pass(clock, HOUR_MS);
    queue.update({ total: 2_000, remaining: 1_500, resetAfterMs: 5 * HOUR_MS });
    await settled();
    expect([granted, queue.total, queue.remaining]).toEqual([[0], 2_000, 1_499]);
  });

  it('I-08 does not count permits that the server cannot know of as left', async () => {
    const { queue, ask } = newQueue({ maxConcurrency: 4 });
    for (const shardId of [0, 1, 2]) ask(shardId);
    await settled();
    queue.update({ remaining: 500 });
    expect(queue.remaining).toBe(497);
  });

  it.each([{ maxConcurrency: -1 }, { total: 1.5 }, { remaining: NaN }, { resetAfterMs: -1 }])('refuses %j', (limits) => {
    const { queue } = newQueue();
    expect(() => queue.update(limits)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});

describe('an identify queue without limits', () => {
  it('grants everything at once and remembers nothing', async () => {
    const { clock, ask, granted, queue } = newQueue({ maxConcurrency: 0, ledger: broken('read') });
    for (let shardId = 0; shardId < 100; shardId += 1) ask(shardId);
    await settled();
    expect([granted.length, queue.waiting, queue.remaining, clock.pendingTimers]).toEqual([100, 0, 1_000, 0]);
  });
});

describe('an identify queue with a ledger', () => {
  it('I-04 has an IDENTIFY written down before it may be sent', async () => {
    const order: string[] = [];
    const memory = new MemoryIdentifyLedger({ clock: new ManualClock() });
    const ledger: IdentifyLedger = {
      read: () => memory.read(),
      record: async (entry) => {
        await settled();
        order.push('recorded');
        await memory.record(entry);
      },
      markReady: (shardId) => memory.markReady(shardId),
      withdraw: (entry) => memory.withdraw(entry),
    };
    await newQueue({ ledger }).identify(0);
    order.push('granted');
    expect(order).toEqual(['recorded', 'granted']);
  });

  it('tells it which IDENTIFY led to READY', async () => {
    const ledger = new MemoryIdentifyLedger({ clock: new ManualClock() });
    const { identify } = newQueue({ ledger });
    (await identify(3)).ready();
    expect(await ledger.read()).toEqual([expect.objectContaining({ shardId: 3, ready: true })]);
  });

  it('takes an entry back that was given up while it was being written', async () => {
    const leaving = new AbortController();
    const memory = new MemoryIdentifyLedger({ clock: new ManualClock() });
    const ledger = Object.assign(Object.create(memory) as MemoryIdentifyLedger, {
      record: async (entry: LedgerEntry) => {
        leaving.abort();
        await memory.record(entry);
      },
    });
    const { ask, queue } = newQueue({ ledger });
    ask(0, leaving.signal);
    await settled();
    expect([await memory.read(), queue.remaining]).toEqual([[], 1_000]);
  });

  it('keeps 5 seconds from the last IDENTIFY of the process before', async () => {
    const clock = new ManualClock();
    const ledger = new MemoryIdentifyLedger({ clock });
    await newQueue({ clock, ledger }).identify(0);
    await pass(clock, 1_000);
    const { ask, granted } = newQueue({ clock, ledger });
    ask(0);
    await pass(clock, 4_249);
    expect(granted).toEqual([]);
    await pass(clock, 1);
    expect(granted).toEqual([0]);
  });

  it('is read once', async () => {
    let reads = 0;
    const memory = new MemoryIdentifyLedger({ clock: new ManualClock() });
    const ledger = Object.assign(Object.create(memory) as MemoryIdentifyLedger, {
      read: () => {
        reads += 1;
        return memory.read();
      },
    });
    const { clock, ask, granted } = newQueue({ ledger, maxConcurrency: 4 });
    for (const shardId of [0, 1, 2, 3]) ask(shardId);
    await pass(clock, 1_000);
    expect([reads, granted.length]).toEqual([1, 4]);
  });
});

describe('an identify queue whose ledger fails', () => {
  it('I-05 identifies nobody while the budget of Discord is unknown, too', async () => {
    const { clock, ask, granted, warnings } = newQueue({ ledger: broken('read') });
    ask(0);
    await pass(clock, 24 * HOUR_MS);
    expect(granted).toEqual([]);
    expect(warnings.map((warning) => warning.split(' ')[0])).toEqual(['IDENTIFY_LEDGER_FAILED', 'IDENTIFY_BUDGET_SPENT']);
  });

  it('I-05 goes on as soon as Discord tells what is left', async () => {
    const { clock, ask, granted, queue } = newQueue({ ledger: broken('read') });
    ask(0);
    await pass(clock, 1_000);
    queue.update({ remaining: 990, total: 1_000 });
    await settled();
    expect(granted).toEqual([0]);
  });

  it('I-05 goes on when the ledger can be read again', async () => {
    let fails = true;
    const memory = new MemoryIdentifyLedger({ clock: new ManualClock() });
    const ledger = Object.assign(Object.create(memory) as MemoryIdentifyLedger, {
      read: () => (fails ? Promise.reject(new Error('EIO')) : memory.read()),
    });
    const { clock, ask, granted } = newQueue({ ledger });
    ask(0);
    await pass(clock, 30_000);
    fails = false;
    await pass(clock, 30_000);
    expect(granted).toEqual([0]);
  });

  it.each(['read', 'record'] as const)('I-05 keeps 60 seconds a key until 5 READYs have come when it cannot %s', async (part) => {
    const { clock, identify } = newQueue({ ledger: broken(part), remaining: 1_000 });
    const atMs: number[] = [];
    for (let shardId = 0; shardId < 7; shardId += 1) {
      const permit = identify(shardId);
      await pass(clock, 60_000);
      (await permit).ready();
      atMs.push(clock.nowMs());
    }
    const permits = [7, 8, 9].map((shardId) => identify(shardId));
    await pass(clock, 5_250 * 3);
    expect((await Promise.all(permits)).length).toBe(3);
    expect(atMs.length).toBe(7);
  });

  it('I-05 does not identify a second time within 60 seconds before 5 READYs', async () => {
    const { clock, ask, granted, permits } = newQueue({ ledger: broken('read'), remaining: 1_000 });
    ask(0);
    ask(1);
    await settled();
    permits[0]?.spent();
    await pass(clock, 59_999);
    expect(granted).toEqual([0]);
    await pass(clock, 1);
    expect(granted).toEqual([0, 1]);
  });

  it('I-05 waits 10 seconds, not for ever, for a ledger that does not answer', async () => {
    const silent = new Promise<never>(() => undefined);
    const { clock, ask, granted, warnings } = newQueue({ ledger: { ...broken('read'), read: () => silent }, remaining: 1_000 });
    ask(0);
    await pass(clock, 10_000);
    expect(granted).toEqual([0]);
    expect(warnings).toEqual([expect.stringContaining('IDENTIFY_LEDGER_FAILED')]);
  });
});

describe('an identify queue in a loop of failures', () => {
  it('I-04 a process that dies every ten seconds for 24 hours, after its IDENTIFY if it has one, sends 300 at most', async () => {
    const clock = new ManualClock();
    const ledger = new MemoryIdentifyLedger({ clock });
    let sent = 0;
    // The gate's own test has one a second.
    for (let life = 0; life < 24 * 360; life += 1) {
      const queue = new InMemoryIdentifyQueue({ clock, ledger });
      const dying = new AbortController();
      queue.acquire({ shardId: 0, shardTotal: 1 }, { signal: dying.signal }).then(
        (permit) => {
          permit.spent();
          sent += 1;
        },
        () => undefined,
      );
      for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
      dying.abort();
      clock.advance(10_000);
    }
    expect(sent).toBeGreaterThan(200);
    expect(sent).toBeLessThanOrEqual(300);
  });

  it('says when IDENTIFYs become slow, once', async () => {
    const { clock, identify, warnings } = newQueue();
    const storm = (async (): Promise<never> => {
      for (;;) (await identify(0)).release();
    })();
    await Promise.race([storm, pass(clock, 3 * HOUR_MS)]);
    expect(warnings).toEqual([expect.stringContaining('150 since the last READY')]);
  });
});

describe('the options of an identify queue', () => {
  it.each([{ total: -1 }, { maxConcurrency: 0.5 }, { ownedShards: NaN }])('refuse %j', (options) => {
    expect(() => new InMemoryIdentifyQueue(options)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });

  it('refuse unknown names', () => {
    const misspelt = { maxConcurency: 16 } as InMemoryIdentifyQueueOptions;
    expect(() => new InMemoryIdentifyQueue(misspelt)).toThrow(/Did you mean `maxConcurrency`/);
  });
});

describe('an identify queue whose listener of warnings throws', () => {
  it('paces on', async () => {
    const onWarn = (): never => {
      throw new RangeError('mine');
    };
    const { ask, clock, granted } = newQueue({ ledger: broken('read'), remaining: 1_000, onWarn });
    ask(0);
    await pass(clock, 60_000);
    await pass(clock, 60_000);
    expect(granted).toEqual([0]);
  });
});
