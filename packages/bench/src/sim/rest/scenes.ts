import type { NetworkWeather } from './RestNetwork.js';
import type { Demand, RestScene } from './RestScene.js';
import { NO_FAULTS } from './truth/wording.js';

/*
 * The network of the scenes that are measured: 20 ms each way and 4 ms more on average, and an answer that takes the server 15 ms and 10
 * ms more on average: a round trip of 73 ms in the mean, 55 at least, as from a data centre on Discord's side of an ocean. One message in
 * 2,000 takes 1 to 5 s. A new connection costs two round trips more before its request can go, and in the first second of the process 300
 * ms on top. Each message takes its own time, so that later ones overtake.
 */
const NETWORK: NetworkWeather = {
  baseMs: 20,
  jitterMs: 4,
  detourMs: 0,
  coldMs: 300,
  spikes: 0.0005,
  serverMs: 15,
  serverJitterMs: 10,
  lost: 0,
  broken: 0,
};

/** Some 600 buckets, most of them of the windows that bots meet most: 5 per 5 s and 10 per 10 s. */
const EVERYTHING: readonly Demand[] = [
  { route: 'sendMessage', majors: 120, waiting: 6 },
  { route: 'editMessage', majors: 60, waiting: 6 },
  { route: 'deleteMessage', majors: 4, waiting: 12 },
  { route: 'addReaction', majors: 8, waiting: 3 },
  { route: 'removeReaction', majors: 8, waiting: 3 },
  { route: 'readMessages', majors: 40, waiting: 6 },
  { route: 'readMessage', majors: 20, waiting: 6 },
  { route: 'type', majors: 30, waiting: 6 },
  { route: 'editChannel', majors: 30, waiting: 4 },
  { route: 'editMember', majors: 60, waiting: 5 },
  { route: 'addRole', majors: 60, waiting: 5 },
  { route: 'removeRole', majors: 30, waiting: 5 },
  { route: 'readMember', majors: 50, waiting: 12 },
  { route: 'ban', majors: 60, waiting: 6 },
  { route: 'executeWebhook', majors: 40, waiting: 6 },
  { route: 'readGateway', majors: 1, waiting: 3 },
  { route: 'openDm', majors: 1, waiting: 12 },
];

const MODERATE: Omit<RestScene, 'name' | 'demands' | 'global'> = {
  beginWithinMs: 15_000,
  network: NETWORK,
  words: NO_FAULTS,
  stampsAt: 'arrival',
  interactionEveryMs: Infinity,
  changeEveryMs: 60_000,
  detourEveryMs: Infinity,
  sharedEveryMs: Infinity,
  globalEveryMs: Infinity,
  banEveryMs: Infinity,
  withdrawn: 0,
  misjudged: 0,
  acceptedStatus: 200,
};

/** The buckets bind: there is no global limit. */
export const BUCKETS: RestScene = { ...MODERATE, name: 'buckets', demands: EVERYTHING, global: { kind: 'off', limit: Infinity } };

/** The global limit binds: 500 buckets could take ten times as much. */
export const GLOBAL: RestScene = {
  ...MODERATE,
  name: 'global',
  beginWithinMs: 0,
  demands: [
    { route: 'sendMessage', majors: 200, waiting: 2 },
    { route: 'readMessages', majors: 100, waiting: 2 },
    { route: 'editMember', majors: 100, waiting: 2 },
    { route: 'ban', majors: 100, waiting: 2 },
  ],
  global: { kind: 'rolling', limit: 50 },
};

/**
 * Now the one, now the other: some channels always ask for more than they get, and now and then all ask. Interactions come all the time,
 * and others use webhooks.
 */
export const MIXED: RestScene = {
  ...MODERATE,
  name: 'mixed',
  demands: [
    { route: 'sendMessage', majors: 20, waiting: 6 },
    { route: 'editMember', majors: 10, waiting: 6 },
    { route: 'executeWebhook', majors: 2, waiting: 6 },
    { route: 'addReaction', majors: 1, waiting: 3 },
    { route: 'deleteMessage', majors: 1, waiting: 6 },
    { route: 'editChannel', majors: 5, waiting: 3 },
    { route: 'createEmoji', majors: 2, waiting: 2 },
    { route: 'editMessage', majors: 180, waiting: 2, everyMs: 30_000 },
    { route: 'readMessages', majors: 100, waiting: 2, everyMs: 30_000 },
    { route: 'readMember', majors: 100, waiting: 2, everyMs: 30_000 },
    { route: 'ban', majors: 100, waiting: 2, everyMs: 30_000 },
  ],
  global: { kind: 'rolling', limit: 50 },
  interactionEveryMs: 100,
  sharedEveryMs: 20_000,
};

/** Everything at once, and everything goes wrong: what must hold then is safety, not speed. */
export const CHAOS: RestScene = {
  ...MIXED,
  name: 'chaos',
  beginWithinMs: 0,
  global: { kind: 'fixed', limit: 50 },
  demands: [
    ...EVERYTHING.map((demand) => ({ ...demand, waiting: Math.min(demand.waiting, 3) })),
    { route: 'createEmoji', majors: 5, waiting: 2 },
  ],
  network: { ...NETWORK, jitterMs: 15, detourMs: 20, spikes: 0.003, lost: 0.001, broken: 0.001 },
  words: { missing: 0.01, malformed: 0.01, mute: 0.05, serverError: 0.005, badGateway: 0.005 },
  stampsAt: 'departure',
  changeEveryMs: 10_000,
  detourEveryMs: 120_000,
  sharedEveryMs: 5_000,
  globalEveryMs: 60_000,
  banEveryMs: 300_000,
  withdrawn: 0.02,
  misjudged: 0.05,
};

/** The same without a global limit, so that buckets are met at full speed. */
export const CHAOS_OF_BUCKETS: RestScene = { ...CHAOS, name: 'chaos of buckets', global: { kind: 'off', limit: Infinity } };

export const SCENES: readonly RestScene[] = [BUCKETS, GLOBAL, MIXED, CHAOS, CHAOS_OF_BUCKETS];
