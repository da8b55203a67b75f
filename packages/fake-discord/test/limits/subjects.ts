import { addChannel, addRole } from '../../src/world/arrange.js';
import { slashCommand } from '../../src/world/interactions/useCommand.js';
import { makeApi } from '../rest/makeApi.js';
import type { ApiHome } from '../rest/makeApi.js';

/** A home in which there is one of everything, and whose bot may do everything. */
export interface FullHome extends ApiHome {
  /** What stands in the place of `:name` in signatures. */
  readonly ids: Readonly<Record<string, string>>;
}

/** How the body of a request is made of one value of the kind that is looked at. */
export interface Subject {
  readonly ask: string;
  /** @defaultValue the value itself */
  readonly body?: (value: object) => unknown;
  /** A value that is accepted. */
  readonly value: Readonly<Record<string, unknown>>;
}

const OPTION = { name: 'option', description: 'An option' };
const V2 = 1 << 15;
const FUTURE = '2099-02-01T00:00:00Z';
const END = '2099-02-01T01:00:00Z';
const IDS = ['81384788765712384'];
const MESSAGES = 'POST /channels/:general/messages';
const GLOBAL = '/applications/:application/commands';
const RULES = 'POST /guilds/:guild/auto-moderation/rules';
const EVENTS = '/guilds/:guild/scheduled-events';
const BUTTON = { type: 2, style: 1, custom_id: 'a', label: 'a' };
const TEXT = { type: 10, content: 'a' };
const MEDIA = { media: { url: 'https://example.org/a.png' } };
const INPUT = { type: 4, custom_id: 'a', style: 1 };

export function fullHome(): FullHome {
  const home = makeApi({ botPermissions: ['Administrator'] });
  const { bot, general, guild, world } = home;
  const channel = (kind: 'announcement' | 'forum' | 'stage' | 'voice'): string => addChannel(world, guild, { kind, name: kind }).id;
  const [voice, stage, forum] = [channel('voice'), channel('stage'), channel('forum')];
  const id = (signature: string, body: object): string => String((home.ask(signature, body).body as { id?: unknown }).id);
  const webhook = home.ask(`POST /channels/${general.id}/webhooks`, { name: 'hook' }).body as { id: string; token: string };
  const command = id(`POST /applications/${world.application.id}/commands`, { name: 'roll', description: 'Rolls' });
  id(`POST /applications/${world.application.id}/commands`, {
    name: 'find',
    description: 'Finds',
    options: [{ type: 3, name: 'what', description: 'What', autocomplete: true }],
  });
  const use = { channelId: general.id, commands: home.commands, user: home.alice, world };
  const interaction = home.interactions.open(slashCommand(use, { name: 'roll', values: {} }));
  const typed = home.interactions.open(slashCommand(use, { name: 'find', values: { what: 'a' }, focused: 'what' }));
  const ids = {
    application: world.application.id,
    command,
    event: id(`POST /guilds/${guild.id}/scheduled-events`, { ...EVENT, entity_type: 2, channel_id: voice }),
    external: id(`POST /guilds/${guild.id}/scheduled-events`, EXTERNAL),
    forum,
    general: general.id,
    guild: guild.id,
    autocomplete: `${typed.id}/${typed.token}`,
    interaction: `${interaction.id}/${interaction.token}`,
    lobby: id('POST /lobbies', {}),
    member: home.alice.id,
    message: home.say(bot, 'hello'),
    role: addRole(world, guild, { name: 'team' }).id,
    rule: id(`POST /guilds/${guild.id}/auto-moderation/rules`, rule(1, { trigger_metadata: { keyword_filter: ['a'] } })),
    rule5: id(`POST /guilds/${guild.id}/auto-moderation/rules`, rule(5, { trigger_metadata: { mention_total_limit: 5 } })),
    sound: id(`POST /guilds/${guild.id}/soundboard-sounds`, SOUND),
    stage,
    voice,
    webhook: `${webhook.id}/${webhook.token}`,
  };
  const thread = id(`POST /channels/${general.id}/threads`, { name: 'talk', type: 11 });
  const sound = [...guild.things.soundboardSounds.keys()][0] ?? '';
  return { ...home, ids: { ...ids, sound, thread } };
}

