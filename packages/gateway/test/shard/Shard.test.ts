import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { MemorySessionStore } from '../../src/session/MemorySessionStore.js';
import { Shard } from '../../src/shard/Shard.js';
import type { ShardOptions } from '../../src/shard/ShardOptions.js';
import { pass, settled } from '../identify/virtualTime.js';
import { FakeTransport } from './FakeTransport.js';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.qwertyuiopasdfghjklzxcvbnm';
const permit = { spent: () => undefined, ready: () => undefined, release: () => undefined };

function shardOf(options: Partial<ShardOptions> = {}) {
  const clock = new ManualClock();
  const transport = new FakeTransport();
  const shard = new Shard({
    id: 0,
    total: 1,
    token: TOKEN,
    intents: ['Guilds', 'GuildMembers'],
    clock,
    transport,
    random: () => 0,
    compression: 'none',
    identifyQueue: { acquire: () => Promise.resolve(permit) },
    url: 'ws://127.0.0.1:7',
    ...options,
  });
  const told: unknown[][] = [];
  for (const name of ['ready', 'resumed', 'disconnect', 'sessionLost', 'sequenceGap', 'failed', 'warn', 'restored'] as const)
    shard.on(name, (event: unknown) => told.push([name, event]));
  return { clock, shard, told, transport };
}

/** A shard that is live. */
async function liveShard(options: Partial<ShardOptions> = {}) {
  const all = shardOf(options);
  all.shard.start();
  await settled();
  all.transport.last.open().hello();
  await settled();
  all.transport.last.ready();
  return all;
}

/** Ends the connection and opens the next, up to RESUME. */
function comeBack({ clock, transport }: Pick<ReturnType<typeof shardOf>, 'clock' | 'transport'>): void {
  transport.last.end();
  clock.advance(100);
  transport.last.open().hello();
}

describe('a shard at rest', () => {
  it('opens nothing, and knows nothing yet', () => {
    const { shard, transport } = shardOf();
    expect(transport.connections).toEqual([]);
    expect(shard).toMatchObject({
      id: 0,
      total: 1,
      stage: 'Disconnected',
      session: null,
      resumeUrl: null,
      started: null,
      isShutDown: false,
      duplicates: 0,
    });
    expect([shard.latency.last, shard.heartbeats.intervalMs, shard.inflater.bytesIn, shard.commandBudget.refillInMs]).toEqual([
      null,
      null,
      0,
      0,
    ]);
  });

  it('connects when it is first iterated', async () => {
    const { shard, transport } = shardOf();
    const first = shard[Symbol.asyncIterator]().next();
    expect(transport.connections).toHaveLength(1);
    transport.last.open().hello();
    await settled();
    transport.last.ready();
    expect((await first).value).toMatchObject({ t: 'READY' });
  });

  it('closes without having been started', async () => {
    const { shard } = shardOf();
    expect([await shard.close(), shard.isShutDown]).toEqual([null, true]);
    expect(await shard[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined });
  });

  it('starts once', () => {
    const { shard, transport } = shardOf();
    shard.start();
    shard.start();
    expect([transport.connections.length, shard.started]).toEqual([1, new Date(Date.UTC(2026, 0, 1))]);
  });
});

