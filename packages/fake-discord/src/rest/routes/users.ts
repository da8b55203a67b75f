import { openDirectChannel, removeGuild } from '../../world/arrange.js';
import { channelPayload } from '../../world/channelPayloads.js';
import { Form } from '../../world/forms/Form.js';
import { bitsIn } from '../../world/guild/Doer.js';
import { defined, imageFields } from '../../world/guild/wire.js';
import type { GuildRecord } from '../../world/records.js';
import { badRequest, unknown } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { memberPayload } from '../../world/payloads.js';
import { ownFields, personOf } from './oauth.js';
import { pageOf, readIdPage } from './pages.js';
import { askerOf, param } from './params.js';

/** Users, and the bot among them. */
export const userRoutes: readonly Route[] = [
  route('GET /users/@me', currentUser, { bearer: { alsoBot: true, scope: 'identify' } }),
  route('PATCH /users/@me', editCurrentUser),
  route('GET /users/@me/guilds', guilds, { bearer: { alsoBot: true, scope: 'guilds' } }),
  route('GET /users/@me/guilds/:guildId/member', ownMember, { bearer: { scope: 'guilds.members.read' } }),
  route('DELETE /users/@me/guilds/:guildId', leave),
  route('POST /users/@me/channels', createDirectChannel),
  route('GET /users/:userId', user),
];

function currentUser({ grant, world }: RouteContext): RestReply {
  if (grant !== null) return { status: 200, body: { ...personOf(world, grant), ...ownFields(world, grant) } };
  return {
    status: 200,
    body: { ...world.bot, mfa_enabled: true, locale: 'en-US', verified: true, email: null, flags: 0, premium_type: 0 },
  };
}

function editCurrentUser(context: RouteContext): RestReply {
  const { form, world } = context;
  const change = { ...defined({ username: form.string('username', { min: 2, max: 32 }) }), ...imageFields(form, 'avatar', 'banner') };
  form.check();
  world.changeUser(world.bot.id, change);
  world.publish({ t: 'USER_UPDATE', d: currentUser(context).body, guildId: null });
  return currentUser(context);
}

function guilds(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const page = readIdPage(query, { max: 200 });
  const withCounts = query.boolean('with_counts') ?? false;
  query.check();
  const userId = askerOf(context);
  const joined = [...context.world.guilds.values()].filter(({ members }) => members.has(userId));
  const found = pageOf(joined, ({ id }) => id, page);
  return { status: 200, body: found.map((guild) => partialGuild(context, guild, withCounts)) };
}

/** How the person is in one guild, as they may know it themselves. */
function ownMember(context: RouteContext): RestReply {
  const guild = context.world.guild(param(context, 'guildId'));
  return { status: 200, body: memberPayload(context.world.member(guild, askerOf(context))) };
}

function partialGuild(context: RouteContext, guild: GuildRecord, withCounts: boolean): object {
  const { world } = context;
  const userId = askerOf(context);
  const counts = { approximate_member_count: guild.members.size, approximate_presence_count: 0 };
  return {
    id: guild.id,
    name: guild.name,
    icon: guild.more.icon ?? null,
    banner: guild.more.banner ?? null,
    owner: guild.ownerId === userId,
    permissions: bitsIn(world, guild, userId).toString(),
    features: guild.more.features ?? [],
    ...(withCounts && counts),
  };
}

function leave(context: RouteContext): RestReply {
  removeGuild(context.world, context.world.guild(param(context, 'guildId')));
  return { status: 204 };
}

function user({ params, world }: RouteContext): RestReply {
  const found = world.users.get(params['userId'] ?? '');
  if (found === undefined) throw unknown('User');
  return { status: 200, body: found };
}

function createDirectChannel({ form, world }: RouteContext): RestReply {
  form.require('recipient_id');
  const id = form.snowflake('recipient_id');
  form.check();
  const recipient = world.users.get(id ?? '');
  if (recipient === undefined || recipient.id === world.bot.id) throw badRequest(50033, 'Invalid Recipient(s)');
  return { status: 200, body: channelPayload(openDirectChannel(world, recipient)) };
}
