import fc from 'fast-check';
import type { CacheChange } from '../src/CacheChange.js';
import type { Cache } from '../src/Cache.js';

/** A JSON object as a gateway sends it. */
export type Json = Record<string, unknown>;

/** An id that sorts by `n` as Discord's do by age. */
export function id(n: number): string {
  return String(100_000_000_000_000_000n + BigInt(n));
}

export const GUILD = id(1);
export const CHANNEL = id(100);
export const BOT = id(900);

export function user(n: number, fields: Json = {}): Json {
  return { id: id(n), username: `user${String(n)}`, global_name: null, avatar: null, discriminator: '0', public_flags: 0, ...fields };
}

export function member(n: number, fields: Json = {}): Json {
  return {
    user: user(n),
    roles: [],
    nick: null,
    joined_at: '2024-03-01T12:30:15.123456+00:00',
    deaf: false,
    mute: false,
    flags: 0,
    ...fields,
  };
}

export function role(n: number, fields: Json = {}): Json {
  return { id: id(n), name: `role${String(n)}`, permissions: '1024', position: 1, color: 0, hoist: false, managed: false, ...fields };
}

export function channel(n: number, fields: Json = {}): Json {
  return { id: id(n), type: 0, guild_id: GUILD, name: `channel${String(n)}`, position: 0, flags: 0, permission_overwrites: [], ...fields };
}

export function thread(n: number, fields: Json = {}): Json {
  return {
    id: id(n),
    type: 11,
    guild_id: GUILD,
    parent_id: CHANNEL,
    name: `thread${String(n)}`,
    owner_id: id(901),
    message_count: 0,
    total_message_sent: 0,
    member_count: 1,
    thread_metadata: { archived: false, locked: false, auto_archive_duration: 60 },
    ...fields,
  };
}

export function message(n: number, fields: Json = {}): Json {
  return {
    id: id(n),
    channel_id: CHANNEL,
    guild_id: GUILD,
    author: user(901),
    content: `message ${String(n)}`,
    timestamp: '2026-01-01T00:00:00.500000+00:00',
    edited_timestamp: null,
    tts: false,
    type: 0,
    mentions: [],
    embeds: [],
    ...fields,
  };
}

/** GUILD_CREATE with the channel, the bot and one more member. */
export function guild(fields: Json = {}): Json {
  return {
    id: GUILD,
    name: 'Home',
    owner_id: id(901),
    icon: null,
    member_count: 2,
    large: false,
    features: [],
    roles: [{ ...role(1), name: '@everyone' }, role(50)],
    emojis: [],
    stickers: [],
    channels: [channel(100)],
    threads: [],
    members: [member(900), member(901)],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    ...fields,
  };
}

export function ready(guildIds: readonly string[] = [GUILD], fields: Json = {}): Json {
  return { v: 10, user: user(900, { bot: true }), guilds: guildIds.map((each) => ({ id: each, unavailable: true })), ...fields };
}

/** Applies an event of shard 0 that has no sequence number. */
export function send(cache: Cache, t: string, d: unknown, shardId = 0): CacheChange {
  return cache.apply<string>({ t, d }, { shardId });
}

