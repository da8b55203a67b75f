import fc from 'fast-check';
import * as payloads from '../payloads.js';
import { channel, guild, id, message, ready, role, type Json } from '../payloads.js';

/** An event of shard 0. */
export type Event = readonly [t: string, d: Json];

/** The ids of two guilds. Those of what is in a guild say by their digits which guild that is. */
export const GUILDS = [1, 2] as const;
const PEOPLE = [900, 901, 902, 903] as const;
const EMOJIS = ['👋', '🎲'] as const;

const within = (from: number, to: number): fc.Arbitrary<number> => fc.integer({ min: from, max: to });
const one = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const guildN = one(...GUILDS);
const personN = one(...PEOPLE);
const word = one('a', 'b', null);
const life = one('CREATE', 'UPDATE', 'DELETE');

/** A user is told whole each time, as Discord does. */
const user = (n: number, fields: Json = {}): Json => payloads.user(n, { ...(n === 900 ? { bot: true } : {}), ...fields });
const member = (n: number, fields: Json = {}): Json => payloads.member(n, { user: user(n), ...fields });

const channelId = (g: number, n: number): string => id(g * 1_000 + n);
const threadId = (g: number, n: number): string => id(g * 1_000 + 500 + n);
const messageId = (g: number, place: number, n: number): string => id(g * 100_000 + place * 10 + n);
const roleId = (g: number, n: number): string => id(g * 100 + n);

const channels = fc
  .record({ g: guildN, n: within(0, 3), verb: life, topic: word, parent: fc.option(within(0, 3), { nil: null }), hidden: within(0, 9) })
  .map(({ g, n, verb, topic, parent, hidden }): Event => {
    const place = { guild_id: id(g), topic, parent_id: parent === null || parent === n ? null : channelId(g, parent) };
    const overwrites = [{ id: roleId(g, n), type: 0, allow: '0', deny: '8' }];
    // Discord hides what the bot may not see behind a flag and a name that is none.
    const mask = hidden === 0 ? { flags: 1 << 17, name: 'no-access', topic: null } : {};
    return [`CHANNEL_${verb}`, channel(g * 1_000 + n, { ...place, permission_overwrites: overwrites, ...mask })];
  });

const channelPulses = fc
  .record({ g: guildN, n: within(0, 3), isThread: fc.boolean(), kind: within(0, 3) })
  .map(({ g, n, isThread, kind }): Event => {
    const [place, at] = [{ guild_id: id(g) }, isThread ? threadId(g, n) : channelId(g, n)];
    const events: readonly Event[] = [
      ['CHANNEL_PINS_UPDATE', { ...place, channel_id: at, last_pin_timestamp: '2026-01-01T00:00:00+00:00' }],
      ['VOICE_CHANNEL_STATUS_UPDATE', { ...place, id: at, status: `on air ${String(n)}` }],
      ['VOICE_CHANNEL_START_TIME_UPDATE', { ...place, id: at, voice_start_time: 1_767_225_600 + n }],
      ['CHANNEL_INFO', { ...place, channels: [{ id: at, status: null }] }],
    ];
    return events[kind]!;
  });

/** A thread stays in its channel. */
const parentOf = (n: number): number => n % 3;

function post(g: number, n: number, name: string | null): Json {
  return { id: threadId(g, n), type: 11, guild_id: id(g), parent_id: channelId(g, parentOf(n)), name };
}

const COUNTS = { message_count: 0, total_message_sent: 0, member_count: 1 };
const threads = fc
  .record({ g: guildN, n: within(0, 3), verb: life, name: word })
  .map(({ g, n, verb, name }): Event => [`THREAD_${verb}`, { ...post(g, n, name), ...(verb === 'CREATE' ? COUNTS : {}) }]);

const threadLists = fc
  .record({
    g: guildN,
    named: fc.uniqueArray(within(0, 3)),
    parents: fc.option(fc.uniqueArray(within(0, 3)), { nil: undefined }),
    mine: fc.boolean(),
  })
  .map(({ g, named, parents, mine }): Event => {
    // A sync names threads of the channels that it is about.
    const posts = named.filter((n) => parents?.includes(parentOf(n)) ?? true).map((n) => post(g, n, 'synced'));
    const members = mine ? posts.map((each) => ({ id: each['id'], user_id: id(900), flags: 1 })) : [];
    const about = parents === undefined ? {} : { channel_ids: parents.map((n) => channelId(g, n)) };
    return ['THREAD_LIST_SYNC', { guild_id: id(g), ...about, threads: posts, members }];
  });

