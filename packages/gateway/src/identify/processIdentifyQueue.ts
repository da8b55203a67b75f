import { createHash } from 'node:crypto';
import type { IdentifyQueue } from './IdentifyQueue.js';
import { InMemoryIdentifyQueue } from './InMemoryIdentifyQueue.js';

/** On the global object, because a process may hold this package twice, as ESM and as CJS, and Discord counts both. */
const QUEUES = Symbol.for('aplomb.identifyQueues');

/** Gateways on this machine are no Discord: each of them counts for itself. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** A process of so many bots is none; one of so many tests, each with a token of its own, is. */
const MAX_QUEUES = 1_000;

/**
 * The queue that everything in this process shares that identifies with `token` and was given no queue: `max_concurrency` 1, 1,000 a day, until it is told
 * more.
 *
 * @param url - the gateway; matters only when it is on this machine.
 */
export function processIdentifyQueue(token: string, url?: string): IdentifyQueue {
  const queues = processQueues();
  const digest = createHash('sha256')
    .update(`${localHost(url)} ${token.replace(/^Bot /, '')}`)
    .digest('hex');
  const queue = queues.get(digest) ?? new InMemoryIdentifyQueue();
  // Once more at the end, so that those in use are not the oldest.
  queues.delete(digest);
  queues.set(digest, queue);
  for (const oldest of queues.keys()) {
    if (queues.size <= MAX_QUEUES) break;
    queues.delete(oldest);
  }
  return queue;
}

function localHost(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '';
  const { host, hostname } = new URL(url);
  return LOOPBACK.test(hostname) ? host : '';
}

function processQueues(): Map<string, IdentifyQueue> {
  const known = Reflect.get(globalThis, QUEUES) as Map<string, IdentifyQueue> | undefined;
  if (known !== undefined) return known;
  const queues = new Map<string, IdentifyQueue>();
  Reflect.set(globalThis, QUEUES, queues);
  return queues;
}