const idText = fc.integer({ min: 1, max: 99_999_999 }).map(id);
const text = fc.string({ maxLength: 40 });
const nullable = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const instant = fc
  .tuple(fc.date({ min: new Date('2015-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), fc.integer({ min: 0, max: 999_999 }))
  .map(([date, micros]) => `${date.toISOString().slice(0, 19)}${micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`}+00:00`);
const hash = fc.string({ minLength: 32, maxLength: 32, unit: fc.constantFrom('0', '1', '7', 'a', 'c', 'f') });
const bits = fc.bigInt({ min: 0n, max: 2n ** 53n }).map(String);

/** Any object with all of the required keys and some of the others, of Discord's documented types. */
function shape(required: Record<string, fc.Arbitrary<unknown>>, optional: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Json> {
  return fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }))
    .map(([always, sometimes]) => ({ ...always, ...sometimes }));
}

export const anyUser = shape(
  { id: idText, username: text, discriminator: fc.constantFrom('0', '0420'), global_name: nullable(text), avatar: nullable(hash) },
  {
    bot: fc.boolean(),
    system: fc.boolean(),
    mfa_enabled: fc.boolean(),
    banner: nullable(hash),
    accent_color: nullable(fc.integer({ min: 0, max: 0xffffff })),
    locale: fc.constantFrom('de', 'en-US'),
    verified: fc.boolean(),
    email: nullable(text),
    flags: fc.nat(),
    premium_type: fc.integer({ min: 0, max: 3 }),
    public_flags: fc.nat(),
    avatar_decoration_data: nullable(fc.record({ asset: hash, sku_id: idText })),
    collectibles: nullable(fc.record({ nameplate: fc.record({ sku_id: idText, asset: text, label: text, palette: text }) })),
    primary_guild: nullable(fc.record({ identity_guild_id: nullable(idText), identity_enabled: fc.boolean(), tag: text, badge: hash })),
  },
);

export const anyMember = shape(
  {
    roles: fc.uniqueArray(idText, { maxLength: 5 }),
    joined_at: nullable(instant),
    deaf: fc.boolean(),
    mute: fc.boolean(),
    flags: fc.nat(),
  },
  {
    user: anyUser,
    nick: nullable(text),
    avatar: nullable(hash),
    banner: nullable(hash),
    premium_since: nullable(instant),
    pending: fc.boolean(),
    permissions: bits,
    communication_disabled_until: nullable(instant),
    avatar_decoration_data: nullable(fc.record({ asset: hash, sku_id: idText })),
    collectibles: nullable(fc.record({ nameplate: fc.record({ sku_id: idText }) })),
  },
);

export const anyRole = shape(
  { id: idText, name: text, color: fc.nat(0xffffff), hoist: fc.boolean(), position: fc.nat(250), permissions: bits, managed: fc.boolean() },
  {
    colors: fc.record({ primary_color: fc.nat(), secondary_color: nullable(fc.nat()), tertiary_color: nullable(fc.nat()) }),
    icon: nullable(hash),
    unicode_emoji: nullable(text),
    mentionable: fc.boolean(),
    tags: shape(
      {},
      { bot_id: idText, integration_id: idText, premium_subscriber: fc.constant(null), available_for_purchase: fc.constant(null) },
    ),
    flags: fc.nat(),
  },
);

const overwrite = fc.record({ id: idText, type: fc.constantFrom(0, 1), allow: bits, deny: bits });

export const anyChannel = shape(
  { id: idText, type: fc.constantFrom(0, 2, 4, 5, 10, 11, 12, 13, 15, 16) },
  {
    guild_id: idText,
    position: fc.nat(500),
    permission_overwrites: fc.array(overwrite, { maxLength: 4 }),
    name: nullable(text),
    topic: nullable(text),
    nsfw: fc.boolean(),
    last_message_id: nullable(idText),
    bitrate: fc.nat(),
    user_limit: fc.nat(),
    rate_limit_per_user: fc.nat(),
    icon: nullable(hash),
    owner_id: idText,
    application_id: nullable(idText),
    parent_id: nullable(idText),
    last_pin_timestamp: nullable(instant),
    rtc_region: nullable(text),
    video_quality_mode: fc.constantFrom(1, 2),
    message_count: fc.nat(),
    member_count: fc.nat(50),
    thread_metadata: shape({ archived: fc.boolean(), locked: fc.boolean(), archive_timestamp: instant }, { invitable: fc.boolean() }),
    member: fc.record({ join_timestamp: instant, flags: fc.nat() }),
    default_auto_archive_duration: fc.constantFrom(60, 1_440),
    flags: fc.nat(),
    total_message_sent: fc.nat(),
    available_tags: fc.array(fc.record({ id: idText, name: text, moderated: fc.boolean(), emoji_id: nullable(idText) }), { maxLength: 2 }),
    applied_tags: fc.array(idText, { maxLength: 2 }),
    default_reaction_emoji: nullable(fc.record({ emoji_id: nullable(idText), emoji_name: nullable(text) })),
    default_thread_rate_limit_per_user: fc.nat(),
    default_sort_order: nullable(fc.constantFrom(0, 1)),
    default_forum_layout: fc.constantFrom(0, 1, 2),
    status: nullable(text),
    voice_start_time: nullable(fc.nat()),
  },
);

export const anyMessage = shape(
  { id: idText, channel_id: idText, author: anyUser, content: text, timestamp: instant, edited_timestamp: nullable(instant) },
  {
    guild_id: idText,
    member: anyMember.map(({ user: _user, ...rest }) => rest),
    tts: fc.boolean(),
    mention_everyone: fc.boolean(),
    mentions: fc.array(anyUser, { maxLength: 2 }),
    mention_roles: fc.array(idText, { maxLength: 2 }),
    attachments: fc.array(fc.record({ id: idText, filename: text, size: fc.nat() }), { maxLength: 2 }),
    embeds: fc.array(fc.record({ title: text, color: fc.nat() }), { maxLength: 2 }),
    reactions: fc.array(fc.record({ emoji: fc.record({ id: nullable(idText), name: text }), count: fc.nat(), me: fc.boolean() }), {
      maxLength: 2,
    }),
    nonce: fc.oneof(text, fc.nat()),
    pinned: fc.boolean(),
    webhook_id: idText,
    type: fc.nat(46),
    activity: fc.record({ type: fc.nat(5), party_id: text }),
    application_id: idText,
    flags: fc.nat(),
    message_reference: fc.record({ message_id: idText, channel_id: idText }),
    referenced_message: nullable(fc.record({ id: idText, content: text })),
    components: fc.array(fc.record({ type: fc.nat(20) }), { maxLength: 2 }),
    sticker_items: fc.array(fc.record({ id: idText, name: text }), { maxLength: 1 }),
    position: fc.nat(),
    poll: fc.record({ question: fc.record({ text }), results: fc.record({ is_finalized: fc.boolean(), answer_counts: fc.constant([]) }) }),
  },
);

/** Any JSON object, with the keys that reducers look at more often than others. */
export function anyHostile(): fc.Arbitrary<Json> {
  const keys = [
    'id',
    'guild_id',
    'channel_id',
    'user',
    'user_id',
    'member',
    'members',
    'role',
    'roles',
    'channels',
    'threads',
    'emoji',
    'message_id',
  ];
  const more = [
    'author',
    'ids',
    'status',
    'permission_overwrites',
    'parent_id',
    'presences',
    'voice_states',
    'type',
    'poll',
    '__proto__',
    'flags',
  ];
  const known = fc.constantFrom<unknown>(GUILD, CHANNEL, id(901), BOT, id(50), null, 0, -1, 1.5, '', [], {}, true);
  const nested = fc.letrec<{ value: unknown; object: Json }>((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, known, fc.jsonValue({ maxDepth: 2 }), tie('object'), fc.array(tie('value'), { maxLength: 3 })),
    object: fc.dictionary(fc.oneof(fc.constantFrom(...keys, ...more), fc.string({ maxLength: 3 })), tie('value'), { maxKeys: 8 }),
  }));
  return nested.object;
}
