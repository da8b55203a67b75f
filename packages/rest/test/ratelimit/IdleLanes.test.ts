import { describe, expect, it } from '@jest/globals';
import { IdleLanes } from '../../src/ratelimit/IdleLanes.js';
import { bucketNamed, laneIn, said } from './limitParts.js';

describe('the lanes that nobody uses', () => {
  it('are forgotten after ten seconds, longest unused first', () => {
    const idle = new IdleLanes();
    const [first, second] = [laneIn(bucketNamed()), laneIn(bucketNamed())];
    idle.add(first, 0);
    idle.add(second, 1);
    expect([idle.takeStale(9_999), idle.takeStale(10_000), idle.takeStale(10_000), idle.takeStale(10_001)]).toEqual([
      null,
      first,
      null,
      second,
    ]);
  });

  it('stay when they are used again', () => {
    const idle = new IdleLanes();
    const lanes = [0, 1, 2].map(() => laneIn(bucketNamed()));
    for (const lane of lanes) idle.add(lane, 0);
    idle.remove(lanes[1]!);
    idle.remove(lanes[1]!);
    expect([idle.takeStale(20_000), idle.takeStale(20_000), idle.takeStale(20_000)]).toEqual([lanes[0], lanes[2], null]);
  });

  it.each([
    ['it is held', (lane: ReturnType<typeof laneIn>) => lane.hold(600_000, 'user')],
    ['its bucket is held', (lane: ReturnType<typeof laneIn>) => lane.bucket.hold(600_000, 0)],
    ['its window runs', (lane: ReturnType<typeof laneIn>) => lane.bucket.learn(lane.counter, said(0, 600_000, 0, 0), true, 0)],
  ])('R-05 are kept as long as what is known of one matters: %s', (_, befall) => {
    const idle = new IdleLanes();
    const lane = laneIn(bucketNamed());
    befall(lane);
    idle.add(lane, 0);
    expect([idle.takeStale(20_000), idle.takeStale(599_000), idle.takeStale(700_000)]).toEqual([null, null, lane]);
  });

  it('are 20,000 at most, whatever is known of them', () => {
    const idle = new IdleLanes();
    const bucket = bucketNamed();
    bucket.hold(Infinity, 0);
    const lane = laneIn(bucket);
    idle.add(lane, 0);
    for (let at = 0; at < 20_000; at += 1) idle.add(laneIn(bucketNamed()), 0);
    expect(idle.takeStale(1)).toBe(lane);
  });
});
