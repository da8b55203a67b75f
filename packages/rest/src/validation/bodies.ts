import { autoModerationRule } from './autoModeration.js';
import { bulkDelete } from './bulkDelete.js';
import type { Check } from './Check.js';
import { all, list, object, shape } from './checks.js';
import { allCommands, editedCommand, newCommand } from './commands.js';
import * as guilds from './guilds.js';
import { interactionAnswer } from './interactions.js';
import { editedMessage, newMessage } from './messages.js';

/** What is known of the body of one route, and the page of Discord's documentation that says it. */
export interface BodyRule {
  readonly check: Check;
  readonly page: string;
  /** What to write instead of a body of another kind. */
  readonly example: string | undefined;
}

/** The routes whose body is a list. */
export const LIST_ROUTES: ReadonlySet<string> = new Set([
  'PATCH /guilds/:id/channels',
  'PATCH /guilds/:id/roles',
  'POST /lobbies/:id/members/bulk',
  'PUT /applications/:id/commands',
  'PUT /applications/:id/guilds/:id/commands',
  'PUT /applications/:id/role-connections/metadata',
]);

const EXAMPLES: ReadonlyMap<Check, string> = new Map([
  [bulkDelete, '{ messages: […] }'],
  [editedMessage, '{ content: "…" }'],
  [interactionAnswer, '{ type: 4, data: { content: "…" } }'],
  [newMessage, '{ content: "…" }'],
]);

const COMMANDS = 'interactions/application-commands';
const forumThread = all(guilds.newThread, shape({ message: all(object, newMessage) }));

