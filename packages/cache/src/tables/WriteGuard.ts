import type { Resource } from '../records/entities.js';

/**
 * Hears of every write and removal, and may refuse it. There is one only while an answer of REST is awaited or written, or a snapshot restored: what
 * those bring must not undo what an event has said since. See `fill/Arbiter.ts`.
 */
export interface WriteGuard {
  /** `place` is the id of the guild or, for what lives in a channel, of the channel; empty for users and direct messages. */
  permits(resource: Resource, place: string, id: string): boolean;
}
