import type { RestReply } from '../../src/rest/RestRequest.js';
import { addChannel, addRole } from '../../src/world/arrange.js';
import type { Constraint } from './limitsData.js';
import type { FullHome } from './subjects.js';

/** A body of which one number is at the limit. */
export interface DocumentedCheck {
  readonly ask: string;
  readonly body: (count: number, home: FullHome) => unknown;
  /** What the refusal is called. */
  readonly code: number;
  /** What there is already, when one more is asked for. */
  readonly fill?: (home: FullHome, count: number) => void;
  /** The name of the number in the row. */
  readonly number: string;
  /** How it is sent, where not as JSON. */
  readonly send?: (home: FullHome, signature: string, body: unknown) => RestReply;
}

const MESSAGES = 'POST /channels/:general/messages';
const EDIT = 'PATCH /channels/:general/messages/:message';
const COMMANDS = 'POST /applications/:application/commands';
const RULES = 'POST /guilds/:guild/auto-moderation/rules';
const EVENTS = 'POST /guilds/:guild/scheduled-events';
const SELECT = { type: 3, custom_id: 'a', options: Array.from({ length: 25 }, (_, index) => ({ label: 'a', value: `a${String(index)}` })) };
const INVALID_FORM = 50035;
const text = (length: number): string => 'a'.repeat(length);
const many = <Item>(count: number, item: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => item(index));
const ids = (count: number): string[] => many(count, (index) => String(1_000 + index));
const row = (...components: object[]): object => ({ type: 1, components });
const button = (index: number): object => ({ type: 2, style: 1, custom_id: `b${String(index)}`, label: 'a' });
const poll = (more: object): object => ({ poll: { question: { text: 'a' }, answers: [{ poll_media: { text: 'a' } }], ...more } });
const command = (more: object): object => ({ name: 'look', description: 'Looks', ...more });
const option = (more: object): object => command({ options: [{ type: 3, name: 'what', description: 'What', ...more }] });
const base64 = (kind: string) => (bytes: number) => `data:${kind};base64,${Buffer.alloc(bytes).toString('base64')}`;
const picture = base64('image/png');
const sound = base64('audio/ogg');
const event = (more: object): object => ({
  name: 'Tea',
  privacy_level: 2,
  entity_type: 3,
  scheduled_start_time: '2099-02-01T00:00:00Z',
  scheduled_end_time: '2099-02-01T01:00:00Z',
  entity_metadata: { location: 'Kitchen' },
  ...more,
});
const rule = (trigger: number, metadata: object, more: object = {}): object => ({
  name: 'rule',
  event_type: trigger === 6 ? 2 : 1,
  trigger_type: trigger,
  trigger_metadata: metadata,
  actions: [{ type: trigger === 6 ? 4 : 1 }],
  ...more,
});
const words = { keyword_filter: ['a'] };
const inModal = (component: object): object => ({
  type: 9,
  data: { custom_id: 'm', title: 'm', components: [{ type: 18, label: 'a', component }] },
});
const later = (home: FullHome, ms: number): string => new Date(home.clock.wallMs() + ms).toISOString();

type More = Partial<Pick<DocumentedCheck, 'code' | 'fill' | 'number' | 'send'>>;

/** A check of `max`, unless it says which number. */
function check(ask: string, body: DocumentedCheck['body'], more: More = {}): DocumentedCheck {
  return { ask, body, code: INVALID_FORM, number: 'max', ...more };
}

/** What there is already of something, and what adds to it. */
interface Room {
  readonly add: (home: FullHome, index: number) => unknown;
  /** @defaultValue none */
  readonly size?: (home: FullHome) => number;
}

/** A check of how many there may be: all but one are there, and one more is asked for. */
function room(ask: string, code: number, body: (home: FullHome) => unknown, { add, size = () => 0 }: Room): DocumentedCheck {
  const fill = (home: FullHome, count: number): void => {
    for (let index = size(home); index < count - 1; index += 1) add(home, index);
  };
  return { ask, code, body: (_, home) => body(home), fill, number: 'max' };
}

function upload(home: FullHome, signature: string, body: unknown): RestReply {
  return home.upload(signature, 'files[0]', String(body));
}