const threadPeople = fc
  .record({ g: guildN, n: within(0, 3), who: personN, nick: word, kind: within(0, 3), count: within(1, 9) })
  .map(({ g, n, who, nick, kind, count }): Event => {
    const place = { id: threadId(g, n), guild_id: id(g) };
    if (kind === 0) return ['THREAD_MEMBER_UPDATE', { ...place, user_id: id(900), flags: count }];
    if (kind === 1) return ['THREAD_MEMBERS_UPDATE', { ...place, member_count: count, removed_member_ids: [id(who)] }];
    const own = kind === 2 ? { member: member(who, { nick }) } : {};
    return [
      'THREAD_MEMBERS_UPDATE',
      { ...place, member_count: count, added_members: [{ id: place.id, user_id: id(who), flags: count, ...own }] },
    ];
  });

const roles = fc.record({ g: guildN, n: within(0, 3), verb: life, name: word }).map(({ g, n, verb, name }): Event => {
  const own = role(g * 100 + n, { name: name ?? 'role' });
  return [`GUILD_ROLE_${verb}`, verb === 'DELETE' ? { guild_id: id(g), role_id: own['id'] } : { guild_id: id(g), role: own }];
});

const memberFields = fc.record({ g: guildN, who: one(901, 902, 903), nick: word, roles: fc.uniqueArray(within(0, 3), { maxLength: 3 }) });
type MemberFields = typeof memberFields extends fc.Arbitrary<infer T> ? T : never;

function person({ g, who, nick, roles: own }: MemberFields): Json {
  return member(who, { user: user(who, { global_name: nick }), nick, roles: own.map((n) => roleId(g, n)) });
}

const members = fc.tuple(memberFields, one('ADD', 'UPDATE', 'REMOVE')).map(([fields, verb]): Event => {
  const { user: own, ...rest } = person(fields);
  return [`GUILD_MEMBER_${verb}`, { guild_id: id(fields.g), user: own, ...(verb === 'REMOVE' ? {} : rest) }];
});

const chunks = fc
  .record({
    g: guildN,
    some: fc.array(memberFields, { maxLength: 3 }),
    missing: fc.option(one(901, 902, 903), { nil: null }),
    online: fc.boolean(),
  })
  .map(({ g, some, missing, online }): Event => {
    const presences = online ? some.map(({ who }) => ({ user: { id: id(who) }, guild_id: id(g), status: 'idle', activities: [] })) : [];
    const list = some.map((fields) => person({ ...fields, g }));
    return ['GUILD_MEMBERS_CHUNK', { guild_id: id(g), members: list, presences, not_found: missing === null ? [] : [id(missing)] }];
  });

const presences = fc
  .record({ g: guildN, who: personN, status: one('online', 'dnd', 'offline'), name: fc.option(word, { nil: undefined }) })
  .map(({ g, who, status, name }): Event => {
    const own = name === undefined ? { id: id(who) } : { id: id(who), global_name: name };
    return ['PRESENCE_UPDATE', { user: own, guild_id: id(g), status, activities: status === 'dnd' ? [{ name: 'chess', type: 0 }] : [] }];
  });

const voices = fc
  .record({
    g: guildN,
    who: personN,
    at: fc.option(within(0, 3), { nil: null }),
    mute: fc.boolean(),
    nick: fc.option(word, { nil: undefined }),
  })
  .map(({ g, who, at, mute, nick }): Event => {
    const own = nick === undefined ? {} : { member: member(who, { nick }) };
    const place = { guild_id: id(g), user_id: id(who), channel_id: at === null ? null : channelId(g, at) };
    return ['VOICE_STATE_UPDATE', { ...place, session_id: 'a voice session', self_mute: mute, ...own }];
  });

const spot = fc.record({ g: guildN, place: within(0, 3), isThread: fc.boolean(), n: within(0, 3) });
type Spot = typeof spot extends fc.Arbitrary<infer T> ? T : never;

function placeOf({ g, place, isThread }: Spot): Json {
  return { guild_id: id(g), channel_id: isThread ? threadId(g, place) : channelId(g, place) };
}

/** A message stays in its channel, and every other one has a poll. */
function messageAt({ g, place, isThread, n }: Spot, fields: Json): Json {
  const poll = n % 2 === 1 ? { poll: { question: { text: 'yes?' }, answers: [{ answer_id: 1 }, { answer_id: 2 }] } } : {};
  return message(0, { ...placeOf({ g, place, isThread, n }), id: messageId(g, (isThread ? 500 : 0) + place, n), ...poll, ...fields });
}

