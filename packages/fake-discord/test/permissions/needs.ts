import type { PermissionName } from '../../src/world/permissions.js';

/** What an operation needs: each of these alone, so that without one of them it is refused. */
export interface Need {
  readonly body?: unknown;
  /** What the refusal is called, where not "missing permissions". */
  readonly code?: number;
  readonly needs: readonly (PermissionName | readonly PermissionName[])[];
}

const FUTURE = '2099-02-01T00:00:00Z';
const MESSAGE = '/channels/:general/messages/:message';
const REACTIONS = `${MESSAGE}/reactions`;
const GUILD = '/guilds/:guild';
const MEMBER = `${GUILD}/members/:member`;
const PICTURE = 'data:image/png;base64,AAAA';
const EXTERNAL = {
  name: 'Tea',
  privacy_level: 2,
  entity_type: 3,
  scheduled_start_time: FUTURE,
  scheduled_end_time: '2099-02-01T01:00:00Z',
  entity_metadata: { location: 'Kitchen' },
};
const RULE = { name: 'r', event_type: 1, trigger_type: 1, trigger_metadata: { keyword_filter: ['a'] }, actions: [{ type: 1 }] };
const need = (...needs: Need['needs']): Need => ({ needs });
const EITHER = (...names: readonly PermissionName[]): readonly PermissionName[] => names;
const EXPRESSIONS = EITHER('CreateGuildExpressions', 'ManageGuildExpressions');
const EVENTS = EITHER('CreateEvents', 'ManageEvents');

