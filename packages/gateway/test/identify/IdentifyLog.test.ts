import { describe, expect, it } from '@jest/globals';
import { DAY_MS, IdentifyLog } from '../../src/identify/IdentifyLog.js';

describe('the log of IDENTIFYs', () => {
  it('forgets what is 24 hours old', () => {
    const log = new IdentifyLog(1);
    log.add(0, 0);
    log.add(0, 1_000);
    expect([DAY_MS - 1, DAY_MS, DAY_MS + 1_000].map((nowMs) => log.usedAt(nowMs))).toEqual([2, 1, 0]);
  });

  it('knows when fewer will be left', () => {
    const log = new IdentifyLog(1);
    for (const atMs of [0, 1_000, 2_000]) log.add(0, atMs);
    expect([3, 2, 1].map((limit) => log.belowAtMs(limit))).toEqual([DAY_MS, DAY_MS + 1_000, DAY_MS + 2_000]);
    expect(log.belowAtMs(4)).toBe(Infinity);
  });

  it('counts those since the last READY', () => {
    const log = new IdentifyLog(1);
    const before = log.add(0, 0);
    log.ready();
    const after = log.add(0, 1);
    log.remove(before);
    expect(log.sinceReady).toBe(1);
    log.remove(after);
    log.remove(after);
    expect(log.sinceReady).toBe(0);
  });

  it('knows the last one of each key, also after one was taken back, moved, or the keys have changed', () => {
    const log = new IdentifyLog(2);
    const first = log.add(0, 10);
    const last = log.add(2, 20);
    log.add(1, 30);
    expect([log.lastAtMsOf(0), log.lastAtMsOf(1), log.lastAtMs]).toEqual([20, 30, 30]);
    log.remove(last);
    log.move(first, 15);
    log.move(last, 99);
    expect([log.lastAtMsOf(0), log.lastAtMs]).toEqual([15, 30]);
    log.rekey(1);
    expect([log.lastAtMsOf(0), log.lastAtMsOf(1)]).toEqual([30, -Infinity]);
  });

  it('takes over what the ledger knows, and what came after its last READY', () => {
    const log = new IdentifyLog(1);
    const at = (atMs: number, ready: boolean) => ({ shardId: 0, atMs, ready });
    log.restore([at(-30, false), at(-20, true), at(-10, false), at(-5, false)]);
    expect([log.usedAt(0), log.sinceReady, log.lastAtMs]).toEqual([4, 2, -5]);
    log.restore([at(-30, false)]);
    expect([log.usedAt(0), log.sinceReady]).toEqual([1, 1]);
  });
});
