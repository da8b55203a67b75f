import type { EventKeys } from './eventKeys.js';

/** What an event's ids must be for a collector to hear it. What is left out may be anything; what the event itself lacks is never right. */
export interface EventConditions {
  /** Only in this channel or thread. */
  readonly channelId?: string | undefined;
  /** Only of components or modals with one of these custom ids. */
  readonly customIds?: readonly string[] | undefined;
  /** Only in this guild; nothing in direct messages. */
  readonly guildId?: string | undefined;
  /** Only on this message. */
  readonly messageId?: string | undefined;
  /** Only by this user: who wrote, reacted, pressed, joined … */
  readonly userId?: string | undefined;
}

/** One event of the client that is heard, and under which conditions. */
export interface Hearing {
  readonly event: string;
  readonly conditions: EventConditions;
}

/** Why the hub ends a collector. */
export type HubEndReason = 'channelDelete' | 'guildDelete' | 'messageDelete' | 'shutdown' | 'threadDelete';

/** A collector as the hub knows it. */
export interface Ear {
  /** When it wants to be woken, on the hub's clock; `null` for never. It may move later, never earlier. */
  readonly deadlineMs: number | null;
  readonly hearings: readonly Hearing[];
  /** Hears an event that meets its conditions. `args` is what handlers are called with. Never throws. */
  hear(event: string, args: readonly unknown[]): void;
  /** What it hangs on is gone. */
  end(reason: HubEndReason): void;
  /** Its deadline may have passed. */
  wake(): void;
}

/** Whether an event with these ids meets the conditions. */
export function meets({ channelId, customIds, guildId, messageId, userId }: EventConditions, keys: EventKeys): boolean {
  return (
    (messageId === undefined || messageId === keys.messageId) &&
    (userId === undefined || userId === keys.userId) &&
    (channelId === undefined || channelId === keys.channelId) &&
    (guildId === undefined || guildId === keys.guildId) &&
    (customIds === undefined || (keys.customId !== undefined && customIds.includes(keys.customId)))
  );
}
