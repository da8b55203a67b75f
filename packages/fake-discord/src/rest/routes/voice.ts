import type { APIVoiceState } from 'discord-api-types/v10';
import { enterChannel } from '../../world/access.js';
import { closeStage, editStage, findStage, openStage } from '../../world/guild/stages.js';
import type { GuildRecord } from '../../world/records.js';
import { badRequest, unknown } from '../../world/refusals.js';
import { setVoiceState } from '../../world/voice.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { doerOf, guildOf, param } from './params.js';

const STATES = '/guilds/:guildId/voice-states';
const REGIONS = ['rotterdam', 'us-east', 'us-west', 'singapore'].map((id, index) => ({
  id,
  name: id,
  optimal: index === 0,
  deprecated: false,
  custom: false,
}));

/** Who is in voice and how, regions, and stages. */
export const voiceRoutes: readonly Route[] = [
  route('GET /voice/regions', () => ({ status: 200, body: REGIONS })),
  route('GET /guilds/:guildId/regions', (context) => ({ status: 200, body: guildOf(context).isAvailable ? REGIONS : [] })),
  route(`GET ${STATES}/@me`, (context) => show(context, context.world.bot.id)),
  route(`GET ${STATES}/:userId`, (context) => show(context, param(context, 'userId'))),
  route(`PATCH ${STATES}/@me`, (context) => edit(context, context.world.bot.id)),
  route(`PATCH ${STATES}/:userId`, (context) => edit(context, param(context, 'userId'))),
  route('POST /stage-instances', (context) => ({ status: 200, body: openStage(context.world, doerOf(context), context.form) })),
  route('GET /stage-instances/:channelId', (context) => ({
    status: 200,
    body: findStage(context.world, context.world.bot.id, param(context, 'channelId')),
  })),
  route('PATCH /stage-instances/:channelId', (context) => ({
    status: 200,
    body: editStage(context.world, doerOf(context), param(context, 'channelId'), context.form),
  })),
  route('DELETE /stage-instances/:channelId', closeOne),
];

function closeOne(context: RouteContext): RestReply {
  closeStage(context.world, doerOf(context), param(context, 'channelId'));
  return { status: 204 };
}

function show(context: RouteContext, userId: string): RestReply {
  return { status: 200, body: stateOf(guildOf(context), userId) };
}

/** On a stage: asks to speak, or lets somebody speak. To unsuppress others, and oneself, is a moderator's right. */
function edit(context: RouteContext, userId: string): RestReply {
  const { form, world } = context;
  const guild = guildOf(context);
  const state = stateOf(guild, userId);
  const suppress = form.boolean('suppress') ?? state.suppress;
  const asked = form.has('request_to_speak_timestamp')
    ? (form.string('request_to_speak_timestamp') ?? null)
    : state.request_to_speak_timestamp;
  form.check();
  const needsModerator = userId !== world.bot.id || (!suppress && state.suppress);
  const channel = enterChannel(world, world.bot.id, state.channel_id ?? '', ...(needsModerator ? (['MuteMembers'] as const) : []));
  if (channel.isDirect || channel.type !== 13) throw badRequest(50024, 'Cannot execute action on this channel type');
  setVoiceState(world, guild, { ...state, suppress, request_to_speak_timestamp: asked });
  return { status: 204 };
}

function stateOf(guild: GuildRecord, userId: string): APIVoiceState {
  const state = guild.voiceStates.get(userId);
  if (state === undefined) throw unknown('Voice State');
  return state;
}
