import { describe, expect, it } from '@jest/globals';
import { FieldPool } from '../../src/records/FieldPool.js';
import { packMember, type MemberRecord } from '../../src/records/member.js';
import { PackedMembers } from '../../src/tables/PackedMembers.js';
import { id, member, type Json } from '../payloads.js';

const context = { pool: new FieldPool(), intern: (each: string): string => each };
const record = (n: number, fields: Json = {}): MemberRecord => packMember(id(n), member(n, fields), context);

function table(...records: readonly MemberRecord[]): PackedMembers {
  const made = new PackedMembers();
  for (const each of records) made.set(each.user_id, each);
  return made;
}

describe('the members of a guild in columns', () => {
  it('are read as they were written, with what few of them have', () => {
    const records = [
      record(1, { nick: 'Nick', roles: [id(5), id(6)], joined_at: null }),
      record(2, { joined_at: 'long ago', avatar: '0123456789abcdef' }),
      record(3, { joined_at: undefined }),
    ];
    const members = table(...records);
    expect(records.map((each) => members.get(each.user_id))).toEqual(records);
    expect([...members.values()]).toEqual(records);
  });

  it('are replaced as a whole', () => {
    const members = table(record(1, { avatar: '0123456789abcdef', joined_at: null, roles: [id(5)] }), record(1));
    expect([members.size, members.get(id(1))]).toEqual([1, record(1)]);
  });

  it('give the same record to all who ask for one, until it changes', () => {
    const members = table(record(1));
    const first = members.get(id(1));
    expect(members.get(id(1))).toBe(first);
    members.set(id(1), record(1, { nick: 'Nick' }));
    expect([first?.nick, members.get(id(1))?.nick]).toEqual([null, 'Nick']);
    members.delete(id(1));
    expect(members.get(id(1))).toBeUndefined();
  });

  it('stay the same, and in their order, when the rows of many who left are used again', () => {
    const members = table(
      ...Array.from({ length: 100 }, (_, n) => record(n + 1, { joined_at: n % 20 === 0 ? null : undefined, nick: `n${String(n)}` })),
    );
    for (let n = 1; n <= 100; n += 1) if (n % 20 !== 1) members.delete(id(n));
    members.set(id(200), record(200));
    const remaining = [1, 21, 41, 61, 81].map((n) => record(n, { joined_at: null, nick: `n${String(n - 1)}` }));
    expect([...members.values()]).toEqual([...remaining, record(200)]);
    expect(members.get(id(81))).toEqual(remaining[4]);
  });
});
