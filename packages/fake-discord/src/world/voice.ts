import type { APIUser, APIVoiceState } from 'discord-api-types/v10';
import { opaqueHash } from '../opaqueHash.js';
import { enterChannel } from './access.js';
import { isVoiceBased } from './channelTypes.js';
import type { Form } from './forms/Form.js';
import { memberPayload } from './payloads.js';
import { allows } from './permissions.js';
import type { GuildChannelRecord, GuildRecord } from './records.js';
import { badRequest, missingPermissions } from './refusals.js';
import type { World } from './World.js';

/** How somebody sits in voice. */
export interface VoiceManner {
  readonly isSelfDeafened?: boolean;
  readonly isSelfMuted?: boolean;
}

/** Voice itself is not simulated: a name that can never resolve makes a bot that connects to it fail at once and by name. */
export const VOICE_ENDPOINT = 'voice.fake-discord.invalid:443';

/** Lets a person come into voice, or move there from another channel. */
export function joinVoice(
  world: World,
  user: APIUser,
  channelId: string,
  { isSelfDeafened = false, isSelfMuted = false }: VoiceManner = {},
): void {
  const channel = enterChannel(world, user.id, channelId, 'Connect');
  if (channel.isDirect || !isVoiceBased(channel)) throw badRequest(50024, 'Cannot execute action on this channel type');
  const guild = world.guild(channel.guildId);
  if (!hasRoom(world, guild, channel, user.id)) throw missingPermissions();
  const member = world.member(guild, user.id);
  setVoiceState(world, guild, {
    channel_id: channel.id,
    user_id: user.id,
    session_id: opaqueHash(`voice ${user.id} ${channel.id}`),
    deaf: member.isDeafened ?? false,
    mute: member.isMuted ?? false,
    self_deaf: isSelfDeafened,
    self_mute: isSelfMuted,
    self_video: false,
    suppress: channel.type === 13,
    request_to_speak_timestamp: null,
  });
}

/** Lets a person leave voice; who is not there has left already. */
export function leaveVoice(world: World, userId: string, guildId: string): void {
  const guild = world.guild(guildId);
  const state = guild.voiceStates.get(userId);
  if (state !== undefined) setVoiceState(world, guild, { ...state, channel_id: null });
}

/** Keeps a voice state and tells of it. A state without a channel is one's leaving. The bot that is moved gets a server besides. */
export function setVoiceState(world: World, guild: GuildRecord, given: APIVoiceState): APIVoiceState {
  const before = guild.voiceStates.get(given.user_id);
  const state = { ...given, guild_id: guild.id, member: memberPayload(world.member(guild, given.user_id)) };
  if (state.channel_id === null) guild.voiceStates.delete(state.user_id);
  else guild.voiceStates.set(state.user_id, state);
  world.publishInGuild(guild, 'VOICE_STATE_UPDATE', state);
  const isMoved = state.user_id === world.bot.id && state.channel_id !== null && before?.channel_id !== state.channel_id;
  if (isMoved)
    world.publishInGuild(guild, 'VOICE_SERVER_UPDATE', { token: world.snowflakes.next(), guild_id: guild.id, endpoint: VOICE_ENDPOINT });
  return state;
}

/** A full channel lets only those in who may move others. */
export function hasRoom(world: World, guild: GuildRecord, channel: GuildChannelRecord, userId: string): boolean {
  const others = [...guild.voiceStates.values()].filter((state) => state.channel_id === channel.id && state.user_id !== userId);
  return channel.userLimit === 0 || others.length < channel.userLimit || allows(world.permissionsIn(channel, userId), 'MoveMembers');
}

/** Writes what a voice channel is doing; who sits in it needs no more permission than that. */
export function setVoiceStatus(world: World, userId: string, channelId: string, form: Form): void {
  const channel = enterChannel(world, userId, channelId, 'SetVoiceChannelStatus');
  if (channel.isDirect || !isVoiceBased(channel)) throw badRequest(50024, 'Cannot execute action on this channel type');
  const guild = world.guild(channel.guildId);
  const isThere = guild.voiceStates.get(userId)?.channel_id === channelId;
  if (!isThere && !allows(world.permissionsIn(channel, userId), 'ManageChannels')) throw missingPermissions();
  const status = form.string('status', { max: 500 }) ?? null;
  form.check();
  channel.status = status;
  world.publishInGuild(guild, 'VOICE_CHANNEL_STATUS_UPDATE', { id: channelId, guild_id: guild.id, status }, channel);
}