const messages = fc
  .record({ at: spot, verb: life, content: word, who: personN, nick: fc.option(word, { nil: undefined }) })
  .map(({ at, verb, content, who, nick }): Event => {
    const { user: _user, ...own } = member(who, { nick: nick ?? null });
    const whole = messageAt(at, { content: content ?? '', author: user(who), ...(nick === undefined ? {} : { member: own }) });
    if (verb !== 'UPDATE') return [`MESSAGE_${verb}`, verb === 'DELETE' ? { id: whole['id'], ...placeOf(at) } : whole];
    // Of an edit Discord may send no more than what has changed.
    return [
      'MESSAGE_UPDATE',
      { id: whole['id'], ...placeOf(at), content: whole['content'], edited_timestamp: '2026-01-02T00:00:00+00:00' },
    ];
  });

const bulks = fc
  .tuple(spot, fc.uniqueArray(within(0, 3)))
  .map(([at, some]): Event => ['MESSAGE_DELETE_BULK', { ...placeOf(at), ids: some.map((n) => messageAt({ ...at, n }, {})['id']) }]);

const reactions = fc
  .record({
    at: spot,
    who: personN,
    emoji: one(...EMOJIS),
    kind: one('ADD', 'ADD', 'REMOVE', 'REMOVE_ALL', 'REMOVE_EMOJI'),
    nick: fc.option(word, { nil: undefined }),
  })
  .map(({ at, who, emoji, kind, nick }): Event => {
    const about = { ...placeOf(at), message_id: messageAt(at, {})['id'], emoji: { id: null, name: emoji } };
    const own = nick === undefined ? {} : { member: member(who, { nick }) };
    return [`MESSAGE_REACTION_${kind}`, { ...about, user_id: id(who), ...(kind === 'ADD' ? own : {}) }];
  });

const votes = fc
  .record({ at: spot, who: personN, answer: within(1, 2), verb: one('ADD', 'REMOVE') })
  .map(({ at, who, answer, verb }): Event => [
    `MESSAGE_POLL_VOTE_${verb}`,
    { ...placeOf(at), message_id: messageAt(at, {})['id'], answer_id: answer, user_id: id(who) },
  ]);

/** In a direct message people write; the bot's own answers come, too. */
const directs = fc
  .record({ n: within(0, 1), m: within(0, 3), verb: life, who: one(900, 910, 911), text: word })
  .map(({ n, m, verb, who, text }): Event => {
    const place = { id: messageId(9, n, m), channel_id: id(9_000 + n) };
    if (verb === 'DELETE') return ['MESSAGE_DELETE', place];
    return [`MESSAGE_${verb}`, message(0, { ...place, guild_id: undefined, author: user(who), content: text ?? '' })];
  });

/** What has one life: `[event, what it is found by, base of its ids]`. */
const PLAIN: readonly (readonly [event: string, key: string, base: number])[] = [
  ['AUTO_MODERATION_RULE', 'id', 70],
  ['GUILD_SCHEDULED_EVENT', 'id', 72],
  ['GUILD_SOUNDBOARD_SOUND', 'sound_id', 74],
  ['INTEGRATION', 'id', 76],
  ['STAGE_INSTANCE', 'id', 78],
];
const plains = fc
  .record({ of: one(...PLAIN), g: guildN, n: within(0, 1), verb: life, name: word, at: within(0, 3) })
  .map(({ of: [event, key, base], g, n, verb, name, at }): Event => {
    const about = { [key]: id(g * 100 + base + n), guild_id: id(g) };
    if (verb === 'DELETE') return [`${event}_DELETE`, about];
    const fresh = verb === 'CREATE' ? { channel_id: channelId(g, at), user_count: at } : {};
    return [`${event}_${verb}`, { ...about, name, ...fresh }];
  });

const interests = fc
  .record({ g: guildN, n: within(0, 1), verb: one('ADD', 'REMOVE') })
  .map(({ g, n, verb }): Event => [
    `GUILD_SCHEDULED_EVENT_USER_${verb}`,
    { guild_id: id(g), guild_scheduled_event_id: id(g * 100 + 72 + n), user_id: id(901) },
  ]);

const invites = fc
  .record({ g: guildN, code: one('abc', 'def'), verb: one('CREATE', 'DELETE'), at: within(0, 3) })
  .map(({ g, code, verb, at }): Event => [
    `INVITE_${verb}`,
    { guild_id: id(g), channel_id: channelId(g, at), code: `${code}${String(g)}` },
  ]);

