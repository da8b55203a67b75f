import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { GatewayError } from '../../src/errors.js';
import { MemberRequests } from '../../src/members/MemberRequests.js';
import { settled } from '../identify/virtualTime.js';

const GUILD = '81384788765712384';
const all = { guild_id: GUILD, limit: 0, query: '' };

interface Asked {
  readonly op: number;
  readonly d: { readonly nonce: string; readonly query: string };
}

function requestsOf(options: { readonly send?: () => Promise<void>; readonly random?: () => number } = {}) {
  const clock = new ManualClock();
  const asked: Asked[] = [];
  let chance = 0;
  const requests = new MemberRequests({
    clock,
    random: options.random ?? (() => (chance = (chance + 0.37) % 1)),
    shardId: 3,
    send: (text) => {
      asked.push(JSON.parse(text) as Asked);
      return options.send?.() ?? Promise.resolve();
    },
  });
  const answer = (nonce: unknown): void =>
    requests.chunk({ guild_id: GUILD, nonce, chunk_index: 0, chunk_count: 1, members: [{ nick: 'x' }] });
  return { answer, asked, clock, requests };
}

describe('a question for members', () => {
  it('C-07: carries a nonce of 16 characters and resolves with the answer to it', async () => {
    const { answer, asked, requests } = requestsOf();
    const members = requests.ask(GUILD, all, undefined, undefined);
    expect(asked[0]).toMatchObject({ op: 8, d: { ...all, nonce: expect.stringMatching(/^[0-9a-z]{16}$/) } });
    expect(requests.isWaiting).toBe(true);
    answer(asked[0]?.d.nonce);
    expect([(await members).members, requests.isWaiting]).toEqual([[{ nick: 'x' }], false]);
  });

  it('uses the nonce of its asker, unless that is in use', async () => {
    const { asked, requests } = requestsOf();
    void requests.ask(GUILD, { ...all, query: 'a' }, 'mine', undefined);
    void requests.ask(GUILD, { ...all, query: 'b' }, 'mine', undefined);
    expect([asked[0]?.d.nonce, asked[1]?.d.nonce === 'mine']).toEqual(['mine', false]);
  });

  it('has a nonce of its own even if chance says the same again', () => {
    const { asked, requests } = requestsOf({ random: () => 0.5 });
    for (const query of ['a', 'b', 'c']) void requests.ask(GUILD, { ...all, query }, undefined, undefined);
    expect(new Set(asked.map(({ d }) => d.nonce)).size).toBe(3);
  });

  it('C-06: rejects when no answer comes, and leaves nothing behind', async () => {
    const { clock, requests } = requestsOf();
    const members = requests.ask(GUILD, all, undefined, undefined);
    await settled();
    clock.advance(10_000);
    await expect(members).rejects.toMatchObject({ code: 'MEMBERS_TIMED_OUT', shardId: 3 });
    expect([requests.isWaiting, clock.pendingTimers]).toEqual([false, 0]);
  });

  it('rejects as its command did when that was not sent', async () => {
    const closed = new GatewayError('SHARD_CLOSED', { what: 'Closed.', cure: 'Start.' });
    const { requests } = requestsOf({ send: () => Promise.reject(closed) });
    await expect(requests.ask(GUILD, all, undefined, undefined)).rejects.toBe(closed);
  });

  it('C-08: for all members of a guild waits 30 seconds after another; one for some does not', async () => {
    const { asked, clock, requests } = requestsOf();
    void requests.ask(GUILD, all, undefined, undefined).catch(() => undefined);
    void requests.ask(GUILD, all, undefined, undefined).catch(() => undefined);
    void requests.ask(GUILD, { guild_id: GUILD, limit: 5, query: 'x' }, undefined, undefined).catch(() => undefined);
    expect(asked).toHaveLength(2);
    clock.advance(30_100);
    expect(asked).toHaveLength(3);
    await settled();
  });

  it('C-08: is asked again after RATE_LIMITED', async () => {
    const { asked, clock, requests } = requestsOf();
    void requests.ask(GUILD, { ...all, query: 'x' }, 'mine', undefined);
    await settled();
    requests.rateLimited({ opcode: 8, retry_after: 3, meta: { guild_id: GUILD, nonce: 'mine' } });
    clock.advance(3_000);
    expect(asked.map(({ d }) => d.nonce)).toEqual(['mine', 'mine']);
  });

  it('C-06: is asked again in a new session', async () => {
    const { asked, requests } = requestsOf();
    void requests.ask(GUILD, { ...all, query: 'x' }, 'mine', undefined);
    await settled();
    requests.newSession();
    expect(asked).toHaveLength(2);
  });
});

describe('a question that is given up', () => {
  it('rejects with the reason of its signal, and leaves nothing behind', async () => {
    const { answer, asked, clock, requests } = requestsOf();
    const abort = new AbortController();
    const members = requests.ask(GUILD, all, undefined, abort.signal);
    await settled();
    abort.abort(new RangeError('enough'));
    await expect(members).rejects.toThrow('enough');
    answer(asked[0]?.d.nonce);
    clock.advance(60_000);
    expect([requests.isWaiting, clock.pendingTimers]).toEqual([false, 0]);
  });

  it('is not asked when its signal has fired already', () => {
    const { asked, requests } = requestsOf();
    expect(() => requests.ask(GUILD, all, undefined, AbortSignal.abort(new RangeError('before')))).toThrow('before');
    expect(asked).toEqual([]);
  });

  it('is deaf to its signal once it has its answer', async () => {
    const { answer, requests } = requestsOf();
    const abort = new AbortController();
    const members = requests.ask(GUILD, all, 'mine', abort.signal);
    answer('mine');
    abort.abort();
    await expect(members).resolves.toMatchObject({ isComplete: true });
  });

  it('rejects when its shard closes', async () => {
    const { requests } = requestsOf();
    const members = requests.ask(GUILD, all, undefined, new AbortController().signal);
    requests.close(new GatewayError('SHARD_CLOSED', { what: 'Closed.', cure: 'Start.' }));
    await expect(members).rejects.toMatchObject({ code: 'SHARD_CLOSED' });
  });
});
