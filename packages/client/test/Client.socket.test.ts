import { expectMessage } from '@aplomb/fake-discord';
import { MemorySessionStore } from '@aplomb/gateway';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { eventOfDispatch } from '../src/eventNames.js';
import type { ErrorEvent } from '../src/events.js';
import { attachment, EventView, type Client, type Context, View } from '../src/index.js';
import { next, until, World } from './World.js';

const documented = (
  JSON.parse(readFileSync(join(__dirname, '../test-data/gateway-events.json'), 'utf8')) as {
    readonly events: readonly { readonly name: string }[];
  }
).events.map(({ name }) => name);

/** Listens to an event whose name is made at run time. */
function listen(client: Client, event: string, handler: (...args: readonly never[]) => unknown): void {
  client.on(event as 'raw', handler as never);
}

describe('a bot on a (fake) Discord', () => {
  it('answers !ping with a reply that pings nobody but the one who asked', async () => {
    await using world = await World.open();
    const client = world.client();
    world.discord.attach(client);
    client.on('messageCreate', async (message) => {
      if (message.content === '!ping') await message.reply('Pong!');
    });
    await client.start();
    await world.alice.send(world.general, '!ping');
    const pong = await expectMessage(world.general, { content: 'Pong!' });
    expect(pong.data.message_reference?.message_id).toBe(world.general.messages[0]?.id);
    expect(world.discord.unsupported).toEqual([]);
  });

  it('knows who it is, its shards and its contexts', async () => {
    await using world = await World.open();
    const client = world.client({ data: { visits: 0 } });
    const contexts: Context<{ visits: number }>[] = [];
    client.on('messageCreate', (_, context) => contexts.push(context));
    await client.start();
    await world.alice.send(world.general, 'one');
    await world.alice.send(world.general, 'two');
    await until(() => contexts.length === 2);
    expect([client.me?.id, client.userId, client.applicationId]).toEqual([
      world.discord.bot.id,
      world.discord.bot.id,
      world.discord.application.id,
    ]);
    expect(contexts[0]).toBe(contexts[1]);
    expect(contexts[0]).toMatchObject({ shardId: 0, replayed: false, data: { visits: 0 } });
    expect(contexts[0]?.client).toBe(client);
    expect([client.shardIdFor(world.guild.id), client.shards.runners.get(0)?.stage]).toEqual([0, 'Connected']);
  });

  it('E-01 E-02 lives on when handlers throw and reject; the others run, and `error` tells', async () => {
    await using world = await World.open();
    const client = world.client();
    const [heard, errors]: [string[], ErrorEvent[]] = [[], []];
    const boom = new Error('boom');
    client.on('messageCreate', () => {
      throw boom;
    });
    client.on('messageCreate', async () => Promise.reject(boom));
    client.on('messageCreate', (message) => heard.push(message.content));
    client.on('error', (event) => errors.push(event));
    await client.start();
    await world.alice.send(world.general, 'one');
    await world.alice.send(world.general, 'two');
    await until(() => heard.length === 2);
    await client.idle();
    expect(heard).toEqual(['one', 'two']);
    expect(errors).toEqual(new Array(4).fill({ event: 'messageCreate', shardId: 0, cause: boom }));
  });

  it('E-03 logs what handlers throw when nobody listens to `error`, and when a listener of `error` throws itself', async () => {
    await using world = await World.open();
    const client = world.client();
    const fail = () => {
      throw new Error(`my token is ${world.discord.bot.token}`);
    };
    client.on('shardsReady', fail);
    client.on('cacheReady', () => client.on('error', fail));
    client.on('cacheReady', fail);
    const ready = next(client, 'cacheReady');
    await client.start();
    await ready;
    await client.idle();
    expect(world.lines.filter(({ level }) => level === 'error').map(({ fields }) => fields)).toMatchObject([
      { event: 'shardsReady' },
      { event: 'error' },
    ]);
    expect(inspect(world.lines, { depth: 9 })).not.toContain(world.discord.bot.token);
  });

  it('hands over all 79 dispatches, each as a view of its payload with the context', async () => {
    await using world = await World.open();
    const client = world.client();
    const got = new Map<string, readonly unknown[]>();
    for (const [dispatch, event] of eventOfDispatch) listen(client, event, (...args) => got.set(dispatch, args));
    await client.start();
    const others = documented.filter((name) => name !== 'READY' && name !== 'RESUMED');
    for (const name of others) world.discord.gateway.sendDispatch(name, { id: '7', marker: name, unavailable: true });
    await until(() => others.every((name) => got.has(name)));
    world.discord.faults.reconnect(0);
    await until(() => got.has('RESUMED'));
    expect([...got.keys()].sort()).toEqual([...documented].sort());
    for (const name of others) {
      const [view, context, before] = got.get(name) ?? [];
      expect(view).toMatchObject({ data: { marker: name } });
      expect([view instanceof View, view instanceof EventView].filter(Boolean)).toHaveLength(1);
      expect((context as Context).shardId).toBe(0);
      expect([name, before === undefined || /_(UPDATE|DELETE|REMOVE|BULK)$/.test(name)]).toEqual([name, true]);
    }
  });

  it('passes on dispatches that nobody knows, and gives `raw` everything', async () => {
    await using world = await World.open();
    const client = world.client();
    const [raw, unknown]: [string[], unknown[]] = [[], []];
    client.on('raw', (packet) => raw.push(packet.t));
    client.on('unknownEvent', (packet, context) => unknown.push([packet.t, packet.d, context.shardId]));
    await client.start();
    world.discord.gateway.sendDispatch('FOO_BAR', { a: 1 });
    world.discord.gateway.sendDispatch('constructor', {});
    await until(() => unknown.length === 2);
    expect(unknown).toEqual([['FOO_BAR', { a: 1 }, 0], ['constructor', {}, 0]]); // prettier-ignore
    expect(raw.slice(0, 2)).toEqual(['READY', 'GUILD_CREATE']);
    expect(raw).toContain('FOO_BAR');
  });

  it('parses only what somebody wants', async () => {
    await using world = await World.open();
    const parsed: object[] = [];
    const parse = (text: string) => {
      const value = JSON.parse(text) as object;
      // Besides the payloads of dispatches: whole messages that are none.
      if (!('op' in value)) parsed.push(value);
      return value;
    };
    const client = world.client({ cache: false, gateway: { parse } });
    client.on('messageDelete', () => undefined);
    await client.start();
    await world.alice.send(world.general, 'unheard');
    const message = await world.alice.send(world.general, 'deleted');
    const deleted = next(client, 'messageDelete');
    await world.alice.delete(message);
    await deleted;
    const [ready, guild, ...others] = parsed;
    expect([ready, guild]).toMatchObject([{ session_id: expect.any(String) }, { member_count: expect.any(Number) }]);
    expect(others).toMatchObject([{ id: message.id }]);
  });

  it('tells a guild that it joins from one that was there, and one that it leaves from one that goes down', async () => {
    await using world = await World.open();
    const client = world.client();
    const heard: string[] = [];
    for (const event of [
      'guildCreate',
      'guildDelete',
      'guildAvailable',
      'guildJoin',
      'guildLeave',
      'guildUnavailable',
      'shardsReady',
      'cacheReady',
    ])
      listen(client, event, () => heard.push(event));
    const ready = next(client, 'cacheReady');
    await client.start();
    await ready;
    const steps = [
      () => {
        world.guild.setUnavailable(true);
      },
      () => {
        world.guild.setUnavailable(false);
      },
      () => void world.discord.addGuild({ name: 'New' }),
      () => {
        world.guild.remove();
      },
    ];
    for (const step of steps) {
      const count = heard.length;
      step();
      await until(() => heard.length === count + 2);
    }
    expect(heard).toEqual(
      ['shardsReady', 'guildCreate', 'guildAvailable', 'cacheReady'].concat(
        ['guildDelete', 'guildUnavailable'],
        ['guildCreate', 'guildAvailable'],
        ['guildCreate', 'guildJoin'],
        ['guildDelete', 'guildLeave'],
      ),
    );
  });
});

