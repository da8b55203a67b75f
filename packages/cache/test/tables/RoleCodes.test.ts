import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RoleCodes } from '../../src/tables/RoleCodes.js';

describe('the codes of roles', () => {
  it('are a character for each role, and give the list back in its order', () => {
    const codes = new RoleCodes();
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }).map(String), { maxLength: 250 }), (roles) => {
        const text = codes.encode(roles);
        expect(text).toHaveLength(roles.length);
        expect(codes.decode(text ?? '')).toEqual(roles);
      }),
    );
  });

  it('run out after four thousand roles; those that have one keep it', () => {
    const codes = new RoleCodes();
    const roles = Array.from({ length: 4_096 }, (_, n) => String(n + 1));
    const text = codes.encode(roles);
    expect([codes.encode(['5000']), codes.encode(['1', '5000'])]).toEqual([null, null]);
    expect(codes.decode(text ?? '')).toEqual(roles);
    expect(codes.encode(['4096'])).not.toBeNull();
  });
});
