import { enterChannel } from '../../world/access.js';
import { channelPayload } from '../../world/channelPayloads.js';
import { createChannel, deleteChannel, deleteOverwrite, editChannel, moveChannels, putOverwrite } from '../../world/guild/channels.js';
import { startTyping } from '../../world/typing.js';
import { setVoiceStatus } from '../../world/voice.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { doerOf, guildOf, param } from './params.js';

/** Channels: make, read, change, move, delete; who may do what in them; and typing. */
export const channelRoutes: readonly Route[] = [
  route('GET /guilds/:guildId/channels', list),
  route('POST /guilds/:guildId/channels', create),
  route('PATCH /guilds/:guildId/channels', move, { takesList: true }),
  route('GET /channels/:channelId', show),
  route('PATCH /channels/:channelId', edit),
  route('DELETE /channels/:channelId', remove),
  route('PUT /channels/:channelId/permissions/:overwriteId', setOverwrite),
  route('DELETE /channels/:channelId/permissions/:overwriteId', clearOverwrite),
  route('POST /channels/:channelId/typing', typing),
  route('PUT /channels/:channelId/voice-status', voiceStatus),
];

/** REST leaves out what the bot cannot see; only the gateway shows hidden channels' places. */
function list(context: RouteContext): RestReply {
  const { world } = context;
  const visible = [...guildOf(context).channels.values()].filter((channel) => world.permissionsIn(channel, world.bot.id) !== 0n);
  return { status: 200, body: visible.map(channelPayload) };
}

function create(context: RouteContext): RestReply {
  const made = createChannel(context.world, doerOf(context), param(context, 'guildId'), context.form);
  return { status: 201, body: channelPayload(made) };
}

function move(context: RouteContext): RestReply {
  moveChannels(context.world, doerOf(context), param(context, 'guildId'), context.form);
  return { status: 204 };
}

function show(context: RouteContext): RestReply {
  const { world } = context;
  return { status: 200, body: channelPayload(enterChannel(world, world.bot.id, param(context, 'channelId'))) };
}

function edit(context: RouteContext): RestReply {
  return { status: 200, body: channelPayload(editChannel(context.world, doerOf(context), param(context, 'channelId'), context.form)) };
}

/** A direct channel is closed, and opened again by whoever writes next: nothing is lost. */
function remove(context: RouteContext): RestReply {
  const { world } = context;
  const channel = enterChannel(world, world.bot.id, param(context, 'channelId'));
  const payload = channelPayload(channel);
  if (!channel.isDirect) deleteChannel(world, doerOf(context), channel.id);
  return { status: 200, body: payload };
}

function setOverwrite(context: RouteContext): RestReply {
  putOverwrite(context.world, doerOf(context), param(context, 'channelId'), param(context, 'overwriteId'), context.form);
  return { status: 204 };
}

function clearOverwrite(context: RouteContext): RestReply {
  deleteOverwrite(context.world, doerOf(context), param(context, 'channelId'), param(context, 'overwriteId'));
  return { status: 204 };
}

function typing(context: RouteContext): RestReply {
  startTyping(context.world, context.world.bot.id, param(context, 'channelId'));
  return { status: 204 };
}

function voiceStatus(context: RouteContext): RestReply {
  setVoiceStatus(context.world, context.world.bot.id, param(context, 'channelId'), context.form);
  return { status: 204 };
}
