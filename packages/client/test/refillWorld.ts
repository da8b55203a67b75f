import type { CachePolicy } from '@aplomb/cache';
import { BOT, CHANNELS, GUILD } from './structures/samples.js';
import { viewWorld } from './structures/viewWorld.js';

const ANSWERS: Readonly<Record<string, unknown>> = {
  'users.me': BOT,
  'guilds.channels': [CHANNELS[0]],
  'guilds.activeThreads': { threads: [], members: [] },
  'guilds.member': { user: BOT, roles: [], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 },
};

/** A refill whose REST knows every guild, until `answer` says something else. */
export function refillWorld(answer: (method: string, calls: number) => unknown = () => undefined, policy: CachePolicy = {}) {
  const told: unknown[] = [];
  let progress = 0;
  const { apply, cache, calls, clock, rest } = viewWorld({
    policy,
    answer: (method) => {
      const given = answer(method, calls.filter(([name]) => name === method).length);
      if (given !== undefined) return given;
      return method === 'guilds.get' ? { ...GUILD, id: calls.findLast(([name]) => name === method)?.[1] } : ANSWERS[method];
    },
  });
  const options = { cache, clock, rest, progressed: () => (progress += 1), warn: (error: unknown) => told.push(error) };
  const methods = () => calls.map(([method]) => method);
  return { apply, cache, calls, clock, methods, options, progress: () => progress, told };
}

/** Lets what is under way come to rest. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
