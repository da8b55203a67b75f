import { Form } from '../../world/forms/Form.js';
import { readDraft, readEdit } from '../../world/forms/messageForm.js';
import { messageForBot } from '../../world/messagePayloads.js';
import type { PageOfMessages } from '../../world/MessageLog.js';
import type { FoundMessage } from '../../world/Messages.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';

/** Messages: list, get, create, edit, delete, one or many. */
export const messageRoutes: readonly Route[] = [
  route('GET /channels/:channelId/messages', list),
  route('POST /channels/:channelId/messages', create),
  route('POST /channels/:channelId/messages/bulk-delete', removeMany),
  route('GET /channels/:channelId/messages/:messageId', get),
  route('PATCH /channels/:channelId/messages/:messageId', edit),
  route('DELETE /channels/:channelId/messages/:messageId', remove),
  route('POST /channels/:channelId/messages/:messageId/crosspost', crosspost),
];

function list(context: RouteContext): RestReply {
  const { messages, params, world } = context;
  const found = messages.list(world.bot.id, params['channelId'] ?? '', readPage(context.query));
  return { status: 200, body: found.map(({ channel, record }) => messageForBot(world, channel, record)) };
}

function create(context: RouteContext): RestReply {
  const { files, form, messages, params, world } = context;
  const draft = readDraft(form, files);
  const found = messages.post(world.bot, params['channelId'] ?? '', draft);
  return { status: 200, body: { ...payload(context, found), ...(draft.nonce !== undefined && { nonce: draft.nonce }) } };
}

function get(context: RouteContext): RestReply {
  const { messages, params, world } = context;
  return { status: 200, body: payload(context, messages.read(world.bot.id, params['channelId'] ?? '', params['messageId'] ?? '')) };
}

function edit(context: RouteContext): RestReply {
  const { files, form, messages, params, world } = context;
  const found = messages.edit(world.bot.id, params['channelId'] ?? '', params['messageId'] ?? '', readEdit(form, files));
  return { status: 200, body: payload(context, found) };
}

function remove({ messages, params, reason, world }: RouteContext): RestReply {
  messages.delete(world.bot.id, params['channelId'] ?? '', params['messageId'] ?? '', reason);
  return { status: 204 };
}

function crosspost(context: RouteContext): RestReply {
  const { messages, params, world } = context;
  return { status: 200, body: payload(context, messages.crosspost(world.bot.id, params['channelId'] ?? '', params['messageId'] ?? '')) };
}

function removeMany({ form, messages, params, reason, world }: RouteContext): RestReply {
  form.require('messages');
  const ids = form.snowflakes('messages', { isSet: true }) ?? [];
  form.check();
  messages.deleteMany(world.bot.id, params['channelId'] ?? '', ids, reason);
  return { status: 204 };
}

function payload({ world }: RouteContext, { channel, record }: FoundMessage): object {
  return messageForBot(world, channel, record);
}

/** Only one of the three ids may be given. */
function readPage(search: URLSearchParams): PageOfMessages {
  const query = Form.ofQuery(search);
  const page = {
    after: query.snowflake('after'),
    around: query.snowflake('around'),
    before: query.snowflake('before'),
    limit: query.integer('limit', { min: 1, max: 100 }) ?? 50,
  };
  const given = [page.after, page.around, page.before].filter((id) => id !== undefined);
  if (given.length > 1) query.refuse('', 'MESSAGE_PAGINATION_EXCLUSIVE', 'Only one of before, after and around may be given.');
  query.check();
  return page;
}
