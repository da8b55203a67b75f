import { createHash } from 'node:crypto';
import type { IdentifyQueue } from './IdentifyQueue.js';
import { InMemoryIdentifyQueue } from './InMemoryIdentifyQueue.js';

/** On the global object, because a process may hold this package twice, as ESM and as CJS, and Discord counts both. */
const QUEUES = Symbol.for('aplomb.identifyQueues');

/** The queue that everything in this process shares that identifies with `token` and was given no queue: `max_concurrency` 1, 1,000 a day. */
export function processIdentifyQueue(token: string): IdentifyQueue {
  const queues = processQueues();
  const digest = createHash('sha256').update(token.replace(/^Bot /, '')).digest('hex');
  const queue = queues.get(digest) ?? new InMemoryIdentifyQueue();
  queues.set(digest, queue);
  return queue;
}

function processQueues(): Map<string, IdentifyQueue> {
  const known = Reflect.get(globalThis, QUEUES) as Map<string, IdentifyQueue> | undefined;
  if (known !== undefined) return known;
  const queues = new Map<string, IdentifyQueue>();
  Reflect.set(globalThis, QUEUES, queues);
  return queues;
}
