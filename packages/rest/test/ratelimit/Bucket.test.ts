import { describe, expect, it } from '@jest/globals';
import { bucketNamed, laneIn, said, underWayIn, waitingIn } from './limitParts.js';

describe('a bucket of several lanes', () => {
  it('lets go first who asked first', () => {
    const bucket = bucketNamed();
    const [one, other] = [laneIn(bucket, 'PUT /a'), laneIn(bucket, 'DELETE /a')];
    const first = waitingIn(other);
    waitingIn(one);
    expect(bucket.next(0)).toBe(first);
  });

  it('lets nobody pass a write that waits for reads', () => {
    const bucket = bucketNamed();
    const [one, other] = [laneIn(bucket, 'GET /a'), laneIn(bucket, 'PUT /a')];
    bucket.learn(one.counter, said(4, 1_000, 0, 10), false, 10);
    underWayIn(one, { isRead: true });
    waitingIn(other);
    waitingIn(one, { isRead: true });
    expect([bucket.next(20), bucket.wakeAtMs, bucket.limitedCall]).toEqual([null, Infinity, null]);
  });

  it('passes by a lane that is held, and wakes when its time has come', () => {
    const bucket = bucketNamed();
    const [held, free] = [laneIn(bucket, 'PATCH /a name'), laneIn(bucket, 'PATCH /a')];
    held.hold(900, 'shared');
    waitingIn(held);
    const call = waitingIn(free);
    expect([bucket.next(5), bucket.wakeAtMs]).toEqual([call, 900]);
  });

  it('tells whom a limit holds back, and until when', () => {
    const bucket = bucketNamed();
    const lane = laneIn(bucket);
    bucket.learn(lane.counter, said(0, 1_000, 0, 10), true, 10);
    const call = waitingIn(lane);
    expect([bucket.next(20), bucket.limitedCall, bucket.wakeAtMs]).toEqual([null, call, 1_012]);
  });

  it('holds everybody back after a 429 that says nothing of the window', () => {
    const bucket = bucketNamed();
    const call = waitingIn(laneIn(bucket));
    bucket.hold(700, 0);
    expect([bucket.next(699), bucket.next(700)]).toEqual([null, call]);
  });

  it('keeps what it knows of a window that runs through such a 429', () => {
    const bucket = bucketNamed();
    const lane = laneIn(bucket);
    bucket.learn(lane.counter, said(0, 5_000, 0, 10), true, 10);
    bucket.hold(700, 20);
    waitingIn(lane);
    expect(bucket.next(1_000)).toBe(null);
  });

  it('tells a lane that joins what the others know', () => {
    const bucket = bucketNamed();
    bucket.learn(laneIn(bucket, 'GET /a').counter, said(0, 1_000, 0, 10), false, 10);
    waitingIn(laneIn(bucket, 'PUT /a'));
    expect([bucket.next(20), bucket.wakeAtMs]).toEqual([null, 1_012]);
  });

  it('counts a silent and a lost call of one lane for all of them', () => {
    const bucket = bucketNamed();
    const [one, other] = [laneIn(bucket, 'PUT /a'), laneIn(bucket, 'DELETE /a')];
    bucket.learn(one.counter, said(2, 1_000, 0, 10), true, 10);
    bucket.countSilent(one.counter, 20);
    bucket.countLost(one.counter, 20);
    waitingIn(other);
    expect(bucket.next(30)).toBe(null);
  });
});

describe('a bucket whose lanes are counted apart', () => {
  const apart = () => {
    const bucket = bucketNamed();
    const [send, edit] = [laneIn(bucket, 'POST /a'), laneIn(bucket, 'PATCH /a')];
    bucket.learn(send.counter, said(3, 5_000, 0, 50), true, 50);
    bucket.learn(edit.counter, said(4, 5_000, 100, 150), true, 150);
    bucket.learn(send.counter, said(0, 4_700, 200, 250), true, 250);
    return { bucket, edit, send };
  };

  it('finds that out when an answer cannot come from the other count, and lets each go by its own', () => {
    const { bucket, edit, send } = apart();
    waitingIn(send);
    const call = waitingIn(edit);
    expect(bucket.next(300)).toBe(call);
  });

  it('counts them together again when Discord says no where there was room', () => {
    const { bucket, edit, send } = apart();
    bucket.exhaust(edit.counter, said(0, 9_000, 300, 350), 350);
    waitingIn(send);
    waitingIn(edit);
    expect([bucket.next(5_100), bucket.next(9_352)?.lane]).toEqual([null, send]);
  });
});
