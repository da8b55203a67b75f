import { setThread } from '../guild/editThread.js';
import type { GuildChannelRecord, ThreadState } from '../records.js';
import { snowflakeMs } from '../Snowflakes.js';
import type { World } from '../World.js';

const MINUTE_MS = 60_000;

/**
 * Plans when a thread is archived: so long after the last message in it, or after it was opened, as its `auto_archive_duration` says. A message since then
 * is found only when the time has come, so that messages cost nothing.
 *
 * @see {@link https://docs.discord.com/developers/topics/threads#active-archived-threads | Active and archived threads}
 */
export function planArchive(world: World, threadId: string): void {
  const name = `archiving of ${threadId}`;
  const found = openThread(world, threadId);
  if (found === undefined) {
    world.agenda.drop(name);
    return;
  }
  world.agenda.plan(name, archiveMs(found.channel, found.thread), () => {
    archiveIfIdle(world, threadId);
  });
}

function archiveIfIdle(world: World, threadId: string): void {
  const found = openThread(world, threadId);
  if (found === undefined) return;
  const { channel, thread } = found;
  if (archiveMs(channel, thread) > world.clock.wallMs()) planArchive(world, threadId);
  else setThread(world, channel, { ...thread, metadata: { ...thread.metadata, archived: true } });
}

function openThread(world: World, id: string): { readonly channel: GuildChannelRecord; readonly thread: ThreadState } | undefined {
  const channel = world.channels.get(id);
  if (channel === undefined || channel.isDirect || channel.thread === null || channel.thread.metadata.archived) return undefined;
  return { channel, thread: channel.thread };
}

function archiveMs({ messages: { lastId } }: GuildChannelRecord, { metadata }: ThreadState): number {
  const openedMs = Date.parse(String(metadata['archive_timestamp']));
  const spokenMs = lastId === null ? 0 : snowflakeMs(lastId);
  return Math.max(openedMs, spokenMs) + Number(metadata['auto_archive_duration']) * MINUTE_MS;
}
