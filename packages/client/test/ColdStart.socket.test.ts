import { MemoryCacheSnapshotStore, MemorySessionStore, type CacheSnapshotStore, type Client } from '../src/index.js';
import { describe, expect, it } from '@jest/globals';
import { next, World } from './World.js';

const whole = ({ cache, userId }: Client, guildId: string) => ({
  guild: cache.guildData(guildId)?.name,
  channels: cache.all('channels', guildId).map(({ name }) => name),
  roles: cache.count('roles', guildId),
  own: cache.member(guildId, userId ?? '')?.user_id,
  self: cache.selfId,
});

/** A process that ends and keeps its session; what happens while nobody is there; and the next process. */
async function twoProcesses(world: World, snapshots: CacheSnapshotStore | undefined, meanwhile: () => unknown = () => undefined) {
  const sessionStore = new MemorySessionStore();
  const options = { sessionStore, ...(snapshots === undefined ? {} : { cacheSnapshot: snapshots }) };
  const first = world.client(options);
  const isFirstReady = next(first, 'cacheReady');
  await first.start();
  await isFirstReady;
  const before = whole(first, world.guild.id);
  await first.shutdown({ resumable: true });
  await meanwhile();
  const second = world.client(options);
  const isSecondReady = next(second, 'cacheReady');
  await second.start();
  const [{ unavailable }] = (await isSecondReady) as never as [{ unavailable: readonly string[] }];
  return { before, second, unavailable, options };
}

describe('a process that goes on with the session of an earlier one', () => {
  it('has the cache of the earlier one, from its snapshot, without a call for any guild', async () => {
    await using world = await World.open();
    const { before, second } = await twoProcesses(world, new MemoryCacheSnapshotStore());
    expect(whole(second, world.guild.id)).toEqual(before);
    expect(world.discord.requestsTo('GET /guilds/:id')).toHaveLength(0);
  });

  it('knows what happened while nobody was there', async () => {
    await using world = await World.open();
    const { second } = await twoProcesses(world, new MemoryCacheSnapshotStore(), () => world.guild.addTextChannel('new'));
    expect(whole(second, world.guild.id).channels).toEqual(['general', 'new']);
  });

  it('fetches its guilds where there is no snapshot, and is ready when it has them', async () => {
    await using world = await World.open();
    const { before, second, unavailable } = await twoProcesses(world, undefined);
    expect([whole(second, world.guild.id), unavailable]).toEqual([before, []]);
    expect(second.cache.role(world.guild.id, world.guild.id)?.name).toBe('@everyone');
  });

  it('fetches them too where the snapshot cannot be read, and says so', async () => {
    await using world = await World.open();
    const broken: CacheSnapshotStore = {
      load: () => Promise.reject(new TypeError('disk')),
      save: () => Promise.resolve(),
      delete: () => Promise.resolve(),
    };
    const { before, second } = await twoProcesses(world, broken);
    expect(whole(second, world.guild.id)).toEqual(before);
    expect(world.lines.map(({ fields }) => (fields as { readonly code?: string }).code)).toContain('CACHE_SNAPSHOT_FAILED');
  });

  it('shows nothing that went after an old snapshot was taken', async () => {
    await using world = await World.open();
    const old = world.guild.addTextChannel('old');
    const role = world.guild.addRole({ name: 'Manager', permissions: ['ManageChannels'] });
    world.guild.updateMember(world.discord.bot, { roles: [role.id] });
    const snapshots = new MemoryCacheSnapshotStore();
    const { second, options } = await twoProcesses(world, snapshots);
    const oldest = (await snapshots.load({ shardId: 0, shardTotal: 1 })) ?? [];
    const isGone = next(second, 'channelDelete');
    await second.rest.channels.delete(old.id);
    await isGone;
    await second.shutdown({ resumable: true });
    await snapshots.save({ shardId: 0, shardTotal: 1 }, oldest);
    const third = world.client(options);
    const isThirdReady = next(third, 'cacheReady');
    await third.start();
    await isThirdReady;
    // REST does not tell what was deleted from what is hidden.
    expect(whole(third, world.guild.id).channels).toEqual(['general', null]);
  });

  it('says which guilds it could not fetch', async () => {
    await using world = await World.open();
    const { second, unavailable } = await twoProcesses(world, undefined, () => {
      world.discord.faults.failRequests('GET /guilds/:id', 404);
    });
    expect([second.cache.guild(world.guild.id), unavailable]).toEqual([undefined, []]);
    expect(world.lines.map(({ fields }) => (fields as { readonly code?: string }).code)).toContain('CACHE_REFILL_FAILED');
  });
});
