import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { MemberChunks, type MembersAction, type MembersRequest } from '../../src/members/MemberChunks.js';

const GUILD = '81384788765712384';

const requestOf = (nonce: string, options: Partial<MembersRequest> = {}): MembersRequest => ({
  nonce,
  guildId: GUILD,
  text: `ask ${nonce}`,
  isWhole: false,
  ...options,
});

const member = (id: number) => ({ user: { id: `${id}` } });
const chunkOf = (nonce: unknown, index: number, count: number, members: readonly unknown[] = [member(index)], more: object = {}) => ({
  guild_id: GUILD,
  nonce,
  chunk_index: index,
  chunk_count: count,
  members,
  ...more,
});

/** The machine in virtual time. Every request that is to be sent is sent at once, unless a test says otherwise. */
class Rig {
  readonly chunks = new MemberChunks();
  readonly log: { readonly atMs: number; readonly action: MembersAction }[] = [];
  nowMs = 0;
  sendsAtOnce = true;

  feed(input: Parameters<MemberChunks['handle']>[0]): this {
    const actions = this.chunks.handle(input, this.nowMs);
    for (const action of actions) this.log.push({ atMs: this.nowMs, action });
    for (const action of actions) if (action.type === 'send' && this.sendsAtOnce) this.feed({ type: 'sent', nonce: action.nonce });
    return this;
  }

  ask(nonce: string, options: Partial<MembersRequest> = {}): this {
    return this.feed({ type: 'request', request: requestOf(nonce, options) });
  }

  chunk(d: unknown): this {
    return this.feed({ type: 'chunk', d });
  }

  wind(ms: number): this {
    const untilMs = this.nowMs + ms;
    for (let dueMs = this.chunks.deadlineMs; dueMs !== null && dueMs <= untilMs; dueMs = this.chunks.deadlineMs) {
      this.nowMs = dueMs;
      this.feed({ type: 'deadline' });
    }
    this.nowMs = untilMs;
    return this;
  }

  all<Type extends MembersAction['type']>(type: Type) {
    return this.log
      .map(({ action }) => action)
      .filter((action): action is Extract<MembersAction, { readonly type: Type }> => action.type === type);
  }

  get sentMs(): number[] {
    return this.log.filter(({ action }) => action.type === 'send').map(({ atMs }) => atMs);
  }
}

describe('a request for members', () => {
  it('is sent at once and resolves with the members of all chunks', () => {
    const rig = new Rig()
      .ask('n')
      .chunk(chunkOf('n', 0, 2))
      .chunk(chunkOf('n', 1, 2));
    expect(rig.all('resolve')).toEqual([
      { type: 'resolve', nonce: 'n', result: { members: [member(0), member(1)], presences: [], notFound: [], isComplete: true } },
    ]);
    expect([rig.chunks.size, rig.chunks.deadlineMs]).toEqual([0, null]);
  });

  it('carries presences, and the ids that were not found as strings', () => {
    const rig = new Rig().ask('n').chunk(chunkOf('n', 0, 1, [], { presences: [{ status: 'idle' }], not_found: ['7', 8] }));
    expect(rig.all('resolve')[0]?.result).toMatchObject({ presences: [{ status: 'idle' }], notFound: ['7', '8'] });
  });

  it('C-09: resolves with each member once, in whatever order chunks come, twice or of two requests at a time', () => {
    const deliveries = fc.integer({ min: 1, max: 5 }).chain((count) => {
      const chunks = ['a', 'b'].flatMap((nonce) => Array.from({ length: count }, (_, index) => ({ nonce, index, count })));
      const twice = fc
        .subarray(chunks)
        .chain((again) => fc.shuffledSubarray([...chunks, ...again], { minLength: chunks.length + again.length }));
      return twice;
    });
    fc.assert(
      fc.property(deliveries, (chunks) => {
        const rig = new Rig().ask('a').ask('b');
        for (const { nonce, index, count } of chunks) rig.chunk(chunkOf(nonce, index, count));
        const results = rig.all('resolve').map(({ result }) => result.members.map(({ user }) => Number(user.id)).sort());
        const whole = Array.from({ length: chunks[0]!.count }, (_, index) => index);
        expect([results, rig.chunks.size]).toEqual([[whole, whole], 0]);
      }),
    );
  });

  it.each([[0], [1], [undefined], ['2']])('C-09: resolves with its one chunk when that counts %p', (count) => {
    const rig = new Rig().ask('n').chunk({ ...chunkOf('n', 0, 1), chunk_count: count, chunk_index: undefined });
    expect(rig.all('resolve')).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['of another nonce', chunkOf('other', 0, 1)],
    ['without a nonce', chunkOf(undefined, 0, 1)],
    ['of another guild', { ...chunkOf('n', 0, 1), guild_id: '1' }],
    ['that is nothing', null],
  ])('is not touched by a chunk %s', (_, d) => {
    expect(new Rig().ask('n').chunk(d).chunks.size).toBe(1);
  });

  it('lives with a chunk whose lists are none', () => {
    const rig = new Rig().ask('n').chunk({ ...chunkOf('n', 0, 1), members: null, presences: 7, not_found: 'x' });
    expect(rig.all('resolve')[0]?.result).toMatchObject({ members: [], notFound: [], isComplete: true });
  });

  it('rejects when it could not be written', () => {
    const rig = new Rig();
    rig.sendsAtOnce = false;
    rig.ask('n').feed({ type: 'failed', nonce: 'n', error: 'closed' }).feed({ type: 'failed', nonce: 'n', error: 'again' });
    expect([rig.all('reject'), rig.chunks.size]).toEqual([[{ type: 'reject', nonce: 'n', error: 'closed' }], 0]);
  });

  it('is forgotten when its asker has left', () => {
    const rig = new Rig()
      .ask('n')
      .feed({ type: 'abandon', nonce: 'n' })
      .chunk(chunkOf('n', 0, 1))
      .wind(60_000);
    expect([rig.log.length, rig.chunks.size]).toEqual([1, 0]);
  });

  it('has no time-out while it waits to be written', () => {
    const rig = new Rig();
    rig.sendsAtOnce = false;
    expect(rig.ask('n').wind(120_000).chunks.size).toBe(1);
    rig.feed({ type: 'sent', nonce: 'n' }).feed({ type: 'sent', nonce: 'n' });
    expect(rig.chunks.deadlineMs).toBe(130_000);
  });
});

