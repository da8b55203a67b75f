import type { DiscordFaults, PlannedFault } from '@aplomb/fake-discord';
import type { CallArguments, FaultName, FaultOffer } from '../protocol.js';

/** How a fault is to strike: a shard, or the next requests to a route. */
export type Strike = Required<Pick<CallArguments<'fault'>, 'count' | 'route' | 'shard'>> & Pick<CallArguments<'fault'>, 'ms'>;

/** A button, and what it does. */
interface FaultRow extends Omit<FaultOffer, 'name'> {
  /** What waits for a request is returned. */
  readonly strike: (faults: DiscordFaults, strike: Strike) => PlannedFault | undefined;
}

const RETRY_AFTER_MS = 2_000;
const SLOW_MS = 2_500;

/** What can go wrong at the push of a button. */
export const FAULTS: Readonly<Record<FaultName, FaultRow>> = {
  op7: {
    label: 'Op 7: reconnect',
    hint: 'Discord asks the shard to connect anew. It closes, comes back and resumes; nothing is lost.',
    target: 'shard',
    strike: (faults, { shard }) => {
      faults.reconnect(shard);
    },
  },
  'op9-resumable': {
    label: 'Op 9: resumable',
    hint: 'Discord says that the connection is invalid and the session is not. The shard resumes.',
    target: 'shard',
    strike: (faults, { shard }) => {
      faults.invalidateSession(shard, true);
    },
  },
  op9: {
    label: 'Op 9: session lost',
    hint: 'Discord ends the session. The shard waits one to five seconds and identifies; events between are lost.',
    target: 'shard',
    strike: (faults, { shard }) => {
      faults.invalidateSession(shard, false);
    },
  },
  drop: {
    label: 'Drop the connection',
    hint: 'The TCP connection ends without a close frame, as when a router restarts. The shard resumes.',
    target: 'shard',
    strike: (faults, { shard }) => {
      faults.dropSocket(shard);
    },
  },
  zombie: {
    label: 'Zombie',
    hint: 'Heartbeats are no longer acknowledged. A good shard notices, closes with a code that keeps the session, and resumes.',
    target: 'shard',
    strike: (faults, { shard }) => {
      faults.zombify(shard);
    },
  },
  silence: {
    label: 'Silence',
    hint: 'The connection stays and nothing goes through it in either direction. A good shard pings, gives up and resumes.',
    target: 'shard',
    strike: (faults, { shard }) => {
      faults.blackhole(shard);
    },
  },
  'refuse-429': {
    label: '429: rate limited',
    hint: 'The next request is refused and told when to come again. A good client waits for that long, and no longer.',
    target: 'requests',
    strike: (faults, { count, ms = RETRY_AFTER_MS, route }) => faults.rateLimit(route, { retryAfterMs: ms, count }),
  },
  'fail-500': {
    label: '500: Discord fails',
    hint: 'The next request fails without being done. A good client repeats what is safe to repeat.',
    target: 'requests',
    strike: (faults, { count, route }) => faults.failRequests(route, 500, { count }),
  },
  slow: {
    label: 'Slow answer',
    hint: 'The next request is done at once and answered late: an interaction may run out of its three seconds.',
    target: 'requests',
    strike: (faults, { count, ms = SLOW_MS, route }) => faults.slowAnswer(route, ms, { count }),
  },
};

/** The buttons, for the page to show. */
export const FAULT_OFFERS: readonly FaultOffer[] = Object.entries(FAULTS).map(([name, { hint, label, target }]) => ({
  name: name as FaultName,
  hint,
  label,
  target,
}));
