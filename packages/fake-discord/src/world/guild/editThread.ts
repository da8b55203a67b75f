import { isAllowed } from '../access.js';
import { channelForBot, threadMemberPayload } from '../channelPayloads.js';
import type { Form } from '../forms/Form.js';
import type { GuildChannelRecord, GuildRecord, ThreadState } from '../records.js';
import { badRequest, missingPermissions } from '../refusals.js';
import type { World } from '../World.js';
import { audit } from './Doer.js';
import type { Doer } from './Doer.js';
import { readThreadFields } from './threadForm.js';
import { checkedTags } from './threads.js';

const THREAD_UPDATE = 111;
const PINNED = 2;

/** A thread and what makes it one. */
export interface FoundThread {
  readonly channel: GuildChannelRecord;
  readonly thread: ThreadState;
}

/**
 * Changes a thread: its owner may rename, archive and tag it; locking is for who manages threads; and whoever may write there may open it again.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#modify-channel-json-params-thread | Modify a thread}
 */
export function editThread(world: World, doer: Doer, { channel, thread }: FoundThread, form: Form): GuildChannelRecord {
  const fields = readThreadFields(form);
  form.check();
  const isManager = isAllowed(world, doer.userId, channel, 'ManageThreads');
  const opensAgain = Object.keys(fields.metadata).join() === 'archived' && fields.metadata['archived'] === false;
  const mayOpen =
    opensAgain && fields.name === undefined && !thread.metadata.locked && isAllowed(world, doer.userId, channel, 'SendMessages');
  const mayEdit = doer.userId === thread.ownerId && fields.metadata['locked'] === undefined && !thread.metadata.locked;
  if (!isManager && !mayEdit && !mayOpen) throw missingPermissions();
  if (thread.metadata.archived && fields.metadata['archived'] !== false) throw badRequest(50083, 'Thread is archived');
  const guild = world.guild(channel.guildId);
  const { appliedTags: tags = thread.appliedTags ?? [] } = fields;
  const appliedTags = checkedTags(guild.channels.get(channel.parentId ?? ''), tags);
  if (isPinned(fields.more) && !isPinned(channel.more)) checkPin(guild, channel);
  const before = channelForBot(world, channel);
  channel.name = fields.name ?? channel.name;
  channel.more = { ...channel.more, ...fields.more };
  setThread(world, channel, {
    ...thread,
    appliedTags,
    metadata: { ...thread.metadata, ...fields.metadata },
  });
  audit(world, guild, doer, {
    actionType: THREAD_UPDATE,
    targetId: channel.id,
    before,
    after: channelForBot(world, channel),
  });
  return channel;
}

function isPinned({ flags }: Readonly<Record<string, unknown>>): boolean {
  return (Number(flags ?? 0) & PINNED) !== 0;
}

/** A forum has one post at its top. */
function checkPin({ threads }: GuildRecord, { parentId }: GuildChannelRecord): void {
  const isTaken = [...threads.values()].some((each) => each.parentId === parentId && isPinned(each.more));
  if (isTaken) throw badRequest(30047, 'Maximum number of pinned threads in a forum channel has been reached');
}

/** Keeps a new state of a thread and tells of it. */
export function setThread(world: World, channel: GuildChannelRecord, state: ThreadState): void {
  const wasArchived = channel.thread?.metadata.archived === true;
  const isTurned = wasArchived !== state.metadata.archived;
  channel.thread = { ...state, metadata: { ...state.metadata, ...(isTurned && { archive_timestamp: world.nowIso() }) } };
  const guild = world.guild(channel.guildId);
  world.publishInGuild(guild, 'THREAD_UPDATE', channelForBot(world, channel), channel);
  if (wasArchived && isTurned && state.members.has(world.bot.id))
    world.publishInGuild(guild, 'THREAD_MEMBER_UPDATE', { ...threadMemberPayload(channel, world.bot.id), guild_id: guild.id }, channel);
}