describe('a live shard', () => {
  it('tells who it is and what it has', async () => {
    const { shard, told } = await liveShard();
    expect(told).toEqual([['ready', { shardId: 0, sessionId: 's1', applicationId: '1', userId: '2', guildIds: ['7'] }]]);
    expect(shard).toMatchObject({ stage: 'Connected', session: { id: 's1', sequence: 1 }, heartbeats: { intervalMs: 41_250 } });
  });

  it('hands over what is wanted, in order, and counts the rest', async () => {
    const { shard, transport } = await liveShard({ events: ['MESSAGE_CREATE'] });
    const seen: GatewayDispatchPayload[] = [];
    shard.on('dispatch', (packet) => seen.push(packet));
    transport.last.dispatch('TYPING_START', 2).dispatch('MESSAGE_CREATE', 3).dispatch('MESSAGE_CREATE', 4);
    expect([seen.map(({ s }) => s), shard.session?.sequence]).toEqual([[3, 4], 4]);
  });

  it('P-10: reports a gap; P-11: drops what comes twice', async () => {
    const { shard, told, transport } = await liveShard();
    const seen: unknown[] = [];
    shard.on('dispatch', ({ s }) => seen.push(s));
    transport.last.dispatch('TYPING_START', 5).dispatch('TYPING_START', 4).dispatch('TYPING_START', 5);
    expect([seen, shard.duplicates, told.at(-1)]).toEqual([[5], 2, ['sequenceGap', { shardId: 0, from: 1, to: 5 }]]);
  });

  it('P-13: delivers dispatches without a usable sequence', async () => {
    const { shard, transport } = await liveShard();
    const seen: unknown[] = [];
    shard.on('dispatch', ({ s }) => seen.push(s));
    for (const s of [undefined, null, '7', -1, 2 ** 60]) transport.last.dispatch('TYPING_START', s);
    expect([seen.length, shard.session?.sequence]).toEqual([5, 1]);
  });

  it('resumes after a lost link, and says how much was replayed', async () => {
    const all = await liveShard();
    const replayed: boolean[] = [];
    all.shard.on('dispatch', (_, isReplayed) => replayed.push(isReplayed));
    comeBack(all);
    all.transport.last.dispatch('TYPING_START', 2).dispatch('RESUMED', 3).dispatch('TYPING_START', 4);
    expect([all.told.at(-1), replayed]).toEqual([
      ['resumed', { shardId: 0, replayed: 1 }],
      [true, false, false],
    ]);
    expect(all.transport.last.written[0]).toMatchObject({ op: 6, d: { session_id: 's1', seq: 1 } });
  });

  it('would resume, and identify once the session is over', async () => {
    const { clock, shard } = await liveShard();
    expect(shard.reconnectType).toBe('resume');
    const closed = shard.close(1000);
    clock.advance(1_000);
    await closed;
    expect(shard.reconnectType).toBe('reidentify');
  });

  it('measures its latency anew with each connection', async () => {
    const all = await liveShard();
    all.shard.heartbeat();
    all.clock.advance(42);
    all.transport.last.say({ op: 11 });
    expect(all.shard.latency.last).toBe(42);
    comeBack(all);
    expect(all.shard.latency.last).toBeNull();
  });

  it('survives listeners that throw', async () => {
    const { shard, told, transport } = await liveShard();
    shard.on('dispatch', () => {
      throw new RangeError('mine');
    });
    transport.last.dispatch('TYPING_START', 2);
    expect([told.at(-1)?.[0], told.at(-1)?.[1], shard.stage]).toMatchObject(['warn', { code: 'LISTENER_THREW' }, 'Connected']);
  });

  it('gives messages as text to those who want that', async () => {
    const { shard, transport } = await liveShard();
    const texts: string[] = [];
    shard.on('message', (text) => texts.push(text));
    const messages = shard.messages();
    const next = messages.next();
    transport.last.say('{"op":11}').end();
    expect([texts, (await next).value, (await messages.next()).value]).toMatchObject([
      ['{"op":11}'],
      { type: 'text' },
      { type: 'close', code: 1006 },
    ]);
  });

  it('reconnects when it cannot read, and warns', async () => {
    const { clock, shard, told, transport } = await liveShard();
    transport.last.say('no JSON');
    clock.advance(100);
    expect([transport.connections.length, shard.session?.id]).toEqual([2, 's1']);
    expect(told.find(([name]) => name === 'warn')?.[1]).toMatchObject({ code: 'MESSAGE_UNREADABLE' });
  });

  it('fails with what to do when Discord refuses it, and its loops throw', async () => {
    const { shard, told, transport } = await liveShard({ events: ['MESSAGE_CREATE'] });
    const next = shard[Symbol.asyncIterator]().next();
    transport.last.end({ type: 'close-frame', code: 4014, reason: '' });
    await expect(next).rejects.toMatchObject({ code: 'GATEWAY_DISALLOWED_INTENTS', closeCode: 4014 });
    expect([told.at(-1)?.[0], shard.stage, shard.isShutDown]).toEqual(['failed', 'Failed', true]);
  });

  it('stops reading while a loop lags, and reads on when it has caught up', async () => {
    const { shard, transport } = await liveShard({ maxBufferedEvents: 2 });
    const loop = shard[Symbol.asyncIterator]();
    for (let s = 2; s <= 4; s += 1) transport.last.dispatch('TYPING_START', s);
    expect(transport.last.deeds.at(-1)).toBe('pause');
    for (let pulls = 0; pulls < 2; pulls += 1) await loop.next();
    expect(transport.last.deeds.at(-1)).toBe('resume');
  });
});

