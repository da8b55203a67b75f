import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeDiscord } from '@aplomb/fake-discord';
import { InMemoryIdentifyQueue } from '../../src/identify/InMemoryIdentifyQueue.js';
import { MemorySessionStore } from '../../src/session/MemorySessionStore.js';
import { shardIdFor } from '../../src/sharding/shardIdFor.js';
import { ShardManager } from '../../src/sharding/ShardManager.js';
import type { ShardManagerOptions } from '../../src/sharding/ShardManagerOptions.js';
import { settled } from '../identify/virtualTime.js';

let discord: FakeDiscord;
let managers: ShardManager[];

beforeEach(async () => {
  managers = [];
  discord = await FakeDiscord.start({ sessionStartLimit: { maxConcurrency: 16, remaining: 1_000, resetAfterMs: 0, total: 1_000 } });
});

afterEach(async () => {
  await Promise.all(managers.map((manager) => manager.shutdownAll()));
  await discord.close();
});

function newManager(options: Partial<ShardManagerOptions> = {}): ShardManager {
  const { token } = discord.bot;
  const identifyQueue = new InMemoryIdentifyQueue({ maxConcurrency: 16 });
  const manager = new ShardManager({
    token,
    intents: ['Guilds', 'GuildMessages', 'MessageContent'],
    url: discord.gatewayUrl,
    identifyQueue,
    ...options,
  });
  managers.push(manager);
  return manager;
}

/** Resolves once `count` shards of the manager have told their guilds. */
function guildsOf(manager: ShardManager, seen: string[], count: number): Promise<void> {
  return new Promise((resolve) => {
    manager.on('dispatch', (packet, shardId) => {
      if (packet.t === 'GUILD_CREATE') seen.push(`${String(shardId)}:${packet.d.id}`);
      if (seen.length === count) resolve();
    });
  });
}

describe('a shard manager on a gateway', () => {
  it('tells the guilds of four shards, each once', async () => {
    const guilds = Array.from({ length: 8 }, (_, index) => discord.addGuild({ name: `guild ${String(index)}` }));
    const manager = newManager({ scheme: { total: 4 } });
    const seen: string[] = [];
    const arrived = guildsOf(manager, seen, 8);
    await manager.start();
    await arrived;
    expect(seen.map((name) => name.split(':')[1]).sort()).toEqual(guilds.map(({ id }) => id).sort());
    expect(manager.info().map(({ stage }) => stage)).toEqual(Array(4).fill('Connected'));
  });

  it('resumes in the next process after a resumable shutdown', async () => {
    const sessionStore = new MemorySessionStore();
    const before = newManager({ scheme: { total: 2 }, sessionStore });
    await before.start();
    const sessions = await before.shutdownAll({ resumable: true });
    const after = newManager({ scheme: { total: 2 }, sessionStore });
    const told: string[] = [];
    after.on('resumed', ({ shardId }) => told.push(`resumed ${String(shardId)}`));
    after.on('ready', () => told.push('ready'));
    await after.start();
    expect([sessions.size, told.sort()]).toEqual([2, ['resumed 0', 'resumed 1']]);
  });

  it('I-10 runs two layouts at once and hands over to the second', async () => {
    let guild = discord.addGuild({ name: 'Home' });
    // A guild's shard is in the milliseconds of its id.
    while (shardIdFor(guild.id, 4) !== 3) {
      await settled();
      guild = discord.addGuild({ name: 'Home' });
    }
    const manager = newManager({ scheme: { total: 2 } });
    await manager.start();
    // Shards 2 and 3 have rate-limit keys of their own, so they need not wait for the windows of 0 and 1.
    await manager.setShards({ first: 2, last: 3 }, 4);
    const heard = new Promise<number>((resolve) => {
      manager.on('dispatch', ({ t }, shardId) => {
        if (t === 'CHANNEL_CREATE') resolve(shardId);
      });
    });
    guild.addTextChannel('general');
    expect([await heard, [...manager.runners.keys()]]).toEqual([3, [2, 3]]);
  });

  it('fails with the reason when a shard is refused for good', async () => {
    const manager = newManager({ scheme: { total: 2 } });
    await manager.start();
    const failed = new Promise((resolve) => manager.on('failed', resolve));
    discord.faults.closeShard(0, 4014);
    expect(await failed).toMatchObject({ code: 'GATEWAY_DISALLOWED_INTENTS' });
    expect(manager.runners.size).toBe(0);
  });
});
