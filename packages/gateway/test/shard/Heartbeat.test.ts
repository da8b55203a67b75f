import { describe, expect, it } from '@jest/globals';
import { Heartbeat, readIntervalMs } from '../../src/shard/Heartbeat.js';

const INTERVAL_MS = 41_250;
const beating = (random = 0.5): Heartbeat => new Heartbeat(INTERVAL_MS, 1_000, () => random);

describe('P-21: the interval of HELLO', () => {
  it.each([
    [41_250, 41_250],
    [0.5, 1_000],
    [1, 1_000],
    [999, 1_000],
    [120_000, 120_000],
    [120_001, 120_000],
    [Number.MAX_VALUE, 120_000],
  ])('%p is taken as %p', (said, taken) => {
    expect(readIntervalMs(said)).toBe(taken);
  });

  it.each([[0], [-1], [NaN], [Infinity], ['41250'], [null], [undefined], [{}]])('%p is of no use', (said) => {
    expect(readIntervalMs(said)).toBeNull();
  });
});

describe('a heart that begins', () => {
  it('beats first at a random point of the first interval', () => {
    expect([0, 0.5, 0.999].map((random) => beating(random).nextMs)).toEqual([1_000, 1_000 + 20_625, 1_000 + 41_250 * 0.999]);
  });

  it('owes nothing and is no zombie', () => {
    const heart = beating();
    expect([heart.isAcknowledged, heart.isZombie(0), heart.sentMs, heart.ackedMs]).toEqual([true, false, null, null]);
  });
});

describe('a heart that beats', () => {
  it('beats again an interval after it was sent, never in bursts after a late timer', () => {
    const heart = beating();
    heart.beat(200_000);
    expect([heart.sentMs, heart.nextMs]).toEqual([200_000, 241_250]);
  });

  it('measures the time to the acknowledgement', () => {
    const heart = beating();
    heart.beat(5_000);
    heart.acknowledge(5_042);
    expect([heart.latency.last, heart.ackedMs, heart.isAcknowledged]).toEqual([42, 5_042, true]);
  });

  it('confirms by an acknowledgement what was written before its beat', () => {
    const heart = beating();
    heart.beat(5_000);
    expect(heart.confirmedMs).toBe(-Infinity);
    heart.acknowledge(5_042);
    expect(heart.confirmedMs).toBe(5_000);
  });

  it('pairs acknowledgements with beats in order, early ones included', () => {
    const heart = beating();
    heart.beat(5_000);
    heart.beatEarly(5_100);
    heart.acknowledge(5_150);
    heart.acknowledge(5_160);
    expect(heart.latency.recent).toEqual([60, 150]);
  });

  it('takes no sample from an acknowledgement of nothing', () => {
    const heart = beating();
    heart.acknowledge(5_000);
    expect([heart.latency.last, heart.ackedMs]).toEqual([null, 5_000]);
  });

  it('P-01: is a zombie when its beat was not acknowledged and nothing came since', () => {
    const heart = beating();
    heart.beat(5_000);
    expect([heart.isZombie(5_000), heart.isZombie(4_000), heart.isAcknowledged]).toEqual([true, true, false]);
  });

  it('P-02: is no zombie when a frame came since the beat', () => {
    const heart = beating();
    heart.beat(5_000);
    expect(heart.isZombie(5_001)).toBe(false);
  });

  it('is excused after a sleep: what came meanwhile has not been read', () => {
    const heart = beating();
    heart.beat(5_000);
    heart.excuse();
    expect([heart.isZombie(0), heart.isAcknowledged]).toEqual([false, true]);
  });

  it('P-03: an early beat neither moves the next regular one nor makes a zombie', () => {
    const heart = beating();
    const { nextMs } = heart;
    heart.beatEarly(2_000);
    expect([heart.nextMs, heart.isZombie(0), heart.sentMs]).toEqual([nextMs, false, 2_000]);
  });
});

describe('a heart that Discord asks to beat', () => {
  it('P-03: answers five requests in ten seconds and no more', () => {
    const heart = beating();
    const answered = Array.from({ length: 10 }, (_, index) => heart.answersRequest(2_000 + index * 100));
    expect(answered.filter(Boolean)).toHaveLength(5);
  });

  it('P-03: answers again when the ten seconds of an earlier answer are over', () => {
    const heart = beating();
    for (let index = 0; index < 5; index += 1) heart.answersRequest(2_000 + index);
    expect([heart.answersRequest(11_999), heart.answersRequest(12_000), heart.answersRequest(12_000)]).toEqual([false, true, false]);
  });
});
