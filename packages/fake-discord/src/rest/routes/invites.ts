import { enterChannel } from '../../world/access.js';
import { createInvite, deleteInvite, findInvite, inviteCounts, invitePayload, invitesOf } from '../../world/guild/invites.js';
import { inviteTargetsFile, inviteTargetsJob, setInviteTargets } from '../../world/guild/inviteTargets.js';
import { badRequest } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { doerOf, guildOf, param } from './params.js';

const TARGETS_FILE = 'target_users_file';
const TARGETS = '/invites/:code/target-users';

/** Invites to guilds. */
export const inviteRoutes: readonly Route[] = [
  route('GET /channels/:channelId/invites', ofChannel),
  route('POST /channels/:channelId/invites', create, { fileField: TARGETS_FILE }),
  route('GET /guilds/:guildId/invites', ofGuild),
  route('GET /guilds/:guildId/vanity-url', (context) => ({
    status: 200,
    body: { code: guildOf(context, 'ManageGuild').more.vanity_url_code ?? null, uses: 0 },
  })),
  route('GET /invites/:code', show),
  route('DELETE /invites/:code', remove),
  route(`PUT ${TARGETS}`, setTargets, { fileField: TARGETS_FILE }),
  route(`GET ${TARGETS}`, targets),
  route(`GET ${TARGETS}/job-status`, (context) => ({
    status: 200,
    body: inviteTargetsJob(context.world, context.world.bot.id, param(context, 'code')),
  })),
];

function ofChannel(context: RouteContext): RestReply {
  const { world } = context;
  const channel = enterChannel(world, world.bot.id, param(context, 'channelId'), 'ManageChannels');
  if (channel.isDirect) throw badRequest(50024, 'Cannot execute action on this channel type');
  const found = invitesOf(world, world.guild(channel.guildId)).filter((invite) => invite.channel_id === channel.id);
  return { status: 200, body: found.map((invite) => invitePayload(world, invite, true)) };
}

function ofGuild(context: RouteContext): RestReply {
  const found = invitesOf(context.world, guildOf(context, 'ManageGuild'));
  return { status: 200, body: found.map((invite) => invitePayload(context.world, invite, true)) };
}

function create(context: RouteContext): RestReply {
  const invite = createInvite(context.world, doerOf(context), param(context, 'channelId'), context.form, context.files.get(0));
  return { status: 200, body: invitePayload(context.world, invite, true) };
}

function show(context: RouteContext): RestReply {
  const { world } = context;
  const { invite } = findInvite(world, param(context, 'code'));
  const counts = context.query.get('with_counts') === 'true' ? inviteCounts(world, invite) : {};
  return { status: 200, body: { ...invitePayload(world, invite, false), ...counts } };
}

function setTargets(context: RouteContext): RestReply {
  const { files, form, world } = context;
  setInviteTargets(world, world.bot.id, param(context, 'code'), { file: files.get(0), form });
  return { status: 204 };
}

function targets(context: RouteContext): RestReply {
  const rawBody = inviteTargetsFile(context.world, context.world.bot.id, param(context, 'code'));
  return { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' }, rawBody };
}

function remove(context: RouteContext): RestReply {
  const payload = invitePayload(context.world, findInvite(context.world, param(context, 'code')).invite, false);
  deleteInvite(context.world, doerOf(context), param(context, 'code'));
  return { status: 200, body: payload };
}
