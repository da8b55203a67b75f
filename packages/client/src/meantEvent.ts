import { nearest } from '@aplomb/base';

/** What other libraries call, or called, what has Discord's name here. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['clientready', 'shardsReady'],
  ['disconnect', 'shardDisconnect'],
  ['emojicreate', 'guildEmojisUpdate'],
  ['emojidelete', 'guildEmojisUpdate'],
  ['emojiupdate', 'guildEmojisUpdate'],
  ['interaction', 'interactionCreate'],
  ['message', 'messageCreate'],
  ['ratelimit', 'restRateLimited'],
  ['rolecreate', 'guildRoleCreate'],
  ['roledelete', 'guildRoleDelete'],
  ['roleupdate', 'guildRoleUpdate'],
  ['sharderror', 'shardDisconnect'],
  ['shardreconnecting', 'shardStageUpdate'],
  ['stickercreate', 'guildStickersUpdate'],
  ['stickerdelete', 'guildStickersUpdate'],
  ['stickerupdate', 'guildStickersUpdate'],
]);

/** The event among `known` that `event` was most likely meant to be: by the name that other libraries have for it, else by its letters. */
export function meantEvent(event: unknown, known: ReadonlySet<string>): string | undefined {
  if (typeof event !== 'string') return undefined;
  // `MESSAGE_CREATE`, as it stands in Discord's documents, is far from `messageCreate` only in its letters.
  const name = event.replaceAll('_', '');
  const there = ELSEWHERE.get(name.toLowerCase());
  return there !== undefined && known.has(there) ? there : nearest(name, known);
}
