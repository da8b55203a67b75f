import { enterChannel } from '../../world/access.js';
import { requireOneOf } from '../../world/arguments.js';
import { removeMember } from '../../world/arrange.js';
import { ChannelKind, isThreadOnly } from '../../world/channelTypes.js';
import { Form } from '../../world/forms/Form.js';
import { readDraft } from '../../world/forms/messageForm.js';
import { setInterested as interest } from '../../world/guild/eventInterest.js';
import { createInvite as invite } from '../../world/guild/invites.js';
import { joinGuild } from '../../world/guild/joinGuild.js';
import { editOwnMember } from '../../world/guild/members.js';
import {
  addThreadMember,
  publicKind,
  removeThreadMember,
  startPost as post,
  startThread as begin,
  startThreadOn,
} from '../../world/guild/threads.js';
import { impossible, listed } from '../../world/impossible.js';
import { presencePayload } from '../../world/payloads.js';
import type { GuildChannelRecord } from '../../world/records.js';
import { unknown } from '../../world/refusals.js';
import { joinVoice as enterVoice, leaveVoice as quitVoice, setVoiceState, setVoiceStatus as describeVoice } from '../../world/voice.js';
import type { VoiceManner } from '../../world/voice.js';
import type { Status } from '../../world/World.js';
import { Channel } from '../Channel.js';
import type { Guild } from '../Guild.js';
import { Message } from '../Message.js';
import type { Stage } from '../Stage.js';
import { act } from './perform.js';
import type { Person } from './perform.js';
import { filesOf, messageForm } from './PersonMessage.js';
import type { PersonMessage } from './PersonMessage.js';

const STATUSES: readonly Status[] = ['dnd', 'idle', 'offline', 'online'];

/** How a thread is to be. */
export interface ThreadOptions {
  /** Whether only those who are in it see it. Not for one on a message. */
  readonly isPrivate?: boolean;
}

/** A post in a forum. */
export interface ForumPost {
  readonly message: PersonMessage | string;
  /** By the names or ids of the forum's tags. */
  readonly tags?: readonly string[];
  readonly title: string;
}

/** How an invite is to be. */
export interface InviteOptions {
  /**
   * How long it works; 0 for ever.
   *
   * @defaultValue `86_400`, a day
   */
  readonly maxAgeSeconds?: number;
  /**
   * How often it can be used; 0 without end.
   *
   * @defaultValue `0`
   */
  readonly maxUses?: number;
}

/** How somebody comes into a guild. */
export interface JoinOptions {
  /** The code of an invite, which is counted as used. Without one nothing is known of how they came. */
  readonly invite?: string;
}

export const startThread = act(
  'startThread',
  (_, name) => `thread "${name}"`,
  ({ stage, user }: Person, where: Channel | Message, name: string, { isPrivate = false }: ThreadOptions): Channel => {
    const { messages, world } = stage;
    const doer = { userId: user.id, reason: null };
    const form = new Form({ name, type: isPrivate ? ChannelKind.PrivateThread : publicKind(world, where.id) });
    const thread =
      where instanceof Message
        ? startThreadOn(world, messages, doer, where.channelId, where.id, form)
        : begin(world, messages, doer, where.id, form);
    return new Channel(stage, thread);
  },
);

export const startPost = act(
  'startPost',
  (_, { title }) => `post "${title}"`,
  ({ stage, user }: Person, forum: Channel, { message, tags = [], title }: ForumPost): Channel => {
    const { messages, world } = stage;
    const parent = forumOf(stage, forum);
    const form = new Form({ name: title, applied_tags: tags.map((tag) => tagId(parent, tag)) });
    const draft = readDraft(messageForm(message), filesOf(message));
    return new Channel(stage, post(world, messages, { userId: user.id, reason: null }, parent, { draft, form }).channel);
  },
);

export const joinThread = act(
  'joinThread',
  ({ name }) => `joining of ${name}`,
  ({ stage, user }: Person, thread: Channel): void => {
    addThreadMember(stage.world, user.id, thread.id, user.id);
  },
);

export const leaveThread = act(
  'leaveThread',
  ({ name }) => `leaving of ${name}`,
  ({ stage, user }: Person, thread: Channel): void => {
    removeThreadMember(stage.world, user.id, thread.id, user.id);
  },
);

