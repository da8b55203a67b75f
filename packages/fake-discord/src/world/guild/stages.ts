import { enterChannel } from '../access.js';
import { ChannelKind } from '../channelTypes.js';
import type { Form } from '../forms/Form.js';
import type { GuildRecord, WireThing } from '../records.js';
import { badRequest, unknown } from '../refusals.js';
import type { World } from '../World.js';
import { audit } from './Doer.js';
import type { Doer } from './Doer.js';
import { defined } from './wire.js';

const STAGE_CREATE = 83;
const STAGE_UPDATE = 84;
const STAGE_DELETE = 85;

/** Goes live on a stage. Stages are kept by their channels, of which each has one at most. */
export function openStage(world: World, doer: Doer, form: Form): WireThing {
  form.require('channel_id', 'topic');
  const channelId = form.snowflake('channel_id') ?? '';
  const fields = readStage(form);
  form.check();
  const guild = enterAsModerator(world, doer.userId, channelId);
  if (guild.things.stageInstances.has(channelId)) throw badRequest(150006, 'The Stage is already open');
  const defaults = { privacy_level: 2, discoverable_disabled: true, guild_scheduled_event_id: null };
  const stage = { id: world.snowflakes.next(), guild_id: guild.id, channel_id: channelId, ...defaults, ...fields };
  return settle(world, doer, guild, { channelId, after: stage, deed: 'CREATE' });
}

export function editStage(world: World, doer: Doer, channelId: string, form: Form): WireThing {
  const fields = readStage(form);
  form.check();
  const guild = enterAsModerator(world, doer.userId, channelId);
  const before = findStage(world, doer.userId, channelId);
  return settle(world, doer, guild, { channelId, before, after: { ...before, ...fields }, deed: 'UPDATE' });
}

export function closeStage(world: World, doer: Doer, channelId: string): void {
  const guild = enterAsModerator(world, doer.userId, channelId);
  const before = findStage(world, doer.userId, channelId);
  settle(world, doer, guild, { channelId, before, after: before, deed: 'DELETE' });
}

/** Ends what is on a stage that is about to go. */
export function endStage(world: World, doer: Doer, guild: GuildRecord, channelId: string): void {
  const before = guild.things.stageInstances.get(channelId);
  if (before !== undefined) settle(world, doer, guild, { channelId, before, after: before, deed: 'DELETE' });
}

/** @throws {@link RefusedError} 10067 */
export function findStage(world: World, userId: string, channelId: string): WireThing {
  const channel = enterChannel(world, userId, channelId);
  const found = channel.isDirect ? undefined : world.guild(channel.guildId).things.stageInstances.get(channelId);
  if (found === undefined) throw unknown('Stage Instance');
  return found;
}

function readStage(form: Form): Readonly<Record<string, unknown>> {
  return defined({ topic: form.string('topic', { min: 1, max: 120 }), privacy_level: form.choice('privacy_level', [1, 2]) });
}

/** A moderator of a stage is who has these three permissions there. */
function enterAsModerator(world: World, userId: string, channelId: string): GuildRecord {
  const channel = enterChannel(world, userId, channelId, 'ManageChannels', 'MuteMembers', 'MoveMembers');
  if (channel.isDirect || channel.type !== ChannelKind.Stage) throw badRequest(50024, 'Cannot execute action on this channel type');
  return world.guild(channel.guildId);
}

function settle(
  world: World,
  doer: Doer,
  guild: GuildRecord,
  { after, before, channelId, deed }: { after: WireThing; before?: WireThing; channelId: string; deed: 'CREATE' | 'DELETE' | 'UPDATE' },
): WireThing {
  if (deed === 'DELETE') guild.things.stageInstances.delete(channelId);
  else guild.things.stageInstances.set(channelId, after);
  world.publishInGuild(guild, `STAGE_INSTANCE_${deed}`, after, guild.channels.get(channelId));
  const actionType = { CREATE: STAGE_CREATE, UPDATE: STAGE_UPDATE, DELETE: STAGE_DELETE }[deed];
  audit(world, guild, doer, {
    actionType,
    targetId: String(after['id']),
    options: { channel_id: channelId },
    ...(before !== undefined && { before }),
    ...(deed !== 'DELETE' && { after }),
  });
  return after;
}
