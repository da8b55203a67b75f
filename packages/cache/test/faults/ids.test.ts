import { describe, expect, it } from '@jest/globals';
import { channelData } from '../../src/records/channel.js';
import { CHANNEL, channel, GUILD, guild, id, member, message, ready, role, send, thread } from '../payloads.js';
import { keepingAll } from '../model/play.js';
import { told } from '../told.js';

/** Neighbours that are one and the same as numbers, and those at the ends of 63 and 64 bits. */
const NEIGHBOURS = [2n ** 53n, 2n ** 63n].flatMap((edge) => [edge - 1n, edge, edge + 1n, edge + 2n]).map(String);
const LARGEST = String(2n ** 64n - 1n);

describe('ids around 2^53 and 2^63', () => {
  it('K-13 snowflakes: tell apart what is one as a number: guilds, channels, roles, members, messages', () => {
    const cache = keepingAll();
    send(cache, 'READY', ready([...NEIGHBOURS, LARGEST]));
    for (const each of [...NEIGHBOURS, LARGEST]) {
      const own = { ...member(0), user: { id: each, username: each } };
      const channels = [channel(0, { id: each, guild_id: each, name: each })];
      send(cache, 'GUILD_CREATE', guild({ id: each, name: each, channels, roles: [role(0, { id: each, name: each })], members: [own] }));
      send(cache, 'MESSAGE_CREATE', message(0, { id: each, guild_id: each, channel_id: each, content: each }));
    }
    for (const each of [...NEIGHBOURS, LARGEST]) {
      expect([cache.guild(each)?.name, cache.channel(each)?.name, cache.role(each, each)?.name]).toEqual([each, each, each]);
      expect([cache.user(each)?.username, cache.member(each, each)?.user_id, cache.message(each, each)?.content]).toEqual([
        each,
        each,
        each,
      ]);
    }
    expect(cache.stats()).toMatchObject({ guilds: 9, channels: 9, roles: 9, members: 9, messages: 9 });
  });

  it('K-13 snowflakes: survive a snapshot', async () => {
    const [cache, fresh] = [keepingAll(), keepingAll()];
    send(cache, 'READY', ready(NEIGHBOURS));
    for (const each of NEIGHBOURS) send(cache, 'GUILD_CREATE', guild({ id: each, channels: [channel(0, { id: each, guild_id: each })] }));
    await fresh.restore(cache.snapshotLines());
    expect(told(fresh)).toEqual(told(cache));
  });

  it.each(NEIGHBOURS.slice(1).map((younger, n) => [NEIGHBOURS[n]!, younger]))('K-13 snowflakes: %s is older than %s', (older, younger) => {
    const cache = keepingAll();
    send(cache, 'READY', ready());
    send(cache, 'GUILD_CREATE', guild({ threads: [thread(200)] }));
    for (const each of [younger, older]) send(cache, 'MESSAGE_CREATE', message(0, { id: each, channel_id: id(200) }));
    // An older one that comes later is neither the last message nor counted.
    expect(channelData(cache.channel(id(200))!)).toMatchObject({ last_message_id: younger, message_count: 1 });
  });

  it('K-13 snowflakes: decide exactly which shard a guild belongs to', () => {
    const guildOf = (n: bigint): string => String(n << 22n);
    const [even, odd] = [guildOf(2n ** 41n), guildOf(2n ** 41n + 1n)];
    const cache = keepingAll();
    for (const each of [even, odd]) send(cache, 'GUILD_CREATE', guild({ id: each }), 7);
    send(cache, 'READY', ready([], { shard: [1, 2] }), 1);
    expect([...cache.guilds()].map((each) => each.id)).toEqual([even]);
  });
});

describe('what only looks like an id', () => {
  it.each([[2 ** 53], ['007'], [`0${GUILD}`], [`+${GUILD}`], [` ${GUILD}`], [`${GUILD}n`], ['-1'], ['1e3'], [''], ['0'], [null]])(
    'K-13 numbers, leading zeros, signs: %j is none, and changes nothing',
    (wrong) => {
      const cache = keepingAll();
      send(cache, 'READY', ready());
      send(cache, 'GUILD_CREATE', guild());
      const before = told(cache);
      send(cache, 'GUILD_CREATE', guild({ id: wrong }));
      send(cache, 'CHANNEL_CREATE', channel(0, { id: wrong }));
      send(cache, 'CHANNEL_CREATE', { ...channel(101), guild_id: wrong ?? '' });
      send(cache, 'GUILD_ROLE_CREATE', { guild_id: GUILD, role: role(0, { id: wrong }) });
      send(cache, 'GUILD_MEMBER_ADD', { ...member(0), user: { id: wrong }, guild_id: GUILD });
      send(cache, 'MESSAGE_CREATE', message(0, { id: wrong }));
      send(cache, 'MESSAGE_DELETE_BULK', { guild_id: GUILD, channel_id: CHANNEL, ids: [wrong] });
      expect(told(cache)).toEqual(before);
    },
  );
});