export const addToThread = act(
  'addToThread',
  (thread) => `adding to ${thread.name}`,
  ({ stage, user }: Person, thread: Channel, whom: { readonly id: string }): void => {
    addThreadMember(stage.world, user.id, thread.id, whom.id);
  },
);

export const createInvite = act(
  'createInvite',
  (channel) => `invite to ${channel.name}`,
  ({ stage, user }: Person, channel: Channel, { maxAgeSeconds, maxUses }: InviteOptions): string =>
    invite(stage.world, { userId: user.id, reason: null }, channel.id, new Form({ max_age: maxAgeSeconds, max_uses: maxUses })).code,
);

export const join = act(
  'join',
  ({ name }) => `joining of ${name}`,
  ({ stage: { world }, user }: Person, guild: Guild, { invite: code }: JoinOptions): void => {
    joinGuild(world, world.guild(guild.id), user, code);
  },
);

export const leave = act(
  'leave',
  ({ name }) => `leaving of ${name}`,
  ({ stage: { world }, user }: Person, guild: Guild): void => {
    removeMember(world, world.guild(guild.id), user.id);
  },
);

export const setNickname = act(
  'setNickname',
  (guild) => `nickname in ${guild.name}`,
  ({ stage, user }: Person, guild: Guild, nick: string | null): void => {
    editOwnMember(stage.world, { userId: user.id, reason: null }, guild.id, new Form({ nick }));
  },
);

export const setInterested = act(
  'setInterested',
  'interest in an event',
  ({ stage, user }: Person, guild: Guild, eventId: string, isInterested: boolean): void => {
    interest(stage.world, user.id, { eventId, guildId: guild.id, isInterested });
  },
);

export const setStatus = act(
  'setStatus',
  (status) => `status ${status}`,
  ({ stage: { world }, user }: Person, status: Status): void => {
    requireOneOf('A status', status, STATUSES);
    if (status === 'offline') world.statuses.delete(user.id);
    else world.statuses.set(user.id, status);
    for (const guild of world.guilds.values()) {
      if (guild.members.has(user.id)) world.publishInGuild(guild, 'PRESENCE_UPDATE', presencePayload(world, guild.id, user.id));
    }
  },
);

export const joinVoice = act(
  'joinVoice',
  (channel) => `joining of ${channel.name}`,
  ({ stage, user }: Person, channel: Channel, manner: VoiceManner): void => {
    enterVoice(stage.world, user, channel.id, manner);
  },
);

export const leaveVoice = act(
  'leaveVoice',
  ({ name }) => `leaving of voice in ${name}`,
  ({ stage, user }: Person, guild: Guild): void => {
    quitVoice(stage.world, user.id, guild.id);
  },
);

export const setVoiceStatus = act(
  'setVoiceStatus',
  (channel) => `status of ${channel.name}`,
  ({ stage, user }: Person, channel: Channel, status: string | null): void => {
    describeVoice(stage.world, user.id, channel.id, new Form({ status }));
  },
);

export const requestToSpeak = act(
  'requestToSpeak',
  (guild) => `raising of a hand in ${guild.name}`,
  ({ stage: { world }, user }: Person, { id }: Guild, isRaised: boolean): void => {
    const guild = world.guild(id);
    const state = guild.voiceStates.get(user.id);
    if (state === undefined) throw unknown('Voice State');
    const channel = enterChannel(world, user.id, state.channel_id ?? '', 'RequestToSpeak');
    if (channel.isDirect || channel.type !== ChannelKind.Stage) throw impossible('There is no stage here.', 'Join a stage channel first.');
    setVoiceState(world, guild, { ...state, request_to_speak_timestamp: isRaised ? world.nowIso() : null });
  },
);

function forumOf({ world }: Stage, { id, name }: Channel): GuildChannelRecord {
  const record = world.channel(id);
  if (!record.isDirect && isThreadOnly(record)) return record;
  throw impossible(`${name} is no forum.`, 'Send a message, or start a thread.');
}

function tagId({ more }: GuildChannelRecord, wanted: string): string {
  const tags = (more['available_tags'] ?? []) as readonly { readonly id: string; readonly name: string }[];
  const tag = tags.find(({ id, name }) => id === wanted || name === wanted);
  if (tag === undefined) throw impossible(`The forum has no tag "${wanted}".`, listed(tags.map(({ name }) => name)));
  return tag.id;
}
