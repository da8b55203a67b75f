import type { APIMessage } from 'discord-api-types/v10';
import { isAllowed } from '../world/access.js';
import { isNewer } from '../world/MessageLog.js';
import { messagePayload } from '../world/messagePayloads.js';
import type { World } from '../world/World.js';
import { canView } from './seenBy.js';

/** Which part of a history is wanted. */
export interface SeenPage {
  /**
   * Only messages that are older than the one with this id.
   *
   * @defaultValue none: the newest
   */
  readonly before?: string;
  /**
   * How many at most.
   *
   * @defaultValue `50`
   */
  readonly limit?: number;
}

/** What somebody reads in a channel, oldest first, what is for their eyes only among it. */
export function messagesSeen(world: World, userId: string, channelId: string, { before, limit = 50 }: SeenPage): readonly APIMessage[] {
  const channel = world.channel(channelId);
  if (!canView(world, channel, userId) || !isAllowed(world, userId, channel, 'ReadMessageHistory') || limit < 1) return [];
  const all = channel.messages.all(userId);
  const older = before === undefined ? all : all.filter(({ payload: { id } }) => isNewer(before, id));
  return older.slice(-limit).map((record) => messagePayload(world, channel, record, userId));
}
