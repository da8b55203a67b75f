import { describe, expect, it } from '@jest/globals';
import { protocolDefaults } from '../../src/shard/ShardProtocolOptions.js';
import { Silence, type SilenceVerdict } from '../../src/shard/Silence.js';

const silent = (): Silence => new Silence(protocolDefaults.silence, 0);

/** Looks at every deadline until `untilMs`; `bytesAt` is what the socket has read by then. */
function watch(silence: Silence, untilMs: number, bytesAt: (nowMs: number) => number, mayPing = true): [number, SilenceVerdict][] {
  const seen: [number, SilenceVerdict][] = [];
  for (let nowMs = silence.deadlineMs; nowMs <= untilMs; nowMs = silence.deadlineMs) {
    const verdict = silence.check(nowMs, bytesAt(nowMs), mayPing);
    seen.push([nowMs, verdict]);
    if (verdict === 'silent' || verdict === 'frame too slow') break;
  }
  return seen;
}

describe('a link on which nothing comes', () => {
  it('S-03 is asked by a ping after 10 s, by a heartbeat 3 s later, and is dead another 4 s later', () => {
    expect(watch(silent(), 60_000, () => 0)).toEqual([
      [10_000, 'ping'],
      [13_000, 'beat'],
      [17_000, 'silent'],
    ]);
  });

  it('is asked by a heartbeat alone when its host answers no pings', () => {
    expect(watch(silent(), 60_000, () => 0, false)).toEqual([
      [10_000, 'beat'],
      [14_000, 'silent'],
    ]);
  });

  it('is not judged before its deadline', () => {
    expect(silent().check(9_999, 0, true)).toBe('nothing');
  });

  it('S-03 that dies says nothing about whether its host answers pings', () => {
    const silence = silent();
    watch(silence, 60_000, () => 0);
    expect(silence.takeUnansweredPing()).toBe(false);
  });
});

describe('a link on which frames come', () => {
  it('is left alone until 10 s after the last', () => {
    const silence = silent();
    silence.lastFrameMs = 8_000;
    expect([silence.deadlineMs, silence.check(10_000, 5, true)]).toEqual([18_000, 'nothing']);
  });

  it('lives on when its ping is answered, and that is no frame', () => {
    const silence = silent();
    silence.check(10_000, 0, true);
    silence.answered(10_000);
    expect([silence.deadlineMs, silence.lastFrameMs, silence.takeUnansweredPing()]).toEqual([20_000, 0, false]);
  });

  it('lives on when a frame comes in the very millisecond of the ping', () => {
    const silence = silent();
    silence.check(10_000, 0, true);
    silence.lastFrameMs = 10_000;
    expect([silence.check(13_000, 0, true), silence.deadlineMs]).toEqual(['nothing', 20_000]);
  });

  it('has a host that does not care for pings when the heartbeat after one is answered', () => {
    const silence = silent();
    silence.check(10_000, 0, true);
    silence.check(13_000, 0, true);
    silence.lastFrameMs = 13_050;
    silence.check(17_000, 3, true);
    expect([silence.takeUnansweredPing(), silence.takeUnansweredPing()]).toEqual([true, false]);
  });

  it('has a host of which nothing is known when it was asked by a heartbeat alone', () => {
    const silence = silent();
    silence.check(10_000, 0, false);
    silence.lastFrameMs = 10_050;
    silence.check(14_000, 3, false);
    expect(silence.takeUnansweredPing()).toBe(false);
  });

  it('lives on when something comes after a ping', () => {
    const silence = silent();
    silence.check(10_000, 0, true);
    silence.lastFrameMs = 11_000;
    expect([silence.check(13_000, 2, true), silence.deadlineMs]).toEqual(['nothing', 21_000]);
  });
});

describe('a link on which one frame drips', () => {
  const drip = (nowMs: number): number => Math.floor(nowMs / 10);

  it('S-14 lives as long as the frame is whole within 30 s', () => {
    const silence = silent();
    expect(watch(silence, 20_000, drip).map(([, verdict]) => verdict)).not.toContain('silent');
    silence.lastFrameMs = 20_000;
    expect(watch(silence, 29_000, drip)).toEqual([]);
  });

  it('S-14 is given up when the frame is not whole after 30 s', () => {
    expect(watch(silent(), 60_000, drip).at(-1)).toEqual([30_000, 'frame too slow']);
  });

  it('is asked once more when the drip stops', () => {
    const seen = watch(silent(), 60_000, (nowMs) => (nowMs < 12_000 ? drip(nowMs) : 1_200), false);
    expect(seen.at(-1)).toEqual([28_000, 'silent']);
  });
});

describe('a link that is suspected or forgiven', () => {
  it('S-22 is asked at once after a sleep, whatever came lately', () => {
    const silence = silent();
    silence.lastFrameMs = 499_000;
    expect([silence.suspect(500_000, 9, true), silence.deadlineMs]).toEqual(['ping', 503_000]);
  });

  it('begins to wait anew when it is forgiven', () => {
    const silence = silent();
    silence.check(10_000, 0, true);
    silence.forgive(12_000);
    expect([silence.deadlineMs, silence.check(22_000, 0, true)]).toEqual([22_000, 'ping']);
  });
});
