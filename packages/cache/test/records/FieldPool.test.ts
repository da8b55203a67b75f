import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FieldPool } from '../../src/records/FieldPool.js';

const NO_SLOTS = new Set<string>();

describe('a field pool', () => {
  it('gives records with the same common values the same object', () => {
    const pool = new FieldPool();
    const first = pool.split({ id: '1', deaf: false, nick: null, roles: [] }, new Set(['id'])).shared;
    expect(pool.split({ id: '2', deaf: false, nick: null, roles: [] }, new Set(['id'])).shared).toBe(first);
    expect(first).toEqual({ deaf: false, nick: null, roles: [] });
    expect(Object.isFrozen(first)).toBe(true);
  });

  it('splits a payload into what is shared and what is its own, and loses nothing', () => {
    const pool = new FieldPool();
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue(), { noNullPrototype: true }), (payload) => {
        const { ['__proto__']: _dropped, ...expected } = payload;
        const { ['__proto__']: _shared, ...split } = {
          ...pool.split(payload, NO_SLOTS).shared,
          ...pool.split(payload, NO_SLOTS).own(payload),
        };
        expect(split).toEqual(expected);
      }),
    );
  });

  it('does not let a field named __proto__ become a prototype', () => {
    const pool = new FieldPool();
    const payload = JSON.parse('{"__proto__":{"evil":true},"a":{"b":1}}') as Record<string, unknown>;
    expect(({ ...pool.split(payload, NO_SLOTS).own(payload) } as { evil?: boolean }).evil).toBeUndefined();
    expect(pool.split(JSON.parse('{"__proto__":null}') as Record<string, unknown>, NO_SLOTS).shared).toBeInstanceOf(Object);
  });

  it('K-11 memory: keeps no more combinations and texts than it has room for', () => {
    const pool = new FieldPool(100);
    for (let n = 0; n < 10_000; n += 1) {
      expect(pool.split({ n }, NO_SLOTS).shared).toEqual({ n });
      expect(pool.text(`text ${String(n)}`)).toBe(`text ${String(n)}`);
    }
    expect(pool.size).toBeLessThanOrEqual(200);
    pool.clear();
    expect(pool.size).toBe(0);
  });
});
