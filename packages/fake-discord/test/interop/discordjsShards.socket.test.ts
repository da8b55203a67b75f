import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ShardingManager } from 'discord.js';
import type { Client } from 'discord.js';
import { join } from 'node:path';
import { FakeDiscord } from '../../src/index.js';
import type { Channel, Guild, User } from '../../src/index.js';
import { connectDiscordjs } from './connectDiscordjs.js';
import { nextEvent } from './useDiscordjs.js';

const HOMES = [0, 1].map((id) => ({ name: `Home ${id}`, shard: { id, total: 2 } }));

let alice: User;
let discord: FakeDiscord;
let guilds: readonly Guild[];
let rooms: readonly Channel[];

beforeEach(async () => {
  discord = await FakeDiscord.start({ sessionStartLimit: { maxConcurrency: 2 }, shards: 2 });
  guilds = HOMES.map((spec) => discord.addGuild(spec));
  rooms = guilds.map((guild) => guild.addTextChannel('general'));
  alice = guilds[0]!.addMember('alice');
  guilds[1]!.addMember(alice);
});

afterEach(() => discord.close());

describe('discord.js with two shards in one process', () => {
  let client: Client<true>;

  beforeEach(async () => {
    client = await connectDiscordjs(discord, undefined, { shards: 'auto' });
  });

  afterEach(() => client.destroy());

  it('takes the recommended number, and has each guild on its shard', () => {
    expect([client.ws.shards.size, discord.gateway.journal.identifies.map(({ shardId, total }) => [shardId, total])]).toEqual([
      2,
      [
        [0, 2],
        [1, 2],
      ],
    ]);
    expect(guilds.map(({ id }) => client.guilds.cache.get(id)?.shardId)).toEqual([0, 1]);
  });

  it('hears each message once, on whichever shard, and direct ones on shard 0', async () => {
    const heard: unknown[] = [];
    client.on('messageCreate', ({ content, guild }) => heard.push([content, guild?.shardId ?? null]));
    await client.users.createDM(alice.id);
    for (const [index, room] of rooms.entries()) await alice.send(room, `to ${index}`);
    await alice.sendDirect('psst');
    expect(heard).toEqual([
      ['to 0', 0],
      ['to 1', 1],
      ['psst', null],
    ]);
  });

  it('goes on with one shard while the other resumes', async () => {
    const heard: string[] = [];
    client.on('messageCreate', ({ content }) => heard.push(content));
    const resumed = nextEvent<number>(client, 'shardResume');
    discord.faults.dropSocket(1);
    await alice.send(rooms[0]!, 'zero');
    expect(await resumed).toBe(1);
    await alice.send(rooms[1]!, 'one');
    expect([heard, discord.gateway.journal.resumes.map(({ shardId }) => shardId)]).toEqual([['zero', 'one'], [1]]);
  });
});

describe('a ShardingManager of discord.js', () => {
  it('starts two processes, which know their guilds and answer', async () => {
    const manager = new ShardingManager(join(__dirname, 'pongBot.cjs'), {
      token: discord.bot.token,
      respawn: false,
      totalShards: 2,
      shardArgs: [discord.origin],
    });
    await manager.spawn({ delay: 0 });
    try {
      expect(await manager.fetchClientValues('guilds.cache.size')).toEqual([1, 1]);
      for (const room of rooms) {
        await alice.send(room, '!ping');
        await room.receive({ content: 'Pong!' }, { timeoutMs: 3_000 });
      }
      expect(discord.gateway.journal.violations).toEqual([]);
    } finally {
      for (const shard of manager.shards.values()) shard.kill();
    }
  }, 20_000);
});
