import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { FakeDiscord } from '../../src/index.js';
import type { Channel, User } from '../../src/index.js';
import { RawClient, readyClient } from '../gateway/RawClient.js';

let discord: FakeDiscord;
let alice: User;
let general: Channel;
let clients: RawClient[];
let clock: ManualClock;

beforeEach(async () => {
  clock = new ManualClock();
  discord = await FakeDiscord.start({ clock });
  const guild = discord.addGuild({ name: 'Home' });
  [alice, general] = [guild.addMember('alice'), guild.addTextChannel('general')];
  clients = [];
});

afterEach(async () => {
  for (const client of clients) client.destroy();
  await discord.close();
});

/** Answers op 1 as every client does, with the number of the newest event. */
function beating(client: RawClient): RawClient {
  clients.push(client);
  client.socket.on('message', () => {
    const { op } = client.payloads.at(-1) ?? {};
    if (op === 1) client.send(1, Math.max(...client.payloads.map(({ s }) => s ?? 0)));
  });
  return client;
}

/** A bot whose connection is cut when everything has come to rest. Returns the id of its session. */
async function cutOff({ isAttached }: { readonly isAttached: boolean }): Promise<string> {
  const client = beating(await readyClient(discord.gateway, discord.bot.token));
  const ready = client.payloads.find(({ t }) => t === 'READY')?.d as { readonly session_id: string };
  await discord.settle();
  if (isAttached) discord.attach({ idle: () => Promise.resolve(), on: () => undefined });
  discord.faults.dropSocket(0);
  return ready.session_id;
}

async function open(): Promise<RawClient> {
  const client = beating(new RawClient(discord.gatewayUrl));
  await once(client.socket, 'open');
  await client.op(10);
  return client;
}

const seqOf = () => clients[0]?.payloads.reduce((newest, { s }) => Math.max(newest, s ?? 0), 0) ?? 0;

describe('an act while an attached bot has lost its connection', () => {
  it('resolves when the bot has resumed and heard of it', async () => {
    const sessionId = await cutOff({ isAttached: true });
    let isSent = false;
    const sent = alice.send(general, 'hello').then(() => (isSent = true));
    const client = await open();
    expect(isSent).toBe(false);
    client.send(6, { token: discord.bot.token, session_id: sessionId, seq: seqOf() });
    await sent;
    expect(client.payloads).toContainEqual(
      expect.objectContaining({ t: 'MESSAGE_CREATE', d: expect.objectContaining({ content: 'hello' }) }),
    );
  });

  it('takes a new session of the shard for its return', async () => {
    await cutOff({ isAttached: true });
    const sent = alice.send(general, 'hello');
    const client = await open();
    clock.advance(5_000); // so often may one identify
    client.identify(discord.bot.token);
    const before = performance.now();
    await sent;
    expect(performance.now() - before).toBeLessThan(900);
  });

  it('waits a second for one that stays away, and not again', async () => {
    await cutOff({ isAttached: true });
    const startedAt = performance.now();
    await alice.send(general, 'hello');
    const missedAt = performance.now();
    await alice.send(general, 'hello?');
    expect([missedAt - startedAt >= 900, performance.now() - missedAt < 900]).toEqual([true, true]);
  });
});

describe('an act while a bot that was not attached has lost its connection', () => {
  it('waits for nobody', async () => {
    await cutOff({ isAttached: false });
    const startedAt = performance.now();
    await alice.send(general, 'hello');
    expect(performance.now() - startedAt).toBeLessThan(900);
  });
});
