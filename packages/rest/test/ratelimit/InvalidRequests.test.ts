import { describe, expect, it } from '@jest/globals';
import { InvalidRequests } from '../../src/ratelimit/InvalidRequests.js';

function counted(count: number, nowMs = 0): InvalidRequests {
  const invalid = new InvalidRequests();
  for (let request = 0; request < count; request += 1) invalid.add(nowMs);
  return invalid;
}

describe('the count of invalid requests', () => {
  it.each([
    [999, 'calm'],
    [1_000, 'warned'],
    [2_499, 'warned'],
    [2_500, 'slowed'],
    [4_499, 'slowed'],
    [4_500, 'stopped'],
  ] as const)('R-22 with %i is in the band %s', (count, band) => {
    expect(counted(count).band(0)).toBe(band);
  });

  it('forgets a refusal after ten minutes, and a slot more', () => {
    const invalid = counted(1_000);
    expect([invalid.count(609_999), invalid.count(610_000)]).toEqual([1_000, 0]);
  });

  it('lets everybody go below the band slowed', () => {
    expect(counted(2_499).nextMs(5)).toBe(5);
  });

  it('lets five go at once in the band slowed, then as many as keep the last band far', () => {
    const invalid = counted(2_500);
    for (let call = 0; call < 5; call += 1) expect([invalid.nextMs(0), invalid.sent(0)]).toEqual([0, true]);
    expect(invalid.nextMs(0)).toBe(300);
  });

  it('gives a place back for a good answer', () => {
    const invalid = counted(2_500);
    for (let call = 0; call < 5; call += 1) invalid.sent(0);
    invalid.passed();
    expect(invalid.nextMs(0)).toBe(0);
  });

  it('stops above the last band until enough is forgotten', () => {
    const invalid = counted(300);
    for (let request = 0; request < 4_400; request += 1) invalid.add(30_000);
    expect(invalid.nextMs(40_000)).toBe(610_000);
  });

  it('takes over what others of the host add, until it is ten minutes old', () => {
    const invalid = counted(100);
    invalid.share(4_600, 1_000);
    expect([invalid.band(1_000), invalid.nextMs(1_000)]).toEqual(['stopped', 601_000]);
    invalid.share(50, 2_000);
    expect(invalid.count(2_000)).toBe(100);
  });
});
