import { describe, expect, it } from '@jest/globals';
import type { CacheEvent } from '../src/CacheEvent.js';
import { resolveCachePolicy } from '../src/CachePolicy.js';
import { EventApplier } from '../src/EventApplier.js';
import { packedTables } from '../src/tables/packedTables.js';
import { World } from '../src/tables/World.js';
import { channel, CHANNEL, GUILD, guild, id, message, ready, role } from './payloads.js';

function applierOf(): {
  readonly world: World;
  readonly applier: EventApplier;
  readonly apply: (t: string, d: unknown, s?: number) => string;
} {
  const world = new World(resolveCachePolicy(), packedTables);
  const applier = new EventApplier(world);
  const eventOf = (t: string, d: unknown, s?: number): CacheEvent => (s === undefined ? { t, d } : { t, d, s });
  return { world, applier, apply: (t, d, s) => applier.apply(eventOf(t, d, s), { shardId: 0 }).outcome };
}

describe('what applies events', () => {
  it('applies each number of a session once, and begins anew with READY', () => {
    const { applier, apply } = applierOf();
    const outcomes = [apply('READY', ready(), 1), apply('GUILD_CREATE', guild(), 2), apply('GUILD_CREATE', guild(), 2)];
    expect(outcomes).toEqual(['applied', 'applied', 'repeated']);
    expect([apply('READY', ready(), 1), applier.sequenceOf(0), applier.counts().repeated]).toEqual(['applied', 1, 1]);
  });

  it('does not look at numbers that are none', () => {
    const { apply } = applierOf();
    expect([Number.NaN, 0.5, undefined].map((s) => apply('GUILD_CREATE', guild(), s))).toEqual(['applied', 'applied', 'applied']);
  });

  it('ignores what it has no reducer for, and what has no payload', () => {
    const { apply } = applierOf();
    expect([apply('FOO', {}), apply('constructor', {}), apply('GUILD_CREATE', null), apply('GUILD_CREATE', [])]).toEqual(
      Array(4).fill('ignored'),
    );
  });

  it('K-03 child before parent: lets events wait one for another, and applies them in their order', () => {
    const { world, applier, apply } = applierOf();
    expect(apply('CHANNEL_CREATE', channel(200))).toBe('parked');
    expect(apply('MESSAGE_CREATE', message(300, { channel_id: id(200) }))).toBe('parked');
    expect(apply('MESSAGE_UPDATE', { id: id(300), channel_id: id(200), guild_id: GUILD, content: 'edited' })).toBe('parked');
    apply('GUILD_CREATE', guild());
    expect(world.guilds.get(GUILD)?.channelTable('messages', id(200))?.get(id(300))?.content).toBe('edited');
    expect(applier.counts()).toEqual({ parked: 0, abandoned: 0, repeated: 0 });
  });

  it('K-11 memory: gives up on what waits too long, on what a new session makes old, and on what finds no room', () => {
    const { world, applier, apply } = applierOf();
    apply('GUILD_ROLE_CREATE', { guild_id: GUILD, role: role(5) });
    world.nowMs = 60_000;
    applier.sweep();
    apply('GUILD_ROLE_CREATE', { guild_id: GUILD, role: role(5) });
    apply('READY', ready());
    expect(applier.counts()).toMatchObject({ parked: 0, abandoned: 2 });
    for (let n = 0; n < 1_001; n += 1) apply('MESSAGE_DELETE', { id: id(n), channel_id: CHANNEL, guild_id: GUILD });
    expect(applier.counts()).toMatchObject({ parked: 1_000, abandoned: 3 });
    applier.clear();
    expect([applier.counts().parked, applier.sequenceOf(0)]).toEqual([0, 0]);
  });

  it('tells of every event the same fields, so that whoever reads them finds one shape', () => {
    const { applier } = applierOf();
    const events = [
      { t: 'FOO', d: {} },
      { t: 'CHANNEL_CREATE', d: channel(200) },
      { t: 'GUILD_CREATE', d: guild(), s: 2 },
      { t: 'GUILD_CREATE', d: guild(), s: 2 },
      { t: 'MESSAGE_CREATE', d: message(300) },
      { t: 'GUILD_DELETE', d: { id: GUILD } },
    ];
    const shapes = events.map((event) => Object.keys(applier.apply(event, { shardId: 0 })).join());
    expect(new Set(shapes)).toEqual(new Set(['before,after,removed,user,passage,outcome']));
  });
});
