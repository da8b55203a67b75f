import type { ShardMessenger } from '@aplomb/gateway';
import { ManualClock } from '@aplomb/base';
import { Cache } from '@aplomb/cache';
import { describe, expect, it } from '@jest/globals';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import type { Client } from '../src/Client.js';
import { ClientDispatch } from '../src/ClientDispatch.js';
import { CollectorHub } from '../src/collectors/CollectorHub.js';
import { Contexts } from '../src/Contexts.js';
import { GuildArrivals } from '../src/GuildArrivals.js';
import { PermissionWatch } from '../src/PermissionWatch.js';
import { Readiness } from '../src/Readiness.js';
import { Views, type ViewPorts } from '../src/structures/Views.js';

function world() {
  const arrivals = new GuildArrivals();
  const told: string[] = [];
  const identities: object[] = [];
  const forgotten: (string | undefined)[] = [];
  const clock = new ManualClock();
  const cache = new Cache({ clock });
  const emit = (event: string) => told.push(event) > 0;
  const readiness = new Readiness({
    clock,
    missingGuilds: () => arrivals.missingGuilds,
    shardIds: () => [0],
    shardsReady: () => emit('shardsReady'),
    cacheReady: () => emit('cacheReady'),
  });
  const shard = {} as unknown as ShardMessenger;
  const contexts = new Contexts({ cache } as unknown as Client);
  const dispatch = new ClientDispatch({
    arrivals,
    cache,
    clock,
    collectors: new CollectorHub({ clock, listened: () => undefined }),
    contexts,
    emit,
    identify: (known) => identities.push(known),
    listens: () => true,
    messengerOf: (shardId) => (shardId === 0 ? shard : undefined),
    pacer: null,
    permissions: new PermissionWatch({ rememberedRefusals: 1, forgetRefusals: (id) => forgotten.push(id) }),
    readiness,
    userId: () => '9',
    views: new Views({ cache, clock } as unknown as ViewPorts),
    voice: { hear: () => undefined },
    warn: ({ code }) => emit(`warn ${code}`),
  });
  const packet = (t: string, d: unknown, shardId = 0) => {
    dispatch.packet(shardId, { op: 0, s: 1, t, d } as unknown as GatewayDispatchPayload, false);
  };
  return { clock, dispatch, forgotten, identities, packet, told };
}

describe('what a shard tells', () => {
  it('comes in one order: note, raw, the event, what is made of it', () => {
    const { dispatch, identities, packet, told } = world();
    dispatch.ready({ shardId: 0, userId: '9', applicationId: '8', guildIds: ['1'] });
    packet('READY', { user: { id: '9' } });
    packet('GUILD_CREATE', { id: '1' });
    expect(told).toEqual(['raw', 'ready', 'shardReady', 'shardsReady', 'raw', 'guildCreate', 'guildAvailable', 'cacheReady']);
    expect(identities).toEqual([{ userId: '9', applicationId: '8' }, { user: { id: '9' } }]);
  });

  it('E-12 interaction delivered twice: reaches handlers once within a quarter of an hour, and `raw` each time', () => {
    const { clock, packet, told } = world();
    packet('INTERACTION_CREATE', { id: '1' });
    clock.advance(15 * 60_000);
    packet('INTERACTION_CREATE', { id: '1' });
    packet('INTERACTION_CREATE', { id: '2' });
    expect(told).toEqual(['raw', 'interactionCreate', 'raw', 'raw', 'interactionCreate']);
  });

  it('tells of a guild that was left while there was no session', () => {
    const { dispatch, packet, told } = world();
    const begin = (...guildIds: string[]) => {
      dispatch.ready({ shardId: 0, userId: '9', applicationId: '8', guildIds });
      packet('READY', { user: { id: '9' }, guilds: guildIds.map((id) => ({ id, unavailable: true })), shard: [0, 1] });
    };
    begin('1', '2');
    for (const id of ['1', '2']) packet('GUILD_CREATE', { id, channels: [], members: [], roles: [] });
    told.length = 0;
    begin('1');
    expect(told).toEqual(['raw', 'ready', 'guildLeave', 'shardReady']);
    begin('1');
    expect(told.filter((event) => event === 'guildLeave')).toHaveLength(1);
  });

  it('P-14 unknown event: is passed on when its name or its shape is new', () => {
    const { packet, told } = world();
    packet('FOO_BAR', null);
    packet('GUILD_CREATE', null);
    packet('GUILD_DELETE', { id: 7 });
    packet('INTERACTION_CREATE', null);
    expect(told).toEqual(['raw', 'unknownEvent', 'raw', 'guildCreate', 'raw', 'guildDelete', 'raw', 'interactionCreate']);
  });

  it('R-21 lets REST forget what was forbidden when permissions change', () => {
    const { forgotten, packet } = world();
    packet('CHANNEL_UPDATE', { id: '1102' });
    packet('GUILD_MEMBER_UPDATE', { guild_id: '1101', user: { id: '9' } });
    expect(forgotten).toEqual(['1102', undefined]);
  });

  it('is dropped when the shard is none of ours any more', () => {
    const { dispatch, packet, told } = world();
    packet('TYPING_START', {}, 5);
    dispatch.waitingForReady({ shardId: 5, waitedMs: 1 });
    expect(told).toEqual([]);
  });

  it('has an event or a warning for everything that is no dispatch', () => {
    const { dispatch, told } = world();
    dispatch.restored({ shardId: 0, session: { userId: '9', applicationId: '8', guildIds: [] } as never });
    dispatch.stage({ shardId: 0 } as never);
    dispatch.disconnect({ shardId: 0 } as never);
    dispatch.sessionLost({ shardId: 0 } as never);
    dispatch.waitingForReady({ shardId: 0, waitedMs: 1 });
    dispatch.sequenceGap({ shardId: 0, from: 1, to: 3 });
    dispatch.resharded({ ids: [0], total: 1 });
    dispatch.resumed({ shardId: 0, replayed: 2 });
    expect(told).toEqual(
      ['shardStageUpdate', 'shardDisconnect', 'sessionLost', 'waitingForReady', 'warn SEQUENCE_GAP', 'resharded'].concat([
        'shardResumed',
        'shardsReady',
        'cacheReady',
      ]),
    );
  });
});
