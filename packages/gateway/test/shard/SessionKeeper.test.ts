import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { MemorySessionStore } from '../../src/session/MemorySessionStore.js';
import type { Session } from '../../src/shard/Session.js';
import { SessionKeeper } from '../../src/shard/SessionKeeper.js';

const key = { shardId: 1, shardTotal: 4 };

function keeperOf(options: { readonly store?: MemorySessionStore; readonly fingerprint?: string } = {}) {
  const clock = new ManualClock();
  const { store = new MemorySessionStore(), fingerprint = 'same' } = options;
  const delivered: { session: Session | null; resumeUrl: string | null } = {
    session: { id: 's1', sequence: 7 },
    resumeUrl: 'wss://b.discord.gg',
  };
  const warnings: string[] = [];
  const keeper = new SessionKeeper({
    clock,
    fingerprint,
    store,
    ...key,
    delivered: () => delivered,
    onWarn: ({ code }) => warnings.push(code),
  });
  return { clock, delivered, keeper, store, warnings };
}

const ready = { applicationId: '11', userId: '12', guildIds: ['1', '2'] };

describe('a session that is kept', () => {
  it('is stored as far as it was delivered, with who the bot is and which guilds it has seen', async () => {
    const { clock, delivered, keeper, store } = keeperOf();
    keeper.ready(ready);
    keeper.guildSeen('3');
    keeper.guildLeft('1');
    delivered.session = { id: 's1', sequence: 9 };
    await keeper.flush();
    expect(await store.load(key)).toEqual({
      id: 's1',
      sequence: 9,
      resumeUrl: 'wss://b.discord.gg',
      ...key,
      applicationId: '11',
      userId: '12',
      guildIds: ['2', '3'],
      savedAtMs: clock.wallMs(),
      fingerprint: 'same',
    });
  });

  it('is what the next process goes on with, its guilds included', async () => {
    const { keeper, store } = keeperOf();
    keeper.ready(ready);
    await keeper.flush();
    const next = keeperOf({ store });
    expect(await next.keeper.load()).toMatchObject({ id: 's1', sequence: 7, guildIds: ['1', '2'] });
    next.keeper.guildSeen('5');
    next.keeper.note();
    await next.keeper.flush();
    expect(await store.load(key)).toMatchObject({ applicationId: '11', userId: '12', guildIds: ['1', '2', '5'] });
  });

  it('is not gone on with by a bot of other options', async () => {
    const { keeper, store } = keeperOf();
    keeper.note();
    await keeper.flush();
    expect(await keeperOf({ store, fingerprint: 'other' }).keeper.load()).toBeNull();
  });

  it('is none before there is one', async () => {
    const { delivered, keeper, store, warnings } = keeperOf();
    delivered.session = null;
    keeper.note();
    await keeper.flush();
    expect([await store.load(key), await keeper.load(), warnings]).toEqual([null, null, []]);
  });

  it('is forgotten when it has ended', async () => {
    const { keeper, store } = keeperOf();
    keeper.note();
    await keeper.flush();
    keeper.forget();
    await keeper.flush();
    expect(await store.load(key)).toBeNull();
  });

  it('warns when its store fails', async () => {
    const store = Object.assign(new MemorySessionStore(), { save: () => Promise.reject(new RangeError('disk full')) });
    const { keeper, warnings } = keeperOf({ store });
    keeper.note();
    await keeper.flush();
    expect(warnings).toEqual(['SESSION_STORE_FAILED']);
  });
});