describe('the start of a client', () => {
  it('rejects on a rejected token, asks once, and may be tried again', async () => {
    await using world = await World.open();
    let asked = 0;
    const restore = world.discord.interceptRest(async () => {
      asked += 1;
      return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    });
    const client = world.client();
    await expect(client.start()).rejects.toMatchObject({ code: 'TOKEN_REJECTED' });
    await expect(client.finished).rejects.toMatchObject({ code: 'TOKEN_REJECTED' });
    expect(asked).toBe(1);
    restore();
    await client.start();
    expect(client.shards.runners.get(0)?.stage).toBe('Connected');
  });

  it('rejects on a fatal close code after everything is shut down, and names the cure', async () => {
    await using world = await World.open({ privilegedIntents: [] });
    const client = world.client();
    await expect(client.start()).rejects.toMatchObject({ code: 'GATEWAY_DISALLOWED_INTENTS', closeCode: 4014 });
    expect(world.discord.gateway.connections).toHaveLength(0);
    expect(world.lines.filter(({ level }) => level === 'fatal')).toHaveLength(0);
  });

  it('goes on while the network is down, and ends with its signal', async () => {
    await using world = await World.open();
    world.discord.interceptRest(async () => ({ status: 503, body: {} }));
    const abort = new AbortController();
    const client = world.client({ rest: { retries: 0 } });
    client.once('warn', () => {
      abort.abort(new Error('enough'));
    });
    await expect(client.start({ signal: abort.signal })).rejects.toThrow('enough');
    await expect(client.start({ signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  });

  it('happens once', async () => {
    await using world = await World.open();
    const client = world.client();
    const starting = client.start();
    await expect(client.start()).rejects.toMatchObject({ code: 'ALREADY_STARTED' });
    await starting;
    await expect(client.startShards(2)).rejects.toMatchObject({ code: 'ALREADY_STARTED' });
    await client.shutdown();
    await expect(client.start()).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
  });

  it('runs as many shards as Discord recommends, and says once when all are connected', async () => {
    await using world = await World.open({
      shards: 3,
      sessionStartLimit: { maxConcurrency: 16, remaining: 1000, total: 1000, resetAfterMs: 0 },
    });
    const client = world.client();
    const ready: unknown[] = [];
    client.on('shardsReady', (event) => ready.push(event));
    await client.startAutosharded();
    expect(ready).toEqual([{ shardIds: [0, 1, 2], total: 3 }]);
    expect([...client.shards.runners.keys()]).toEqual([0, 1, 2]);
  });

  it('is divided among two clients, each of which says for itself when it is ready', async () => {
    await using world = await World.open({ sessionStartLimit: { maxConcurrency: 16, remaining: 1000, total: 1000, resetAfterMs: 0 } });
    const clients = [world.client(), world.client()] as const;
    const heard: string[][] = [[], []];
    for (const [index, client] of clients.entries()) client.on('messageCreate', (message) => heard[index]?.push(message.content));
    await Promise.all([clients[0].startShardRange({ first: 0, last: 1 }, 4), clients[1].startShardRange({ first: 2, last: 3 }, 4)]);
    await world.alice.send(world.general, 'hello');
    await until(() => heard.flat().length > 0);
    const owner = clients[0].shardIdFor(world.guild.id) < 2 ? 0 : 1;
    expect(heard[owner]).toEqual(['hello']);
    expect(heard[1 - owner]).toEqual([]);
  });

  it('derives the intents from the listeners, and warns about what is missing', async () => {
    await using world = await World.open();
    const client = world.client({ intents: undefined as never });
    const warnings: string[] = [];
    client.on('warn', ({ code, message }) => warnings.push(`${code} ${message}`));
    client.on('messageCreate', () => undefined);
    client.on('guildMemberAdd', () => undefined);
    await client.start();
    // Guilds is among them, since the cache keeps guilds: without it no channel and no permission is known.
    expect(world.discord.gateway.journal.identifies[0]?.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
    client.on('typingStart', () => undefined);
    const expected = [/`messageCreate`.*MessageContent/, /`guildMemberAdd`.*GuildMembers/, /`typingStart`.*GuildMessageTyping/];
    expect(warnings).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});

describe('a client that keeps nothing', () => {
  it('derives no more intents than its listeners need', async () => {
    await using world = await World.open();
    const client = world.client({ cache: false, intents: undefined as never });
    client.on('messageCreate', () => undefined);
    await client.start();
    expect(world.discord.gateway.journal.identifies[0]?.intents).toBe((1 << 9) | (1 << 12));
  });
});

describe('the REST of a client that runs', () => {
  it('tells of each limit that a call begins to wait for', async () => {
    await using world = await World.open();
    const client = world.client();
    const limits: unknown[] = [];
    client.on('restRateLimited', (event) => limits.push(event));
    await client.start();
    world.discord.faults.rateLimit('POST /channels/:id/typing', { retryAfterMs: 60 });
    await client.rest.channels.typing(world.general.id);
    expect(limits).toEqual([
      expect.objectContaining({ isAnswer: true, method: 'POST', route: 'POST /channels/:id/typing', scope: 'user', attempt: 1 }),
    ]);
  });

  it('R-21 asks for what was forbidden again when the bot gets a role', async () => {
    await using world = await World.open();
    const client = world.client();
    await client.start();
    const { guild, general } = world;
    const role = guild.addRole({ name: 'Manager', permissions: ['ManageWebhooks'] });
    const ask = () => client.rest.webhooks.create(general.id, { name: 'Builds' });
    for (let n = 0; n < 5; n += 1) await expect(ask()).rejects.toMatchObject({ discordCode: 50_013 });
    expect(world.discord.requestsTo('POST /channels/:id/webhooks')).toHaveLength(2);
    guild.updateMember(world.discord.bot, { roles: [role.id] });
    await until(() => client.rest.rememberedRefusals === 0);
    await expect(ask()).resolves.toMatchObject({ name: 'Builds' });
  });

  it('sends the files of a reply', async () => {
    await using world = await World.open();
    const client = world.client();
    world.discord.attach(client);
    client.on('messageCreate', async (message) => {
      if (message.content === '!log') await message.reply('Here', { files: [attachment(Buffer.from('all is well'), 'bot.log')] });
    });
    await client.start();
    await world.alice.send(world.general, '!log');
    const { data } = await expectMessage(world.general, { content: 'Here' });
    expect(data.attachments).toEqual([expect.objectContaining({ filename: 'bot.log', size: 11 })]);
  });
});

describe('the `gateway` options of a client', () => {
  it('allowLastIdentifies spends the last tenth of the day', async () => {
    await using world = await World.open({ sessionStartLimit: { remaining: 100 } });
    await world.client({ gateway: { allowLastIdentifies: true } }).start();
    expect(world.discord.gateway.startLimit.remaining).toBe(99);
  });

  it('shardReadyTimeoutMs gives a connection up on which READY does not come', async () => {
    await using world = await World.open();
    world.discord.faults.withholdReady();
    const client = world.client({ gateway: { shardReadyTimeoutMs: 50 } });
    const refused = expect(client.start()).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
    await world.discord.gateway.until(() => world.discord.gateway.journal.disconnections.some(({ by }) => by === 'client'));
    await client.shutdown();
    await refused;
  });
});

describe('bad input', () => {
  it.each([
    ['total 0', (client: Client) => client.startShards(0), 'INVALID_SHARD_TOTAL'],
    ['an id beyond the total', (client: Client) => client.startShard(10, 10), 'INVALID_SHARD_ID'],
    ['a range that runs backwards', (client: Client) => client.startShardRange({ first: 3, last: 2 }, 4), 'INVALID_SHARD_RANGE'],
    ['a range under other names', (client: Client) => client.startShardRange({ from: 0, to: 1 } as never, 4), 'INVALID_SHARD_ID'],
  ])('is refused before any connection, and the client can still be started: %s', async (_, start, code) => {
    await using world = await World.open();
    const client = world.client();
    await expect(start(client)).rejects.toMatchObject({ code });
    expect(world.discord.gateway.journal.counts.connection).toBe(0);
    expect(() => client.shards).toThrow(expect.objectContaining({ code: 'NOT_STARTED' }));
    await client.start();
  });
});

describe('the end of a client', () => {
  it('is told by `finished`; the session is ended and nothing is left', async () => {
    await using world = await World.open();
    const client = world.client();
    const { finished } = client;
    await client.start();
    await Promise.all([client.shutdown(), client.shutdown()]);
    await expect(finished).resolves.toBeUndefined();
    const last = await world.discord.gateway.until(() => world.discord.gateway.journal.disconnections.at(-1));
    expect(last).toMatchObject({ by: 'client', code: 1000 });
    expect(world.discord.gateway.sessions).toHaveLength(0);
    expect(() => client.shards).toThrow(expect.objectContaining({ code: 'CLIENT_CLOSED' }));
  });

  it('makes a start under way reject', async () => {
    await using world = await World.open();
    world.discord.faults.withholdHello();
    const client = world.client();
    const starting = client.start();
    const refused = expect(starting).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
    await world.discord.gateway.until(() => world.discord.gateway.journal.counts.connection === 1);
    await client.shutdown();
    await refused;
    await expect(client.finished).resolves.toBeUndefined();
  });

  it('may come before the start', async () => {
    await using world = await World.open();
    const client = world.client();
    await client[Symbol.asyncDispose]();
    await expect(client.finished).resolves.toBeUndefined();
    await expect(client.start()).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
  });

  it('is logged at fatal when it is fatal and nobody looks, and is no unhandled rejection', async () => {
    await using world = await World.open();
    const unhandled: unknown[] = [];
    const listener = (cause: unknown) => unhandled.push(cause);
    process.on('unhandledRejection', listener);
    const client = world.client();
    await client.start();
    world.discord.faults.closeShard(0, 4014);
    await until(() => world.lines.some(({ level }) => level === 'fatal'));
    await expect(client.finished).rejects.toMatchObject({ code: 'GATEWAY_DISALLOWED_INTENTS' });
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', listener);
    expect(unhandled).toEqual([]);
  });

  it('is told to those who look, when it is fatal; then the client may be started again', async () => {
    await using world = await World.open();
    const client = world.client();
    await client.start();
    const { finished } = client;
    world.discord.faults.closeShard(0, 4004);
    await expect(finished).rejects.toMatchObject({ code: 'GATEWAY_AUTHENTICATION_FAILED', closeCode: 4004 });
    expect(world.lines.filter(({ level }) => level === 'fatal')).toHaveLength(0);
    await expect(client.shutdown()).resolves.toBeUndefined();
  });

  it('R-20 comes with the first 401 of a REST call: the shards go down, one error is told, and nothing more is sent', async () => {
    await using world = await World.open();
    const client = world.client();
    await client.start();
    const { finished } = client;
    const restore = world.discord.interceptRest(() => Promise.resolve({ status: 401, body: { message: '401: Unauthorized', code: 0 } }));
    const before = world.discord.requests.length;
    await expect(client.rest.users.me()).rejects.toMatchObject({ code: 'TOKEN_REJECTED' });
    await expect(finished).rejects.toMatchObject({ code: 'TOKEN_REJECTED', path: '/users/@me' });
    const later = await Promise.allSettled(Array.from({ length: 20 }, () => client.rest.channels.createMessage('1', { content: 'x' })));
    expect(later.every((each) => each.status === 'rejected')).toBe(true);
    expect(world.discord.requests.length - before).toBe(1);
    await world.discord.gateway.until(() => world.discord.gateway.journal.counts.disconnection === 1);
    expect(world.lines.filter(({ level }) => level !== 'debug')).toEqual([]);
    restore();
    client.rest.forgetRejection(); // as a new start does
    await expect(client.rest.users.me()).resolves.toMatchObject({ id: world.discord.bot.id });
  });

  it('may keep the session, and the next client resumes it, knowing its guilds', async () => {
    await using world = await World.open();
    const sessionStore = new MemorySessionStore();
    const first = world.client({ sessionStore });
    await first.start();
    await first.shutdown({ resumable: true });
    await world.alice.send(world.general, 'while you were away');
    const second = world.client({ sessionStore });
    const heard: unknown[] = [];
    second.on('messageCreate', (message, context) => heard.push([message.content, context.replayed]));
    second.on('cacheReady', ({ unavailable }) => heard.push(['cacheReady', unavailable]));
    second.on('shardResumed', ({ replayed }) => heard.push(['shardResumed', replayed]));
    const isReady = next(second, 'cacheReady');
    await second.start();
    await isReady;
    await second.idle();
    expect(heard).toEqual([['while you were away', true], ['shardResumed', 1], ['cacheReady', []]]); // prettier-ignore
    expect(second.userId).toBe(world.discord.bot.id);
    expect(world.discord.gateway.journal.counts).toMatchObject({ identify: 1, resume: 1 });
  });
});

describe('E-11 a handler', () => {
  it('may shut its own client down', async () => {
    await using world = await World.open();
    const client = world.client();
    client.on('messageCreate', () => client.shutdown());
    await client.start();
    await world.alice.send(world.general, 'stop');
    await expect(client.finished).resolves.toBeUndefined();
  });
});

describe('Y-01 the token of a client', () => {
  it('stands in no inspection of the client, its context, its REST and its failures', async () => {
    await using world = await World.open();
    const client = world.client();
    const shown: unknown[] = [client];
    client.on('shardReady', (event, context) => shown.push(event, context));
    await client.start();
    shown.push(client.rest, await client.start().catch((error: unknown) => error), world.lines);
    for (const value of shown) expect(inspect(value, { depth: Infinity, showHidden: true })).not.toContain(world.discord.bot.token);
    expect(inspect(client)).toContain("client: 'running'");
    expect(JSON.parse(JSON.stringify({ client }))).toMatchObject({ client: { client: 'running', userId: world.discord.bot.id } });
    expect(shown).toHaveLength(6);
  });
});
