import { isAllowed } from '../access.js';
import type { GuildChannelRecord } from '../records.js';
import { badRequest, forbidden } from '../refusals.js';
import type { World } from '../World.js';
import { setThread } from './editThread.js';
import { joinThread } from './threads.js';

/** Whoever writes in a thread is in it from then on, and opens it again when it was archived, unless it is locked: then only who manages threads writes. */
export function wakeThread(world: World, channel: GuildChannelRecord, userId: string): void {
  const { thread } = channel;
  if (thread === null) return;
  const isBarred = thread.metadata.locked && !isAllowed(world, userId, channel, 'ManageThreads');
  if (isBarred && !thread.metadata.archived) throw forbidden(160005, 'Thread is locked');
  if (isBarred) throw badRequest(50083, 'Thread is archived');
  if (thread.metadata.archived) setThread(world, channel, { ...thread, metadata: { ...thread.metadata, archived: false } });
  joinThread(world, { channel, thread: channel.thread ?? thread }, userId);
}