/** Rows that the table of the OpenAPI document shows: its body, path and number. */
export const SHOWN_BY_SPEC: Readonly<Record<string, readonly string[]>> = {
  'message.allowedMentionsIds': ['MessageAllowedMentionsRequest users maxItems', 'MessageAllowedMentionsRequest roles maxItems'],
  'message.attachmentDescription': ['MessageAttachmentRequest description maxLength'],
  'message.attachmentFilename': ['MessageAttachmentRequest filename minLength', 'MessageAttachmentRequest filename maxLength'],
  'message.embedAuthor': ['RichEmbedAuthor name maxLength'],
  'message.embedDescription': ['RichEmbed description maxLength'],
  'message.embedFieldName': ['RichEmbedField name maxLength'],
  'message.embedFieldValue': ['RichEmbedField value maxLength'],
  'message.embedFields': ['RichEmbed fields maxItems'],
  'message.embedFooter': ['RichEmbedFooter text maxLength'],
  'message.embedTitle': ['RichEmbed title maxLength'],
  'message.embedUrl': ['RichEmbed url maxLength'],
  'message.embeds': ['MessageCreateRequest embeds maxItems'],
  'message.nonceChars': ['MessageCreateRequest nonce maxLength'],
  'message.themeColors': [
    'CustomClientThemeShareRequest colors maxItems',
    'CustomClientThemeShareRequest gradient_angle maximum',
    'CustomClientThemeShareRequest base_mix maximum',
  ],
  'message.webhookUsername': ['IncomingWebhookRequestPartial username minLength', 'IncomingWebhookRequestPartial username maxLength'],
  'components.customId': ['ButtonComponentForMessageRequest custom_id minLength', 'ButtonComponentForMessageRequest custom_id maxLength'],
  'components.buttonLabel': ['ButtonComponentForMessageRequest label maxLength'],
  'components.selectOptions': ['StringSelectComponentForMessageRequest options maxItems'],
  'components.selectMinValues': [
    'StringSelectComponentForMessageRequest min_values minimum',
    'StringSelectComponentForMessageRequest min_values maximum',
  ],
  'components.selectMaxValues': [
    'StringSelectComponentForMessageRequest max_values minimum',
    'StringSelectComponentForMessageRequest max_values maximum',
  ],
  'components.selectPlaceholder': ['StringSelectComponentForMessageRequest placeholder maxLength'],
  'components.sectionTexts': [
    'SectionComponentForMessageRequest components minItems',
    'SectionComponentForMessageRequest components maxItems',
  ],
  'components.mediaGalleryItems': [
    'MediaGalleryComponentForMessageRequest items minItems',
    'MediaGalleryComponentForMessageRequest items maxItems',
  ],
  'components.thumbnailDescription': ['ThumbnailComponentForMessageRequest description maxLength'],
  'components.containerAccentColor': [
    'ContainerComponentForMessageRequest accent_color minimum',
    'ContainerComponentForMessageRequest accent_color maximum',
  ],
  'components.radioGroupOptions': [
    'RadioGroupComponentForModalRequest options minItems',
    'RadioGroupComponentForModalRequest options maxItems',
  ],
  'components.checkboxGroupOptions': [
    'CheckboxGroupComponentForModalRequest options minItems',
    'CheckboxGroupComponentForModalRequest options maxItems',
  ],
  'components.modalTitle': ['ModalInteractionCallbackRequestData title maxLength'],
  'components.textDisplayContent': ['TextDisplayComponentForMessageRequest content maxLength'],
  'interactions.autocompleteChoices': ['InteractionApplicationCommandAutocompleteCallbackStringData choices maxItems'],
  'commands.name': ['ApplicationCommandCreateRequest name minLength', 'ApplicationCommandCreateRequest name maxLength'],
  'commands.description': ['ApplicationCommandStringOption description minLength', 'ApplicationCommandCreateRequest description maxLength'],
  'commands.optionStringLength': [
    'ApplicationCommandStringOption min_length minimum',
    'ApplicationCommandStringOption min_length maximum',
    'ApplicationCommandStringOption max_length minimum',
  ],
  'commands.options': ['ApplicationCommandCreateRequest options maxItems'],
  'commands.choices': ['ApplicationCommandStringOption choices maxItems'],
  'commands.choiceName': ['ApplicationCommandOptionStringChoice name minLength', 'ApplicationCommandOptionStringChoice name maxLength'],
  'guild.name': ['GuildPatchRequestPartial name minLength', 'GuildPatchRequestPartial name maxLength'],
  'guild.roleName': ['CreateRoleRequest name maxLength'],
  'guild.bulkBanUsers': ['BulkBanUsersRequest user_ids maxItems'],
  'guild.deleteMessageSeconds': [
    'BanUserFromGuildRequest delete_message_seconds minimum',
    'BanUserFromGuildRequest delete_message_seconds maximum',
  ],
  'guild.pruneDays': ['PruneGuildRequest days minimum', 'PruneGuildRequest days maximum'],
  'guild.welcomeChannels': ['WelcomeScreenPatchRequestPartial welcome_channels maxItems'],
  'guild.soundName': ['SoundboardCreateRequest name minLength', 'SoundboardCreateRequest name maxLength'],
  'channel.name': ['CreateGuildChannelRequest name minLength', 'CreateGuildChannelRequest name maxLength'],
  'channel.slowmodeSeconds': [
    'CreateGuildChannelRequest rate_limit_per_user minimum',
    'CreateGuildChannelRequest rate_limit_per_user maximum',
  ],
  'channel.inviteMaxUses': ['CreateGuildInviteRequest max_uses minimum', 'CreateGuildInviteRequest max_uses maximum'],
  'channel.overwritesPerRequest': ['CreateGuildChannelRequest permission_overwrites maxItems'],
  'autoModeration.exemptChannels': ['KeywordUpsertRequest exempt_channels maxItems'],
  'autoModeration.exemptRoles': ['KeywordUpsertRequest exempt_roles maxItems'],
  'autoModeration.mentionTotal': ['MentionSpamTriggerMetadata mention_total_limit maximum'],
  'autoModeration.timeoutSeconds': ['UserCommunicationDisabledActionMetadata duration_seconds maximum'],
  'application.username': ['BotAccountPatchRequest username minLength', 'BotAccountPatchRequest username maxLength'],
  'poll.answers': ['PollCreateRequest answers maxItems'],
  'poll.question': ['PollMedia text maxLength'],
  'poll.durationHours': ['PollCreateRequest duration maximum'],
};

