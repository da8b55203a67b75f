import { channelPayload } from '../../world/channelPayloads.js';
import { guildPayload, memberPayload } from '../../world/payloads.js';
import { Form } from '../../world/forms/Form.js';
import { isNewer } from '../../world/MessageLog.js';
import type { GuildRecord } from '../../world/records.js';
import { missingAccess, unknown } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';

/** Reading guilds, their channels, members and roles. */
export const guildRoutes: readonly Route[] = [
  route('GET /guilds/:guildId', guild),
  route('GET /guilds/:guildId/channels', channels),
  route('GET /guilds/:guildId/members', members),
  route('GET /guilds/:guildId/members/:userId', member),
  route('GET /guilds/:guildId/roles', (context) => ({ status: 200, body: [...guildOf(context).roles.values()] })),
  route('GET /guilds/:guildId/roles/:roleId', role),
];

function guild(context: RouteContext): RestReply {
  const found = guildOf(context);
  const query = Form.ofQuery(context.query);
  const withCounts = query.boolean('with_counts') ?? false;
  query.check();
  const counts = { approximate_member_count: found.members.size, approximate_presence_count: presentIn(context, found) };
  return { status: 200, body: { ...guildPayload(found), ...(withCounts && counts) } };
}

/** REST leaves out what the bot cannot see; only the gateway shows hidden channels' places. */
function channels(context: RouteContext): RestReply {
  const { world } = context;
  const visible = [...guildOf(context).channels.values()].filter((channel) => world.permissionsIn(channel, world.bot.id) !== 0n);
  return { status: 200, body: visible.map(channelPayload) };
}

/** Listing members needs the intent to be on in the application's settings, whatever the session asked for. */
function members(context: RouteContext): RestReply {
  const found = guildOf(context);
  const query = Form.ofQuery(context.query);
  const limit = query.integer('limit', { min: 1, max: 1000 }) ?? 1;
  const after = query.snowflake('after') ?? '0';
  query.check();
  if (!context.world.options.privilegedIntents.includes('GuildMembers')) throw missingAccess();
  const sorted = [...found.members.values()].sort((a, b) => (isNewer(a.user.id, b.user.id) ? 1 : -1));
  const page = sorted.filter(({ user }) => isNewer(user.id, after)).slice(0, limit);
  return { status: 200, body: page.map(memberPayload) };
}

function member(context: RouteContext): RestReply {
  const { params, world } = context;
  const found = guildOf(context);
  const userId = params['userId'] ?? '';
  if (!world.users.has(userId)) throw unknown('User');
  return { status: 200, body: memberPayload(world.member(found, userId)) };
}

function role(context: RouteContext): RestReply {
  const found = guildOf(context).roles.get(context.params['roleId'] ?? '');
  if (found === undefined) throw unknown('Role');
  return { status: 200, body: found };
}

function guildOf({ params, world }: RouteContext): GuildRecord {
  return world.guild(params['guildId'] ?? '');
}

function presentIn({ world }: RouteContext, { members: all }: GuildRecord): number {
  return [...all.keys()].filter((id) => world.statuses.has(id)).length;
}
