import { describe, expect, it } from '@jest/globals';
import type { GatewayPresenceUpdate } from 'discord-api-types/v10';
import type { GatewayStateOptions } from '../../../src/gateway/GatewayState.js';
import { ALL, MachineBench, guildOn, member, type Wire } from '../MachineBench.js';

const GUILD = guildOn(0);

function asked(request: Readonly<Record<string, unknown>>, options: Partial<GatewayStateOptions> = {}, intents = ALL): Wire {
  const bench = new MachineBench(options);
  bench.world.everyone = Array.from({ length: 250 }, (_, index) => member(String(10n ** 17n + BigInt(index)), `user${index}`));
  bench.world.online = [{ user: { id: String(10n ** 17n) }, status: 'online' } as unknown as GatewayPresenceUpdate];
  const wire = bench.live({ intents });
  wire.send(8, { guild_id: GUILD, ...request });
  return wire;
}

function chunks(wire: Wire): readonly Record<string, unknown>[] {
  return wire.of('GUILD_MEMBERS_CHUNK').map(({ d }) => d);
}

function sizes(wire: Wire): readonly number[] {
  return chunks(wire).map(({ members }) => (members as unknown[]).length);
}

describe('a request for all members of a guild', () => {
  it('is answered in numbered chunks of at most 1,000', () => {
    const wire = asked({ query: '', limit: 0, nonce: 'n' }, { membersPerChunk: 100 });
    expect(sizes(wire)).toEqual([100, 100, 50]);
    expect(chunks(wire).map((chunk) => [chunk['chunk_index'], chunk['chunk_count'], chunk['nonce'], chunk['guild_id']])).toEqual([
      [0, 3, 'n', GUILD],
      [1, 3, 'n', GUILD],
      [2, 3, 'n', GUILD],
    ]);
    expect(sizes(asked({ query: '', limit: 0 }))).toEqual([250]);
  });

  it('is punished without GUILD_MEMBERS', () => {
    expect(asked({ query: '', limit: 0 }, {}, 1).closed).toBe(4001);
  });

  it('is answered once per guild and 30 s; a second one gets RATE_LIMITED with what is left', () => {
    const bench = new MachineBench();
    const wire = bench.live();
    wire.send(8, { guild_id: GUILD, query: '', limit: 0 });
    bench.advance(10_500);
    wire.send(8, { guild_id: GUILD, query: '', limit: 0, nonce: 'again' });
    expect(wire.last).toMatchObject({ t: 'RATE_LIMITED', d: { opcode: 8, retry_after: 19.5, meta: { guild_id: GUILD, nonce: 'again' } } });
    bench.advance(19_500);
    wire.send(8, { guild_id: GUILD, query: '', limit: 0 });
    expect([wire.of('GUILD_MEMBERS_CHUNK').length, wire.closed]).toEqual([2, null]);
  });

  it('has its chunks numbered and replayed like every dispatch', () => {
    const bench = new MachineBench();
    const wire = bench.live();
    wire.send(8, { guild_id: GUILD, query: '', limit: 0 });
    wire.leave(null);
    const again = bench.connect();
    again.resume(wire.sessionId, 2);
    expect(again.events).toEqual(['GUILD_MEMBERS_CHUNK', 'RESUMED']);
  });
});

describe('a request for members by name', () => {
  it.each([
    [{ query: 'USER24', limit: 100 }, 11],
    [{ query: 'user', limit: 7 }, 7],
    [{ query: 'user', limit: 500 }, 100],
    [{ query: '', limit: 5 }, 5],
    [{ query: 'nobody', limit: 5 }, 0],
  ])('%j finds %d', (request, count) => {
    expect(sizes(asked(request, {}, 1))).toEqual([count]);
  });

  it.each([{ query: 'a' }, { limit: 5 }, { query: 'a', limit: -1 }, { query: 5, limit: 1 }])(
    'that is malformed is punished: %j',
    (request) => {
      expect(asked(request).closed).toBe(4001);
    },
  );

  it('is not rate limited', () => {
    const wire = asked({ query: 'user', limit: 1 });
    wire.send(8, { guild_id: GUILD, query: 'user', limit: 1 });
    expect(sizes(wire)).toEqual([1, 1]);
  });
});

describe('a request for members by id', () => {
  it('is answered with those found and those not, small ids as numbers', () => {
    const known = String(10n ** 17n);
    const wire = asked({ user_ids: [known, known, '123', '999999999999999999', 'x'] });
    expect(chunks(wire)).toMatchObject([{ members: [{ user: { id: known } }], not_found: [123, '999999999999999999', 'x'] }]);
  });

  it('may name one id without a list', () => {
    expect(sizes(asked({ user_ids: String(10n ** 17n) }))).toEqual([1]);
  });

  it('is answered for the first 100 only', () => {
    expect(sizes(asked({ user_ids: Array.from({ length: 150 }, (_, index) => String(10n ** 17n + BigInt(index))) }))).toEqual([100]);
  });

  it('is punished when an id is no string', () => {
    expect(asked({ user_ids: [5] }).closed).toBe(4001);
  });
});

describe('the extras of a request for members', () => {
  it('are presences only with GUILD_PRESENCES', () => {
    const request = { query: 'user0', limit: 1, presences: true };
    expect(chunks(asked(request))[0]?.['presences']).toHaveLength(1);
    expect(chunks(asked(request, {}, 1))[0]).not.toHaveProperty('presences');
    expect(chunks(asked({ ...request, presences: false }))[0]).not.toHaveProperty('presences');
  });

  it.each([
    ['x'.repeat(32), true],
    ['x'.repeat(33), false],
    ['é'.repeat(17), false],
    [5, false],
  ])('are a nonce of at most 32 bytes: %p', (nonce, kept) => {
    expect('nonce' in (chunks(asked({ query: 'user', limit: 1, nonce }))[0] ?? {})).toBe(kept);
  });

  it('are nothing for a guild that the bot is not in, but a note', () => {
    const bench = new MachineBench();
    const wire = bench.live();
    wire.send(8, { guild_id: '5', query: '', limit: 0 });
    expect([wire.closed, wire.of('GUILD_MEMBERS_CHUNK').length]).toEqual([null, 0]);
    expect(bench.state.journal.violations).toMatchObject([{ punishment: null }]);
  });
});
