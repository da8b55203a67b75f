import { describe, expect, it } from '@jest/globals';
import { Cache } from '../src/Cache.js';
import { MapTable } from '../src/tables/MapTable.js';
import { guild, GUILD, id, member, message, send, user, type Json } from './payloads.js';

const people = (count: number, fields: Json = {}): Json[] =>
  Array.from({ length: count }, (_, n) => member(1_000 + n, { user: user(1_000 + n, fields) }));

function cacheWith(members: readonly Json[], options: ConstructorParameters<typeof Cache>[0] = {}): Cache {
  const cache = new Cache(options);
  send(cache, 'GUILD_CREATE', guild({ members }));
  return cache;
}

describe('the memory report of a cache', () => {
  it('counts every kind that is there, and sums up', () => {
    const { byKind, totalBytes } = cacheWith(people(300)).memoryReport();
    expect([byKind.members?.count, byKind.users?.count, byKind.roles?.count, byKind.guilds?.count]).toEqual([300, 300, 2, 1]);
    expect(byKind.emojis).toBeUndefined();
    expect(totalBytes).toBe(Object.values(byKind).reduce((sum, { bytes }) => sum + bytes, 0));
  });

  it('grows with their number, although it weighs only a sample', () => {
    const [small, large] = [1_000, 4_000].map((count) => cacheWith(people(count)).memoryReport().byKind.users?.bytes ?? 0);
    expect((large ?? 0) / (small ?? 1)).toBeCloseTo(4, 1);
  });

  it('weighs what an entity has of its own, and not what it shares', () => {
    const bytesOf = (fields: Json): number => cacheWith(people(100, fields)).memoryReport().byKind.users?.bytes ?? 0;
    const plain = bytesOf({});
    expect(bytesOf({ bot: true })).toBe(plain);
    expect(bytesOf({ banner: 'f'.repeat(32) })).toBeGreaterThanOrEqual(plain + 100 * 48);
  });

  it('knows that columns are smaller than objects', () => {
    const columns = cacheWith(people(100)).memoryReport().byKind.members?.bytes ?? 0;
    const objects = cacheWith(people(100), { tables: () => new MapTable() }).memoryReport().byKind.members?.bytes ?? 0;
    expect(columns).toBeGreaterThan(0);
    expect(columns).toBeLessThan(objects);
  });

  it('weighs the messages of all channels', () => {
    const cache = cacheWith(people(1));
    for (let n = 0; n < 3; n += 1) send(cache, 'MESSAGE_CREATE', message(300 + n, { guild_id: GUILD, content: 'x'.repeat(1_000) }));
    send(cache, 'MESSAGE_CREATE', message(310, { channel_id: id(400), guild_id: undefined, content: 'x'.repeat(1_000) }));
    const { messages } = cache.memoryReport().byKind;
    expect(messages?.count).toBe(4);
    expect(messages?.bytes).toBeGreaterThan(4_000);
  });

  it('is nothing of an empty cache', () => {
    expect(new Cache().memoryReport().totalBytes).toBe(0);
  });
});
