import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AplombError, type ClientOptions, type Context } from '../../src/index.js';
import { until, World } from '../World.js';
import { sendMessages, startedBot } from './bots.js';

/** What a handler does to its own client in the middle of an event. */
const DEEDS: Readonly<Record<string, (context: Context) => unknown>> = {
  'add a listener': ({ client }) => client.once('typingStart', () => undefined),
  'be replayed': ({ shard }) => {
    shard.restart({ resume: true });
  },
  emit: ({ client }) => client.emit('debug', 'as tests do'),
  'listen and stop': ({ client }) => {
    client.listen('messageCreate', () => undefined)[Symbol.dispose]();
  },
  'look like somebody else': ({ shard }) => {
    shard.setStatus('dnd');
  },
  reject: () => Promise.reject(new TypeError('as tests do')),
  'remove listeners': ({ client }) => client.removeAllListeners('typingStart'),
  send: ({ shard }) => shard.send(3, { since: null, activities: [], status: 'idle', afk: false }),
  'shut down': ({ client }) => client.shutdown(),
  'start again': ({ client }) => client.start(),
  throw: () => {
    throw new TypeError('as tests do');
  },
};

const limits = fc.constantFrom<Partial<ClientOptions>>({}, { maxConcurrentHandlers: 1 }, { serialHandlers: 'guild' });
const deeds = fc.array(fc.constantFrom(...Object.keys(DEEDS).filter((deed) => deed !== 'shut down')), { minLength: 1, maxLength: 8 });

/** A bot that does what messages say, told all of them at once. */
async function obey(world: World, options: Partial<ClientOptions>, commands: readonly string[]) {
  const [heard, causes]: [string[], unknown[]] = [[], []];
  const client = await startedBot(world, options, (bot) => {
    bot.on('debug', () => undefined);
    bot.on('error', ({ cause }) => causes.push(cause));
    bot.on('messageCreate', async ({ content }, context) => {
      heard.push(content);
      await DEEDS[content]?.(context);
    });
  });
  sendMessages(world, '7', commands);
  return { causes, client, heard };
}

describe('a bot whose handlers command their own client', () => {
  it('E-11 re-entrancy: hears every event once and in order, whatever they do', async () => {
    const unhandled: unknown[] = [];
    const note = (cause: unknown) => unhandled.push(cause);
    process.on('unhandledRejection', note);
    await fc.assert(
      fc.asyncProperty(limits, deeds, async (options, commands) => {
        await using world = await World.open();
        const { causes, client, heard } = await obey(world, options, [...commands, 'and go on']);
        await until(() => heard.includes('and go on'));
        await until(() => client.shards.runners.get(0)?.stage === 'Connected');
        await client.idle();
        expect(heard).toEqual([...commands, 'and go on']);
        expect(causes.every((cause) => AplombError.is(cause) || (cause as Error).message === 'as tests do')).toBe(true);
        expect(world.discord.gateway.journal.counts).toMatchObject({ identify: 1, violation: 0 });
      }),
      { numRuns: 30 },
    );
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  it('E-11 re-entrancy: ends for good when one of them says so, whatever the others do', async () => {
    await fc.assert(
      fc.asyncProperty(limits, deeds, deeds, async (options, before, after) => {
        await using world = await World.open();
        const { client, heard } = await obey(world, options, [...before, 'shut down', ...after]);
        await expect(client.finished).resolves.toBeUndefined();
        await client.idle();
        await until(() => world.discord.gateway.connections.length === 0);
        expect(heard.slice(0, before.length + 1)).toEqual([...before, 'shut down']);
        const count = heard.length;
        await new Promise((resolve) => setImmediate(resolve));
        expect(heard).toHaveLength(count);
      }),
      { numRuns: 30 },
    );
  });
});
