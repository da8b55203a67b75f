import type { APIGuild } from 'discord-api-types/v10';
import { Form } from '../../world/forms/Form.js';
import { editGuild } from '../../world/guild/editGuild.js';
import { pruneGuild, pruned } from '../../world/guild/prune.js';
import { isNewer } from '../../world/MessageLog.js';
import { guildPayload } from '../../world/payloads.js';
import type { GuildRecord } from '../../world/records.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { doerOf, guildOf, param } from './params.js';

/** A guild as a whole: read, change, its audit log, its idle members. */
export const guildRoutes: readonly Route[] = [
  route('GET /guilds/:guildId', show),
  route('PATCH /guilds/:guildId', edit),
  route('GET /guilds/:guildId/preview', preview),
  route('GET /guilds/:guildId/audit-logs', auditLog),
  route('GET /guilds/:guildId/prune', countIdle),
  route('POST /guilds/:guildId/prune', prune),
];

function show(context: RouteContext): RestReply {
  const found = guildOf(context);
  const query = Form.ofQuery(context.query);
  const withCounts = query.boolean('with_counts') ?? false;
  query.check();
  return { status: 200, body: { ...guildPayload(found), ...(withCounts && countsOf(context, found)) } };
}

function edit(context: RouteContext): RestReply {
  return { status: 200, body: guildPayload(editGuild(context.world, doerOf(context), param(context, 'guildId'), context.form)) };
}

const PREVIEWED = ['id', 'name', 'icon', 'splash', 'discovery_splash', 'emojis', 'features', 'description', 'stickers'] as const;

function preview(context: RouteContext): RestReply {
  const found = guildOf(context);
  const payload: APIGuild = guildPayload(found);
  return { status: 200, body: { ...Object.fromEntries(PREVIEWED.map((name) => [name, payload[name]])), ...countsOf(context, found) } };
}

/** @see {@link https://docs.discord.com/developers/resources/audit-log#get-guild-audit-log | Get guild audit log} */
function auditLog(context: RouteContext): RestReply {
  const guild = guildOf(context, 'ViewAuditLog');
  const query = Form.ofQuery(context.query);
  const wanted = { user: query.snowflake('user_id'), target: query.snowflake('target_id'), type: query.integer('action_type') };
  const [before, after] = [query.snowflake('before'), query.snowflake('after')];
  const limit = query.integer('limit', { min: 1, max: 100 }) ?? 50;
  query.check();
  const found = guild.auditLog.filter(
    ({ action_type: type, id, target_id: target, user_id: user }) =>
      (wanted.user === undefined || user === wanted.user) &&
      (wanted.target === undefined || target === wanted.target) &&
      (wanted.type === undefined || (type as number) === wanted.type) &&
      (before === undefined || isNewer(before, id)) &&
      (after === undefined || isNewer(id, after)),
  );
  // Newest first; with `after` the page is the one right behind it, oldest first.
  const page = after === undefined ? found.slice(0, limit) : found.slice(-limit).reverse();
  const ids = new Set(page.flatMap(({ target_id: target, user_id: user }) => [user, target]));
  const users = [...ids].flatMap((id) => context.world.users.get(id ?? '') ?? []);
  return { status: 200, body: { ...NOTHING_REFERENCED, audit_log_entries: page, users } };
}

const NOTHING_REFERENCED = {
  application_commands: [],
  auto_moderation_rules: [],
  guild_scheduled_events: [],
  integrations: [],
  threads: [],
  webhooks: [],
};

function countIdle(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const days = query.integer('days', { min: 1, max: 30 }) ?? 7;
  const roles = (query.string('include_roles') ?? '').split(',').filter((id) => id !== '');
  query.check();
  return { status: 200, body: { pruned: pruned(context.world, guildOf(context, 'KickMembers', 'ManageGuild'), days, roles).length } };
}

function prune(context: RouteContext): RestReply {
  const count = pruneGuild(context.world, doerOf(context), guildOf(context, 'KickMembers', 'ManageGuild'), context.form);
  return { status: 200, body: { pruned: count } };
}

function countsOf(
  { world }: RouteContext,
  { members }: GuildRecord,
): Pick<APIGuild, 'approximate_member_count' | 'approximate_presence_count'> {
  const present = [...members.keys()].filter((id) => world.statuses.has(id)).length;
  return { approximate_member_count: members.size, approximate_presence_count: present };
}
