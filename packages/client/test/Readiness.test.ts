import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { CACHE_READY_TIMEOUT_MS, Readiness } from '../src/Readiness.js';

function world(shardIds: readonly number[], missing = 0) {
  const clock = new ManualClock();
  const told: string[] = [];
  const state = { missing };
  const readiness = new Readiness({
    clock,
    shardIds: () => shardIds,
    missingGuilds: () => state.missing,
    shardsReady: () => told.push('shardsReady'),
    cacheReady: () => told.push('cacheReady'),
  });
  return { clock, readiness, state, told };
}

describe('readiness', () => {
  it('comes when all shards of this instance are connected, once', () => {
    const { readiness, told } = world([2, 3]);
    readiness.shardConnected(2);
    readiness.shardConnected(2);
    expect(told).toEqual([]);
    readiness.shardConnected(3);
    readiness.shardConnected(3);
    expect(told).toEqual(['shardsReady', 'cacheReady']);
  });

  it('waits for the guilds', () => {
    const { clock, readiness, state, told } = world([0], 1);
    readiness.shardConnected(0);
    expect(told).toEqual(['shardsReady']);
    state.missing = 0;
    readiness.guildsChanged();
    expect(told).toEqual(['shardsReady', 'cacheReady']);
    expect(clock.pendingTimers).toBe(0);
  });

  it('does not wait for a guild longer than 15 seconds after the last', () => {
    const { clock, readiness, told } = world([0], 2);
    readiness.shardConnected(0);
    clock.advance(CACHE_READY_TIMEOUT_MS - 1);
    readiness.guildsChanged();
    clock.advance(CACHE_READY_TIMEOUT_MS - 1);
    expect(told).toEqual(['shardsReady']);
    clock.advance(1);
    readiness.guildsChanged();
    expect(told).toEqual(['shardsReady', 'cacheReady']);
  });

  it('ignores guilds before the shards', () => {
    const { clock, readiness, told } = world([0, 1], 0);
    readiness.guildsChanged();
    expect([told.length, clock.pendingTimers]).toEqual([0, 0]);
  });

  it('says nothing after it was stopped, and leaves no timer', () => {
    const { clock, readiness, told } = world([0], 1);
    readiness.shardConnected(0);
    readiness.stop();
    expect(clock.pendingTimers).toBe(0);
    readiness.guildsChanged();
    expect(told).toEqual(['shardsReady']);
  });
});