describe('what a shard is asked to send', () => {
  it('is written, and resolves', async () => {
    const { shard, transport } = await liveShard();
    await shard.command({ op: 8, d: { guild_id: '1' } });
    await shard.send('{"op":31,"d":{}}');
    await shard.sender().command({ op: 43 });
    expect(transport.last.written.slice(-3).map(({ op }) => op)).toEqual([8, 31, 43]);
    expect(shard.commandBudget.available).toBe(shard.commandBudget.max - 4);
  });

  it('C-03, C-07: is refused before anything is sent when it is too large or of a wrong shape', async () => {
    const { shard, transport } = await liveShard();
    const before = transport.last.deeds.length;
    await expect(shard.command({ op: 3, d: 'ä'.repeat(2_100) })).rejects.toMatchObject({ code: 'COMMAND_TOO_LARGE' });
    await expect(shard.send('nonsense')).rejects.toMatchObject({ code: 'COMMAND_INVALID' });
    await expect(shard.requestMembers('1', { query: 'x', nonce: 'ä'.repeat(17) })).rejects.toMatchObject({ code: 'COMMAND_INVALID' });
    expect(transport.last.deeds).toHaveLength(before);
  });

  it('C-04: rejects when it waited too long, or when the shard is closed', async () => {
    const { clock, shard } = shardOf();
    const waited = shard.command({ op: 31 });
    clock.advance(30_000);
    await expect(waited).rejects.toMatchObject({ code: 'COMMAND_EXPIRED' });
    const cut = shard.command({ op: 31 });
    const closed = shard.close();
    await expect(cut).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
    await closed;
    await expect(shard.command({ op: 31 })).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
  });

  it('C-05: presence and voice states are told to a new session', async () => {
    const all = await liveShard();
    all.shard.setPresence({ status: 'dnd' });
    await all.shard.command({ op: 4, d: { guild_id: '7', channel_id: '8' } });
    all.shard.reconnect({ resume: false });
    all.clock.advance(100);
    all.transport.last.open().hello();
    await settled();
    all.transport.last.ready('s2');
    expect(all.transport.last.written.map(({ op }) => op)).toEqual([2, 4]);
    expect(all.transport.last.written[0]?.d).toMatchObject({ presence: { status: 'dnd' } });
    expect(all.shard.presence).toMatchObject({ status: 'dnd' });
  });

  it('members come as a promise, more than a hundred ids in several requests', async () => {
    const { shard, transport } = await liveShard({ events: ['MESSAGE_CREATE'] });
    const members = shard.requestMembers('7', { userIds: Array.from({ length: 150 }, (_, index) => `${index}`) });
    const asked = transport.last.written.filter(({ op }) => op === 8) as readonly { readonly d: { readonly nonce: string } }[];
    expect(asked).toHaveLength(2);
    asked.forEach(({ d }, index) =>
      transport.last.dispatch('GUILD_MEMBERS_CHUNK', 2 + index, {
        guild_id: '7',
        nonce: d.nonce,
        chunk_index: 0,
        chunk_count: 1,
        members: [{}],
      }),
    );
    expect(await members).toMatchObject({ members: [{}, {}], isComplete: true });
  });

  it('guilds are asked for one by one, and checked first', async () => {
    const { shard, transport } = await liveShard();
    await shard.chunkGuilds(['1', '2'], { nonce: 'mine' });
    expect(transport.last.written.slice(-2)).toMatchObject([{ d: { guild_id: '1', nonce: 'mine' } }, { d: { guild_id: '2' } }]);
    await expect(shard.chunkGuilds(['1', 'x'])).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });
});