/** By the operation, as it is asked for: a list within a list stands for permissions of which one is enough. Some operations are asked for in several ways. */
export const NEEDS: readonly (readonly [signature: string, need: Need])[] = [
  // Channels
  ['PATCH /channels/:general', { ...need('ManageChannels'), body: { topic: 'x' } }],
  ['DELETE /channels/:general', need('ManageChannels')],
  ['PUT /channels/:general/permissions/:role', { ...need('ManageRoles'), body: { type: 0, allow: '0', deny: '0' } }],
  ['DELETE /channels/:general/permissions/:overwritten', need('ManageRoles')],
  ['GET /channels/:general/invites', need('ManageChannels')],
  ['POST /channels/:general/invites', { ...need('CreateInstantInvite'), body: {} }],
  ['POST /channels/:announcement/followers', { ...need('ManageWebhooks'), body: { webhook_channel_id: ':general' } }],
  ['POST /channels/:general/typing', need('SendMessages')],
  ['PUT /channels/:voice/voice-status', { ...need('SetVoiceChannelStatus'), body: { status: 'x' } }],
  ['POST /channels/:lounge/send-soundboard-sound', { ...need('Speak', 'UseSoundboard'), body: { sound_id: '1' } }],
  // Messages
  ['POST /channels/:general/messages', { ...need('SendMessages'), body: { content: 'x' } }],
  ['POST /channels/:general/messages', { ...need('EmbedLinks'), body: { embeds: [{ title: 'x' }] } }],
  ['POST /channels/:general/messages', { ...need('SendTTSMessages'), body: { content: 'x', tts: true } }],
  [
    'POST /channels/:general/messages',
    { ...need('SendPolls'), body: { poll: { question: { text: 'a' }, answers: [{ poll_media: { text: 'a' } }] } } },
  ],
  [
    'POST /channels/:general/messages',
    { ...need('ReadMessageHistory'), body: { content: 'x', message_reference: { message_id: ':message' } }, code: 160_002 },
  ],
  ['POST /channels/:thread/messages', { ...need('SendMessagesInThreads'), body: { content: 'x' } }],
  [`GET ${MESSAGE}`, { ...need('ReadMessageHistory'), code: 50_001 }],
  [`PATCH ${MESSAGE}`, { ...need('ManageMessages'), body: { flags: 4 } }],
  [`DELETE ${MESSAGE}`, need('ManageMessages')],
  ['POST /channels/:announcement/messages/:news/crosspost', need('ManageMessages')],
  ['POST /channels/:general/messages/bulk-delete', { ...need('ManageMessages'), body: { messages: [':message', ':other'] } }],
  ['PUT /channels/:general/messages/pins/:message', need('PinMessages')],
  ['DELETE /channels/:general/messages/pins/:message', need('PinMessages')],
  ['PUT /channels/:general/pins/:message', need('PinMessages')],
  ['DELETE /channels/:general/pins/:message', need('PinMessages')],
  [`GET ${REACTIONS}/👍`, { ...need('ReadMessageHistory'), code: 50_001 }],
  [`PUT ${REACTIONS}/🎉/@me`, need('AddReactions', 'ReadMessageHistory')],
  [`DELETE ${REACTIONS}`, need('ManageMessages')],
  [`DELETE ${REACTIONS}/👍`, need('ManageMessages')],
  [`DELETE ${REACTIONS}/👍/:member`, need('ManageMessages')],
  // Threads
  [`POST ${MESSAGE}/threads`, { ...need('CreatePublicThreads'), body: { name: 'x' } }],
  ['POST /channels/:general/threads', { ...need('CreatePublicThreads'), body: { name: 'x', type: 11 } }],
  ['POST /channels/:general/threads', { ...need('CreatePrivateThreads'), body: { name: 'x', type: 12 } }],
  ['POST /channels/:forum/threads', { ...need('SendMessages'), body: { name: 'x', message: { content: 'x' } } }],
  ['PATCH /channels/:thread', { ...need('ManageThreads'), body: { name: 'y' } }],
  ['DELETE /channels/:thread', need('ManageThreads')],
  ['GET /channels/:general/threads/archived/private', need('ManageThreads')],
  ['GET /channels/:general/threads/archived/public', { ...need('ReadMessageHistory'), code: 50_001 }],
  ['GET /channels/:general/users/@me/threads/archived/private', { ...need('ReadMessageHistory'), code: 50_001 }],
  ['GET /channels/:general/threads/search', need('ReadMessageHistory')],
  ['PUT /channels/:thread/thread-members/:stranger', need('SendMessagesInThreads')],
  ['DELETE /channels/:thread/thread-members/:member', need('ManageThreads')],
  // Webhooks
  ['POST /channels/:general/webhooks', { ...need('ManageWebhooks'), body: { name: 'x' } }],
  ['GET /channels/:general/webhooks', need('ManageWebhooks')],
  [`GET ${GUILD}/webhooks`, need('ManageWebhooks')],
  ['GET /webhooks/:hook', need('ManageWebhooks')],
  ['PATCH /webhooks/:hook', { ...need('ManageWebhooks'), body: { name: 'y' } }],
  ['DELETE /webhooks/:hook', need('ManageWebhooks')],
  // Stages and voice
  ['POST /stage-instances', { ...need('ManageChannels', 'MuteMembers', 'MoveMembers'), body: { channel_id: ':stage', topic: 'x' } }],
  ['PATCH /stage-instances/:live', { ...need('ManageChannels', 'MuteMembers', 'MoveMembers'), body: { topic: 'y' } }],
  ['DELETE /stage-instances/:live', need('ManageChannels', 'MuteMembers', 'MoveMembers')],
  [`PATCH ${GUILD}/voice-states/:member`, { ...need('MuteMembers'), body: { channel_id: ':live', suppress: false } }],
  // The guild
  [`PATCH ${GUILD}`, { ...need('ManageGuild'), body: { name: 'New' } }],
  [`GET ${GUILD}/audit-logs`, need('ViewAuditLog')],
  [`GET ${GUILD}/integrations`, need('ManageGuild')],
  [`DELETE ${GUILD}/integrations/:integration`, need('ManageGuild')],
  [`GET ${GUILD}/prune`, need('KickMembers', 'ManageGuild')],
  [`POST ${GUILD}/prune`, { ...need('KickMembers', 'ManageGuild'), body: {} }],
  [`GET ${GUILD}/invites`, need('ManageGuild')],
  [`GET ${GUILD}/vanity-url`, need('ManageGuild')],
  [`PUT ${GUILD}/onboarding`, { ...need('ManageGuild', 'ManageRoles'), body: { mode: 1 } }],
  [`PATCH ${GUILD}/welcome-screen`, { ...need('ManageGuild'), body: { description: 'x' } }],
  [`GET ${GUILD}/welcome-screen`, need('ManageGuild')],
  [`GET ${GUILD}/widget`, need('ManageGuild')],
  [`PATCH ${GUILD}/widget`, { ...need('ManageGuild'), body: { enabled: true } }],
  [`PUT ${GUILD}/incident-actions`, { ...need('ManageGuild'), body: { dms_disabled_until: null } }],
  [`GET ${GUILD}/templates`, need('ManageGuild')],
  [`POST ${GUILD}/templates`, { ...need('ManageGuild'), body: { name: 'x' }, code: 50_013 }],
  [`PUT ${GUILD}/templates/:template`, need('ManageGuild')],
  [`PATCH ${GUILD}/templates/:template`, { ...need('ManageGuild'), body: { name: 'y' } }],
  [`DELETE ${GUILD}/templates/:template`, need('ManageGuild')],
  [`GET ${GUILD}/requests`, need('KickMembers')],
  [`PATCH ${GUILD}/requests/:request`, { ...need('KickMembers'), body: { action: 'REJECTED' } }],
  // Channels and roles of the guild
  [`POST ${GUILD}/channels`, { ...need('ManageChannels'), body: { name: 'x' } }],
  [`PATCH ${GUILD}/channels`, { ...need('ManageChannels'), body: [{ id: ':general', position: 3 }] }],
  [`POST ${GUILD}/roles`, { ...need('ManageRoles'), body: { name: 'x' } }],
  [`PATCH ${GUILD}/roles`, { ...need('ManageRoles'), body: [{ id: ':role', position: 7 }] }],
  [`PATCH ${GUILD}/roles/:role`, { ...need('ManageRoles'), body: { name: 'y' } }],
  [`DELETE ${GUILD}/roles/:role`, need('ManageRoles')],
  // Members and bans
  [
    `PUT ${GUILD}/members/:outsider`,
    {
      ...need('CreateInstantInvite', 'ManageNicknames', 'ManageRoles', 'MuteMembers', 'DeafenMembers'),
      body: { access_token: ':grant', nick: 'x', roles: [':role'], mute: true, deaf: true },
    },
  ],
  [`PATCH ${MEMBER}`, { ...need('ManageNicknames'), body: { nick: 'x' } }],
  [`PATCH ${MEMBER}`, { ...need('ManageRoles'), body: { roles: [':role'] } }],
  [`PATCH ${MEMBER}`, { ...need('MuteMembers', 'DeafenMembers', 'MoveMembers'), body: { mute: true, deaf: true, channel_id: ':voice' } }],
  [`PATCH ${MEMBER}`, { ...need('ModerateMembers'), body: { communication_disabled_until: null } }],
  [`DELETE ${MEMBER}`, need('KickMembers')],
  [`PUT ${MEMBER}/roles/:role`, need('ManageRoles')],
  [`DELETE ${MEMBER}/roles/:role`, need('ManageRoles')],
  [`PATCH ${GUILD}/members/@me`, { ...need('ChangeNickname'), body: { nick: 'x' } }],
  [`PATCH ${GUILD}/members/@me/nick`, { ...need('ChangeNickname'), body: { nick: 'x' } }],
  [`GET ${GUILD}/bans`, need('BanMembers')],
  [`GET ${GUILD}/bans/:banned`, need('BanMembers')],
  [`PUT ${GUILD}/bans/:member`, { ...need('BanMembers'), body: {} }],
  [`DELETE ${GUILD}/bans/:banned`, need('BanMembers')],
  [`POST ${GUILD}/bulk-ban`, { ...need('BanMembers', 'ManageGuild'), body: { user_ids: [':member'] } }],
  // Invites
  ['DELETE /invites/:invite', need(EITHER('ManageChannels', 'ManageGuild'))],
  ['GET /invites/:invite/target-users', need('ManageGuild')],
  ['PUT /invites/:invite/target-users', { ...need('ManageGuild'), body: {} }],
  ['GET /invites/:invite/target-users/job-status', need('ManageGuild')],
  // What guilds have of their own
  [`POST ${GUILD}/emojis`, { ...need('CreateGuildExpressions'), body: { name: 'wave', image: PICTURE } }],
  [`PATCH ${GUILD}/emojis/:emoji`, { ...need(EXPRESSIONS), body: { name: 'wave' } }],
  [`DELETE ${GUILD}/emojis/:emoji`, need(EXPRESSIONS)],
  [`POST ${GUILD}/stickers`, { ...need('CreateGuildExpressions'), body: {} }],
  [`PATCH ${GUILD}/stickers/:sticker`, { ...need(EXPRESSIONS), body: { name: 'wave' } }],
  [`DELETE ${GUILD}/stickers/:sticker`, need(EXPRESSIONS)],
  [`POST ${GUILD}/soundboard-sounds`, { ...need('CreateGuildExpressions'), body: { name: 'beep', sound: 'data:audio/ogg;base64,AAAA' } }],
  [`PATCH ${GUILD}/soundboard-sounds/:sound`, { ...need(EXPRESSIONS), body: { name: 'boop' } }],
  [`DELETE ${GUILD}/soundboard-sounds/:sound`, need(EXPRESSIONS)],
  [`POST ${GUILD}/scheduled-events`, { ...need('CreateEvents'), body: EXTERNAL }],
  [`PATCH ${GUILD}/scheduled-events/:event`, { ...need(EVENTS), body: { name: 'Coffee' } }],
  [`DELETE ${GUILD}/scheduled-events/:event`, need(EVENTS)],
  [`POST ${GUILD}/scheduled-events/:event/exceptions`, { ...need(EVENTS), body: { original_scheduled_start_time: FUTURE } }],
  [`PATCH ${GUILD}/scheduled-events/:event/exceptions/:exception`, { ...need(EVENTS), body: { is_canceled: true } }],
  [`DELETE ${GUILD}/scheduled-events/:event/exceptions/:exception`, need(EVENTS)],
  [`GET ${GUILD}/auto-moderation/rules`, need('ManageGuild')],
  [`POST ${GUILD}/auto-moderation/rules`, { ...need('ManageGuild'), body: RULE }],
  [`GET ${GUILD}/auto-moderation/rules/:rule`, need('ManageGuild')],
  [`PATCH ${GUILD}/auto-moderation/rules/:rule`, { ...need('ManageGuild'), body: { name: 's' } }],
  [`DELETE ${GUILD}/auto-moderation/rules/:rule`, need('ManageGuild')],
];

