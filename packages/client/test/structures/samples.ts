/** Payloads as Discord's documentation has them, with every field that it names. Read 2026-11-20: https://docs.discord.com/developers/resources */

export const ALICE = { id: '9', username: 'alice', discriminator: '0', global_name: 'Alice', avatar: null };
export const BOB = { id: '10', username: 'bob', discriminator: '0', global_name: null, avatar: null };
export const BOT = { id: '8', username: 'bot', discriminator: '0', global_name: null, avatar: null, bot: true };

const membership = { roles: ['5'], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 };
const MEMBERS = [
  { ...membership, user: ALICE, nick: 'Al' },
  { ...membership, user: BOB, nick: null },
  { ...membership, user: BOT, nick: null },
];

const common = { guild_id: '1', flags: 0, nsfw: false, parent_id: '4', permission_overwrites: [] as object[] };
const texts = { last_message_id: '30', rate_limit_per_user: 5 };
const archives = { default_auto_archive_duration: 1440, default_thread_rate_limit_per_user: 10 };

/** A channel of each kind, by its number. */
export const CHANNELS = {
  0: {
    ...common,
    ...texts,
    ...archives,
    id: '2',
    type: 0,
    name: 'general',
    position: 1,
    topic: 'Anything',
    last_pin_timestamp: '2026-03-01T00:00:00.000Z',
  },
  2: {
    ...{ ...common, ...texts, id: '12', type: 2, name: 'Talk', position: 2, bitrate: 64_000, user_limit: 5, rtc_region: 'rotterdam' },
    ...{ video_quality_mode: 2, status: 'Chess', voice_start_time: 1_767_225_600 },
  },
  4: { ...common, id: '4', type: 4, name: 'Rooms', position: 0, parent_id: null },
  5: { ...common, ...texts, ...archives, id: '15', type: 5, name: 'news', position: 3, topic: null, last_pin_timestamp: null },
  13: {
    ...common,
    ...texts,
    id: '13',
    type: 13,
    name: 'Stage',
    position: 4,
    bitrate: 40_000,
    user_limit: 0,
    rtc_region: null,
    topic: 'Talks',
    video_quality_mode: 1,
  },
  14: { ...common, id: '14', type: 14, name: 'Hub', position: 5 },
  15: {
    ...{
      ...common,
      ...texts,
      ...archives,
      id: '16',
      type: 15,
      name: 'help',
      position: 6,
      topic: 'Read first',
      flags: 16,
      last_message_id: '20',
    },
    available_tags: [{ id: '61', name: 'Solved', moderated: true, emoji_id: null, emoji_name: '✅' }],
    ...{ default_reaction_emoji: { emoji_id: null, emoji_name: '👍' }, default_sort_order: 1, default_forum_layout: 2 },
  },
  16: {
    ...common,
    ...archives,
    id: '17',
    type: 16,
    name: 'photos',
    position: 7,
    topic: null,
    available_tags: [],
    default_reaction_emoji: null,
    default_sort_order: null,
  },
} as const;

/** A post of the forum. */
export const THREAD = {
  ...{
    id: '20',
    type: 11,
    guild_id: '1',
    parent_id: '16',
    name: 'How?',
    flags: 2,
    owner_id: '9',
    last_message_id: '31',
    last_pin_timestamp: null,
  },
  ...{ rate_limit_per_user: 0, message_count: 3, total_message_sent: 4, member_count: 2, applied_tags: ['61'], newly_created: true },
  thread_metadata: {
    ...{ archived: false, auto_archive_duration: 1440, archive_timestamp: '2026-02-01T00:00:00.000Z', locked: true, invitable: false },
    create_timestamp: '2026-01-31T00:00:00.000Z',
  },
  member: { id: '20', user_id: '8', join_timestamp: '2026-02-02T00:00:00.000Z', flags: 1 },
};

export const GUILD = {
  ...{ id: '1', name: 'Home', owner_id: '9', member_count: 3, members: MEMBERS, channels: Object.values(CHANNELS), threads: [THREAD] },
  roles: [
    { id: '1', name: '@everyone', permissions: '1024', position: 0, managed: false },
    { id: '5', name: 'Helpers', permissions: '2048', position: 1, managed: false },
  ],
  voice_states: [
    {
      user_id: '10',
      channel_id: '12',
      session_id: 'x',
      deaf: false,
      mute: false,
      self_deaf: false,
      self_mute: false,
      self_video: false,
      suppress: false,
    },
  ],
};

export const DIRECT = { id: '50', type: 1, name: null, recipients: [ALICE], last_message_id: '32', last_pin_timestamp: null, flags: 0 };
export const GROUP = {
  ...{ id: '51', type: 3, name: 'Friends', recipients: [ALICE, BOB], icon: 'abc', owner_id: '9', application_id: '8', managed: true },
  ...{ last_message_id: null, last_pin_timestamp: null, flags: 0 },
};

