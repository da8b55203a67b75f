import { describe, expect, it } from '@jest/globals';
import { bucketNamed, laneIn, said, underWayIn } from './limitParts.js';

describe('a lane that moves to another bucket', () => {
  it('takes along what is under way, and is counted in both', () => {
    const [old, fresh] = [bucketNamed('b1'), bucketNamed('b2')];
    const lane = laneIn(old);
    const { counter } = lane;
    const call = underWayIn(lane);
    lane.moveTo(fresh.counterOf(lane.route, 0), 0);
    expect([counter.callsUnderWay, lane.counter.callsUnderWay]).toEqual([1, 1]);
    call.comeBack();
    expect([counter.callsUnderWay, lane.counter.writesUnderWay]).toEqual([0, 0]);
  });

  it('leaves a bucket for good when its window is over and nothing is under way', () => {
    const [old, fresh] = [bucketNamed('b1'), bucketNamed('b2')];
    const lane = laneIn(old);
    const { counter } = lane;
    old.learn(counter, said(2, 1_000, 0, 10), true, 10);
    expect(lane.moveTo(fresh.counterOf(lane.route, 20), 20)).toEqual([]);
    expect([lane.leaveHaunts(1_000), lane.leaveHaunts(1_012)]).toEqual([[], [counter]]);
  });

  it('counts its silent calls where it arrives', () => {
    const lane = laneIn(bucketNamed(null));
    lane.bucket.countSilent(lane.counter, 50);
    lane.moveTo(bucketNamed('b2').counterOf(lane.route, 60), 60);
    lane.counter.learn(said(1, 1_000, 40, 70), true, 70);
    expect(lane.counter.window.freeAtMs(0, 80)).toBe(1_072);
  });

  it('haunts eight buckets at most, and tells which it has left', () => {
    const lane = laneIn(bucketNamed('b0'));
    underWayIn(lane);
    const left = Array.from({ length: 12 }, (_, at) => lane.moveTo(bucketNamed(`b${String(at + 1)}`).counterOf(lane.route, 0), 0)).flat();
    expect([lane.haunts.length, left.length, left.every(({ callsUnderWay }) => callsUnderWay === 0)]).toEqual([8, 4, true]);
  });

  it('knows where one of its calls was counted', () => {
    const lane = laneIn(bucketNamed('b1'));
    const elsewhere = bucketNamed('b2').counterOf(lane.route, 0);
    lane.haunt(elsewhere, 0);
    expect([lane.counterBy('b2'), lane.counterBy('b1'), lane.counterBy(null), lane.counterBy('b3')]).toEqual([
      elsewhere,
      lane.counter,
      lane.counter,
      null,
    ]);
  });
});
