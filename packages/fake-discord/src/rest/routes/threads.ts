import { enterChannel, isAllowed } from '../../world/access.js';
import { channelPayload, threadMemberPayload } from '../../world/channelPayloads.js';
import { isThreadOnly } from '../../world/channelTypes.js';
import { Form } from '../../world/forms/Form.js';
import { readDraft } from '../../world/forms/messageForm.js';
import { addThreadMember, enterThread, removeThreadMember, startPost, startThread, startThreadOn } from '../../world/guild/threads.js';
import { isNewer } from '../../world/MessageLog.js';
import { messageForBot } from '../../world/messagePayloads.js';
import { activeThreads, memberPayload } from '../../world/payloads.js';
import type { GuildChannelRecord } from '../../world/records.js';
import { missingAccess, missingPermissions, unknown } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { doerOf, guildOf, param } from './params.js';

const MEMBERS = '/channels/:channelId/thread-members';
const PUBLIC: readonly number[] = [10, 11];
const PRIVATE: readonly number[] = [12];

/** Threads: begin, join, leave, list. To change and delete them, they are channels. */
export const threadRoutes: readonly Route[] = [
  route('POST /channels/:channelId/messages/:messageId/threads', startOnMessage),
  route('POST /channels/:channelId/threads', start),
  route('GET /guilds/:guildId/threads/active', active),
  route('GET /channels/:channelId/threads/archived/public', (context) => archived(context, (thread) => PUBLIC.includes(thread.type))),
  route('GET /channels/:channelId/threads/archived/private', archivedPrivate),
  route('GET /channels/:channelId/users/@me/threads/archived/private', (context) =>
    archived(context, (thread) => PRIVATE.includes(thread.type) && thread.thread?.members.has(context.world.bot.id) === true),
  ),
  route(`GET ${MEMBERS}`, members),
  route(`PUT ${MEMBERS}/@me`, (context) => add(context, context.world.bot.id)),
  route(`DELETE ${MEMBERS}/@me`, (context) => remove(context, context.world.bot.id)),
  route(`GET ${MEMBERS}/:userId`, member),
  route(`PUT ${MEMBERS}/:userId`, (context) => add(context, param(context, 'userId'))),
  route(`DELETE ${MEMBERS}/:userId`, (context) => remove(context, param(context, 'userId'))),
];

function startOnMessage(context: RouteContext): RestReply {
  const { form, messages, world } = context;
  const thread = startThreadOn(world, messages, doerOf(context), param(context, 'channelId'), param(context, 'messageId'), form);
  return { status: 201, body: channelPayload(thread) };
}

function start(context: RouteContext): RestReply {
  const { files, form, messages, world } = context;
  const parent = enterChannel(world, world.bot.id, param(context, 'channelId'));
  if (parent.isDirect || !isThreadOnly(parent))
    return { status: 201, body: channelPayload(startThread(world, messages, doerOf(context), parent.id, form)) };
  form.require('message');
  const message = form.object('message') ?? new Form({});
  form.check();
  const draft = readDraft(message, files);
  const { channel, record } = startPost(world, messages, doerOf(context), parent, { draft, form });
  return { status: 201, body: { ...channelPayload(channel), message: messageForBot(world, channel, record) } };
}

function active(context: RouteContext): RestReply {
  return { status: 200, body: activeThreads(context.world, guildOf(context)) };
}

function archivedPrivate(context: RouteContext): RestReply {
  const { world } = context;
  const parent = enterChannel(world, world.bot.id, param(context, 'channelId'));
  if (!isAllowed(world, world.bot.id, parent, 'ManageThreads')) throw missingPermissions();
  return archived(context, (thread) => PRIVATE.includes(thread.type));
}

/** Archived threads of a channel, the one last archived first. */
function archived(context: RouteContext, isWanted: (thread: GuildChannelRecord) => boolean): RestReply {
  const { world } = context;
  const parent = enterChannel(world, world.bot.id, param(context, 'channelId'));
  if (parent.isDirect || !isAllowed(world, world.bot.id, parent, 'ReadMessageHistory')) throw missingAccess();
  const query = Form.ofQuery(context.query);
  // Nobody knows why not one alone.
  const limit = query.integer('limit', { min: 2, max: 100 }) ?? 50;
  const before = query.string('before') ?? '9999';
  query.check();
  const all = [...world.guild(parent.guildId).threads.values()].filter(({ parentId }) => parentId === parent.id);
  const old = all.filter((thread) => thread.thread?.metadata.archived === true && isWanted(thread) && timeOf(thread) < before);
  const sorted = old.sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
  const threads = sorted.slice(0, limit);
  const own = threads.filter(({ thread }) => thread?.members.has(world.bot.id) === true);
  return {
    status: 200,
    body: {
      threads: threads.map(channelPayload),
      members: own.map((thread) => threadMemberPayload(thread, world.bot.id)),
      has_more: sorted.length > limit,
    },
  };
}

function timeOf({ thread }: GuildChannelRecord): string {
  return String(thread?.metadata['archive_timestamp']);
}

/** Listing members of threads needs the intent to be on in the application's settings. */
function members(context: RouteContext): RestReply {
  const { world } = context;
  const { channel, thread } = enterThread(world, world.bot.id, param(context, 'channelId'));
  const query = Form.ofQuery(context.query);
  const withMember = query.boolean('with_member') ?? false;
  const limit = query.integer('limit', { min: 1, max: 100 }) ?? 100;
  const after = query.snowflake('after') ?? '0';
  query.check();
  if (!world.options.privilegedIntents.includes('GuildMembers')) throw missingAccess();
  const ids = [...thread.members.keys()].sort((a, b) => (isNewer(a, b) ? 1 : -1));
  const page = withMember ? ids.filter((id) => isNewer(id, after)).slice(0, limit) : ids;
  return { status: 200, body: page.map((id) => memberOf(context, channel, id, withMember)) };
}

function member(context: RouteContext): RestReply {
  const { channel, thread } = enterThread(context.world, context.world.bot.id, param(context, 'channelId'));
  const query = Form.ofQuery(context.query);
  const withMember = query.boolean('with_member') ?? false;
  query.check();
  if (!thread.members.has(param(context, 'userId'))) throw unknown('Member');
  return { status: 200, body: memberOf(context, channel, param(context, 'userId'), withMember) };
}

function memberOf({ world }: RouteContext, channel: GuildChannelRecord, userId: string, withMember: boolean): object {
  const found = world.guild(channel.guildId).members.get(userId);
  return { ...threadMemberPayload(channel, userId), ...(withMember && found !== undefined && { member: memberPayload(found) }) };
}

function add(context: RouteContext, userId: string): RestReply {
  addThreadMember(context.world, context.world.bot.id, param(context, 'channelId'), userId);
  return { status: 204 };
}

function remove(context: RouteContext, userId: string): RestReply {
  removeThreadMember(context.world, context.world.bot.id, param(context, 'channelId'), userId);
  return { status: 204 };
}