export const ATTACHMENT = {
  ...{
    id: '70',
    filename: 'cat.png',
    title: 'A cat',
    description: 'It sleeps',
    content_type: 'image/png',
    size: 1_024,
    url: 'https://cdn/cat.png',
  },
  ...{
    proxy_url: 'https://media/cat.png',
    height: 20,
    width: 30,
    placeholder: 'AQ==',
    placeholder_version: 1,
    ephemeral: true,
    duration_secs: 2.5,
  },
  ...{
    waveform: 'AAA=',
    flags: 8,
    clip_participants: [BOB],
    clip_created_at: '2026-01-05T00:00:00.000Z',
    application: { id: '8', name: 'Game' },
  },
};

export const EMBED = {
  ...{
    title: 'News',
    type: 'rich',
    description: 'All of it',
    url: 'https://example.org',
    timestamp: '2026-01-04T00:00:00.000Z',
    color: 255,
    flags: 32,
  },
  ...{
    footer: { text: 'The end', icon_url: 'https://i' },
    image: { url: 'https://i', proxy_url: 'https://p' },
    thumbnail: { url: 'https://t' },
  },
  ...{
    video: { url: 'https://v' },
    provider: { name: 'Who' },
    author: { name: 'Me', icon_url: 'https://i' },
    fields: [{ name: 'a', value: 'b', inline: true }],
  },
};

export const REACTION = {
  ...{ count: 3, count_details: { burst: 1, normal: 2 }, me: true, me_burst: false, emoji: { id: '80', name: 'mm', animated: true } },
  burst_colors: ['#ff0000'],
};

export const POLL = {
  question: { text: 'Tea?' },
  answers: [
    { answer_id: 1, poll_media: { text: 'Yes', emoji: { id: null, name: '🫖' } } },
    { answer_id: 2, poll_media: { text: 'No' } },
  ],
  ...{ expiry: '2026-01-09T00:00:00.000Z', allow_multiselect: true, layout_type: 1 },
  results: { is_finalized: true, answer_counts: [{ id: 1, count: 2, me_voted: true }] },
};

/** The part of a message that copies of it have, too. */
const CONTENTS = {
  ...{
    content: 'Look at <#2>, <#77> and <#2>, <@9>',
    type: 19,
    flags: 1 | (1 << 6) | (1 << 13) | (1 << 15),
    attachments: [ATTACHMENT],
    embeds: [EMBED],
  },
  ...{ timestamp: '2026-01-02T00:00:00.000Z', edited_timestamp: '2026-01-03T00:00:00.000Z', mention_roles: ['5', '78'] },
  ...{
    mentions: [
      { ...ALICE, member: membership },
      { ...BOB, id: '11' },
    ],
    sticker_items: [{ id: '90', name: 'Wave', format_type: 4 }],
  },
  components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'go', label: 'Go' }] }],
};

export const SNAPSHOT = { message: CONTENTS };

export const MESSAGE = {
  ...{
    ...CONTENTS,
    id: '30',
    channel_id: '2',
    guild_id: '1',
    author: BOT,
    member: membership,
    channel_type: 0,
    tts: false,
    mention_everyone: true,
  },
  ...{
    mention_channels: [{ id: '2', guild_id: '1', type: 0, name: 'general' }],
    reactions: [REACTION],
    nonce: 'n',
    pinned: true,
    position: 4,
  },
  ...{
    activity: { type: 1, party_id: 'p' },
    application: { id: '8', name: 'Game' },
    application_id: '8',
    message_snapshots: [SNAPSHOT],
    poll: POLL,
  },
  ...{ message_reference: { type: 1, message_id: '29', channel_id: '2', guild_id: '1' }, referenced_message: null, thread: THREAD },
  ...{
    interaction_metadata: { id: '100', type: 2, user: ALICE, authorizing_integration_owners: { 0: '1' } },
    call: { participants: ['9'], ended_timestamp: null },
  },
  ...{ role_subscription_data: { role_subscription_listing_id: '101', tier_name: 'Gold', total_months_subscribed: 2, is_renewal: true } },
  ...{
    resolved: { users: { 9: ALICE } },
    shared_client_theme: { colors: ['ff0000'], gradient_angle: 90, base_mix: 50 },
    webhook_id: undefined,
  },
};

export const WEBHOOK = {
  ...{
    id: '110',
    type: 1,
    guild_id: '1',
    channel_id: '2',
    user: ALICE,
    name: 'Crier',
    avatar: 'abc',
    token: 'secret-token',
    application_id: null,
  },
  ...{
    source_guild: { id: '1', name: 'Home', icon: null },
    source_channel: { id: '2', name: 'general' },
    url: 'https://discord.com/api/webhooks/110/secret-token',
  },
};
