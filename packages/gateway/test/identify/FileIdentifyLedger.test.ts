import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '@aplomb/base';
import { identifyLedgerContract } from '../../src/contract/index.js';
import { FileIdentifyLedger } from '../../src/identify/FileIdentifyLedger.js';
import type { LedgerEntry } from '../../src/identify/IdentifyLedger.js';
import { InMemoryIdentifyQueue } from '../../src/identify/InMemoryIdentifyQueue.js';

const DAY_MS = 86_400_000;
let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'aplomb-ledger-'));
  path = join(directory, 'deep', 'down', 'identifies.jsonl');
});

afterEach(() => rm(directory, { recursive: true }));

identifyLedgerContract(
  {
    create: () => {
      const clock = new ManualClock();
      const advance = (ms: number): Promise<void> => {
        clock.advance(ms);
        return Promise.resolve();
      };
      return Promise.resolve({ ledger: new FileIdentifyLedger({ path, clock }), wallMs: () => clock.wallMs(), advance });
    },
  },
  { describe, it, expect },
);

const entryAt = (clock: ManualClock, shardId: number): LedgerEntry => ({
  atMs: clock.wallMs(),
  shardId,
  rateLimitKey: shardId,
  ready: false,
});

describe('a ledger file', () => {
  it('is there for the next process', async () => {
    const clock = new ManualClock();
    const before = new FileIdentifyLedger({ path, clock });
    await before.record(entryAt(clock, 3));
    await before.markReady(3);
    expect(await new FileIdentifyLedger({ path, clock }).read()).toEqual([{ ...entryAt(clock, 3), ready: true }]);
  });

  it('keeps the entries of two processes that write at once', async () => {
    const clock = new ManualClock();
    const ledger = new FileIdentifyLedger({ path, clock });
    const ledgers = [ledger, new FileIdentifyLedger({ path, clock })];
    const writes = Array.from({ length: 40 }, (_, shardId) => (ledgers[shardId % 2] ?? ledger).record(entryAt(clock, shardId)));
    await Promise.all(writes);
    expect((await ledger.read()).length).toBe(40);
  });

  it('passes over a cut line, and over nothing after it', async () => {
    const clock = new ManualClock();
    const ledger = new FileIdentifyLedger({ path, clock });
    await ledger.record(entryAt(clock, 0));
    await appendFile(path, '{"sent":{"atMs":17672');
    await ledger.record(entryAt(clock, 1));
    expect((await ledger.read()).map(({ shardId }) => shardId)).toEqual([0, 1]);
  });

  it('can be read by its owner only', async () => {
    const clock = new ManualClock();
    await new FileIdentifyLedger({ path, clock }).record(entryAt(clock, 0));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('does not grow for ever', async () => {
    const clock = new ManualClock();
    const ledger = new FileIdentifyLedger({ path, clock });
    for (let day = 0; day < 10; day += 1) {
      for (let n = 0; n < 10; n += 1) await ledger.record(entryAt(clock, n));
      clock.advance(DAY_MS);
    }
    const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
    expect([lines.length, await readdir(join(path, '..'))]).toEqual([10, ['identifies.jsonl', 'identifies.jsonl.1']]);
  });

  it('loses nothing when two processes begin a new file at once', async () => {
    const clock = new ManualClock();
    const ledgers = [new FileIdentifyLedger({ path, clock }), new FileIdentifyLedger({ path, clock })];
    await ledgers[0]?.record(entryAt(clock, 0));
    clock.advance(DAY_MS / 2);
    await ledgers[0]?.record(entryAt(clock, 1));
    clock.advance(DAY_MS / 2);
    await Promise.all(ledgers.map((ledger, index) => ledger.record(entryAt(clock, index + 2))));
    expect((await ledgers[0]?.read())?.map(({ shardId }) => shardId).sort()).toEqual([1, 2, 3]);
  });

  it('is not held up by the lock of a process that died', async () => {
    const clock = new ManualClock();
    const ledger = new FileIdentifyLedger({ path, clock });
    await ledger.record(entryAt(clock, 0));
    clock.advance(DAY_MS);
    await writeFile(`${path}.lock`, '');
    await utimes(`${path}.lock`, 0, 0);
    for (const shardId of [1, 2, 3]) await ledger.record(entryAt(clock, shardId));
    expect([await readdir(join(path, '..')), (await ledger.read()).length]).toEqual([['identifies.jsonl', 'identifies.jsonl.1'], 3]);
  });

  it('I-05 that holds nothing readable is refused once and set aside', async () => {
    const clock = new ManualClock();
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, '\u0000\u0000 not a ledger');
    const ledger = new FileIdentifyLedger({ path, clock });
    await expect(ledger.read()).rejects.toMatchObject({ code: 'IDENTIFY_LEDGER_FAILED' });
    expect(await ledger.read()).toEqual([]);
    expect(await readdir(join(path, '..'))).toEqual(['identifies.jsonl.unreadable']);
  });

  it('I-05 that was deleted while running begins anew', async () => {
    const clock = new ManualClock();
    const ledger = new FileIdentifyLedger({ path, clock });
    await ledger.record(entryAt(clock, 0));
    await rm(join(directory, 'deep'), { recursive: true });
    await ledger.record(entryAt(clock, 1));
    expect((await ledger.read()).map(({ shardId }) => shardId)).toEqual([1]);
  });

  it('I-05 that cannot be written keeps a queue that knows nothing else from identifying', async () => {
    await writeFile(join(directory, 'deep'), 'a file where the directory would be');
    const leaving = new AbortController();
    const queue = new InMemoryIdentifyQueue({ ledger: new FileIdentifyLedger({ path }), onWarn: () => leaving.abort('held') });
    await expect(queue.acquire({ shardId: 0, shardTotal: 1 }, { signal: leaving.signal })).rejects.toBe('held');
  });
});

describe('the options of a ledger file', () => {
  it('need a path', () => {
    expect(() => new FileIdentifyLedger({ path: '' })).toThrow(expect.objectContaining({ code: 'MISSING_OPTION' }));
  });
});