describe('a request without an answer', () => {
  it('C-06: times out after ten seconds', () => {
    const rig = new Rig().ask('n').wind(9_999);
    expect(rig.all('timedOut')).toEqual([]);
    rig.wind(1);
    expect([rig.all('timedOut'), rig.chunks.size]).toEqual([[{ type: 'timedOut', nonce: 'n', guildId: GUILD }], 0]);
  });

  it('C-06: resolves with the part that came, ten seconds after its last chunk and a little more for each', () => {
    const rig = new Rig().ask('n');
    for (let index = 0; index < 3; index += 1) rig.wind(9_000).chunk(chunkOf('n', index, 5));
    rig.wind(10_149);
    expect(rig.chunks.size).toBe(1);
    rig.wind(1);
    expect(rig.all('resolve')[0]?.result).toMatchObject({ members: [member(0), member(1), member(2)], isComplete: false });
    expect(rig.chunks.size).toBe(0);
  });

  it('C-06: resolves when nothing but ids without a member came', () => {
    const rig = new Rig().ask('n').chunk(chunkOf('n', 0, 1, [], { not_found: ['5'] }));
    expect([rig.all('resolve')[0]?.result.notFound, rig.chunks.size]).toEqual([['5'], 0]);
  });

  it('C-06: is asked once more, from the beginning, when a new session begins amid it', () => {
    const rig = new Rig().ask('n').chunk(chunkOf('n', 0, 2));
    rig.feed({ type: 'newSession' });
    expect(rig.all('send')).toHaveLength(2);
    rig.chunk(chunkOf('n', 0, 2)).chunk(chunkOf('n', 1, 2));
    expect(rig.all('resolve')[0]?.result.members).toEqual([member(0), member(1)]);
  });

  it('C-06: is not asked a third time', () => {
    const rig = new Rig().ask('n').feed({ type: 'newSession' }).feed({ type: 'newSession' });
    expect([rig.all('send').length, rig.wind(10_000).chunks.size]).toEqual([2, 0]);
  });

  it('C-06: that has not been written is left to the queue when a new session begins', () => {
    const rig = new Rig();
    rig.sendsAtOnce = false;
    rig.ask('n').feed({ type: 'newSession' });
    expect(rig.all('send')).toHaveLength(1);
  });
});

describe('requests for all members of one guild', () => {
  const whole = { isWhole: true };

  it('C-08: are 30 seconds apart; ten of them all resolve within nine times that and a second', () => {
    const rig = new Rig();
    const send = rig.feed.bind(rig);
    for (let index = 0; index < 10; index += 1) rig.ask(`n${index}`, whole);
    for (let second = 0; second < 272; second += 1) {
      for (const { nonce } of rig.all('send')) send({ type: 'chunk', d: chunkOf(nonce, 0, 1) });
      rig.wind(1_000);
    }
    expect([rig.all('resolve').length, rig.chunks.size]).toEqual([10, 0]);
    expect(rig.sentMs).toEqual(Array.from({ length: 10 }, (_, index) => index * 30_100));
  });

  it('do not wait for those of other guilds', () => {
    const rig = new Rig().ask('a', whole).ask('b', { ...whole, guildId: '1' });
    expect(rig.sentMs).toEqual([0, 0]);
  });

  it('do not wait once 30 seconds have passed', () => {
    const rig = new Rig().ask('a', whole).wind(30_100).ask('b', whole);
    expect(rig.sentMs).toEqual([0, 30_100]);
  });
});

