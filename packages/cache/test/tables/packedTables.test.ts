import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FieldPool } from '../../src/records/FieldPool.js';
import { packMember } from '../../src/records/member.js';
import { packUser } from '../../src/records/user.js';
import { MapTable } from '../../src/tables/MapTable.js';
import { packedTables } from '../../src/tables/packedTables.js';
import type { Table } from '../../src/tables/Table.js';
import { anyMember, anyUser, id } from '../payloads.js';

const pool = new FieldPool();
const key = fc.integer({ min: 1, max: 8 }).map(id);
const members = fc
  .tuple(key, anyMember)
  .map(([userId, payload]) => [userId, packMember(userId, payload, { pool, intern: (each) => each })] as const);
const users = fc.tuple(key, anyUser).map(([userId, payload]) => [userId, packUser(userId, payload, pool)] as const);

/** Does the same to a packed table and to a plain one, and compares what they say after each step. */
function holdsLikeMap<V extends object>(table: Table<V>, steps: readonly (readonly [string, V | null])[]): void {
  const plain = new MapTable<V>();
  for (const [at, record] of steps) {
    if (record === null) expect(table.delete(at)).toEqual(plain.delete(at));
    else for (const each of [table, plain]) each.set(at, record);
    expect(table.get(at)).toEqual(plain.get(at));
  }
  const all = (each: Table<V>) => [each.size, [...each.keys()], [...each.values()], [...plain.keys()].map((at) => each.get(at))];
  expect(all(table)).toEqual(all(plain));
}

describe('packed tables', () => {
  it('hold members as a map of records does', () => {
    const steps = fc.array(
      fc.oneof(
        members,
        key.map((each) => [each, null] as const),
      ),
      { maxLength: 60, size: 'max' },
    );
    fc.assert(fc.property(steps, (each) => holdsLikeMap(packedTables<ReturnType<typeof packMember>>('members'), each)));
  });

  it('hold users as a map of records does', () => {
    const steps = fc.array(
      fc.oneof(
        users,
        key.map((each) => [each, null] as const),
      ),
      { maxLength: 60, size: 'max' },
    );
    fc.assert(fc.property(steps, (each) => holdsLikeMap(packedTables<ReturnType<typeof packUser>>('users'), each)));
  });

  it('hold messages as a map of records does, in whatever order they come', () => {
    const step = fc.tuple(key, fc.option(fc.record({ content: fc.string() })));
    fc.assert(fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (each) => holdsLikeMap(packedTables<object>('messages'), each)));
  });

  it('hold no message that has no id', () => {
    expect(packedTables('messages').get(undefined as unknown as string)).toBeUndefined();
  });

  it('hold more users than fit on a page', () => {
    const table = packedTables<ReturnType<typeof packUser>>('users');
    for (let n = 0; n < 1_000; n += 1) table.set(id(n), packUser(id(n), { username: `user${String(n)}` }, pool));
    expect([table.size, table.get(id(999))?.username, table.get(id(256))?.username]).toEqual([1_000, 'user999', 'user256']);
  });

  it('hold members with more roles than there are characters for', () => {
    const table = packedTables<ReturnType<typeof packMember>>('members');
    const roles = Array.from({ length: 5_000 }, (_, n) => id(n));
    for (let n = 0; n < 5_000; n += 500)
      table.set(id(n), packMember(id(n), { roles: roles.slice(n, n + 500) }, { pool, intern: (each) => each }));
    for (let n = 0; n < 5_000; n += 500) expect(table.get(id(n))?.roles).toEqual(roles.slice(n, n + 500));
  });

  it('are plain ones for everything else', () => {
    expect(packedTables('roles')).toBeInstanceOf(MapTable);
  });
});