const LISTS: readonly (readonly [t: string, list: string, key: string, base: number])[] = [
  ['GUILD_EMOJIS_UPDATE', 'emojis', 'id', 80],
  ['GUILD_STICKERS_UPDATE', 'stickers', 'id', 83],
  ['SOUNDBOARD_SOUNDS', 'soundboard_sounds', 'sound_id', 74],
  ['GUILD_SOUNDBOARD_SOUNDS_UPDATE', 'soundboard_sounds', 'sound_id', 74],
];
const lists = fc
  .record({ of: one(...LISTS), g: guildN, some: fc.uniqueArray(within(0, 1)), name: word })
  .map(({ of: [t, list, key, base], g, some, name }): Event => [
    t,
    { guild_id: id(g), [list]: some.map((n) => ({ [key]: id(g * 100 + base + n), name })) },
  ]);

const guilds = fc
  .tuple(guildN, one('GUILD_CREATE', 'left', 'unavailable', 'GUILD_UPDATE', 'GUILD_UPDATE'), word)
  .map(([g, kind, name]): Event => {
    if (kind === 'GUILD_CREATE') return ['GUILD_CREATE', birth(g)];
    if (kind === 'GUILD_UPDATE')
      return [
        'GUILD_UPDATE',
        { id: id(g), name: name ?? 'Home', roles: [role(g), role(g * 100)], emojis: [{ id: id(g * 100 + 80), name }] },
      ];
    return ['GUILD_DELETE', kind === 'left' ? { id: id(g) } : { id: id(g), unavailable: true }];
  });

const selves = fc.tuple(one('USER_UPDATE', 'READY'), word).map(([t, name]): Event => {
  const self = user(900, { global_name: name });
  return t === 'USER_UPDATE' ? [t, self] : [t, ready(GUILDS.map(id), { user: self })];
});

/** GUILD_CREATE of one of the guilds, with a little of everything. */
export function birth(g: number): Json {
  return guild({
    id: id(g),
    channels: [channel(g * 1_000, { guild_id: id(g) }), channel(g * 1_000 + 1, { guild_id: id(g), type: 2 })],
    threads: [{ ...post(g, 0, 'first'), ...COUNTS }],
    roles: [role(g), role(g * 100), role(g * 100 + 1)],
    members: [member(900), member(901, { roles: [roleId(g, 1)] })],
    emojis: [{ id: id(g * 100 + 80), name: 'wave' }],
    stickers: [{ id: id(g * 100 + 83), name: 'hello' }],
    soundboard_sounds: [{ sound_id: id(g * 100 + 74), name: 'horn' }],
    stage_instances: [{ id: id(g * 100 + 78), guild_id: id(g), channel_id: channelId(g, 1) }],
    guild_scheduled_events: [{ id: id(g * 100 + 72), guild_id: id(g), name: 'party', user_count: 1 }],
    presences: [{ user: { id: id(901) }, status: 'online', activities: [] }],
    voice_states: [{ user_id: id(901), channel_id: channelId(g, 1), session_id: 'a voice session' }],
  });
}

/** How every history begins. */
export const BEGINNING: readonly Event[] = [
  ['READY', ready(GUILDS.map(id))],
  ['GUILD_CREATE', birth(1)],
  ['GUILD_CREATE', birth(2)],
];

/** Any history of two guilds: events of all kinds in any order, as if nothing kept Discord's order but each payload its shape. */
export const history: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: channels },
    { weight: 3, arbitrary: channelPulses },
    { weight: 10, arbitrary: threads },
    { weight: 4, arbitrary: threadLists },
    { weight: 6, arbitrary: threadPeople },
    { weight: 6, arbitrary: roles },
    { weight: 10, arbitrary: members },
    { weight: 3, arbitrary: chunks },
    { weight: 4, arbitrary: presences },
    { weight: 6, arbitrary: voices },
    { weight: 16, arbitrary: messages },
    { weight: 2, arbitrary: bulks },
    { weight: 10, arbitrary: reactions },
    { weight: 5, arbitrary: votes },
    { weight: 4, arbitrary: directs },
    { weight: 10, arbitrary: plains },
    { weight: 2, arbitrary: interests },
    { weight: 3, arbitrary: invites },
    { weight: 4, arbitrary: lists },
    { weight: 4, arbitrary: guilds },
    { weight: 2, arbitrary: selves },
  ),
  { maxLength: 150, size: 'max' },
);
