import { Form } from '../../world/forms/Form.js';
import { readDraft } from '../../world/forms/messageForm.js';
import { unknown } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { askerOf, param } from './params.js';

const LOBBY = '/lobbies/:lobbyId';
const MEMBERS = `${LOBBY}/members`;
const MESSAGES = `${LOBBY}/messages`;
/** In the name of a person who plays. */
const PLAYER = { bearer: {} } as const;

/** Lobbies of a game: made by the bot, filled by people. */
export const lobbyRoutes: readonly Route[] = [
  route('POST /lobbies', ({ form, lobbies }) => ({ status: 201, body: lobbies.create(form) })),
  route('PUT /lobbies', (context) => ({ status: 200, body: context.lobbies.join(askerOf(context), context.form) }), PLAYER),
  route(`GET ${LOBBY}`, (context) => ({ status: 200, body: context.lobbies.get(idOf(context)) })),
  route(`PATCH ${LOBBY}`, (context) => ({ status: 200, body: context.lobbies.edit(idOf(context), context.form) })),
  route(`DELETE ${LOBBY}`, (context) => done(() => context.lobbies.delete(idOf(context)))),
  route(`PATCH ${LOBBY}/channel-linking`, link, PLAYER),
  route(`POST ${MEMBERS}/bulk`, (context) => ({ status: 200, body: context.lobbies.putMembers(idOf(context), context.form) }), {
    takesList: true,
  }),
  route(`DELETE ${MEMBERS}/@me`, (context) => done(() => context.lobbies.removeMember(idOf(context), askerOf(context))), PLAYER),
  route(
    `POST ${MEMBERS}/@me/invites`,
    (context) => ({ status: 200, body: context.lobbies.invite(idOf(context), askerOf(context)) }),
    PLAYER,
  ),
  route(`PUT ${MEMBERS}/:userId`, (context) => ({
    status: 200,
    body: context.lobbies.putMember(idOf(context), param(context, 'userId'), context.form),
  })),
  route(`DELETE ${MEMBERS}/:userId`, (context) => done(() => context.lobbies.removeMember(idOf(context), param(context, 'userId')))),
  route(`POST ${MEMBERS}/:userId/invites`, (context) => ({
    status: 200,
    body: context.lobbies.invite(idOf(context), param(context, 'userId')),
  })),
  route(`GET ${MESSAGES}`, list, { bearer: { alsoBot: true } }),
  route(`POST ${MESSAGES}`, post, PLAYER),
  route(`PUT ${MESSAGES}/:messageId/moderation-metadata`, (context) =>
    done(() => context.lobbies.moderate(idOf(context), param(context, 'messageId'), context.form)),
  ),
];

function idOf(context: RouteContext): string {
  return param(context, 'lobbyId');
}

function done(deed: () => void): RestReply {
  deed();
  return { status: 204 };
}

function link(context: RouteContext): RestReply {
  return { status: 200, body: context.lobbies.link(idOf(context), askerOf(context), context.form) };
}

function list(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const limit = query.integer('limit', { min: 1, max: 200 }) ?? 50;
  query.check();
  return { status: 200, body: context.lobbies.list(idOf(context), context.grant?.userId, limit) };
}

function post(context: RouteContext): RestReply {
  const author = context.world.users.get(askerOf(context));
  if (author === undefined) throw unknown('User');
  const { content } = readDraft(context.form, context.files);
  return { status: 201, body: context.lobbies.post(idOf(context), author, content) };
}
