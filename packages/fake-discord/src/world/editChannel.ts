import { enterChannel } from './access.js';
import { FakeDiscordError } from '../errors.js';
import type { Form } from './forms/Form.js';
import { channelForBot } from './channelPayloads.js';
import type { GuildChannelRecord } from './records.js';
import { badRequest } from './refusals.js';
import type { World } from './World.js';

const SIMULATED = ['name', 'topic', 'user_limit'];
const TEXT = 0;

/**
 * Changes a channel, for who may manage it.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#modify-channel | Modify channel}
 */
export function editChannel(world: World, userId: string, channelId: string, form: Form): GuildChannelRecord {
  const channel = enterChannel(world, userId, channelId, 'ManageChannels');
  if (channel.isDirect) throw badRequest(50024, 'Cannot execute action on this channel type');
  refuseOthers(form);
  const name = form.string('name', { min: 1, max: 100 });
  const topic = form.string('topic', { max: 1024 });
  const userLimit = form.integer('user_limit', { min: 0, max: 99 });
  form.check();
  // Text channels are written small and without spaces.
  if (name !== undefined) channel.name = channel.type === TEXT ? name.toLowerCase().replace(/\s+/g, '-') : name;
  if (form.has('topic') && channel.type === TEXT) channel.topic = topic ?? null;
  if (userLimit !== undefined) channel.userLimit = userLimit;
  world.publishInGuild(world.guild(channel.guildId), 'CHANNEL_UPDATE', channelForBot(world, channel));
  return channel;
}

function refuseOthers(form: Form): void {
  const other = form.names().find((name) => !SIMULATED.includes(name));
  if (other === undefined) return;
  throw new FakeDiscordError('FAKE_NOT_SIMULATED', {
    what: `FakeDiscord does not simulate \`${other}\` of a channel yet.`,
    cure: `Change only ${SIMULATED.join(', ')}, or arrange the channel with its own methods.`,
  });
}
