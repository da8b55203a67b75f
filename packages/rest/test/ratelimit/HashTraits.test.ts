import { describe, expect, it } from '@jest/globals';
import { HashTraits } from '../../src/ratelimit/HashTraits.js';
import { routeNamed } from './limitParts.js';

const [one, other] = [routeNamed('POST /a'), routeNamed('PATCH /a')];

describe('the traits of a hash', () => {
  it('count routes together until they are apart, either way round', () => {
    const traits = new HashTraits();
    expect(traits.areApart(one, other)).toBe(false);
    traits.separate(one, other);
    expect([traits.areApart(one, other), traits.areApart(other, one)]).toEqual([true, true]);
    traits.rejoin();
    expect(traits.areApart(one, other)).toBe(false);
  });

  it('hold the limit of the call that was sent last', () => {
    const traits = new HashTraits();
    traits.learnLimit(4, 100);
    traits.learnLimit(5, 90);
    expect(traits.limit).toBe(4);
  });

  it('remember no end of pairs', () => {
    const traits = new HashTraits();
    for (let at = 0; at < 1_000; at += 1) traits.separate(one, routeNamed(`GET /${String(at)}`));
    const remembered = Array.from({ length: 1_000 }, (_, at) => traits.areApart(one, routeNamed(`GET /${String(at)}`)));
    expect(remembered.filter(Boolean).length).toBeLessThanOrEqual(256);
  });
});