/** Rows that are shown by bodies of their own. */
export const DOCUMENTED: Readonly<Record<string, readonly DocumentedCheck[]>> = {
  'rest.fileBytesDefault': [check(MESSAGES, (bytes) => text(bytes), { code: 40005, send: upload })],
  'rest.emojiFileBytes': [check('POST /guilds/:guild/emojis', (bytes) => ({ name: 'wave', image: picture(bytes) }))],
  'rest.stickerFileBytes': [
    check('POST /guilds/:guild/stickers', (bytes) => bytes, {
      send: (home, signature, bytes) => home.upload(signature, 'file', text(Number(bytes)), { name: 'wave', tags: 'wave' }),
    }),
  ],
  'rest.soundFileBytes': [check('POST /guilds/:guild/soundboard-sounds', (bytes) => ({ name: 'beep', sound: sound(bytes) }))],
  'message.content': [check(MESSAGES, (length) => ({ content: text(length) })), check(EDIT, (length) => ({ content: text(length) }))],
  'message.embedTotalChars': [
    check(MESSAGES, (length) => ({ embeds: [{ description: text(4_000) }, { description: text(length - 4_000) }] })),
  ],
  'message.attachments': [check(EDIT, (count) => ({ attachments: ids(count).map((id) => ({ id })) }), { code: 30015 })],
  'message.stickers': [
    check(MESSAGES, (count, home) => {
      const stickers = ids(count);
      for (const id of stickers)
        home.guild.things.stickers.set(id, { id, name: 'wave', format_type: 1, guild_id: home.guild.id, available: true });
      return { sticker_ids: stickers };
    }),
  ],
  'message.bulkDelete': (['max', 'min'] as const).map((number) =>
    check('POST /channels/:general/messages/bulk-delete', (count, home) => ({ messages: many(count, () => home.say(home.bot, 'x')) }), {
      code: 50016,
      number,
    }),
  ),
  'message.reactionKinds': [
    room('PUT /channels/:general/messages/:message/reactions/:emoji/@me', 30010, () => undefined, {
      add: (home, index) =>
        home.ask(`PUT /channels/${home.general.id}/messages/${home.ids['message'] ?? ''}/reactions/${emoji(index)}/@me`),
    }),
  ],
  'message.pinsPerChannel': [
    room('PUT /channels/:general/messages/pins/:message', 30003, () => undefined, {
      add: (home) => home.ask(`PUT /channels/${home.general.id}/messages/pins/${home.say(home.bot, 'x')}`),
    }),
  ],
  'poll.answerText': [check(MESSAGES, (length) => poll({ answers: [{ poll_media: { text: text(length) } }] }))],
  'components.totalV2': [check(MESSAGES, (count) => ({ flags: 32_768, components: many(count, () => ({ type: 10, content: 'a' })) }))],
  'components.legacyActionRows': [check(MESSAGES, (count) => ({ components: many(count, (index) => row(button(index))) }))],
  'components.buttonsPerRow': [check(MESSAGES, (count) => ({ components: [row(...many(count, button))] }))],
  'components.selectsPerRow': [
    check(MESSAGES, (count) => ({ components: [row(...many(count, (index) => ({ ...SELECT, custom_id: `s${String(index)}` })))] })),
  ],
  'components.buttonUrl': [
    check(MESSAGES, (length) => ({
      components: [row({ type: 2, style: 5, label: 'a', url: 'https://example.org/'.padEnd(length, 'a') })],
    })),
  ],
  'components.selectOptionText': ['label', 'value', 'description'].map((field) =>
    check(
      MESSAGES,
      (length) => ({ components: [row({ type: 3, custom_id: 'a', options: [{ label: 'a', value: 'a', [field]: text(length) }] })] }),
      {
        number: `${field}Max`,
      },
    ),
  ),
  'components.groupOptionText': ['label', 'value', 'description'].map((field) =>
    check(
      'POST /interactions/:interaction/callback',
      (length) => inModal({ type: 22, custom_id: 'a', options: [{ label: 'a', value: 'a', [field]: text(length) }] }),
      { number: `${field}Max` },
    ),
  ),
  'components.textInput': [
    ...(['value', 'placeholder'] as const).map((field) =>
      check('POST /interactions/:interaction/callback', (length) => inModal({ type: 4, custom_id: 'a', style: 1, [field]: text(length) }), {
        number: `${field}Max`,
      }),
    ),
    ...(['min_length', 'max_length'] as const).map((field) =>
      check('POST /interactions/:interaction/callback', (length) => inModal({ type: 4, custom_id: 'a', style: 1, [field]: length }), {
        number: field === 'min_length' ? 'minLengthMin' : 'maxLengthMax',
      }),
    ),
  ],
  'components.label': (['label', 'description'] as const).map((field) =>
    check(
      'POST /interactions/:interaction/callback',
      (length) => ({
        type: 9,
        data: {
          custom_id: 'm',
          title: 'm',
          components: [{ type: 18, label: 'a', component: { type: 4, custom_id: 'a', style: 1 }, [field]: text(length) }],
        },
      }),
      { number: `${field}Max` },
    ),
  ),
  'components.fileUpload': [
    check('POST /interactions/:interaction/callback', (count) => inModal({ type: 19, custom_id: 'a', max_values: count }), {
      number: 'maxValuesMax',
    }),
    check('POST /interactions/:interaction/callback', (count) => inModal({ type: 19, custom_id: 'a', min_values: count }), {
      number: 'minValuesMin',
    }),
    check(
      'POST /interactions/:interaction/callback',
      (count) => inModal({ type: 19, custom_id: 'a', file_types: many(count, (index) => `.a${String(index)}`) }),
      {
        number: 'fileTypesMax',
      },
    ),
  ],
  'components.modalComponents': (['max', 'min'] as const).map((number) =>
    check(
      'POST /interactions/:interaction/callback',
      (count) => ({ type: 9, data: { custom_id: 'm', title: 'm', components: many(count, () => ({ type: 10, content: 'a' })) } }),
      { number },
    ),
  ),
  'commands.globalChatInput': [commandRoom(1, 2)],
  'commands.globalUser': [commandRoom(2, 0)],
  'commands.globalMessage': [commandRoom(3, 0)],
  'commands.globalPrimaryEntryPoint': [commandRoom(4, 0)],
  'commands.bulkListMax': [
    check(
      'PUT /applications/:application/commands',
      (count) =>
        many(count, (index) => ({
          name: `c${String(index)}`,
          type: 1 + Math.min(2, Math.floor(index / 100) + (index >= 115 ? 1 : 0)),
          ...(index < 100 && { description: 'x' }),
        })),
      {
        code: INVALID_FORM,
      },
    ),
  ],
  'commands.choiceStringValue': [check(COMMANDS, (length) => option({ choices: [{ name: 'a', value: text(length) }] }))],
  'commands.totalChars': [
    check(COMMANDS, (length) => {
      // A name, a description and 20 options of 391 make 7,829; the last description makes up the rest.
      const options = many(20, (index) => longOption(index, 391));
      return { name: 'look', description: 'Looks', options: [...options, longOption(20, length - 9 - 20 * 391)] };
    }),
  ],
  'commands.permissionOverwrites': [
    check(
      'PUT /applications/:application/guilds/:guild/commands/:command/permissions',
      (count) => ({ permissions: ids(count).map((id) => ({ id, type: 2, permission: true })) }),
      {
        send: (home, signature, body) => {
          const { token } = home.grants.authorize(home.guild.ownerId, ['applications.commands.permissions.update']);
          return home.askAs(`Bearer ${token}`, signature, body);
        },
      },
    ),
  ],
  'commands.attachmentFileTypes': [
    check(COMMANDS, (count) => option({ type: 11, file_types: many(count, (index) => `.a${String(index)}`) })),
  ],
  'guild.roles': [
    room('POST /guilds/:guild/roles', 30005, () => ({ name: 'x' }), {
      add: ({ guild, world }, index) => addRole(world, guild, { name: `r${String(index)}` }),
      size: ({ guild }) => guild.roles.size,
    }),
  ],
  'guild.channels': [
    room('POST /guilds/:guild/channels', 30013, () => ({ name: 'x' }), {
      add: ({ guild, world }) => addChannel(world, guild, { kind: 'text', name: 'x' }),
      size: ({ guild }) => guild.channels.size,
    }),
  ],
  'guild.channelsPerCategory': [
    check('POST /guilds/:guild/channels', (count, home) => {
      const parent = addChannel(home.world, home.guild, { kind: 'category', name: 'x' });
      many(count - 1, () => addChannel(home.world, home.guild, { kind: 'text', name: 'x', parent }));
      return { name: 'x', parent_id: parent.id };
    }),
  ],
  'guild.overwritesPerChannel': [
    room('PUT /channels/:general/permissions/:member', 30060, () => ({ type: 1, allow: '0', deny: '0' }), {
      add: ({ general }, index) => {
        general.overwrites = [...general.overwrites, { id: String(5_000 + index), type: 1, allow: '0', deny: '0' }];
      },
    }),
  ],
  'guild.webhooksPerChannel': [
    room('POST /channels/:voice/webhooks', 30007, () => ({ name: 'x' }), {
      add: (home) => home.ask(`POST /channels/${home.ids['voice'] ?? ''}/webhooks`, { name: 'x' }),
    }),
  ],
  'guild.webhooksPerGuild': [
    room('POST /channels/:voice/webhooks', 30058, () => ({ name: 'x' }), {
      add: ({ world: { webhooks } }, index) => {
        const [first] = webhooks.values();
        if (first !== undefined) webhooks.set(`w${String(index)}`, { ...first, id: `w${String(index)}` });
      },
      size: ({ world }) => world.webhooks.size,
    }),
  ],
  'guild.invites': [
    room('POST /channels/:general/invites', 30016, () => ({ unique: true }), {
      add: ({ general, guild }, index) => {
        const code = `i${String(index)}`;
        guild.invites.set(code, { code, channel_id: general.id, expires_at: null });
      },
    }),
  ],
  'guild.activeScheduledEvents': [
    room(EVENTS, 30038, () => event({}), {
      add: (home) => home.ask(EVENTS.replace(':guild', home.guild.id), event({})),
      size: ({ guild }) => guild.things.scheduledEvents.size,
    }),
  ],
  'guild.timeoutDays': [
    check('PATCH /guilds/:guild/members/:member', (days, home) => ({ communication_disabled_until: later(home, days * 86_400_000) })),
  ],
  'guild.incidentActionHours': [
    check('PUT /guilds/:guild/incident-actions', (hours, home) => ({ invites_disabled_until: later(home, hours * 3_600_000) })),
  ],
  'guild.nickname': [check('PATCH /guilds/:guild/members/:member', (length) => ({ nick: text(length) }))],
  'guild.onboardingDefaultChannels': [
    check(
      'PUT /guilds/:guild/onboarding',
      (count, home) => ({
        enabled: true,
        default_channel_ids: many(count, () => addChannel(home.world, home.guild, { kind: 'text', name: 'x' }).id),
      }),
      { code: 350_000, number: 'min' },
    ),
    check(
      'PUT /guilds/:guild/onboarding',
      (count, home) => {
        const closed = [{ id: home.guild.id, deny: ['SendMessages'] as const }];
        const channels = many(7, (index) =>
          addChannel(home.world, home.guild, { kind: 'text', name: 'x', ...(index >= count && { overwrites: closed }) }),
        );
        return { enabled: true, default_channel_ids: channels.map(({ id }) => id) };
      },
      { code: 350_000, number: 'writableMin' },
    ),
  ],
  'guild.templateName': [
    ...(['max', 'min'] as const).map((number) => check('POST /guilds/:guild/templates', (length) => ({ name: text(length) }), { number })),
    check('POST /guilds/:guild/templates', (length) => ({ name: 'a', description: text(length) }), { number: 'descriptionMax' }),
  ],
  'guild.scheduledEventName': [
    ...(['max', 'min'] as const).map((number) => check(EVENTS, (length) => event({ name: text(length) }), { number })),
    check(EVENTS, (length) => event({ description: text(length) }), { number: 'descriptionMax' }),
    check(EVENTS, (length) => event({ entity_metadata: { location: text(length) } }), { number: 'locationMax' }),
  ],
  'guild.stageTopic': (['max', 'min'] as const).map((number) =>
    check('POST /stage-instances', (length, { ids: { stage } }) => ({ channel_id: stage, topic: text(length) }), { number }),
  ),
  'guild.stickerName': (
    [
      ['max', 'name'],
      ['min', 'name'],
      ['descriptionMax', 'description'],
      ['tagsMax', 'tags'],
    ] as const
  ).map(([number, field]) =>
    check('POST /guilds/:guild/stickers', (length) => text(length), {
      number,
      send: (home, signature, value) => home.upload(signature, 'file', 'x', { name: 'wave', tags: 'wave', [field]: String(value) }),
    }),
  ),
  'channel.topic': [
    check('PATCH /channels/:general', (length) => ({ topic: text(length) })),
    check('PATCH /channels/:forum', (length) => ({ topic: text(length) }), { number: 'forumMax' }),
  ],
  'channel.bitrate': [
    ...(['max', 'min'] as const).map((number) => check('PATCH /channels/:voice', (bitrate) => ({ bitrate }), { number })),
    check('PATCH /channels/:stage', (bitrate) => ({ bitrate }), { number: 'stageMax' }),
  ],
  'channel.userLimit': [
    check('PATCH /channels/:voice', (limit) => ({ user_limit: limit }), { number: 'voiceMax' }),
    check('PATCH /channels/:stage', (limit) => ({ user_limit: limit }), { number: 'stageMax' }),
  ],
  'channel.forumTags': [
    check('PATCH /channels/:forum', (count) => ({ available_tags: many(count, (index) => ({ name: `t${String(index)}` })) })),
    check('PATCH /channels/:forum', (length) => ({ available_tags: [{ name: text(length) }] }), { number: 'nameMax' }),
    check(
      'POST /channels/:forum/threads',
      (count, home) => {
        const tags = many(count, (index) => ({ name: `t${String(index)}` }));
        const { available_tags: made } = home.ask(`PATCH /channels/${home.ids['forum'] ?? ''}`, { available_tags: tags }).body as {
          available_tags: { id: string }[];
        };
        return { name: 'a', message: { content: 'a' }, applied_tags: made.map(({ id }) => id) };
      },
      { number: 'appliedMax' },
    ),
  ],
  'channel.threadMembers': [
    room('PUT /channels/:thread/thread-members/:member', 30033, () => undefined, {
      add: ({ guild, ids: { thread: id = '' } }, index) => {
        const channel = guild.threads.get(id);
        if (channel?.thread == null) return;
        channel.thread = { ...channel.thread, members: new Map([...channel.thread.members, [`m${String(index)}`, '']]) };
      },
      size: ({ guild, ids: { thread = '' } }) => guild.threads.get(thread)?.thread?.members.size ?? 0,
    }),
  ],
  'channel.inviteMaxAgeSeconds': (['max', 'min'] as const).map((number) =>
    check('POST /channels/:general/invites', (seconds) => ({ max_age: seconds }), { number }),
  ),
  'channel.voiceStatus': [check('PUT /channels/:voice/voice-status', (length) => ({ status: text(length) }))],
  'channel.webhookName': (['max', 'min'] as const).map((number) =>
    check('POST /channels/:voice/webhooks', (length) => ({ name: text(length) }), { number }),
  ),
  'autoModeration.rulesPerTrigger': [
    check(
      RULES,
      (count, home) => {
        // One is there before.
        many(count - 2, () => home.ask(RULES.replace(':guild', home.guild.id), rule(1, words)));
        return rule(1, words);
      },
      { number: 'KEYWORD' },
    ),
    ...(['KEYWORD_PRESET', 'MEMBER_PROFILE'] as const).map((number) =>
      check(
        RULES,
        (count, home) => {
          const made = number === 'MEMBER_PROFILE' ? rule(6, words) : rule(4, { presets: [1] });
          many(count - 1, () => home.ask(RULES.replace(':guild', home.guild.id), made));
          return made;
        },
        { number },
      ),
    ),
  ],
  'autoModeration.keywordFilter': [
    check(RULES, (count) => rule(1, { keyword_filter: many(count, (index) => `w${String(index)}`) })),
    check(RULES, (length) => rule(1, { keyword_filter: [text(length)] }), { number: 'itemMax' }),
  ],
  'autoModeration.regexPatterns': [
    check(RULES, (count) => rule(1, { regex_patterns: many(count, (index) => `w${String(index)}`) })),
    check(RULES, (length) => rule(1, { regex_patterns: [text(length)] }), { number: 'itemMax' }),
  ],
  'autoModeration.allowList': [
    check(RULES, (count) => rule(1, { ...words, allow_list: many(count, (index) => `w${String(index)}`) })),
    check(RULES, (count) => rule(4, { presets: [1], allow_list: many(count, (index) => `w${String(index)}`) }), { number: 'presetMax' }),
    check(RULES, (length) => rule(1, { ...words, allow_list: [text(length)] }), { number: 'itemMax' }),
  ],
  'autoModeration.customMessage': [
    check(RULES, (length) => rule(1, words, { actions: [{ type: 1, metadata: { custom_message: text(length) } }] })),
  ],
  'application.emojis': [
    room('POST /applications/:application/emojis', 30008, () => ({ name: 'wave', image: picture(1) }), {
      add: ({ world }, index) => world.applicationEmojis.set(`e${String(index)}`, {}),
    }),
  ],
  'application.tags': [
    check('PATCH /applications/@me', (count) => ({ tags: many(count, (index) => `t${String(index)}`) })),
    check('PATCH /applications/@me', (length) => ({ tags: [text(length)] }), { number: 'itemMax' }),
  ],
  'application.roleConnectionMetadata': [
    check('PUT /applications/:application/role-connections/metadata', (count) =>
      many(count, (index) => metadata({ key: `k${String(index)}` })),
    ),
    ...(['key', 'name', 'description'] as const).map((field) =>
      check('PUT /applications/:application/role-connections/metadata', (length) => [metadata({ [field]: text(length) })], {
        number: `${field}Max`,
      }),
    ),
  ],
  'commands.optionInteger': (['max', 'min'] as const).map((number) =>
    check(COMMANDS, (value) => option({ type: 4, [`${number}_value`]: value }), { number }),
  ),
};

