import type { Json } from '../cache/guildPayload.js';
import { deal, text, type Share } from '../throughput/eventMix.js';
import { BOT_USER } from '../wire/handshake.js';
import type { SeededRandom } from '../../sim/world/SeededRandom.js';
import { idOf, MESSAGES_PER_CHANNEL, presence, userIdOf, userOf, voiceState, type BotWorld, type WorldGuild } from './BotWorld.js';

/** A dispatch without its envelope. */
export interface BotEvent {
  readonly type: string;
  readonly data: Json;
}

const NOW = '2026-11-20T12:00:00.123000+00:00';

interface Kind extends Share {
  readonly make: (scene: Scene) => Json;
}

/** What an event is made of: a guild, one of its channels, one of its members, and one of the newest messages of the channel. */
interface Scene {
  readonly world: BotWorld;
  readonly random: SeededRandom;
  readonly guild: WorldGuild;
  readonly channel: Json;
  readonly member: Json;
  readonly recent: Json;
}

/** What a bot with all intents hears: the shares of mix A of the performance notes, with the rarer kinds that change what is cached. */
export const BOT_MIX: readonly Kind[] = [
  { type: 'MESSAGE_CREATE', perThousand: 350, make: createMessage },
  { type: 'PRESENCE_UPDATE', perThousand: 200, make: updatePresence },
  { type: 'TYPING_START', perThousand: 150, make: startTyping },
  { type: 'MESSAGE_REACTION_ADD', perThousand: 85, make: addReaction },
  { type: 'MESSAGE_REACTION_REMOVE', perThousand: 10, make: reactionOf },
  { type: 'MESSAGE_UPDATE', perThousand: 50, make: updateMessage },
  { type: 'MESSAGE_DELETE', perThousand: 10, make: deleteMessage },
  { type: 'VOICE_STATE_UPDATE', perThousand: 60, make: updateVoice },
  { type: 'GUILD_MEMBER_UPDATE', perThousand: 45, make: updateMember },
  { type: 'GUILD_MEMBER_ADD', perThousand: 5, make: addMember },
  { type: 'INTERACTION_CREATE', perThousand: 25, make: interact },
  { type: 'CHANNEL_UPDATE', perThousand: 10, make: updateChannel },
];

/** `count` events of the world, which changes with each; the same ones every time. */
export function* botEvents(world: BotWorld, count: number, random: SeededRandom): Generator<BotEvent, void, undefined> {
  for (const { make, type } of deal(BOT_MIX, count, random.next)) {
    const { recent, ...scene } = sceneOf(world, random);
    // In a channel without a message somebody writes one: an event about a message that nobody heard of is no event of every day.
    if (recent === undefined) yield { type: 'MESSAGE_CREATE', data: keepMessage(scene.guild, messageOf(scene)) };
    else yield { type, data: make({ ...scene, recent }) };
  }
}

/** The message after which a part of a benchmark is over. */
export function lastMessage(world: BotWorld, random: SeededRandom, content: string): BotEvent {
  const scene = sceneOf(world, random);
  return { type: 'MESSAGE_CREATE', data: keepMessage(scene.guild, { ...messageOf(scene), content }) };
}

type EmptyScene = Omit<Scene, 'recent'>;

function sceneOf(world: BotWorld, random: SeededRandom): EmptyScene & { readonly recent: Json | undefined } {
  const guild = world.guild();
  const channel = world.some(guild.textChannels);
  const kept = guild.messages.get(idOf(channel)) ?? [];
  const recent = kept[kept.length - 1 - random.whole(0, Math.min(20, kept.length - 1))];
  return { world, random, guild, channel, member: world.some(guild.members), recent };
}

function createMessage(scene: Scene): Json {
  return keepMessage(scene.guild, messageOf(scene));
}

function messageOf({ channel, guild, member, random, world }: EmptyScene): Json {
  const { user, ...ofGuild } = member;
  const author = user as Json;
  const id = world.id();
  return {
    ...{ id, channel_id: idOf(channel), guild_id: guild.id, type: 0, content: text(random.whole(20, 400), random.next), author },
    ...{ member: ofGuild, timestamp: NOW, edited_timestamp: null, tts: false, mention_everyone: false, pinned: false, flags: 0 },
    mentions: random.chance(0.1) ? [mentioned(world.some(guild.members))] : [],
    mention_roles: [],
    attachments: random.chance(0.08) ? [attachment(idOf(channel), world.id(), random)] : [],
    embeds: random.chance(0.08) ? [embed(random)] : [],
    ...{ components: [], nonce: id },
  };
}

/** The model keeps as many messages of a channel as every library is told to. */
function keepMessage({ messages }: WorldGuild, message: Json): Json {
  const channelId = message['channel_id'] as string;
  const kept = messages.get(channelId);
  if (kept === undefined) messages.set(channelId, [message]);
  else if (kept.push(message) > MESSAGES_PER_CHANNEL) kept.shift();
  return message;
}

