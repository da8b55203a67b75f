import { describe, expect, it } from '@jest/globals';
import { Cache } from '../../src/Cache.js';
import { BOT, guild, id, member, ready, send, user } from '../payloads.js';

/** An id whose guild belongs to shard `shard` of two. */
function guildOf(shard: number, n: number): string {
  return String((BigInt(n * 2 + shard) << 22n) + 1n);
}

describe('READY', () => {
  it('K-09 new session: guilds of this shard that it does not name are gone, those of other shards are not touched', () => {
    const cache = new Cache();
    for (const shard of [0, 1]) {
      const ids = [guildOf(shard, 50), guildOf(shard, 51)];
      send(cache, 'READY', ready(ids, { shard: [shard, 2] }), shard);
      for (const each of ids)
        send(cache, 'GUILD_CREATE', guild({ id: each, members: [member(900), member(Number(each.slice(-4)))] }), shard);
    }
    const { removed } = send(cache, 'READY', ready([guildOf(0, 51)], { shard: [0, 2] }), 0);
    expect(removed.guilds?.map((each) => each.id)).toEqual([guildOf(0, 50)]);
    expect([guildOf(0, 51), guildOf(1, 50), guildOf(1, 51)].map((each) => cache.isAvailable(each))).toEqual([false, true, true]);
    expect(cache.stats()).toMatchObject({ guilds: 3, users: 4 });
  });

  it('goes by the shard that the guilds came from when it does not say how many shards there are', () => {
    const cache = new Cache();
    send(cache, 'GUILD_CREATE', guild({ id: id(1) }), 0);
    send(cache, 'GUILD_CREATE', guild({ id: id(2) }), 1);
    send(cache, 'READY', ready([]), 1);
    expect([cache.guild(id(1))?.id, cache.guild(id(2))]).toEqual([id(1), undefined]);
  });

  it('without a list of guilds takes none away', () => {
    const cache = new Cache();
    send(cache, 'GUILD_CREATE', guild());
    send(cache, 'READY', { user: user(900) });
    expect(cache.stats().guilds).toBe(1);
  });

  it('leaves a guild that has moved to another shard alone', () => {
    const cache = new Cache();
    send(cache, 'GUILD_CREATE', guild({ id: guildOf(1, 50) }), 0);
    send(cache, 'READY', ready([], { shard: [0, 2] }), 0);
    expect(cache.guild(guildOf(1, 50))).toBeDefined();
  });

  it('tells who the bot is, and holds its user without any guild', () => {
    const cache = new Cache();
    send(cache, 'READY', ready([], { application: { id: id(800), flags: 0 } }));
    expect([cache.selfId, cache.user(BOT)?.username, cache.application?.['id']]).toEqual([BOT, 'user900', id(800)]);
    send(cache, 'READY', ready([], { user: user(910) }));
    expect([cache.selfId, cache.user(BOT)]).toEqual([id(910), undefined]);
  });

  it('K-14 READY with 150,000 guilds: takes no longer than a loop may stand still', () => {
    const ids = Array.from({ length: 150_000 }, (_, n) => id(n));
    const cache = new Cache();
    const payload = ready(ids);
    const before = process.cpuUsage();
    send(cache, 'READY', payload);
    const { user: micros } = process.cpuUsage(before);
    expect(cache.unavailableGuildIds()).toHaveLength(150_000);
    // 50 ms is the aim on a quiet machine; this bound only catches what grows faster than the list.
    expect(micros).toBeLessThan(1_000_000);
  });
});

describe('USER_UPDATE', () => {
  it('changes the bot, and nobody else', () => {
    const cache = new Cache();
    send(cache, 'READY', ready([]));
    const change = cache.apply({ t: 'USER_UPDATE', d: user(900, { username: 'renamed' }) }, { shardId: 0 });
    expect([change.before?.username, change.after?.username]).toEqual(['user900', 'renamed']);
    expect(send(cache, 'USER_UPDATE', user(901)).outcome).toBe('ignored');
  });
});