/** Rows that list all that is allowed: each passes, and what is one more does not. */
export const LISTED: Readonly<Record<string, (value: number) => readonly [ask: string, body: object]>> = {
  'channel.autoArchiveMinutes': (minutes) => ['PATCH /channels/:general', { default_auto_archive_duration: minutes }],
  'guild.afkTimeouts': (seconds) => ['PATCH /guilds/:guild', { afk_timeout: seconds }],
};

/** Rows that are no number of a body, and what they are. */
export const NO_BODIES: Readonly<Record<string, string>> = {
  'rest.globalPerSecond': 'A rate: the tests of rate limits show it.',
  'rest.invalidRequests': 'A rate: the tests of the front show it.',
  'rest.auditLogReasonChars': 'A header: the tests of the API show it.',
  'rest.auditLogKeptDays': 'How long Discord remembers; a fake does not live that long.',
  'rest.requestBytesMessage': 'The size of a whole request: the tests of the server show it.',
  'rest.cdnImageSize': 'A query of the CDN, of which only attachments are simulated.',
  'rest.fileTypesFilter': 'The same number as that of file uploads and of attachment options, which are shown.',
  'rest.typingIndicatorSeconds': 'What clients show.',
  'message.waveformPoints': 'Its text is limited, which the table of the OpenAPI document shows.',
  'message.forwardSnapshots': 'What comes back.',
  'commands.perGuild': 'The same counts again: one function counts both.',
  'commands.createsPerDayPerGuild': 'A rate over a day.',
  'commands.optionNumber': 'No JSON number lies between this one and what is beyond: a form of its own shows it.',
  'commands.nestingDepth': 'A rule of shape: the tests of commands show it.',
  'guild.integrationsReturned': 'What comes back.',
  'guild.premiumEmojis': 'Emojis for subscribers: guilds here have no boosts.',
  'guild.serverTag': 'What comes back.',
  'channel.groupDmRecipients': 'Group conversations are not simulated.',
  'interactions.firstAnswerSeconds': 'A time: the tests of interactions show it.',
  'interactions.tokenMinutes': 'A time: the tests of interactions show it.',
  'interactions.followupsUserInstallOnly': 'For applications that users have installed, which are not simulated.',
  'interactions.webhookEventAnswerSeconds': 'Webhook events are not simulated.',
};