const MEMBERS_MAY = 'Every member may.';
const OWN = 'It is for what is one’s own.';
const NOT_IN_GUILDS = 'It is not about a guild.';

/** Operations that need no permission beyond seeing the channel or being in the guild, and why. */
export const FREE: readonly (readonly [operations: RegExp, why: string])[] = [
  [
    /^[A-Z]+ \/(?:applications|gateway|lobbies|oauth2|skus|soundboard-default-sounds|sticker-packs|stickers|users|voice|interactions)\b/,
    NOT_IN_GUILDS,
  ],
  [/^[A-Z]+ \/webhooks\/\*\/\*/, 'The token of a webhook is all that it takes.'],
  [/^GET \/guilds\/(?:templates\/\*|\*\/widget\.(?:json|png))$/, 'Anybody may, without a token.'],
  [/^GET \/invites\/\*$/, 'Anybody who knows the code may.'],
  [/^GET \/channels\/\*(?:\/thread-members(?:\/\*)?|\/polls\/\*\/answers\/\*)?$/, MEMBERS_MAY],
  [/^GET \/channels\/\*\/(?:messages|pins|messages\/pins)$/, 'Who may not read the history gets an empty list.'],
  [
    /^GET \/guilds\/\*(?:\/(?:channels|emojis(?:\/\*)?|members(?:\/search|\/\*)?|preview|regions|roles(?:\/\*|\/member-counts)?|threads\/active))?$/,
    MEMBERS_MAY,
  ],
  [/^GET \/guilds\/\*\/(?:stickers|soundboard-sounds|scheduled-events)(?:\/.*)?$/, MEMBERS_MAY],
  [/^GET \/guilds\/\*\/(?:new-member-welcome|onboarding|voice-states\/.*)$/, MEMBERS_MAY],
  [/^GET \/guilds\/\*\/messages\/search$/, 'What the bot may not read is not found.'],
  [/^GET \/stage-instances\/\*$/, MEMBERS_MAY],
  [/^PATCH \/guilds\/\*\/voice-states\/@me$/, OWN],
  [/^(?:PUT|DELETE) \/channels\/\*\/thread-members\/@me$/, OWN],
  [/^DELETE \/channels\/\*\/messages\/\*\/reactions\/\*\/@me$/, OWN],
  [/^POST \/channels\/\*\/polls\/\*\/expire$/, OWN],
];
