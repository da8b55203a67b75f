import { describe, expect, it } from '@jest/globals';
import { HeartbeatWatch } from '../../src/gateway/HeartbeatWatch.js';

describe('the watch over heartbeats', () => {
  it('waits one and a half intervals from the last one', () => {
    const watch = new HeartbeatWatch(1_000);
    watch.restart(0);
    watch.beat(1_400);
    expect([watch.isOverdue(2_899), watch.isOverdue(2_900), watch.deadlineMs]).toEqual([false, true, 2_900]);
  });

  it('asks for nothing before it is started', () => {
    expect(new HeartbeatWatch(1_000).deadlineMs).toBe(Infinity);
  });

  it('acknowledges at once, later, or never', () => {
    const watch = new HeartbeatWatch(1_000);
    expect(watch.beat(0)).toBe(true);
    watch.ackDelayMs = 50;
    expect([watch.beat(10), watch.beat(30), watch.deadlineMs, watch.takeDueAcks(59), watch.takeDueAcks(60), watch.takeDueAcks(90)]).toEqual(
      [false, false, 60, 0, 1, 1],
    );
    watch.swallows = true;
    expect([watch.beat(100), watch.takeDueAcks(10_000)]).toEqual([false, 0]);
  });
});
