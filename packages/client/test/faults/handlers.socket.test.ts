import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import type { ClientOptions } from '../../src/index.js';
import { until, World } from '../World.js';
import { send, sendMessages, startedBot } from './bots.js';

const NOTHING_LACKS = ['Guilds', 'GuildMessages', 'GuildMessageTyping', 'MessageContent'] as const;

const forever = () => new Promise<never>(() => undefined);

async function turns(count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('handlers that fail', () => {
  it.each([
    ['nobody hears', 0],
    ["one listener hears once('error')", 1],
  ])('E-03 two errors of which %s: cost a line of the log each, and nothing else', async (_, listeners) => {
    await using world = await World.open();
    const heard: unknown[] = [];
    const client = await startedBot(world, {}, (bot) => {
      bot.on('messageCreate', ({ content }) => {
        throw new TypeError(content);
      });
      for (let n = 0; n < listeners; n += 1) bot.once('error', ({ cause }) => heard.push((cause as Error).message));
    });
    sendMessages(world, '7', ['first', 'second']);
    const logged = () => world.lines.filter(({ level }) => level === 'error').length;
    await until(() => heard.length + logged() === 2);
    expect([heard, logged()]).toEqual([['first'].slice(0, listeners), 2 - listeners]);
    expect(client.shards.runners.get(0)?.stage).toBe('Connected');
  });
});

describe('handlers that never finish', () => {
  it.each<[string, Partial<ClientOptions>]>([
    ['without limits', {}],
    ['one at a time', { maxConcurrentHandlers: 1 }],
    ['serial by guild', { serialHandlers: 'guild' }],
  ])('E-04 blocked handler: heartbeats go on for a minute, and so does the connection, %s', async (_, options) => {
    const clock = new ManualClock();
    await using world = await World.open({ clock, heartbeatIntervalMs: 5_000 });
    const client = await startedBot(world, { ...options, clock }, (bot) => bot.on('messageCreate', forever));
    sendMessages(world, '7', ['a', 'b', 'c']);
    await until(() => client.handlerStats.running + client.handlerStats.queued === 3);
    const { counts } = world.discord.gateway.journal;
    const before = counts.frame;
    for (let second = 0; second < 60; second += 1) {
      clock.advance(1_000);
      await turns(10);
    }
    // A bot that says nothing writes heartbeats only: one at once, as chance has it here, then one each interval.
    expect(counts.frame - before).toBe(13);
    expect([client.shards.runners.get(0)?.stage, counts.connection, counts.disconnection]).toEqual(['Connected', 1, 0]);
    const isLimited = Object.keys(options).length > 0;
    expect(client.handlerStats).toMatchObject(isLimited ? { running: 1, queued: 2, oldestWaitMs: 60_000 } : { running: 3, queued: 0 });
  });
});

describe('handlers that are slower than their events', () => {
  it('E-05 backpressure: no more wait than may, what is dropped is counted, and interactions are all handled', async () => {
    await using world = await World.open();
    const open: (() => void)[] = [];
    const handled = new Map<string, number>();
    const slow = (event: string) => () => {
      handled.set(event, (handled.get(event) ?? 0) + 1);
      return new Promise<void>((resolve) => open.push(resolve));
    };
    const warnings: string[] = [];
    const client = await startedBot(world, { intents: NOTHING_LACKS, maxConcurrentHandlers: 2, maxQueuedEvents: 10 }, (bot) => {
      for (const event of ['typingStart', 'messageCreate', 'interactionCreate'] as const) bot.on(event, slow(event));
      bot.on('warn', ({ code }) => warnings.push(code));
    });
    for (let n = 0; n < 20; n += 1) {
      send(world, 'TYPING_START', { channel_id: '7', guild_id: '7', user_id: '8', timestamp: n });
      sendMessages(world, '7', [String(n)]);
      if (n % 4 === 0) send(world, 'INTERACTION_CREATE', { id: String(n), type: 1, token: 't' });
    }
    await until(() => {
      const { dropped, queued, running } = client.handlerStats;
      return dropped.typing + dropped.message + queued + running === 45;
    });
    const { dropped, queued } = client.handlerStats;
    await until(() => {
      for (const settle of open.splice(0)) settle();
      return client.handlerStats.running === 0;
    });
    expect(Object.fromEntries(handled)).toEqual({
      typingStart: 20 - dropped.typing,
      messageCreate: 20 - dropped.message,
      interactionCreate: 5,
    });
    expect([queued, dropped.typing, warnings]).toEqual([10, 19, ['HANDLERS_TOO_SLOW']]);
  });
});

describe('handlers that are serial by guild', () => {
  it('E-06 order: each guild is handled in its order and one at a time, beside the other', async () => {
    await using world = await World.open();
    const heard: string[] = [];
    const running = new Set<string>();
    let isAlone = true;
    let areBeside = false;
    const client = await startedBot(world, { serialHandlers: 'guild' }, (bot) =>
      bot.on('messageCreate', async ({ content, guildId }) => {
        const guild = guildId ?? '';
        isAlone &&= !running.has(guild);
        areBeside ||= running.size > 0;
        running.add(guild);
        await turns(content.length);
        heard.push(content);
        running.delete(guild);
      }),
    );
    const texts = (guild: string) => Array.from({ length: 8 }, (_, index) => `${guild}${String(index)}${'x'.repeat(8 - index)}`);
    sendMessages(world, '7', texts('7'));
    sendMessages(world, '9', texts('9'));
    await until(() => heard.length === 16);
    expect([isAlone, areBeside]).toEqual([true, true]);
    for (const guild of ['7', '9']) expect(heard.filter((text) => text.startsWith(guild))).toEqual(texts(guild));
    await client.idle();
  });

  it('are waited for by `idle`, those of events that wait included', async () => {
    await using world = await World.open();
    const heard: string[] = [];
    const client = await startedBot(world, { serialHandlers: 'channel' }, (bot) =>
      bot.on('messageCreate', async ({ content }) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        heard.push(content);
      }),
    );
    sendMessages(world, '7', ['a', 'b', 'c']);
    await until(() => client.handlerStats.queued === 2);
    await client.idle();
    expect(heard).toEqual(['a', 'b', 'c']);
  });

  it('do not begin any more after a shutdown', async () => {
    await using world = await World.open();
    const heard: string[] = [];
    let finish: () => void = () => undefined;
    const client = await startedBot(world, { serialHandlers: 'guild' }, (bot) =>
      bot.on('messageCreate', ({ content }) => {
        heard.push(content);
        return new Promise<void>((resolve) => (finish = resolve));
      }),
    );
    sendMessages(world, '7', ['a', 'b']);
    await until(() => client.handlerStats.queued === 1);
    await client.shutdown();
    finish();
    await client.idle();
    expect([heard, client.handlerStats.queued]).toEqual([['a'], 0]);
  });
});

