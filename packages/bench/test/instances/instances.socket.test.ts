import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeDiscord, type Channel, type User } from '@aplomb/fake-discord';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Instance } from './Instance.js';

const TOTAL = 4;

interface Home {
  readonly channel: Channel;
  readonly person: User;
}

let discord: FakeDiscord;
let sessions: string;
let homes: Home[];
let instances: Instance[];

beforeEach(async () => {
  discord = await FakeDiscord.start({ sessionStartLimit: { maxConcurrency: TOTAL } });
  sessions = await mkdtemp(join(tmpdir(), 'aplomb-instances-'));
  homes = [0, 1, 2, 3].map((id) => addHome(id));
  instances = [];
});

afterEach(async () => {
  await Promise.all(instances.map((instance) => instance.kill()));
  await discord.close();
  await rm(sessions, { recursive: true });
});

describe('two instances of one bot', () => {
  it('get the events of their own guilds, each once', async () => {
    const [low, high] = [startInstance(0, 1), startInstance(2, 3)];
    await Promise.all([low.ready(), high.ready()]);
    for (const shard of [0, 1, 2, 3]) await say(shard, `to shard ${shard}`);
    await Promise.all([low.heard('to shard 1'), high.heard('to shard 3')]);
    expect(low.contents).toEqual(['to shard 0', 'to shard 1']);
    expect(high.contents).toEqual(['to shard 2', 'to shard 3']);
  }, 30_000);
});

describe('an instance that was killed', () => {
  it('is resumed by the next process: nothing is lost, and what comes twice is flagged', async () => {
    const first = startInstance(0, 0);
    await first.ready();
    for (let n = 0; n < 20; n += 1) await say(0, `before ${n}`);
    await first.heard('before 19');
    await first.kill();
    for (let n = 0; n < 20; n += 1) await say(0, `while dead ${n}`);

    const second = startInstance(0, 0);
    await second.ready();
    await say(0, 'after');
    await second.heard('after');

    const missed = Array.from({ length: 20 }, (_, n) => `while dead ${n}`);
    expect(second.contents.filter((content) => content.startsWith('while dead'))).toEqual(missed);
    expect(second.messages.filter(({ replayed }) => !replayed).map(({ content }) => content)).toEqual(['after']);
    expect(discord.gateway.journal.identifies).toHaveLength(1);
  }, 30_000);
});

function addHome(shard: number): Home {
  const guild = discord.addGuild({ name: `home ${shard}`, shard: { id: shard, total: TOTAL } });
  return { channel: guild.addTextChannel('general'), person: guild.addMember(`person${shard}`) };
}

function startInstance(first: number, last: number): Instance {
  const instance = new Instance(discord, { first, last, total: TOTAL }, sessions);
  instances.push(instance);
  return instance;
}

async function say(shard: number, content: string): Promise<void> {
  const home = homes[shard];
  if (home !== undefined) await home.person.send(home.channel, content);
}
