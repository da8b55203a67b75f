import { Form } from '../../world/forms/Form.js';
import { readDraft, readEdit } from '../../world/forms/messageForm.js';
import type { MessageEdit } from '../../world/forms/messageForm.js';
import type { Doer } from '../../world/guild/Doer.js';
import { readImageHash } from '../../world/imageData.js';
import { isLoading } from '../../world/interactions/Interactions.js';
import { messagePayload } from '../../world/messagePayloads.js';
import type { FoundMessage } from '../../world/Messages.js';
import type { WebhookRecord } from '../../world/records.js';
import { readGithubPost, readSlackPost } from '../../world/webhookServices.js';
import type { ServicePost } from '../../world/webhookServices.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { doerOf, param } from './params.js';

const TOKEN = '/webhooks/:webhookId/:webhookToken';
const MESSAGE = `${TOKEN}/messages/:messageId`;
/** Only an interaction has such a message: the one that its first answer led to. */
const ORIGINAL = `${TOKEN}/messages/@original`;
const NO_TOKEN = { needsToken: false };
const NAME_MAX = 80;
const URL_MAX = 2048;
const FORBIDDEN_NAME = /clyde|discord/i;

/** Webhooks, managed by the bot and used with their token. */
export const webhookRoutes: readonly Route[] = [
  route('POST /channels/:channelId/webhooks', create),
  route('POST /channels/:channelId/followers', follow),
  route('GET /channels/:channelId/webhooks', (context) =>
    list(context, context.webhooks.ofChannel(botId(context), param(context, 'channelId'))),
  ),
  route('GET /guilds/:guildId/webhooks', (context) => list(context, context.webhooks.ofGuild(botId(context), param(context, 'guildId')))),
  route('GET /webhooks/:webhookId', (context) => ({ status: 200, body: context.webhooks.payload(managed(context)) })),
  route('PATCH /webhooks/:webhookId', (context) => change(context, managed(context), doerOf(context))),
  route('DELETE /webhooks/:webhookId', (context) => remove(context, managed(context), doerOf(context))),
  route(`GET ${TOKEN}`, (context) => ({ status: 200, body: context.webhooks.payload(opened(context), true) }), NO_TOKEN),
  route(`PATCH ${TOKEN}`, (context) => change(context, opened(context)), NO_TOKEN),
  route(`DELETE ${TOKEN}`, (context) => remove(context, opened(context)), NO_TOKEN),
  route(`POST ${TOKEN}`, execute, NO_TOKEN),
  route(`POST ${TOKEN}/slack`, executeSlack, NO_TOKEN),
  route(`POST ${TOKEN}/github`, executeGithub, NO_TOKEN),
  ...[ORIGINAL, MESSAGE].flatMap((path) => [
    route(`GET ${path}`, show, NO_TOKEN),
    route(`PATCH ${path}`, edit, NO_TOKEN),
    route(`DELETE ${path}`, removeMessage, NO_TOKEN),
  ]),
];

function create(context: RouteContext): RestReply {
  const { form, reason, webhooks, world } = context;
  const name = readName(form, 'name');
  if (name === undefined) form.refuse('name', 'BASE_TYPE_REQUIRED', 'This field is required');
  const avatar = readImageHash(form, 'avatar') ?? null;
  form.check();
  return {
    status: 200,
    body: webhooks.payload(webhooks.create(world.bot, param(context, 'channelId'), { avatar, name: name ?? '' }, reason)),
  };
}

function follow(context: RouteContext): RestReply {
  const { form, reason, webhooks, world } = context;
  form.require('webhook_channel_id');
  const targetId = form.snowflake('webhook_channel_id') ?? '';
  form.check();
  const { id } = webhooks.follow(world.bot, param(context, 'channelId'), targetId, reason);
  return { status: 200, body: { channel_id: param(context, 'channelId'), webhook_id: id } };
}

function list({ webhooks }: RouteContext, found: readonly WebhookRecord[]): RestReply {
  return { status: 200, body: found.map((webhook) => webhooks.payload(webhook)) };
}

/** With the token alone a webhook stays in its channel. */
function change({ form, webhooks }: RouteContext, webhook: WebhookRecord, doer?: Doer): RestReply {
  const name = readName(form, 'name');
  const avatar = readImageHash(form, 'avatar');
  const channelId = doer === undefined ? undefined : form.snowflake('channel_id');
  form.check();
  const fields = {
    ...(name !== undefined && { name }),
    ...(avatar !== undefined && { avatar }),
    ...(channelId !== undefined && { channelId }),
  };
  return { status: 200, body: webhooks.payload(webhooks.change(webhook, fields, doer), doer === undefined) };
}

