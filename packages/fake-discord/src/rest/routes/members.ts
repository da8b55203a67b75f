import { Form } from '../../world/forms/Form.js';
import { addGrantedMember } from '../../world/guild/grantedMembers.js';
import { ban, bulkBan, editMember, editOwnMember, findBan, kick, searchMembers, setRole, unban } from '../../world/guild/members.js';
import { memberPayload } from '../../world/payloads.js';
import type { BanRecord, MemberRecord } from '../../world/records.js';
import { missingAccess, unknown } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { pageOf, readIdPage } from './pages.js';
import { doerOf, guildOf, param } from './params.js';

const MEMBERS = '/guilds/:guildId/members';
const BANS = '/guilds/:guildId/bans';

/** Members and bans of a guild. */
export const memberRoutes: readonly Route[] = [
  route(`GET ${MEMBERS}`, list),
  route(`GET ${MEMBERS}/search`, search),
  route(`PATCH ${MEMBERS}/@me`, (context) => editOwn(context)),
  route(`PATCH ${MEMBERS}/@me/nick`, (context) => editOwn(context)),
  route(`GET ${MEMBERS}/:userId`, show),
  route(`PUT ${MEMBERS}/:userId`, addByGrant),
  route(`PATCH ${MEMBERS}/:userId`, edit),
  route(`DELETE ${MEMBERS}/:userId`, (context) => done(() => kick(context.world, doerOf(context), ...place(context)))),
  route(`PUT ${MEMBERS}/:userId/roles/:roleId`, (context) => giveRole(context, true)),
  route(`DELETE ${MEMBERS}/:userId/roles/:roleId`, (context) => giveRole(context, false)),
  route(`GET ${BANS}`, listBans),
  route(`GET ${BANS}/:userId`, (context) => ({ status: 200, body: findBan(guildOf(context, 'BanMembers'), param(context, 'userId')) })),
  route(`PUT ${BANS}/:userId`, (context) => done(() => ban(context.world, doerOf(context), ...place(context), context.form))),
  route(`DELETE ${BANS}/:userId`, (context) => done(() => unban(context.world, doerOf(context), ...place(context)))),
  route('POST /guilds/:guildId/bulk-ban', (context) => ({
    status: 200,
    body: bulkBan(context.world, doerOf(context), param(context, 'guildId'), context.form),
  })),
];

/** Listing members needs the intent to be on in the application's settings, whatever the session asked for. */
function list(context: RouteContext): RestReply {
  const found = guildOf(context);
  const query = Form.ofQuery(context.query);
  const page = readIdPage(query, { max: 1000, normally: 1 });
  query.check();
  if (!context.world.options.privilegedIntents.includes('GuildMembers')) throw missingAccess();
  return { status: 200, body: pageOf(found.members.values(), userIdOf, page).map(memberPayload) };
}

function search(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  query.require('query');
  const text = query.string('query', { min: 1, max: 100 }) ?? '';
  const limit = query.integer('limit', { min: 1, max: 1000 }) ?? 1;
  query.check();
  return { status: 200, body: searchMembers(guildOf(context), text, limit).map(memberPayload) };
}

function show(context: RouteContext): RestReply {
  const found = guildOf(context);
  const userId = param(context, 'userId');
  if (!context.world.users.has(userId)) throw unknown('User');
  return { status: 200, body: memberPayload(context.world.member(found, userId)) };
}

/** Who is in already stays as they are. */
function addByGrant(context: RouteContext): RestReply {
  const { form, grants, world } = context;
  const [guildId, userId] = place(context);
  const added = addGrantedMember(world, grants, doerOf(context), { form, guildId, userId });
  return added === null ? { status: 204 } : { status: 201, body: memberPayload(added) };
}

function edit(context: RouteContext): RestReply {
  return member(editMember(context.world, doerOf(context), ...place(context), context.form));
}

function editOwn(context: RouteContext): RestReply {
  return member(editOwnMember(context.world, doerOf(context), param(context, 'guildId'), context.form));
}

function giveRole(context: RouteContext, has: boolean): RestReply {
  const [guildId, userId] = place(context);
  return done(() => setRole(context.world, doerOf(context), guildId, { has, userId, roleId: param(context, 'roleId') }));
}

function listBans(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const page = readIdPage(query, { max: 1000 });
  query.check();
  return { status: 200, body: pageOf(guildOf(context, 'BanMembers').bans.values(), userIdOf, page) };
}

function member(record: MemberRecord): RestReply {
  return { status: 200, body: memberPayload(record) };
}

function place(context: RouteContext): readonly [guildId: string, userId: string] {
  return [param(context, 'guildId'), param(context, 'userId')];
}

function done(deed: () => void): RestReply {
  deed();
  return { status: 204 };
}

function userIdOf({ user }: BanRecord | MemberRecord): string {
  return user.id;
}