describe('a bot that handles one event at a time', () => {
  it('is not stopped by a question that nobody has answered yet', async () => {
    await using world = await World.open();
    const heard: string[] = [];
    await startedBot(world, { maxConcurrentHandlers: 1 }, (bot) =>
      bot.on('messageCreate', async ({ content }) => {
        heard.push(content);
        if (content !== 'ask me') return;
        const answer = await bot.waitFor('messageCreate', { filter: (message) => message.content === 'answer' });
        heard.push(`got ${answer?.content ?? 'nothing'}`);
      }),
    );
    sendMessages(world, '7', ['ask me', 'something else']);
    await until(() => heard.includes('something else'));
    sendMessages(world, '7', ['answer']);
    await until(() => heard.length === 4);
    expect(heard.toSorted()).toEqual(['answer', 'ask me', 'got answer', 'something else']);
  });
});

describe('an interaction', () => {
  it('E-12 delivered twice: calls its handler once', async () => {
    await using world = await World.open();
    const heard: string[] = [];
    await startedBot(world, {}, (bot) => {
      bot.on('interactionCreate', ({ data }) => heard.push(data.id));
      bot.on('typingStart', () => heard.push('typing'));
    });
    for (const id of ['1', '2', '1']) send(world, 'INTERACTION_CREATE', { id, type: 1, token: 't' });
    send(world, 'TYPING_START', {});
    await until(() => heard.includes('typing'));
    expect(heard).toEqual(['1', '2', 'typing']);
  });
});

describe('listening in a handler', () => {
  it('E-08 listener leak: ends with the handler, however often it is called', async () => {
    await using world = await World.open();
    const warnings: string[] = [];
    let count = 0;
    const client = await startedBot(world, { intents: NOTHING_LACKS, maxConcurrentHandlers: 1 }, (bot) => {
      bot.on('warn', ({ code }) => warnings.push(code));
      bot.on('typingStart', async () => {
        using _typing = bot.listen('messageCreate', () => undefined);
        count += 1;
        await Promise.resolve();
      });
    });
    for (let n = 0; n < 200; n += 1) send(world, 'TYPING_START', {});
    await until(() => count === 200);
    await client.idle();
    expect([client.listenerCount('messageCreate'), warnings]).toEqual([0, []]);
  });
});