/** With its author as of now: so Discord sends it. */
function updateMessage({ guild, random, recent }: Scene): Json {
  const place = guild.places.get(idOf(recent['author'] as Json));
  const { user: _author, ...member } = (place === undefined ? undefined : guild.members[place]) ?? {};
  return { ...recent, member, mentions: [], content: text(random.whole(20, 400), random.next), edited_timestamp: NOW };
}

function deleteMessage({ guild, recent }: Scene): Json {
  const { channel_id, guild_id, id } = recent;
  const kept = guild.messages.get(channel_id as string);
  kept?.splice(kept.indexOf(recent), 1);
  return { id, channel_id, guild_id };
}

function addReaction(scene: Scene): Json {
  const { member, recent } = scene;
  return { ...reactionOf(scene), member, message_author_id: idOf(recent['author'] as Json) };
}

function reactionOf({ member, random, recent: { channel_id, guild_id, id } }: Scene): Json {
  const emoji = { id: null, name: random.pick(['👍', '🎉', '❤️', '😂']) };
  return { user_id: userIdOf(member), channel_id, guild_id, message_id: id, emoji, burst: false, burst_colors: [], type: 0 };
}

function updatePresence({ guild, member, random }: Scene): Json {
  const status = random.pick(['online', 'online', 'idle', 'dnd', 'offline']);
  const id = userIdOf(member);
  guild.statuses.set(id, status);
  const plays = status !== 'offline' && random.chance(0.4);
  const activities = plays ? [{ id: 'ec0b28a579ecb4bd', name: 'Chess', type: 0, created_at: 1_795_000_000_000, state: 'Thinking' }] : [];
  return { ...presence({ id }, status, activities), guild_id: guild.id };
}

function startTyping({ channel, guild, member }: Scene): Json {
  return { channel_id: idOf(channel), guild_id: guild.id, user_id: userIdOf(member), timestamp: 1_795_000_000, member };
}

function updateVoice({ guild, member, random, world }: Scene): Json {
  const userId = userIdOf(member);
  const channelId = guild.voiceChannels.length > 0 && random.chance(0.6) ? idOf(world.some(guild.voiceChannels)) : null;
  if (channelId === null) guild.voice.delete(userId);
  else guild.voice.set(userId, channelId);
  return { ...voiceState(userId, channelId), guild_id: guild.id, member };
}

function updateMember({ guild, member, random, world }: Scene): Json {
  const roles = random.chance(0.5) ? [...new Set([world.some(guild.roleIds), world.some(guild.roleIds)])] : member['roles'];
  const changed = { ...member, roles, nick: random.chance(0.7) ? text(random.whole(3, 12), random.next) : null };
  guild.members[guild.places.get(userIdOf(member)) ?? 0] = changed;
  return { ...changed, guild_id: guild.id };
}

function addMember({ guild, member, world }: Scene): Json {
  const id = world.id();
  const added = { ...member, user: { ...userOf(member), id, username: `new${id}` }, nick: null, roles: [], joined_at: NOW };
  guild.places.set(id, guild.members.push(added) - 1);
  return { ...added, guild_id: guild.id };
}

function interact({ channel, guild, member, random, world }: Scene): Json {
  const data = { id: world.id(), name: 'roll', type: 1, options: [{ name: 'sides', type: 4, value: random.whole(2, 100) }] };
  return {
    ...{ id: world.id(), application_id: BOT_USER.id, type: 2, data, guild_id: guild.id, channel_id: idOf(channel) },
    ...{ channel: { ...channel, permissions: '2248473465835073' }, member: { ...member, permissions: '2248473465835073' } },
    ...{ token: 'aW50ZXJhY3Rpb246'.repeat(12), version: 1, app_permissions: '2248473465835073', locale: 'en-US', guild_locale: 'en-US' },
    ...{ entitlements: [], authorizing_integration_owners: { 0: guild.id }, context: 0, attachment_size_limit: 10_485_760 },
  };
}

function updateChannel({ channel, guild, random }: Scene): Json {
  const changed = { ...channel, topic: text(random.whole(10, 60), random.next) };
  guild.textChannels[guild.textChannels.indexOf(channel)] = changed;
  return { ...changed, guild_id: guild.id };
}

function mentioned(member: Json): Json {
  const { user, ...ofGuild } = member;
  return { ...(user as Json), member: ofGuild };
}

function attachment(channelId: string, id: string, random: SeededRandom): Json {
  const url = `https://cdn.discordapp.com/attachments/${channelId}/${id}/picture.png?ex=6741b2c5&is=67406145&hm=0123456789abcdef`;
  const size = { size: random.whole(10_000, 4_000_000), width: 1_280, height: 720 };
  return { id, filename: 'picture.png', content_type: 'image/png', ...size, url, proxy_url: url.replace('cdn.', 'media.') };
}

function embed(random: SeededRandom): Json {
  const url = 'https://example.com/an/article';
  return { type: 'article', url, title: text(40, random.next), description: text(160, random.next), color: random.whole(0, 0xffffff) };
}
