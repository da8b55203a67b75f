import { describe, expect, it } from '@jest/globals';
import { resolveCachePolicy, type CachePolicy } from '../../src/CachePolicy.js';
import { packChannel } from '../../src/records/channel.js';
import { packMember } from '../../src/records/member.js';
import { packMessage } from '../../src/records/message.js';
import { packedTables } from '../../src/tables/packedTables.js';
import { Shelf } from '../../src/tables/Shelf.js';
import { World } from '../../src/tables/World.js';
import { channel, CHANNEL, GUILD, id, member, message, user } from '../payloads.js';

function worldWith(policy: CachePolicy = {}): { readonly world: World; readonly shelf: Shelf } {
  const world = new World(resolveCachePolicy(policy), packedTables);
  const shelf = new Shelf(GUILD, 0);
  world.guilds.set(GUILD, shelf);
  return { world, shelf };
}

function join(world: World, shelf: Shelf, n: number): boolean {
  world.hold(id(n), user(n));
  return world.put(shelf, 'members', id(n), packMember(id(n), member(n), { pool: world.pool, intern: shelf.intern }));
}

function open(world: World, shelf: Shelf, n: number): void {
  world.put(shelf, 'channels', id(n), packChannel(id(n), shelf.id, channel(n), { pool: world.pool, intern: shelf.intern }));
}

function say(world: World, shelf: Shelf, n: number): boolean {
  const parts = { channelId: CHANNEL, guildId: shelf.id, author: undefined, member: undefined };
  return world.putIn(shelf, 'messages', CHANNEL, id(n), packMessage(id(n), message(n), parts, world.pool));
}

describe('the world of a cache', () => {
  it('tells once what an event has taken out, and nothing when it took nothing', () => {
    const { world, shelf } = worldWith();
    join(world, shelf, 901);
    expect(world.takeRemovals()).toEqual({});
    world.take(shelf, 'members', id(901));
    expect(Object.keys(world.takeRemovals()).toSorted()).toEqual(['members', 'users']);
    expect(world.takeRemovals()).toEqual({});
  });

  it('takes the oldest out where there are too many, and says nothing of it', () => {
    const { world, shelf } = worldWith({ members: { limit: 2 }, messages: { limit: 2 } });
    world.selfId = id(901);
    expect([901, 902, 903, 904].map((n) => join(world, shelf, n))).toEqual([true, true, true, true]);
    expect(shelf.all('members').map((each) => each.user_id)).toEqual([id(901), id(904)]);
    open(world, shelf, 100);
    expect([300, 301, 302].map((n) => say(world, shelf, n))).toEqual([true, true, true]);
    expect([...(shelf.channelTable('messages', CHANNEL)?.keys() ?? [])]).toEqual([id(301), id(302)]);
    expect([world.takeRemovals(), world.users.size]).toEqual([{}, 2]);
  });

  it('does not keep who comes when all places belong to those who stay', () => {
    const { world, shelf } = worldWith({ members: { limit: 1 } });
    world.selfId = id(901);
    expect([join(world, shelf, 901), join(world, shelf, 902)]).toEqual([true, false]);
    expect(world.users.get(id(902))).toBeUndefined();
  });

  it('lets a guard refuse writes and removals, those of a bound too', () => {
    const { world, shelf } = worldWith({ messages: { limit: 1 } });
    open(world, shelf, 100);
    say(world, shelf, 300);
    const asked: string[] = [];
    const permits = (resource: string, place: string, each: string): boolean => {
      asked.push(`${resource} ${place} ${each}`);
      return each === id(301);
    };
    world.guard = { permits };
    expect([join(world, shelf, 901), say(world, shelf, 301)]).toEqual([false, true]);
    expect(asked).toEqual([`members ${GUILD} ${id(901)}`, `messages ${CHANNEL} ${id(301)}`, `messages ${CHANNEL} ${id(300)}`]);
    expect([shelf.channelTable('messages', CHANNEL)?.size, world.users.size]).toEqual([2, 0]);
  });

  it('finds a channel by its id alone, until it is gone; its messages go along', () => {
    const { world, shelf } = worldWith();
    open(world, shelf, 100);
    say(world, shelf, 300);
    expect([world.home(CHANNEL), world.channel(CHANNEL)?.name]).toEqual([shelf, 'channel100']);
    world.take(shelf, 'channels', CHANNEL);
    expect([world.home(CHANNEL), world.channel(CHANNEL), shelf.channelIds('messages')]).toEqual([undefined, undefined, []]);
    expect(world.takeRemovals().messages?.map((each) => each.id)).toEqual([id(300)]);
  });

  it('knows where messages are whose channel is not kept, as long as there are some', () => {
    const { world, shelf } = worldWith({ channels: false });
    say(world, shelf, 300);
    expect(world.home(CHANNEL)).toBe(shelf);
    world.takeFrom(shelf, 'messages', CHANNEL, id(300));
    expect(world.home(CHANNEL)).toBeUndefined();
  });

  it('counts a filter that throws, and keeps what it was asked about', () => {
    const { world, shelf } = worldWith({
      members: {
        keep: () => {
          throw new RangeError('no');
        },
      },
    });
    expect([join(world, shelf, 901), world.failedFilters]).toEqual([true, 1]);
  });

  it('forgets everything at once', () => {
    const { world, shelf } = worldWith();
    open(world, shelf, 100);
    join(world, shelf, 901);
    world.clear();
    expect([world.guilds.size, world.users.size, world.home(CHANNEL), world.pool.size, world.takeRemovals()]).toEqual([
      0,
      0,
      undefined,
      0,
      {},
    ]);
  });
});
