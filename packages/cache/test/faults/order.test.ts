import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHANNEL, channel, GUILD, guild, id, member, message, ready, role, send, thread, user, type Json } from '../payloads.js';
import { keepingAll } from '../model/play.js';
import { told } from '../told.js';

describe('an event before its parent', () => {
  const CHILDREN: readonly (readonly [t: string, d: Json])[] = [
    ['CHANNEL_CREATE', channel(101)],
    ['GUILD_ROLE_CREATE', { guild_id: GUILD, role: role(51) }],
    ['GUILD_MEMBER_ADD', { ...member(902), guild_id: GUILD }],
    ['THREAD_CREATE', thread(200)],
    ['MESSAGE_CREATE', message(300)],
    ['MESSAGE_CREATE', message(301, { channel_id: id(101) })],
    ['MESSAGE_CREATE', message(302, { channel_id: id(200) })],
    ['VOICE_STATE_UPDATE', { guild_id: GUILD, user_id: id(901), channel_id: CHANNEL }],
    ['PRESENCE_UPDATE', { guild_id: GUILD, user: { id: id(901) }, status: 'idle', activities: [] }],
    ['INVITE_CREATE', { guild_id: GUILD, channel_id: CHANNEL, code: 'abc' }],
    ['STAGE_INSTANCE_CREATE', { guild_id: GUILD, channel_id: CHANNEL, id: id(63) }],
  ];
  const after = (events: typeof CHILDREN): unknown => {
    const cache = keepingAll();
    send(cache, 'READY', ready());
    for (const [t, d] of events) send(cache, t, d);
    return { ...told(cache), parked: cache.stats().parked };
  };

  it('K-03 any order of parents and children ends in the same state', () => {
    const events = [['GUILD_CREATE', guild()], ...CHILDREN] as const;
    const expected = after(events);
    fc.assert(
      fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), (order) => {
        // The lists of GUILD_CREATE are whole: what it leaves out and came before it comes again as what waited for it.
        expect(after(order)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('K-03 waiting has an end: a minute, and 1,000 events for a guild', () => {
    const clock = new ManualClock();
    const cache = keepingAll({ clock });
    for (let n = 0; n < 1_100; n += 1) send(cache, 'CHANNEL_CREATE', channel(1_000 + n));
    expect(cache.stats()).toMatchObject({ parked: 1_000, abandoned: 100 });
    clock.advance(61_000);
    cache.sweep();
    expect(cache.stats()).toMatchObject({ parked: 0, abandoned: 1_100 });
    send(cache, 'GUILD_CREATE', guild());
    expect(cache.stats().channels).toBe(1);
  });

  it('K-03 those that waited for different parents go on in the order in which they came', () => {
    const cache = keepingAll();
    send(cache, 'READY', ready());
    send(cache, 'GUILD_CREATE', guild());
    const by = (nick: string): Json => ({ roles: [], nick, joined_at: null });
    send(cache, 'MESSAGE_CREATE', message(300, { channel_id: id(201), member: by('first') }));
    send(cache, 'MESSAGE_CREATE', message(301, { channel_id: id(200), member: by('second') }));
    send(cache, 'THREAD_LIST_SYNC', { guild_id: GUILD, threads: [thread(200), thread(201)], members: [] });
    expect(cache.member(GUILD, id(901))?.nick).toBe('second');
  });
});

describe('an event after the end', () => {
  const at = { guild_id: GUILD };
  /** By kind: what comes too late, and the end that came before. */
  const LATE: readonly (readonly [late: string, d: Json, end: string, endOf: Json])[] = [
    ['CHANNEL_UPDATE', channel(100, { topic: 'late' }), 'CHANNEL_DELETE', channel(100)],
    ['CHANNEL_CREATE', channel(100), 'CHANNEL_DELETE', channel(100)],
    ['THREAD_UPDATE', thread(200), 'THREAD_DELETE', thread(200)],
    ['THREAD_CREATE', thread(200), 'CHANNEL_DELETE', channel(100)],
    ['MESSAGE_CREATE', message(300), 'MESSAGE_DELETE', { ...at, channel_id: CHANNEL, id: id(300) }],
    ['MESSAGE_UPDATE', message(300), 'MESSAGE_DELETE_BULK', { ...at, channel_id: CHANNEL, ids: [id(300)] }],
    ['MESSAGE_CREATE', message(301), 'CHANNEL_DELETE', channel(100)],
    ['GUILD_ROLE_UPDATE', { ...at, role: role(50) }, 'GUILD_ROLE_DELETE', { ...at, role_id: id(50) }],
    ['GUILD_ROLE_CREATE', { ...at, role: role(50) }, 'GUILD_ROLE_DELETE', { ...at, role_id: id(50) }],
    ['GUILD_MEMBER_UPDATE', { ...at, ...member(901) }, 'GUILD_MEMBER_REMOVE', { ...at, user: user(901) }],
    ['GUILD_MEMBERS_CHUNK', { ...at, members: [member(901)] }, 'GUILD_MEMBER_REMOVE', { ...at, user: user(901) }],
    ['VOICE_STATE_UPDATE', { ...at, user_id: id(901), channel_id: CHANNEL }, 'CHANNEL_DELETE', channel(100)],
    ['GUILD_UPDATE', { id: GUILD, name: 'late' }, 'GUILD_DELETE', { id: GUILD }],
    ['CHANNEL_CREATE', channel(101), 'GUILD_DELETE', { id: GUILD }],
    ...(['AUTO_MODERATION_RULE', 'GUILD_SCHEDULED_EVENT', 'INTEGRATION', 'STAGE_INSTANCE'] as const).flatMap((kind) =>
      ['CREATE', 'UPDATE'].map(
        (verb) => [`${kind}_${verb}`, { ...at, id: id(60), name: 'late' }, `${kind}_DELETE`, { ...at, id: id(60) }] as const,
      ),
    ),
    ['GUILD_SOUNDBOARD_SOUND_CREATE', { ...at, sound_id: id(62) }, 'GUILD_SOUNDBOARD_SOUND_DELETE', { ...at, sound_id: id(62) }],
    ['INVITE_CREATE', { ...at, channel_id: CHANNEL, code: 'abc' }, 'INVITE_DELETE', { ...at, channel_id: CHANNEL, code: 'abc' }],
  ];

  it.each(LATE)('K-04 late update after delete: %s %j changes nothing after %s', (late, d, end, endOf) => {
    const cache = keepingAll();
    send(cache, 'READY', ready());
    send(cache, 'GUILD_CREATE', guild({ threads: [thread(200)] }));
    send(cache, 'MESSAGE_CREATE', message(300));
    send(cache, end, endOf);
    const before = told(cache);
    send(cache, late, d);
    expect(told(cache)).toEqual(before);
  });

  it('K-04 tombstones: are gone after a minute, when nothing is late any more', () => {
    const clock = new ManualClock();
    const cache = keepingAll({ clock });
    send(cache, 'READY', ready());
    send(cache, 'GUILD_CREATE', guild());
    send(cache, 'GUILD_MEMBER_REMOVE', { guild_id: GUILD, user: user(901) });
    clock.advance(59_999);
    send(cache, 'GUILD_MEMBER_UPDATE', { ...member(901), guild_id: GUILD });
    expect(cache.member(GUILD, id(901))).toBeUndefined();
    clock.advance(2);
    send(cache, 'GUILD_MEMBER_UPDATE', { ...member(901), guild_id: GUILD });
    expect(cache.member(GUILD, id(901))).toBeDefined();
  });
});
