import { enterChannel } from '../access.js';
import { channelPayload, threadMemberPayload } from '../channelPayloads.js';
import { isNewer } from '../MessageLog.js';
import { messageForBot } from '../messagePayloads.js';
import { allows } from '../permissions.js';
import type { GuildChannelRecord } from '../records.js';
import { badRequest } from '../refusals.js';
import type { World } from '../World.js';

/** Which threads are looked for; what is `undefined` does not matter. */
export interface WantedThreads {
  readonly archived: boolean | undefined;
  readonly isEveryTagWanted: boolean;
  readonly name: string | undefined;
  readonly newerThan: string | undefined;
  readonly olderThan: string | undefined;
  readonly tags: readonly string[];
}

/** Threads of a channel that fit, newest first, with the first message of each. */
export function threadsFound(
  world: World,
  userId: string,
  channelId: string,
  wanted: WantedThreads,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): object {
  const parent = enterChannel(world, userId, channelId, 'ReadMessageHistory');
  if (parent.isDirect || parent.thread !== null) throw badRequest(50024, 'Cannot execute action on this channel type');
  const all = [...world.guild(parent.guildId).threads.values()].filter(({ parentId }) => parentId === channelId);
  const fitting = all.filter((thread) => allows(world.permissionsIn(thread, userId), 'ViewChannel') && isWanted(thread, wanted));
  const sorted = fitting.sort((a, b) => (isNewer(a.id, b.id) ? -1 : 1));
  const threads = sorted.slice(offset, offset + limit);
  const joined = threads.filter(({ thread }) => thread?.members.has(userId) === true);
  return {
    threads: threads.map(channelPayload),
    members: joined.map((thread) => threadMemberPayload(thread, userId)),
    first_messages: threads.flatMap((thread) => {
      const first = thread.messages.find(thread.id);
      return first === undefined ? [] : [messageForBot(world, thread, first)];
    }),
    has_more: sorted.length > offset + limit,
    total_results: sorted.length,
  };
}

function isWanted(
  { id, name, thread }: GuildChannelRecord,
  { archived, isEveryTagWanted, newerThan, olderThan, ...wanted }: WantedThreads,
): boolean {
  const tags = thread?.appliedTags ?? [];
  const has = (tag: string): boolean => tags.includes(tag);
  return (
    (archived === undefined || thread?.metadata.archived === archived) &&
    (wanted.name === undefined || name.toLowerCase().includes(wanted.name.toLowerCase())) &&
    (newerThan === undefined || isNewer(id, newerThan)) &&
    (olderThan === undefined || isNewer(olderThan, id)) &&
    (wanted.tags.length === 0 || (isEveryTagWanted ? wanted.tags.every(has) : wanted.tags.some(has)))
  );
}
