import { FAULTS } from '../faults/faults.js';
import type { FaultName } from '../protocol.js';
import type { CallsOf } from './Call.js';
import { isOfTheBot } from './patience.js';
import { badCall, object, oneOf, optional, text, whole } from './readers.js';

const HOUR_MS = 3_600_000;
/** Polls last 32 days at most. */
const ADVANCE_MAX_MS = 32 * 24 * HOUR_MS;
const COUNT_MAX = 1_000;
const SHARD_MAX = 100_000;
const ENTRIES = 200;

/** The playground's own: what goes wrong, what time it is, what is recorded, what happened. */
export const ownCalls: CallsOf<'clearFaults' | 'clock' | 'fault' | 'payload' | 'record' | 'timeline'> = {
  fault: {
    reads: object({
      name: oneOf(Object.keys(FAULTS) as FaultName[]),
      count: optional(whole(1, COUNT_MAX)),
      ms: optional(whole(1, HOUR_MS)),
      route: optional(text()),
      shard: optional(whole(0, SHARD_MAX)),
    }),
    does: ({ backstage }, { count = 1, ms, name, route = '*', shard = 0 }) => {
      const { label, strike, target } = FAULTS[name];
      const waiting = strike(backstage.discord.faults, { count, route, shard, ...(ms !== undefined && { ms }) });
      if (waiting !== undefined) backstage.armed.add(name, waiting);
      backstage.note('fault', `${label}, ${target === 'shard' ? `shard ${shard}` : route}`);
      return null;
    },
  },
  clearFaults: {
    reads: object({}),
    does: ({ backstage }) => {
      backstage.discord.faults.clear();
      backstage.note('fault', 'none from now on');
      return null;
    },
  },
  clock: {
    reads: object({ action: oneOf(['advance', 'pause', 'resume']), ms: optional(whole(1, ADVANCE_MAX_MS)) }),
    does: async ({ backstage }, args) => {
      const { time } = backstage;
      if (args.action === 'advance' && args.ms === undefined) throw badCall('`advance` lacks `ms`.', 'Say by how many milliseconds.');
      backstage.note('clock', args.action === 'advance' ? `${(args.ms ?? 0) / 1_000} s forward` : `${args.action}d`);
      // Time has moved, whether or not the bot comes to rest after it.
      return time.move(args).catch((error: unknown) => {
        if (isOfTheBot(error)) return time.state;
        throw error;
      });
    },
  },
  record: {
    reads: object({ action: oneOf(['discard', 'start', 'stop']) }),
    does: ({ backstage: { recorder } }, { action }) => recorder[action](),
  },
  payload: {
    reads: object({ entry: whole(1, Number.MAX_SAFE_INTEGER) }),
    does: ({ backstage: { timeline } }, { entry }) => timeline.payload(entry),
  },
  timeline: {
    reads: object({ before: whole(1, Number.MAX_SAFE_INTEGER), limit: optional(whole(1, ENTRIES)) }),
    does: ({ backstage: { timeline } }, { before, limit = ENTRIES }) => ({ entries: timeline.before(before, limit) }),
  },
};