const EVENT = { name: 'Tea', privacy_level: 2, scheduled_start_time: FUTURE };
const EXTERNAL = { ...EVENT, entity_type: 3, scheduled_end_time: END, entity_metadata: { location: 'Kitchen' } };
const SOUND = { name: 'beep', sound: 'data:audio/ogg;base64,AAAA', volume: 1, emoji_name: 'a' };

function rule(trigger: number, more: object = {}): object {
  return {
    name: 'rule',
    event_type: trigger === 6 ? 2 : 1,
    trigger_type: trigger,
    actions: [{ type: trigger === 6 ? 4 : 1 }],
    exempt_roles: IDS,
    exempt_channels: IDS,
    ...more,
  };
}

function commandOf(fields: object): object {
  return { name: 'look', description: 'Looks', ...fields };
}

/** A message of one component, or of one that holds it. */
function shown(more: object, hold: (value: object) => object = (value) => value): Subject {
  return { ask: MESSAGES, value: { ...more }, body: (value) => ({ flags: V2, components: [hold(value)] }) };
}

/** A modal with one component. */
function inModal(more: object, hold: (value: object) => object = (component) => ({ type: 18, label: 'a', component })): Subject {
  return {
    ask: 'POST /interactions/:interaction/callback',
    value: { ...more },
    body: (value) => ({ type: 9, data: { custom_id: 'm', title: 'm', components: [hold(value)] } }),
  };
}

function row(component: object): object {
  return { type: 1, components: [component] };
}

function option(type: number, more: object = {}): Subject {
  return {
    ask: `POST ${GLOBAL}`,
    value: { type, ...OPTION, name_localizations: {}, description_localizations: {}, ...more },
    body: (value) => commandOf({ options: [value] }),
  };
}

function choice(type: number, value: unknown): Subject {
  return {
    ask: `POST ${GLOBAL}`,
    value: { name: 'a', value },
    body: (each) => commandOf({ options: [{ type, ...OPTION, choices: [each] }] }),
  };
}

const RECURRENCE = { start: FUTURE, frequency: 2, interval: 1 };
const PROMPT = { id: '1', title: 'a', options: [{ title: 'a', role_ids: IDS, channel_ids: [] }] };

function onboarding(value: Subject['value'], hold: (value: object) => object): Subject {
  return { ask: 'PUT /guilds/:guild/onboarding', value, body: (each) => ({ prompts: [hold(each)] }) };
}

const CHOICES = [{ name: 'a', value: 'a' }];
const NUMBERS = [{ name: 'a', value: 1 }];
const SELECT = { custom_id: 'a', default_values: [] };
const OPTIONS = [{ label: 'a', value: 'a' }];
const METADATA = { keyword_filter: ['a'], regex_patterns: ['a'], allow_list: ['a'] };
const message = (value: object): Subject => ({ ask: MESSAGES, value: { content: 'a', ...value } });
const COMMAND = commandOf({ options: [{ type: 3, ...OPTION }], contexts: [0], integration_types: [0] }) as Subject['value'];
const WEBHOOK_MESSAGE = {
  content: 'a',
  embeds: [{ title: 'a' }],
  flags: V2,
  components: [TEXT],
  attachments: [{ id: '1' }],
};
const CHANNEL = {
  name: 'a',
  permission_overwrites: [{ id: '1', type: 0 }],
  available_tags: [{ name: 'a' }],
  applied_tags: [],
};
const upsert = (trigger: number, more: object = {}): Subject => ({ ask: RULES, value: { ...rule(trigger, more) } });
const patched = (name: string): Subject => ({
  ask: `PATCH /guilds/:guild/auto-moderation/rules/:${name}`,
  value: { actions: [{ type: 1 }], exempt_roles: IDS, exempt_channels: IDS },
});
const metadata = (trigger: number, more: object): Subject => ({
  ask: RULES,
  value: { ...more },
  body: (value) => rule(trigger, { trigger_metadata: value }),
});
const action = (type: number, trigger = 1): Subject => ({
  ask: RULES,
  value: {},
  body: (value) => rule(trigger, { trigger_metadata: { keyword_filter: ['a'] }, actions: [{ type, metadata: value }] }),
});
const SUGGESTIONS: Subject = {
  ask: 'POST /interactions/:autocomplete/callback',
  value: { choices: [{ name: 'a', value: 'a' }] },
  body: (data) => ({ type: 8, data }),
};
const GITHUB_USER = { login: 'a', html_url: 'https://github.com/a', avatar_url: 'https://github.com/a.png' };
const github = (hold: (value: object) => object): Subject => ({
  ask: 'POST /webhooks/:webhook/github',
  value: {},
  body: (value) => ({ sender: GITHUB_USER, ...hold(value) }),
});
const embedded = (field: string): Subject => ({
  ask: MESSAGES,
  value: { name: 'a', text: 'a', url: 'https://example.org/a' },
  body: (value) => ({ embeds: [{ title: 'a', [field]: value }] }),
});

