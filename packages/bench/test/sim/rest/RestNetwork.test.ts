import { describe, expect, it } from '@jest/globals';
import { RestNetwork } from '../../../src/sim/rest/RestNetwork.js';
import { SeededRandom } from '../../../src/sim/world/SeededRandom.js';

const CALM = { baseMs: 20, jitterMs: 4, detourMs: 0, coldMs: 300, spikes: 0, serverMs: 15, serverJitterMs: 10, lost: 0, broken: 0 };

function network(weather = {}): RestNetwork {
  return new RestNetwork(new SeededRandom(1), { ...CALM, ...weather });
}

describe('the way to Discord', () => {
  it('takes longer for the first request of a connection, and longest in a process that has just begun', () => {
    const way = network({ jitterMs: 0 });
    expect(way.fate(0)).toMatchObject({ connectMs: 300 + 2 * 40, upMs: 20 });
    expect(way.fate(2_000)).toMatchObject({ connectMs: 2 * 40, upMs: 20 });
    way.release(2_100);
    expect([way.fate(6_100).connectMs, way.fate(6_100).connectMs]).toEqual([0, 80]);
  });

  it('leaves a connection that was idle for more than 4 s', () => {
    const way = network({ jitterMs: 0 });
    way.release(2_000);
    expect(way.fate(6_001).connectMs).toBe(80);
  });

  it('takes its time for each message, with the mean that it is told', () => {
    const way = network();
    const ways = Array.from({ length: 20_000 }, () => {
      way.release(5_000);
      return way.fate(5_000);
    });
    const mean = (of: (fate: (typeof ways)[number]) => number) => ways.reduce((sum, fate) => sum + of(fate), 0) / ways.length;
    expect(Math.min(...ways.map(({ upMs }) => upMs))).toBeGreaterThanOrEqual(20);
    expect(mean(({ upMs }) => upMs)).toBeCloseTo(24, 0);
    expect(mean(({ downMs }) => downMs)).toBeCloseTo(24, 0);
    expect(mean(({ serverMs }) => serverMs)).toBeCloseTo(25, 0);
  });

  it('loses as many requests and as many answers as it is told, and breaks as many connections', () => {
    const way = network({ lost: 0.1, broken: 0.2 });
    const ways = Array.from({ length: 20_000 }, () => way.fate(5_000));
    const share = (of: (fate: (typeof ways)[number]) => boolean) => ways.filter(of).length / ways.length;
    expect(share(({ upMs }) => upMs === Infinity)).toBeCloseTo(0.1, 1);
    expect(share(({ downMs, upMs }) => downMs === Infinity && upMs < Infinity)).toBeCloseTo(0.1, 1);
    expect(share(({ isBroken }) => isBroken)).toBeCloseTo(0.2, 1);
  });

  it('becomes longer or shorter in each direction when its routes change', () => {
    const way = network({ jitterMs: 0, detourMs: 20 });
    const random = new SeededRandom(2);
    const seen = new Set<number>();
    for (let change = 0; change < 10; change += 1) {
      way.changeRoutes(random);
      way.release(5_000);
      const { downMs, upMs } = way.fate(5_000);
      expect(Math.max(downMs, upMs)).toBeLessThanOrEqual(40);
      seen.add(upMs).add(downMs);
    }
    expect(seen.size).toBe(20);
  });
});