function remove({ webhooks }: RouteContext, webhook: WebhookRecord, doer?: Doer): RestReply {
  webhooks.delete(webhook, doer);
  return { status: 204 };
}

/** Without `wait` nothing is told of the message, unless it is for an interaction. */
function execute(context: RouteContext): RestReply {
  const { files, form, interactions } = context;
  if (isOfInteraction(context)) return reply(interactions.followUp(interactions.openToken(tokenOf(context)), form, files), context);
  const { webhooks } = context;
  const webhook = opened(context);
  const query = Form.ofQuery(context.query);
  const waits = query.boolean('wait') ?? false;
  const threadId = query.snowflake('thread_id');
  query.check();
  const mask = { avatarUrl: form.string('avatar_url', { max: URL_MAX }), username: readName(form, 'username') };
  const name = form.string('thread_name', { max: 100 });
  const appliedTags = form.snowflakes('applied_tags', { max: 5 }) ?? [];
  const draft = readDraft(form, files);
  const found =
    name === undefined
      ? webhooks.post(webhook, draft, mask, threadId)
      : webhooks.postInForum(webhook, draft, mask, { appliedTags, name, threadId });
  return waits ? reply(found, context) : { status: 204 };
}

/** Posts what another service says, in that service's shape. */
function executeService(context: RouteContext, read: (form: Form) => ServicePost | null): void {
  const { form, webhooks } = context;
  const webhook = opened(context);
  const query = Form.ofQuery(context.query);
  const threadId = query.snowflake('thread_id');
  query.check();
  const post = read(form);
  form.check();
  webhooks.checkService(webhook, threadId);
  if (post !== null) webhooks.post(webhook, readDraft(new Form(post.body)), post.mask, threadId);
}

function executeSlack(context: RouteContext): RestReply {
  executeService(context, readSlackPost);
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, rawBody: 'ok' };
}

function executeGithub(context: RouteContext): RestReply {
  executeService(context, readGithubPost);
  return { status: 204 };
}

/** The messages of a token, as its owner handles them: those of a webhook, or those that an interaction was answered with. */
interface OwnMessages {
  delete(): void;
  edit(edit: MessageEdit): FoundMessage;
  readonly found: FoundMessage;
}

function ownMessages(context: RouteContext): OwnMessages {
  const { interactions, webhooks } = context;
  const messageId = context.params['messageId'] ?? '@original';
  if (isOfInteraction(context)) {
    const record = interactions.openToken(tokenOf(context));
    return {
      found: interactions.message(record, messageId),
      edit: (change) => interactions.edit(record, messageId, change),
      delete: () => {
        interactions.deleteMessage(record, messageId);
      },
    };
  }
  const webhook = opened(context);
  const threadId = Form.ofQuery(context.query).snowflake('thread_id');
  return {
    found: webhooks.message(webhook, messageId, threadId),
    edit: (change) => webhooks.edit(webhook, messageId, change, threadId),
    delete: () => {
      webhooks.deleteMessage(webhook, messageId, threadId);
    },
  };
}

function show(context: RouteContext): RestReply {
  return reply(ownMessages(context).found, context);
}

function edit(context: RouteContext): RestReply {
  const { files, form } = context;
  const own = ownMessages(context);
  return reply(own.edit(readEdit(form, files, { mayBecomePoll: isLoading(own.found.record.payload) })), context);
}

function removeMessage(context: RouteContext): RestReply {
  ownMessages(context).delete();
  return { status: 204 };
}

function reply({ channel, record }: FoundMessage, context: RouteContext): RestReply {
  return { status: 200, body: messagePayload(context.world, channel, record) };
}

/** The webhook of a path, for the bot, which must be allowed to manage it. */
function managed(context: RouteContext): WebhookRecord {
  return context.webhooks.find(botId(context), param(context, 'webhookId'));
}

/** The webhook of a path with its token. */
function opened(context: RouteContext): WebhookRecord {
  return context.webhooks.open(param(context, 'webhookId'), tokenOf(context));
}

/** Tokens of interactions are used like those of webhooks, under the id of the application. */
function isOfInteraction(context: RouteContext): boolean {
  return param(context, 'webhookId') === context.world.application.id;
}

function tokenOf(context: RouteContext): string {
  return param(context, 'webhookToken');
}

function readName(form: Form, field: string): string | undefined {
  const name = form.string(field, { min: 1, max: NAME_MAX });
  if (name !== undefined && FORBIDDEN_NAME.test(name)) {
    form.refuse(field, 'USERNAME_INVALID_CONTAINS', `Username cannot contain "${FORBIDDEN_NAME.exec(name)?.[0] ?? ''}"`);
  }
  return name;
}

function botId({ world }: RouteContext): string {
  return world.bot.id;
}
