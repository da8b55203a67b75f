import type { APIMessage } from 'discord-api-types/v10';
import { forbidden } from './refusals.js';

/** The types of what somebody has written: messages, replies, answers to commands. All others Discord posts itself. */
const WRITTEN: readonly number[] = [0, 19, 20, 23];

/** True for what Discord posts itself: that a thread was begun, a message pinned, somebody has come. */
export function isSystemMessage({ type }: Pick<APIMessage, 'type'>): boolean {
  return !WRITTEN.includes(type);
}

/** @throws {@link RefusedError} 50021 for what Discord posts itself */
export function refuseSystemMessage(payload: Pick<APIMessage, 'type'>): void {
  if (isSystemMessage(payload)) throw forbidden(50021, 'Cannot execute action on a system message');
}
