import { describe, expect, it } from '@jest/globals';
import { FieldPool } from '../../src/records/FieldPool.js';
import { packUser, type UserRecord } from '../../src/records/user.js';
import { PackedUsers } from '../../src/tables/PackedUsers.js';
import { id, user, type Json } from '../payloads.js';

const pool = new FieldPool();
const record = (n: number, fields: Json = {}): UserRecord => packUser(id(n), user(n, fields), pool);

function table(...records: readonly UserRecord[]): PackedUsers {
  const made = new PackedUsers();
  for (const each of records) made.set(each.id, each);
  return made;
}

describe('the users in columns', () => {
  it('are replaced as a whole', () => {
    const users = table(record(1, { banner: '0123456789abcdef' }), record(1));
    expect([users.size, users.get(id(1))]).toEqual([1, record(1)]);
  });

  it('give the same record to all who ask for one, until it changes', () => {
    const users = table(record(1), record(2));
    const first = users.get(id(1));
    expect(users.get(id(1))).toBe(first);
    users.set(id(1), record(1, { username: 'renamed' }));
    expect([first?.username, users.get(id(1))?.username]).toEqual(['user1', 'renamed']);
    users.delete(id(1));
    expect([users.get(id(1)), users.get(id(2))]).toEqual([undefined, record(2)]);
  });

  it('stay the same over several pages, and in their order, when many have gone', () => {
    const users = table(...Array.from({ length: 1_000 }, (_, n) => record(n + 1, n === 899 ? { banner: '0123456789abcdef' } : {})));
    for (let n = 1; n <= 1_000; n += 1) if (n % 300 !== 0) users.delete(id(n));
    users.set(id(2_000), record(2_000));
    const remaining = [record(300), record(600), record(900, { banner: '0123456789abcdef' }), record(2_000)];
    expect([...users.values()]).toEqual(remaining);
    expect(remaining.map((each) => users.get(each.id))).toEqual(remaining);
  });
});
