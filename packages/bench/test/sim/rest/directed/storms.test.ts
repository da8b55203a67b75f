import { describe, expect, it } from '@jest/globals';
import { GLOBAL } from '../../../../src/sim/rest/scenes.js';
import { banned, churn, detours, forbidden } from '../../../../src/sim/rest/directed/storms.js';

describe('a bot to which everything is forbidden', () => {
  it('R-22 invalid requests: sends fewer than 4,500 in any ten minutes, however much it asks for', async () => {
    const { calls, mostInvalid } = await forbidden(1, 30);
    expect(calls).toBeGreaterThan(20_000);
    expect(mostInvalid).toBeGreaterThan(2_500);
    expect(mostInvalid).toBeLessThanOrEqual(4_500);
  }, 30_000);
});

describe('a host that Cloudflare bans', () => {
  it('R-08 Cloudflare 429: sends at most one request in each time that a page names, and comes back', async () => {
    const { backAfterMs, mostPerWindow, probes, surprised } = await banned(1, 20_000, 120_000);
    expect(surprised).toBeLessThanOrEqual(50);
    expect(mostPerWindow).toBe(1);
    expect(probes).toBeGreaterThanOrEqual(2);
    expect(backAfterMs).toBeLessThanOrEqual(70_000);
  }, 30_000);

  it('R-08 Cloudflare 429: costs one request in each such time from the start, if it was banned before and says so at once', async () => {
    const warm = { ...GLOBAL, network: { ...GLOBAL.network, coldMs: 0 } };
    const { mostPerWindow, probes, surprised } = await banned(1, 0, 60_000, warm);
    expect(surprised).toBe(1);
    expect(mostPerWindow).toBe(1);
    expect(probes).toBeLessThanOrEqual(12);
  }, 30_000);

  it('R-08 Cloudflare 429: costs one second of requests if the first answer is long in coming', async () => {
    const { mostPerWindow, surprised } = await banned(1, 0, 60_000, GLOBAL);
    expect(surprised).toBeLessThanOrEqual(50);
    expect(mostPerWindow).toBe(1);
  }, 30_000);
});

describe('a bot at the global limit, when the way to Discord becomes shorter', () => {
  it('R-09 own global limit: is one request above it at most, once in a while', async () => {
    const { calls, changes, peakPerSecond, refused } = await detours(1, 10);
    expect(calls).toBeGreaterThan(20_000);
    expect(peakPerSecond).toBeLessThanOrEqual(52);
    expect(refused).toBeLessThanOrEqual(2 * changes);
  }, 30_000);
});

describe('a bot with more buckets than it could remember', () => {
  it('R-11 hash changes: holds few of them, while hashes change and every interaction is a bucket of its own', async () => {
    const { buckets, mostLanes } = await churn(1, 0.25);
    expect(buckets).toBeGreaterThan(20_000);
    expect(mostLanes).toBeLessThanOrEqual(2_000);
  }, 30_000);
});
