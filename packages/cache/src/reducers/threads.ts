import { channelData, isThread, packChannel, type ChannelRecord } from '../records/channel.js';
import { idOf, idsOf, integerOf, merged, payloadsOf, type Payload } from '../records/payload.js';
import { packPlain } from '../records/plain.js';
import type { Shelf } from '../tables/Shelf.js';
import type { World } from '../tables/World.js';
import { learnMember } from './members.js';
import { changed, IGNORED, inGuild, outcome, type Reducers } from './Reducer.js';

export const threadReducers: Reducers = {
  THREAD_CREATE: inGuild((world, shelf, payload) => {
    const id = idOf(payload['id']);
    const before = id === undefined ? undefined : shelf.get('threads', id);
    if (id === undefined || !writeThread(world, shelf, payload)) return IGNORED;
    return outcome({ before, after: shelf.get('threads', id), arrived: [id] });
  }),

  // It is complete: a thread that comes back from the archive is known by it.
  THREAD_UPDATE: inGuild((world, shelf, payload) => {
    const id = idOf(payload['id']);
    const before = id === undefined ? undefined : shelf.get('threads', id);
    const full = before === undefined ? payload : merged(channelData(before) as unknown as Payload, payload);
    if (id === undefined || !writeThread(world, shelf, full)) return IGNORED;
    return outcome({ before, after: shelf.get('threads', id), arrived: [id] });
  }),

  THREAD_DELETE: inGuild((world, shelf, payload) => {
    const id = idOf(payload['id']);
    if (id === undefined) return IGNORED;
    world.buried.bury(`channel:${id}`, world.nowMs);
    return changed(world.take(shelf, 'threads', id), undefined);
  }),

  THREAD_LIST_SYNC: inGuild((world, shelf, payload) => {
    if (!Array.isArray(payload['threads'])) return IGNORED;
    const synced = payload['channel_ids'] === undefined ? null : new Set(idsOf(payload['channel_ids']));
    syncThreads(world, shelf, payload['threads'], { parents: synced });
    for (const member of payloadsOf(payload['members'])) setOwnMember(world, shelf, member['id'], member);
    return outcome({ arrived: payloadsOf(payload['threads']).flatMap(({ id }) => idOf(id) ?? []) });
  }),

  // Only ever the bot's own.
  THREAD_MEMBER_UPDATE: inGuild((world, shelf, payload) => {
    const { guild_id: _guild, ...member } = payload;
    return setOwnMember(world, shelf, payload['id'], member) ? changed(undefined, undefined) : IGNORED;
  }),

  THREAD_MEMBERS_UPDATE: inGuild((world, shelf, payload) => {
    const thread = shelf.get('threads', idOf(payload['id']) ?? '');
    if (thread === undefined) return IGNORED;
    thread.pulse.member_count = integerOf(payload['member_count']) ?? thread.pulse.member_count;
    for (const added of payloadsOf(payload['added_members'])) addPerson(world, shelf, thread, added);
    for (const userId of idsOf(payload['removed_member_ids'])) {
      world.takeFrom(shelf, 'threadMembers', thread.id, userId);
      if (userId === world.selfId) dropOwnMember(world, shelf, thread.id);
    }
    return changed(undefined, shelf.get('threads', thread.id));
  }),
};

/** Which threads a list stands for. */
interface ListedThreads {
  /** The channels whose threads it names; `null` for all. */
  readonly parents: ReadonlySet<string> | null;
  /** Whether nothing that the payloads leave out is carried over. */
  readonly isFresh?: boolean;
}

/** Makes the threads of some channels, or of all, those of a list. */
export function syncThreads(world: World, shelf: Shelf, list: unknown, { parents, isFresh = false }: ListedThreads): void {
  const named = new Set<string>();
  for (const thread of payloadsOf(list)) {
    const id = idOf(thread['id']);
    if (id === undefined) continue;
    // A whole list outranks what was heard before.
    world.buried.raise(`channel:${id}`);
    if (writeThread(world, shelf, thread, isFresh)) named.add(id);
  }
  for (const { id, parent_id: parentId } of shelf.all('threads')) {
    if (!named.has(id) && (parents === null || parents.has(parentId ?? ''))) world.take(shelf, 'threads', id);
  }
}

/** Writes a thread, unless it or its channel was deleted a moment ago. */
function writeThread(world: World, shelf: Shelf, payload: Payload, isFresh = false): boolean {
  const id = idOf(payload['id']);
  if (id === undefined || !isThread({ type: integerOf(payload['type']) ?? -1 })) return false;
  if (isGone(world, id) || isGone(world, payload['parent_id'])) return false;
  const before = shelf.get('threads', id);
  const record = packChannel(before?.id ?? id, shelf.id, payload, {
    pool: world.pool,
    intern: shelf.intern,
    pulse: isFresh ? undefined : before?.pulse,
  });
  world.put(shelf, 'threads', record.id, record);
  return true;
}

function isGone(world: World, channelId: unknown): boolean {
  return typeof channelId === 'string' && world.buried.isBuried(`channel:${channelId}`, world.nowMs);
}

function addPerson(world: World, shelf: Shelf, thread: ChannelRecord, payload: Payload): void {
  const userId = idOf(payload['user_id']);
  if (userId === undefined) return;
  const { member, presence: _presence, ...person } = payload;
  learnMember(world, shelf, member);
  world.putIn(shelf, 'threadMembers', thread.id, userId, packPlain(userId, person, world.pool));
  if (userId === world.selfId) setOwnMember(world, shelf, thread.id, person);
}

function setOwnMember(world: World, shelf: Shelf, threadId: unknown, member: Payload): boolean {
  const thread = shelf.get('threads', idOf(threadId) ?? '');
  if (thread === undefined) return false;
  world.put(shelf, 'threads', thread.id, { ...thread, own: { ...thread.own, member } });
  return true;
}

function dropOwnMember(world: World, shelf: Shelf, threadId: string): void {
  const thread = shelf.get('threads', threadId);
  if (thread?.own === undefined) return;
  const { member: _member, ...own } = thread.own;
  world.put(shelf, 'threads', thread.id, { ...thread, own });
}