describe('RATE_LIMITED', () => {
  const limited = (meta: unknown, retryAfter: unknown = 12.5, opcode = 8) => ({
    type: 'rateLimited' as const,
    d: { opcode, retry_after: retryAfter, meta },
  });

  it('C-08: asks again after the time that Discord says, for the nonce that it names', () => {
    const rig = new Rig()
      .ask('a')
      .ask('b')
      .feed(limited({ guild_id: GUILD, nonce: 'a' }))
      .wind(9_000)
      .chunk(chunkOf('b', 0, 1))
      .wind(3_500);
    expect([rig.sentMs, rig.all('send').at(-1)?.nonce]).toEqual([[0, 0, 12_500], 'a']);
  });

  it('C-08: without a nonce means what was asked of that guild', () => {
    const rig = new Rig()
      .ask('a')
      .ask('b', { guildId: '1' })
      .feed(limited({ guild_id: GUILD }))
      .wind(9_999);
    expect(rig.chunks.deadlineMs).toBe(10_000);
    expect(
      rig
        .wind(5_000)
        .all('send')
        .map(({ nonce }) => nonce),
    ).toEqual(['a', 'b', 'a']);
  });

  it('C-08: moves the turn of those that ask for the same guild later', () => {
    const rig = new Rig()
      .ask('a', { isWhole: true })
      .feed(limited({ guild_id: GUILD, nonce: 'a' }))
      .ask('b', { isWhole: true });
    expect(rig.wind(60_000).sentMs).toEqual([0, 12_500, 42_600]);
  });

  it('C-08: comes for a guild whose turn was long ago', () => {
    const rig = new Rig().ask('a', { isWhole: true });
    for (let index = 0; index < 5; index += 1) rig.wind(9_000).chunk(chunkOf('a', index, 99));
    rig.ask('b', { isWhole: true, guildId: '1' }).feed(limited({ guild_id: GUILD, nonce: 'a' }));
    expect(rig.ask('c', { isWhole: true }).wind(60_000).sentMs).toEqual([0, 45_000, 57_500, 87_600]);
  });

  it.each([[undefined], [-3], ['x']])('with the time %p means a second', (retryAfter) => {
    expect(new Rig().ask('a').feed(limited({ nonce: 'a' }, retryAfter ?? null)).chunks.deadlineMs).toBe(1_000);
  });

  it.each<[string, { readonly type: 'rateLimited'; readonly d: unknown }]>([
    ['of another op', limited({ nonce: 'a' }, 5, 31)],
    ['without meta', limited(undefined)],
    ['of nothing', { type: 'rateLimited', d: null }],
  ])('%s is for somebody else', (_, input) => {
    expect(new Rig().ask('a').feed(input).chunks.deadlineMs).toBe(10_000);
  });
});

describe('any history of requests', () => {
  it('settles each exactly once in the end, and keeps nothing', () => {
    const nonces = fc.constantFrom('a', 'b', 'c');
    const input = fc.oneof(
      fc.tuple(nonces, fc.nat(3), fc.nat(4)).map(([nonce, index, count]) => ({ type: 'chunk' as const, d: chunkOf(nonce, index, count) })),
      nonces.map((nonce) => ({ type: 'rateLimited' as const, d: { opcode: 8, retry_after: 2, meta: { nonce, guild_id: GUILD } } })),
      nonces.map((nonce) => ({ type: 'failed' as const, nonce, error: 'x' })),
      nonces.map((nonce) => ({ type: 'sent' as const, nonce })),
      fc.constantFrom({ type: 'newSession' as const }, { type: 'deadline' as const }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(12_000), input), { maxLength: 40 }), (steps) => {
        const rig = new Rig().ask('a').ask('b', { isWhole: true }).ask('c', { isWhole: true });
        for (const [waitMs, step] of steps) rig.wind(waitMs).feed(step);
        rig.wind(300_000);
        const settled = [...rig.all('resolve'), ...rig.all('reject'), ...rig.all('timedOut')].map(({ nonce }) => nonce).sort();
        expect([settled, rig.chunks.size]).toEqual([['a', 'b', 'c'], 0]);
      }),
    );
  });
});
