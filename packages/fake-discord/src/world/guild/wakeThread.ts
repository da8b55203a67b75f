import { isAllowed } from '../access.js';
import type { GuildChannelRecord } from '../records.js';
import { badRequest } from '../refusals.js';
import type { World } from '../World.js';
import { setThread } from './editThread.js';
import { joinThread } from './threads.js';

/** Whoever writes in a thread is in it from then on, and opens it again when it was archived, unless it is locked. */
export function wakeThread(world: World, channel: GuildChannelRecord, userId: string): void {
  const { thread } = channel;
  if (thread === null) return;
  if (thread.metadata.archived) {
    if (thread.metadata.locked && !isAllowed(world, userId, channel, 'ManageThreads')) throw badRequest(50083, 'Thread is archived');
    setThread(world, channel, { ...thread, metadata: { ...thread.metadata, archived: false } });
  }
  joinThread(world, { channel, thread: channel.thread ?? thread }, userId);
}