/** By the route's key, as limits know it. What is not here is sent as it is. */
const RULES: readonly (readonly [routeKey: string, check: Check, page: string])[] = [
  // Messages
  ['POST /channels/:id/messages', newMessage, 'resources/message#create-message'],
  ['PATCH /channels/:id/messages/:id', editedMessage, 'resources/message#edit-message'],
  ['POST /channels/:id/messages/bulk-delete', bulkDelete, 'resources/message#bulk-delete-messages'],
  ['POST /webhooks/:id/:token', newMessage, 'resources/webhook#execute-webhook'],
  ['PATCH /webhooks/:id/:token/messages/:id', editedMessage, 'resources/webhook#edit-webhook-message'],
  [
    'PATCH /webhooks/:id/:token/messages/@original',
    editedMessage,
    `interactions/receiving-and-responding#edit-original-interaction-response`,
  ],
  ['POST /interactions/:id/:token/callback', interactionAnswer, 'interactions/receiving-and-responding#create-interaction-response'],
  ['POST /lobbies/:id/messages', newMessage, 'resources/lobby'],
  // Channels
  ['POST /guilds/:id/channels', guilds.newChannel, 'resources/guild#create-guild-channel'],
  ['PATCH /channels/:id', guilds.editedChannel, 'resources/channel#modify-channel'],
  ['POST /channels/:id/threads', forumThread, 'resources/channel#start-thread-without-message'],
  ['POST /channels/:id/messages/:id/threads', guilds.newThread, 'resources/channel#start-thread-from-message'],
  ['POST /channels/:id/invites', guilds.newInvite, 'resources/channel#create-channel-invite'],
  ['POST /channels/:id/webhooks', guilds.webhook, 'resources/webhook#create-webhook'],
  ['PATCH /webhooks/:id', guilds.webhook, 'resources/webhook#modify-webhook'],
  ['PATCH /webhooks/:id/:token', guilds.webhook, 'resources/webhook#modify-webhook-with-token'],
  ['PUT /channels/:id/voice-status', guilds.voiceStatus, 'resources/channel#set-voice-channel-status'],
  ['POST /stage-instances', guilds.stage, 'resources/stage-instance#create-stage-instance'],
  ['PATCH /stage-instances/:id', guilds.stage, 'resources/stage-instance#modify-stage-instance'],
  // Guilds
  ['PATCH /guilds/:id', guilds.guild, 'resources/guild#modify-guild'],
  ['POST /guilds/:id/roles', guilds.role, 'resources/guild#create-guild-role'],
  ['PATCH /guilds/:id/roles/:id', guilds.role, 'resources/guild#modify-guild-role'],
  ['PUT /guilds/:id/members/:id', guilds.member, 'resources/guild#add-guild-member'],
  ['PATCH /guilds/:id/members/:id', guilds.member, 'resources/guild#modify-guild-member'],
  ['PATCH /guilds/:id/members/@me', guilds.member, 'resources/guild#modify-current-member'],
  ['PUT /guilds/:id/bans/:id', guilds.ban, 'resources/guild#create-guild-ban'],
  ['POST /guilds/:id/bulk-ban', guilds.bulkBan, 'resources/guild#bulk-guild-ban'],
  ['POST /guilds/:id/prune', guilds.prune, 'resources/guild#begin-guild-prune'],
  ['PUT /guilds/:id/incident-actions', guilds.incidentActions, 'resources/guild#modify-guild-incident-actions'],
  ['PATCH /guilds/:id/welcome-screen', guilds.welcomeScreen, 'resources/guild#modify-guild-welcome-screen'],
  ['PUT /guilds/:id/onboarding', guilds.onboarding, 'resources/guild#modify-guild-onboarding'],
  ['POST /guilds/:id/templates', guilds.template, 'resources/guild-template#create-guild-template'],
  ['PATCH /guilds/:id/templates/:code', guilds.template, 'resources/guild-template#modify-guild-template'],
  ['POST /guilds/:id/scheduled-events', guilds.scheduledEvent, 'resources/guild-scheduled-event#create-guild-scheduled-event'],
  ['PATCH /guilds/:id/scheduled-events/:id', guilds.scheduledEvent, 'resources/guild-scheduled-event#modify-guild-scheduled-event'],
  ['POST /guilds/:id/auto-moderation/rules', autoModerationRule, 'resources/auto-moderation#create-auto-moderation-rule'],
  ['PATCH /guilds/:id/auto-moderation/rules/:id', autoModerationRule, 'resources/auto-moderation#modify-auto-moderation-rule'],
  // Emojis, stickers, sounds
  ['POST /guilds/:id/emojis', guilds.emoji, 'resources/emoji#create-guild-emoji'],
  ['POST /applications/:id/emojis', guilds.emoji, 'resources/emoji#create-application-emoji'],
  ['POST /guilds/:id/stickers', guilds.sticker, 'resources/sticker#create-guild-sticker'],
  ['PATCH /guilds/:id/stickers/:id', guilds.sticker, 'resources/sticker#modify-guild-sticker'],
  ['POST /guilds/:id/soundboard-sounds', guilds.sound, 'resources/soundboard#create-guild-soundboard-sound'],
  ['PATCH /guilds/:id/soundboard-sounds/:id', guilds.sound, 'resources/soundboard#modify-guild-soundboard-sound'],
  // Applications
  ['POST /applications/:id/commands', newCommand, `${COMMANDS}#create-global-application-command`],
  ['PATCH /applications/:id/commands/:id', editedCommand, `${COMMANDS}#edit-global-application-command`],
  ['PUT /applications/:id/commands', allCommands, `${COMMANDS}#bulk-overwrite-global-application-commands`],
  ['POST /applications/:id/guilds/:id/commands', newCommand, `${COMMANDS}#create-guild-application-command`],
  ['PATCH /applications/:id/guilds/:id/commands/:id', editedCommand, `${COMMANDS}#edit-guild-application-command`],
  ['PUT /applications/:id/guilds/:id/commands', allCommands, `${COMMANDS}#bulk-overwrite-guild-application-commands`],
  [
    'PUT /applications/:id/guilds/:id/commands/:id/permissions',
    shape({ permissions: list(100) }),
    `${COMMANDS}#edit-application-command-permissions`,
  ],
  ['PATCH /applications/@me', guilds.application, 'resources/application#edit-current-application'],
  ['PATCH /applications/:id', guilds.application, 'resources/application#edit-current-application'],
  [
    'PUT /applications/:id/role-connections/metadata',
    guilds.roleConnectionMetadata,
    'resources/application-role-connection-metadata#update-application-role-connection-metadata-records',
  ],
  ['PATCH /users/@me', guilds.currentUser, 'resources/user#modify-current-user'],
  ['POST /lobbies', guilds.lobby, 'resources/lobby#create-lobby'],
  ['PATCH /lobbies/:id', guilds.lobby, 'resources/lobby#modify-lobby'],
];

/** What is known of the bodies of routes. */
export const BODY_RULES: ReadonlyMap<string, BodyRule> = new Map(
  RULES.map(([routeKey, check, page]) => [routeKey, { check, page, example: EXAMPLES.get(check) }]),
);