describe('a shard that is closed', () => {
  it('resolves with the session when it is kept, and delivers what was on its way', async () => {
    const { shard, transport } = await liveShard();
    const closed = shard.close(4000);
    transport.last.dispatch('TYPING_START', 2).end({ type: 'close-frame', code: 4000, reason: '' });
    expect([await closed, shard.stage]).toEqual([{ id: 's1', sequence: 2 }, 'Disconnected']);
  });

  it('resolves with null when the session ends, after a second at the latest, and leaves no timer', async () => {
    const { clock, shard, transport } = await liveShard();
    const closed = shard[Symbol.asyncDispose]();
    clock.advance(1_000);
    await closed;
    expect([shard.session, transport.last.deeds.slice(-2), clock.pendingTimers]).toEqual([null, ['close 1000', 'release 4000'], 0]);
  });

  it('is closed once however often it is asked', async () => {
    const { clock, shard, transport } = await liveShard();
    const closes = [shard.close(4000), shard.close(4000)];
    clock.advance(1_000);
    expect(await Promise.all(closes)).toEqual([
      { id: 's1', sequence: 1 },
      { id: 's1', sequence: 1 },
    ]);
    expect(transport.last.deeds.filter((deed) => deed.startsWith('close'))).toHaveLength(1);
  });

  it('refuses a code that may not be sent', async () => {
    await expect(shardOf().shard.close(1006)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
  });
});

describe('the session of an earlier process', () => {
  it('is resumed when it is given', () => {
    const { shard, transport } = shardOf({ session: { id: 'old', sequence: 70, resumeUrl: 'ws://127.0.0.1:8' } });
    shard.start();
    transport.last.open().hello();
    expect(transport.last.url).toBe('ws://127.0.0.1:8/?v=10&encoding=json');
    expect(transport.last.written[0]).toMatchObject({ op: 6, d: { session_id: 'old', seq: 70 } });
  });

  it('is found in the store, told of, and resumed', async () => {
    const sessionStore = new MemorySessionStore();
    const first = await liveShard({ sessionStore });
    first.transport.last
      .dispatch('GUILD_CREATE', 2, { id: '8' })
      .dispatch('GUILD_DELETE', 3, { id: '7' })
      .dispatch('GUILD_DELETE', 4, { id: '8', unavailable: true });
    const closed = first.shard.close(4000);
    await pass(first.clock, 1_000);
    await closed;
    const { shard, told, transport } = shardOf({ sessionStore });
    shard.start();
    await settled();
    transport.last.open().hello();
    expect(told).toMatchObject([['restored', { session: { id: 's1', sequence: 4, guildIds: ['8'] } }]]);
    expect(transport.last.written[0]).toMatchObject({ op: 6, d: { session_id: 's1', seq: 4 } });
  });

  async function storedSession(): Promise<MemorySessionStore> {
    const sessionStore = new MemorySessionStore();
    const { clock, shard } = await liveShard({ sessionStore });
    const closed = shard.close(4000);
    await pass(clock, 1_000);
    await closed;
    return sessionStore;
  }

  it('waits, once loaded, for what is put back before it is resumed', async () => {
    const prepared: string[] = [];
    let finish: () => void = () => undefined;
    const beforeResume = async ({ id }: { readonly id: string }) => {
      prepared.push(id);
      await new Promise<void>((resolve) => (finish = resolve));
    };
    const { shard, transport } = shardOf({ beforeResume, sessionStore: await storedSession() });
    shard.start();
    await settled();
    expect([prepared, transport.connections.length]).toEqual([['s1'], 0]);
    finish();
    await settled();
    expect(transport.connections).toHaveLength(1);
  });

  it('is resumed all the same when what is put back fails', async () => {
    const beforeResume = () => Promise.reject(new TypeError('disk'));
    const { shard, told, transport } = shardOf({ beforeResume, sessionStore: await storedSession() });
    shard.start();
    await settled();
    transport.last.open().hello();
    expect(told[0]).toMatchObject(['warn', { code: 'LISTENER_THREW', cause: { message: 'disk' } }]);
    expect(transport.last.written[0]).toMatchObject({ op: 6 });
  });

  it('is not stored beyond what a loop has seen', async () => {
    const sessionStore = new MemorySessionStore();
    const { clock, shard, transport } = await liveShard({ sessionStore });
    const loop = shard[Symbol.asyncIterator]();
    for (let s = 2; s <= 5; s += 1) transport.last.dispatch('TYPING_START', s);
    await loop.next();
    await pass(clock, 500);
    expect(await sessionStore.load({ shardId: 0, shardTotal: 1 })).toMatchObject({ sequence: 2 });
  });

  it('is not waited for when the shard is closed meanwhile', async () => {
    const { shard, transport } = shardOf({ sessionStore: new MemorySessionStore() });
    shard.start();
    await shard.close();
    await settled();
    expect(transport.connections).toEqual([]);
  });
});
