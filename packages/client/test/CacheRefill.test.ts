import { describe, expect, it } from '@jest/globals';
import { CacheRefill } from '../src/CacheRefill.js';
import { refillWorld, settled } from './refillWorld.js';
import { BOT, CHANNELS, GUILD } from './structures/samples.js';

describe('guilds that no GUILD_CREATE will bring', () => {
  it('are fetched one after the other, with who the bot is and what it is there', async () => {
    const { cache, methods, options, progress } = refillWorld();
    const refill = new CacheRefill(options);
    refill.add(0, ['1', '5']);
    expect(refill.missing).toEqual(['1', '5']);
    await settled();
    const each = ['guilds.get', 'guilds.channels', 'guilds.activeThreads', 'guilds.member'];
    expect(methods()).toEqual(['users.me', ...each, ...each]);
    expect([refill.missing, progress(), cache.selfId]).toEqual([[], 2, BOT.id]);
    expect([cache.guild('1')?.name, cache.channel('2')?.name, cache.member('1', BOT.id)?.user_id]).toEqual(['Home', 'general', BOT.id]);
  });

  it('may be added while others are under way', async () => {
    const { cache, options } = refillWorld();
    const refill = new CacheRefill(options);
    refill.add(0, ['1']);
    refill.add(1, ['5']);
    await settled();
    expect([cache.guild('1')?.id, cache.guild('5')?.id]).toEqual(['1', '5']);
  });

  it('are none where there are none', async () => {
    const { methods, options } = refillWorld();
    new CacheRefill(options).add(0, []);
    await settled();
    expect(methods()).toEqual([]);
  });

  it('lose nothing that an event told while they were fetched', async () => {
    const { apply, cache, options } = refillWorld((method) => {
      if (method === 'guilds.channels') apply('CHANNEL_UPDATE', { ...CHANNELS[0], name: 'newer' });
      return undefined;
    });
    apply('READY', { user: BOT, guilds: [], application: { id: '8', flags: 0 } });
    apply('GUILD_CREATE', GUILD);
    new CacheRefill(options).add(0, ['1']);
    await settled();
    expect(cache.channel('2')?.name).toBe('newer');
  });

  it('are told together where they cannot be fetched, and the others come', async () => {
    const { cache, options, progress, told } = refillWorld((method, calls) =>
      method === 'guilds.get' && calls < 3 ? Promise.reject(new TypeError('down')) : undefined,
    );
    const refill = new CacheRefill(options);
    refill.add(0, ['1', '5', '6']);
    await settled();
    expect(told).toMatchObject([
      {
        code: 'CACHE_REFILL_FAILED',
        message: expect.stringMatching(/^2 guilds .* the last of them 5\./) as unknown,
        cause: { message: 'down' },
      },
    ]);
    expect([cache.guild('6')?.id, refill.missing, progress()]).toEqual(['6', [], 3]);
  });

  it('are fetched without the own member while nobody says who the bot is', async () => {
    const { cache, methods, options } = refillWorld((method) =>
      method === 'users.me' ? Promise.reject(new TypeError('down')) : undefined,
    );
    new CacheRefill(options).add(0, ['1']);
    await settled();
    expect([methods().includes('guilds.member'), cache.guild('1')?.name]).toEqual([false, 'Home']);
  });

  it('are not fetched any more when their shard begins a new session', async () => {
    const { calls, options } = refillWorld();
    const refill = new CacheRefill(options);
    refill.add(0, ['1', '5']);
    refill.add(1, ['6']);
    refill.forget(0);
    await settled();
    expect(calls.filter(([name]) => name === 'guilds.get').map(([, id]) => id)).toEqual(['6']);
  });

  it('are left alone when the client stops: the call under way is aborted, and nothing is told of it', async () => {
    const { calls, options, told } = refillWorld((method) => (method === 'guilds.get' ? new Promise(() => undefined) : undefined));
    const refill = new CacheRefill(options);
    refill.add(0, ['1', '5']);
    await settled();
    refill.stop();
    const { signal } = calls.at(-1)?.[3] as { readonly signal: AbortSignal };
    expect([signal.aborted, refill.missing, told]).toEqual([true, [], []]);
  });

  it('of which a call was aborted are no failure', async () => {
    const { options, told } = refillWorld((method) => {
      if (method !== 'guilds.get') return undefined;
      refill.stop();
      return Promise.reject(new TypeError('aborted'));
    });
    const refill: CacheRefill = new CacheRefill(options);
    refill.add(0, ['1']);
    await settled();
    expect(told).toEqual([]);
  });
});