/** The bodies of the OpenAPI document by their names, and how each is sent. */
export const SUBJECTS: Readonly<Record<string, Subject>> = {
  ActionRowComponentForMessageRequest: shown({ type: 1, components: [BUTTON] }),
  ActionRowComponentForModalRequest: inModal({ type: 1, components: [{ ...INPUT, label: 'a' }] }, (value) => value),
  ApplicationCommandAttachmentOption: option(11),
  ApplicationCommandBooleanOption: option(5),
  ApplicationCommandChannelOption: option(7, { channel_types: [0] }),
  ApplicationCommandCreateRequest: { ask: `POST ${GLOBAL}`, value: COMMAND },
  ApplicationCommandIntegerOption: option(4, { choices: NUMBERS }),
  ApplicationCommandMentionableOption: option(9),
  ApplicationCommandNumberOption: option(10, { choices: NUMBERS }),
  ApplicationCommandOptionIntegerChoice: choice(4, 1),
  ApplicationCommandOptionNumberChoice: choice(10, 1),
  ApplicationCommandOptionStringChoice: choice(3, 'a'),
  ApplicationCommandPatchRequestPartial: { ask: `PATCH ${GLOBAL}/:command`, value: COMMAND },
  ApplicationCommandRoleOption: option(8),
  ApplicationCommandStringOption: option(3, { choices: CHOICES }),
  ApplicationCommandSubcommandGroupOption: option(2, { options: [{ type: 1, ...OPTION }] }),
  ApplicationCommandSubcommandOption: option(1, { options: [{ type: 3, ...OPTION }] }),
  ApplicationCommandUpdateRequest: { ask: `PUT ${GLOBAL}`, value: COMMAND, body: (value) => [value] },
  ApplicationCommandUserOption: option(6),
  ApplicationFormPartial: { ask: 'PATCH /applications/@me', value: { tags: ['a'], event_webhooks_types: ['APPLICATION_AUTHORIZED'] } },
  ApplicationOAuth2InstallParams: {
    ask: 'PATCH /applications/@me',
    value: { scopes: ['bot'], permissions: '0' },
    body: (value) => ({ install_params: value }),
  },
  ApplicationRoleConnectionsMetadataItemRequest: {
    ask: 'PUT /applications/:application/role-connections/metadata',
    value: { type: 1, key: 'a', name: 'a', description: 'a' },
    body: (value) => [value],
  },
  BanUserFromGuildRequest: { ask: 'PUT /guilds/:guild/bans/:member', value: {} },
  BaseCreateMessageCreateRequest: {
    ask: 'POST /channels/:forum/threads',
    value: { content: 'a', embeds: [{ title: 'a' }], sticker_ids: IDS, flags: V2, components: [TEXT], attachments: [{ id: '1' }] },
    body: (value) => ({ name: 'a', message: value }),
  },
  BlockMessageActionMetadata: action(1),
  BotAccountPatchRequest: { ask: 'PATCH /users/@me', value: {} },
  BotAddGuildMemberRequest: { ask: 'PUT /guilds/:guild/members/:member', value: { access_token: 'a', roles: IDS } },
  BulkBanUsersRequest: { ask: 'POST /guilds/:guild/bulk-ban', value: { user_ids: IDS } },
  BulkLobbyMemberRequest: { ask: 'POST /lobbies/:lobby/members/bulk', value: { id: '1' }, body: (value) => [value] },
  ButtonComponentForMessageRequest: shown(BUTTON, row),
  ByNWeekday: {
    ask: `POST ${EVENTS}`,
    value: { n: 1, day: 0 },
    body: (value) => ({ ...EXTERNAL, recurrence_rule: { ...RECURRENCE, by_n_weekday: [value] } }),
  },
  ChannelSelectComponentForMessageRequest: shown(
    { type: 8, ...SELECT, max_values: 25, default_values: [{ id: '1', type: 'channel' }], channel_types: [0] },
    row,
  ),
  ChannelSelectComponentForModalRequest: inModal({
    type: 8,
    ...SELECT,
    required: false,
    max_values: 25,
    default_values: [{ id: '1', type: 'channel' }],
    channel_types: [0],
  }),
  CheckboxComponentForModalRequest: inModal({ type: 23, custom_id: 'a' }),
  CheckboxGroupComponentForModalRequest: inModal({ type: 22, custom_id: 'a', options: OPTIONS }),
  CheckboxGroupOptionForRequest: inModal({ label: 'a', value: 'a' }, (value) => ({
    type: 18,
    label: 'a',
    component: { type: 22, custom_id: 'a', options: [value] },
  })),
  ComponentEmojiForRequest: shown({}, (value) => row({ ...BUTTON, emoji: value })),
  ContainerComponentForMessageRequest: shown({ type: 17, components: [TEXT] }),
  CreateForumThreadRequest: { ask: 'POST /channels/:forum/threads', value: { name: 'a', message: { content: 'a' }, applied_tags: IDS } },
  CreateGuildChannelRequest: { ask: 'POST /guilds/:guild/channels', value: { ...CHANNEL, type: 15 } },
  CreateGuildInviteRequest: { ask: 'POST /channels/:general/invites', value: { role_ids: IDS } },
  CreateOrUpdateThreadTagRequest: { ask: 'PATCH /channels/:forum', value: { name: 'a' }, body: (value) => ({ available_tags: [value] }) },
  CreateRoleRequest: { ask: 'POST /guilds/:guild/roles', value: {} },
  CreateTextThreadWithMessageRequest: { ask: 'POST /channels/:general/messages/:message/threads', value: { name: 'a' } },
  CreateTextThreadWithoutMessageRequest: { ask: 'POST /channels/:general/threads', value: { name: 'a', type: 11 } },
  CustomClientThemeShareRequest: {
    ask: MESSAGES,
    value: { colors: ['100000'], gradient_angle: 0, base_mix: 0 },
    body: (theme) => ({ shared_client_theme: theme }),
  },
  DefaultKeywordListTriggerMetadata: metadata(4, { allow_list: ['a'], presets: [1] }),
  DefaultKeywordListUpsertRequest: upsert(4, { trigger_metadata: { presets: [1] } }),
  DefaultKeywordListUpsertRequestPartial: patched('rule'),
  EntityMetadataExternal: { ask: `POST ${EVENTS}`, value: { location: 'a' }, body: (value) => ({ ...EXTERNAL, entity_metadata: value }) },
  ExternalScheduledEventCreateRequest: { ask: `POST ${EVENTS}`, value: EXTERNAL },
  ExternalScheduledEventPatchRequestPartial: { ask: `PATCH ${EVENTS}/:external`, value: {} },
  FileComponentForMessageRequest: shown({ type: 13, file: { url: 'attachment://a' } }),
  FileUploadComponentForModalRequest: inModal({ type: 19, custom_id: 'a' }),
  GithubCheckRun: github((value) => ({ check_run: value })),
  GithubComment: github((value) => ({ comment: value })),
  GithubCommit: github((value) => ({ commits: [value] })),
  GithubDiscussion: github((value) => ({ discussion: value })),
  GithubIssue: github((value) => ({ issue: value })),
  GithubRelease: github((value) => ({ release: value })),
  GithubRepository: github((value) => ({ repository: value })),
  GithubReview: github((value) => ({ review: value })),
  GithubUser: github((value) => ({ member: value })),
  GithubWebhook: github((value) => value),
  GuildPatchRequestPartial: { ask: 'PATCH /guilds/:guild', value: { features: ['COMMUNITY'] } },
  GuildWelcomeChannel: {
    ask: 'PATCH /guilds/:guild/welcome-screen',
    value: { channel_id: '1', description: 'a' },
    body: (value) => ({ welcome_channels: [value] }),
  },
  IncomingWebhookInteractionRequest: {
    ask: 'POST /interactions/:interaction/callback',
    value: WEBHOOK_MESSAGE,
    body: (data) => ({ type: 4, data }),
  },
  IncomingWebhookRequestPartial: { ask: 'POST /webhooks/:webhook', value: { ...WEBHOOK_MESSAGE, applied_tags: IDS } },
  IncomingWebhookUpdateForInteractionCallbackRequestPartial: {
    ask: 'POST /interactions/:interaction/callback',
    value: WEBHOOK_MESSAGE,
    body: (data) => ({ type: 4, data }),
  },
  IncomingWebhookUpdateRequestPartial: { ask: 'PATCH /channels/:general/messages/:message', value: WEBHOOK_MESSAGE },
  InteractionApplicationCommandAutocompleteCallbackIntegerData: SUGGESTIONS,
  InteractionApplicationCommandAutocompleteCallbackNumberData: SUGGESTIONS,
  InteractionApplicationCommandAutocompleteCallbackStringData: SUGGESTIONS,
  KeywordTriggerMetadata: metadata(1, METADATA),
  KeywordUpsertRequest: upsert(1, { trigger_metadata: { keyword_filter: ['a'] } }),
  KeywordUpsertRequestPartial: patched('rule'),
  LabelComponentForModalRequest: inModal({ type: 18, label: 'a', component: INPUT }, (value) => value),
  LobbyMemberRequest: { ask: 'POST /lobbies', value: { id: '1' }, body: (value) => ({ members: [value] }) },
  MLSpamUpsertRequest: upsert(3),
  MLSpamUpsertRequestPartial: patched('rule'),
  MediaGalleryComponentForMessageRequest: shown({ type: 12, items: [MEDIA] }),
  MediaGalleryItemRequest: shown(MEDIA, (value) => ({ type: 12, items: [value] })),
  MentionSpamTriggerMetadata: metadata(5, {}),
  MentionSpamUpsertRequest: upsert(5, { trigger_metadata: { mention_total_limit: 5 } }),
  MentionSpamUpsertRequestPartial: patched('rule5'),
  MentionableSelectComponentForMessageRequest: shown(
    { type: 7, ...SELECT, max_values: 25, default_values: [{ id: '1', type: 'user' }] },
    row,
  ),
  MentionableSelectComponentForModalRequest: inModal({
    type: 7,
    ...SELECT,
    required: false,
    max_values: 25,
    default_values: [{ id: '1', type: 'user' }],
  }),
  MessageAllowedMentionsRequest: {
    ask: MESSAGES,
    value: { users: IDS, roles: IDS, parse: ['everyone'] },
    body: (value) => ({ content: 'a', allowed_mentions: value }),
  },
  MessageAttachmentRequest: {
    ask: 'PATCH /channels/:general/messages/:message',
    value: { id: '1' },
    body: (value) => ({ content: 'a', attachments: [value] }),
  },
  MessageCreateRequest: message({ embeds: [{ title: 'a' }], sticker_ids: IDS, flags: V2, components: [TEXT], attachments: [{ id: '1' }] }),
  MessageEditRequestPartial: { ask: 'PATCH /channels/:general/messages/:message', value: WEBHOOK_MESSAGE },
  ModalInteractionCallbackRequestData: {
    ask: 'POST /interactions/:interaction/callback',
    value: { custom_id: 'a', title: 'a', components: [TEXT] },
    body: (data) => ({ type: 9, data }),
  },
  OnboardingPromptOptionRequest: onboarding({ title: 'a', role_ids: IDS, channel_ids: IDS }, (value) => ({ ...PROMPT, options: [value] })),
  PollCreateRequest: {
    ask: MESSAGES,
    value: { question: { text: 'a' }, answers: [{ poll_media: { text: 'a' } }] },
    body: (poll) => ({ poll }),
  },
  PollEmojiCreateRequest: {
    ask: MESSAGES,
    value: {},
    body: (emoji) => ({ poll: { question: { text: 'a' }, answers: [{ poll_media: { text: 'a', emoji } }] } }),
  },
  PollMedia: { ask: MESSAGES, value: {}, body: (question) => ({ poll: { question, answers: [{ poll_media: { text: 'a' } }] } }) },
  PollMediaCreateRequest: {
    ask: MESSAGES,
    value: {},
    body: (media) => ({ poll: { question: { text: 'a' }, answers: [{ poll_media: media }] } }),
  },
  PruneGuildRequest: { ask: 'POST /guilds/:guild/prune', value: { include_roles: IDS } },
  RadioGroupComponentForModalRequest: inModal({ type: 21, custom_id: 'a', options: OPTIONS }),
  RadioGroupOptionForRequest: inModal({ label: 'a', value: 'a' }, (value) => ({
    type: 18,
    label: 'a',
    component: { type: 21, custom_id: 'a', options: [value, { label: 'b', value: 'b' }] },
  })),
  RecurrenceRule: {
    ask: `POST ${EVENTS}`,
    value: { by_weekday: [0], by_n_weekday: [{ n: 1, day: 0 }], by_month: [1], by_month_day: [-1], by_year_day: [-1] },
    body: (value) => ({ ...EXTERNAL, recurrence_rule: { ...RECURRENCE, ...value } }),
  },
  RichEmbed: { ask: MESSAGES, value: { fields: [{ name: 'a', value: 'a' }] }, body: (embed) => ({ embeds: [embed] }) },
  RichEmbedAuthor: embedded('author'),
  RichEmbedField: { ask: MESSAGES, value: { name: 'a', value: 'a' }, body: (field) => ({ embeds: [{ fields: [field] }] }) },
  RichEmbedFooter: embedded('footer'),
  RichEmbedImage: embedded('image'),
  RichEmbedProvider: embedded('provider'),
  RichEmbedThumbnail: embedded('thumbnail'),
  RichEmbedVideo: embedded('video'),
  RoleColors: { ask: 'POST /guilds/:guild/roles', value: { primary_color: 0 }, body: (colors) => ({ colors }) },
  RoleSelectComponentForMessageRequest: shown({ type: 6, ...SELECT, max_values: 25, default_values: [{ id: '1', type: 'role' }] }, row),
  RoleSelectComponentForModalRequest: inModal({
    type: 6,
    ...SELECT,
    required: false,
    max_values: 25,
    default_values: [{ id: '1', type: 'role' }],
  }),
  SectionComponentForMessageRequest: shown({ type: 9, components: [TEXT], accessory: BUTTON }),
  SeparatorComponentForMessageRequest: shown({ type: 14 }),
  SlackWebhook: { ask: 'POST /webhooks/:webhook/slack', value: { text: 'a' } },
  SoundboardCreateRequest: { ask: 'POST /guilds/:guild/soundboard-sounds', value: SOUND },
  SoundboardPatchRequestPartial: { ask: 'PATCH /guilds/:guild/soundboard-sounds/:sound', value: {} },
  StageScheduledEventCreateRequest: { ask: `POST ${EVENTS}`, value: EXTERNAL },
  StageScheduledEventPatchRequestPartial: { ask: `PATCH ${EVENTS}/:event`, value: {} },
  StringSelectComponentForMessageRequest: shown({ type: 3, ...SELECT, options: OPTIONS }, row),
  StringSelectComponentForModalRequest: inModal({ type: 3, ...SELECT, required: false, options: OPTIONS }),
  StringSelectOptionForRequest: shown({ label: 'a', value: 'a' }, (value) => row({ type: 3, custom_id: 'a', options: [value] })),
  TextDisplayComponentForMessageRequest: shown(TEXT),
  TextDisplayComponentForModalRequest: inModal(TEXT, (value) => value),
  TextInputComponentForModalRequest: inModal({ ...INPUT, label: 'a' }, row),
  ThumbnailComponentForMessageRequest: shown({ type: 11, ...MEDIA }, (accessory) => ({ type: 9, components: [TEXT], accessory })),
  UnfurledMediaRequest: shown(MEDIA.media, (media) => ({ type: 12, items: [{ media }] })),
  UnfurledMediaRequestWithAttachmentReferenceRequired: shown({ url: 'attachment://a' }, (file) => ({ type: 13, file })),
  UpdateApplicationUserRoleConnectionRequest: {
    ask: 'PUT /users/@me/applications/:application/role-connection',
    value: { metadata: { key: 'a' } },
  },
  UpdateDefaultReactionEmojiRequest: { ask: 'PATCH /channels/:forum', value: {}, body: (emoji) => ({ default_reaction_emoji: emoji }) },
  UpdateGuildChannelRequestPartial: { ask: 'PATCH /channels/:forum', value: CHANNEL },
  UpdateGuildOnboardingRequest: { ask: 'PUT /guilds/:guild/onboarding', value: { prompts: [PROMPT], default_channel_ids: IDS } },
  UpdateOnboardingPromptRequest: onboarding(
    { id: '1', title: 'a', options: [{ title: 'a', role_ids: IDS, channel_ids: [] }] },
    (value) => value,
  ),
  UpdateRoleRequestPartial: { ask: 'PATCH /guilds/:guild/roles/:role', value: {} },
  UpdateThreadRequestPartial: { ask: 'PATCH /channels/:thread', value: { applied_tags: IDS } },
  UpdateThreadTagRequest: { ask: 'PATCH /channels/:forum', value: { name: 'a' }, body: (value) => ({ available_tags: [value] }) },
  UserCommunicationDisabledActionMetadata: action(3),
  UserProfileMetadata: metadata(6, METADATA),
  UserProfileUpsertRequest: upsert(6, { trigger_metadata: { keyword_filter: ['a'] } }),
  UserProfileUpsertRequestPartial: patched('rule'),
  UserSelectComponentForMessageRequest: shown({ type: 5, ...SELECT, max_values: 25, default_values: [{ id: '1', type: 'user' }] }, row),
  UserSelectComponentForModalRequest: inModal({
    type: 5,
    ...SELECT,
    required: false,
    max_values: 25,
    default_values: [{ id: '1', type: 'user' }],
  }),
  VoiceScheduledEventCreateRequest: { ask: `POST ${EVENTS}`, value: EXTERNAL },
  VoiceScheduledEventPatchRequestPartial: { ask: `PATCH ${EVENTS}/:event`, value: {} },
  WebhookSlackEmbed: { ask: 'POST /webhooks/:webhook/slack', value: { text: 'a' }, body: (value) => ({ attachments: [value] }) },
  WelcomeScreenPatchRequestPartial: {
    ask: 'PATCH /guilds/:guild/welcome-screen',
    value: { welcome_channels: [{ channel_id: '1', description: 'a' }] },
  },
};