/** Whether a row is of the gateway or of voice, or a page of a list: no row of a body. */
export function isElsewhere(group: string, name: string): boolean {
  return group === 'gateway' || group === 'voice' || /Page$|^search/.test(name);
}

function emoji(index: number): string {
  return encodeURIComponent(String.fromCodePoint(0x1f600 + index));
}

function metadata(more: object): object {
  return { type: 1, key: 'a', name: 'a', description: 'a', ...more };
}

function longOption(index: number, length: number): object {
  const name = `o${String(index).padStart(2, '0')}`;
  const parts = [length - 103 > 0 ? 100 : length - 3];
  const rest = length - 3 - (parts[0] ?? 0);
  const choices =
    rest <= 0 ? {} : { choices: pieces(rest).map((size, number) => ({ name: String(number).padEnd(size - 1, 'a'), value: 'b' })) };
  return { type: 3, name, description: text(parts[0] ?? 1), ...choices };
}

/** Lengths of up to 100, none too short, that make up a length. */
function pieces(length: number): readonly number[] {
  const count = Math.ceil(length / 90);
  const size = Math.floor(length / count);
  return many(count, (index) => (index === 0 ? length - size * (count - 1) : size));
}

function commandRoom(type: number, before: number): DocumentedCheck {
  const body = (name: string): object => ({ name, type, ...(type === 1 && { description: 'x' }) });
  return room(COMMANDS, 30032, () => body('last'), {
    add: (home, index) => home.ask(COMMANDS.replace(':application', home.world.application.id), body(`c${String(index)}`)),
    size: () => before,
  });
}

/** A number out of a row. */
export function numberOf(row: Constraint, name: string): number {
  return Number(row[name]);
}
