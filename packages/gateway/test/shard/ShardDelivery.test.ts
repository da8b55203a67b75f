import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { MemberRequests } from '../../src/members/MemberRequests.js';
import { ShardDelivery } from '../../src/shard/ShardDelivery.js';
import { ShardStreams } from '../../src/shard/ShardStreams.js';
import { ShardTeller } from '../../src/shard/ShardTeller.js';
import { type ProtocolRig } from './ProtocolRig.js';
import { connected, identifying, queued, resuming } from './stages.js';

const packetOf = (t: string, s: number, d: unknown = {}) => ({ op: 0, t, s, d }) as unknown as GatewayDispatchPayload;

function deliveryOn(rig: ProtocolRig, events?: ReadonlySet<string>) {
  const clock = new ManualClock();
  const told: unknown[][] = [];
  const emit = (...all: readonly unknown[]): void => void told.push([...all]);
  const members = new MemberRequests({ clock, random: () => 0, shardId: 0, send: () => Promise.resolve() });
  const delivery = new ShardDelivery({
    clock,
    events,
    feed: (input) => rig.feed(input),
    keeper: null,
    members,
    protocol: rig.protocol,
    shardId: 0,
    streams: new ShardStreams({ maxBufferedEvents: 9, onThrottle: () => undefined, onPulled: () => undefined }),
    teller: new ShardTeller(0, emit),
  });
  const deliver = (t: string, s: number, d?: unknown): void => delivery.deliver(packetOf(t, s, d), t, s);
  return { deliver, delivery, members, names: () => told.map(([name]) => name), told };
}

describe('the delivery of dispatches', () => {
  it('wants everything unless told otherwise, and what the shard itself needs in any case', () => {
    expect(deliveryOn(connected()).delivery.isWanted('TYPING_START')).toBe(true);
    const { delivery, members } = deliveryOn(connected(), new Set(['MESSAGE_CREATE']));
    const wanted = (): boolean[] =>
      ['MESSAGE_CREATE', 'READY', 'RESUMED', 'TYPING_START', 'GUILD_MEMBERS_CHUNK', 'RATE_LIMITED'].map((type) => delivery.isWanted(type));
    expect(wanted()).toEqual([true, true, true, false, false, false]);
    void members.ask('1', { query: 'x' }, undefined, undefined);
    expect(wanted()).toEqual([true, true, true, false, true, true]);
  });

  it('counts what is skipped, and reports the gap before it', () => {
    const rig = connected();
    const { delivery, told } = deliveryOn(rig);
    delivery.skip(5);
    delivery.skip(5);
    expect([rig.protocol.session?.sequence, told]).toEqual([5, [['sequenceGap', { shardId: 0, from: 1, to: 5 }]]]);
  });

  it('marks what is replayed', () => {
    const { deliver, told } = deliveryOn(resuming());
    deliver('TYPING_START', 2);
    expect(told[0]?.[2]).toBe(true);
  });

  it('tells of READY before it hands it over', () => {
    const { deliver, names } = deliveryOn(identifying());
    deliver('READY', 1, { session_id: 's1' });
    expect(names()).toEqual(['ready', 'dispatch']);
  });

  it('tells nothing of a READY that is not taken', () => {
    const { deliver, names } = deliveryOn(queued());
    deliver('READY', 1, { session_id: 's1' });
    expect(names()).toEqual([]);
  });

  it.each([[null], [{ session_id: 's1', user: 7, application: {}, guilds: 'none' }]])('lives with a READY of %j', (d) => {
    const { deliver, told } = deliveryOn(identifying());
    deliver('READY', 1, d);
    expect(told[0]?.[1]).toMatchObject({ applicationId: null, userId: null, guildIds: [] });
  });
});
