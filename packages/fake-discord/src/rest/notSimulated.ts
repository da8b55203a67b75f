/** Operations of one kind that answer 501. */
export interface NotSimulated {
  readonly paths: RegExp;
  /** What they are for, and why a bot can be tested without them. */
  readonly why: string;
}

/** What Discord has and this fake has not. What is neither here nor served does not exist on Discord. */
export const NOT_SIMULATED: readonly NotSimulated[] = [
  { paths: /^\/channels\/[^/]+\/recipients\//, why: 'Conversations of several people are for people: no bot is in one.' },
  { paths: /^\/partner-sdk\//, why: "These belong to Discord's Social SDK for games, and need the accounts of another service." },
];

/** Why requests to a path are answered with 501. */
export function whyNotSimulated(path: string): string {
  return NOT_SIMULATED.find(({ paths }) => paths.test(path))?.why ?? 'It is not simulated yet.';
}

/** Gateway events that Discord documents and this fake never sends, and why. */
export const NEVER_SENT: Readonly<Record<string, string>> = {
  GUILD_SOUNDBOARD_SOUNDS_UPDATE: 'Sounds are changed one by one here, which has events of its own.',
  INTEGRATION_UPDATE: 'Nothing changes an integration here.',
  SUBSCRIPTION_DELETE: 'Discord keeps subscriptions that have ended, and so does the fake: see `SUBSCRIPTION_UPDATE`.',
  VOICE_CHANNEL_START_TIME_UPDATE: 'When a voice channel came to life is not kept.',
};

/** What is served, and is less than on Discord: said here so that nobody believes to have tested it. */
export const SIMPLIFIED: readonly { readonly area: string; readonly what: string }[] = [
  { area: 'Links', what: 'No link of a message is unfurled: embeds are those that were sent.' },
  {
    area: 'Pictures and sounds',
    what: 'Of emojis, stickers, icons, avatars and sounds only a hash is kept, and no CDN route shows them. Attachments are kept and shown.',
  },
  { area: 'Voice', what: 'Who is in voice and how is simulated; no voice gateway and no sound is. Any text is taken for an `rtc_region`.' },
  {
    area: 'OAuth2',
    what: 'People agree by a call of the test (`alice.authorize(…)`). The page of Discord, codes, `POST /oauth2/token` and id tokens are not simulated.',
  },
  {
    area: 'Auto-moderation',
    what: 'What only Discord can tell, spam and raids of mentions, answers 501 when a rule for it is switched on.',
  },
  {
    area: 'Lobbies',
    what: 'Nobody is idle, so no lobby ends by itself; what is written in one is not written in its channel, and no webhook event is sent.',
  },
  { area: 'Linked roles', what: 'Kinds of facts and the facts of people are kept; no role is given by them.' },
  { area: 'Templates', what: 'They are kept and compared with their guild; nobody makes a guild of one.' },
  {
    area: 'Invites',
    what: 'A test says by which invite somebody comes. For whom one is, is kept and keeps nobody out; one that has expired is gone without an event, and no membership is temporary. Files of people are worked through at once, so that no job is ever seen running.',
  },
  { area: 'Widgets', what: 'The picture of a widget has one pixel.' },
  { area: 'GitHub webhooks', what: 'They post an embed in words of our own: Discord does not say which it uses.' },
  {
    area: 'Repeated events',
    what: 'Times that differ from the rule are kept; Discord documents no gateway event of them, and none is sent.',
  },
  {
    area: 'Join requests',
    what: 'Discord documents neither them nor their gateway events; the operations follow its OpenAPI document, and no event is sent.',
  },
  {
    area: 'Search',
    what: 'Words are found as they are written and sorted by time: `slop` and `sort_by` change nothing, and the index is always ready.',
  },
  { area: 'Subscriptions', what: 'Periods do not pass: a test begins (`alice.subscribe(…)`) and ends a subscription.' },
  { area: 'Onboarding, welcome screens, incidents', what: 'They are settings that are kept; nobody is shown them or kept out by them.' },
  {
    area: 'Boosts and features',
    what: 'Every guild has none: limits are those without boosts. Yet every guild takes a banner, a splash, and channels for announcements and stages, which need a feature on Discord.',
  },
  { area: 'Owners', what: 'They can leave their guilds, which nobody can on Discord.' },
  {
    area: 'Commands',
    what: 'Choices of one name are accepted, and fields that mean nothing for the kind of an option are passed over: Discord does not document how it refuses either.',
  },
  { area: 'Bodies', what: 'JSON and multipart are read. `application/x-www-form-urlencoded` answers 501.' },
  {
    area: 'Messages',
    what: 'A message that an edit is to turn into a poll answers 501, unless the bot was thinking. Of a channel the newest 1,000 messages are kept, an option.',
  },
  { area: 'Rate limits', what: 'The numbers of buckets are those that bot authors have met: Discord documents none.' },
];
