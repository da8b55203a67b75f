import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FieldPool } from '../../src/records/FieldPool.js';
import { packedTables } from '../../src/tables/packedTables.js';
import { Users } from '../../src/tables/Users.js';
import { id, user } from '../payloads.js';

describe('the users of a cache', () => {
  it('stay as long as somebody holds them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 3 }))), (steps) => {
        const users = new Users(new FieldPool(), packedTables);
        const holders = new Map<number, number>();
        for (const [isHold, n] of steps) {
          const count = holders.get(n) ?? 0;
          if (!isHold && count === 0) continue;
          if (isHold) users.hold(id(n), user(n));
          else expect(users.release(id(n)) !== undefined).toBe(count === 1);
          holders.set(n, count + (isHold ? 1 : -1));
        }
        for (const [n, count] of holders) expect(users.get(id(n)) !== undefined).toBe(count > 0);
        expect(users.size).toBe([...users.values()].length);
      }),
    );
  });

  it('are replaced only by what is new', () => {
    const users = new Users(new FieldPool(), packedTables);
    users.hold(id(1), user(1, { banner: null }));
    const record = users.get(id(1));
    expect(users.write(id(1), user(1))).toBeUndefined();
    expect(users.get(id(1))).toEqual(record);
    expect(users.write(id(1), { id: id(1), username: 'renamed' })).toMatchObject({
      before: { username: 'user1' },
      after: { username: 'renamed' },
    });
    expect(users.write(id(2), user(2))).toBeUndefined();
  });
});
