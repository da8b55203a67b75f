import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import type { GatewayInfo } from '../../src/sharding/GatewayInfo.js';
import { GatewayInfoSource } from '../../src/sharding/GatewayInfoSource.js';
import { pass } from '../identify/virtualTime.js';

const INFO: GatewayInfo = {
  url: 'wss://gateway.discord.gg',
  shards: 2,
  sessionStartLimit: { maxConcurrency: 1, remaining: 1_000, resetAfterMs: 0, total: 1_000 },
};

function newSource(answers: (GatewayInfo | Error)[]) {
  const clock = new ManualClock();
  const calls: number[] = [];
  const warnings: string[] = [];
  const fetch = (): Promise<GatewayInfo> => {
    calls.push(clock.nowMs());
    const answer = answers.shift() ?? INFO;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const source = new GatewayInfoSource({ clock, fetch, onWarn: ({ message }) => warnings.push(message), random: () => 1 });
  return { clock, calls, warnings, source };
}

const statusError = (status: number): Error => Object.assign(new Error(`HTTP ${String(status)}`), { status });

describe('the source of what Discord says about the gateway', () => {
  it('asks again with a growing pause, up to half a minute', async () => {
    const { clock, calls, source, warnings } = newSource(Array.from({ length: 8 }, () => new Error('ENOTFOUND')));
    const loaded = source.load(new AbortController().signal);
    await pass(clock, 300_000);
    expect(await loaded).toBe(INFO);
    expect(calls.slice(1).map((atMs, index) => atMs - (calls[index] ?? 0))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]);
    expect(warnings.length).toBe(8);
  });

  it.each([408, 429, 500, 503])('asks again after status %i', async (status) => {
    const { clock, source } = newSource([statusError(status)]);
    const loaded = source.load(new AbortController().signal);
    await pass(clock, 1_000);
    expect(await loaded).toBe(INFO);
  });

  it.each([400, 401, 403, 404])('takes status %i for an answer', async (status) => {
    await expect(newSource([statusError(status)]).source.load(new AbortController().signal)).rejects.toMatchObject({ status });
  });

  it('stops in the middle of a pause', async () => {
    const { clock, source } = newSource([new Error('ENOTFOUND')]);
    const leaving = new AbortController();
    const loaded = source.load(leaving.signal);
    await pass(clock, 10);
    leaving.abort('enough');
    await expect(loaded).rejects.toBe('enough');
    expect(clock.pendingTimers).toBe(0);
  });

  it('I-08 refreshes once a minute at most, and keeps what it knows when that fails', async () => {
    const { clock, calls, source, warnings } = newSource([INFO, new Error('ENOTFOUND')]);
    const { signal } = new AbortController();
    await source.load(signal);
    expect([await source.refresh(signal), calls.length]).toEqual([null, 1]);
    clock.advance(60_000);
    expect([await source.refresh(signal), source.info, warnings.length]).toEqual([null, INFO, 1]);
    clock.advance(60_000);
    expect(await source.refresh(signal)).toBe(INFO);
  });
});
