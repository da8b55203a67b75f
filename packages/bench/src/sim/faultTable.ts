import type { SimConnection } from './world/SimConnection.js';
import type { ConnectTrouble } from './world/SimNetwork.js';
import type { FaultRuleName, FaultRules, RuleScope } from '@aplomb/fake-discord/machine';
import type { FaultScene } from './FaultScene.js';

/** One way for things to go wrong. */
export interface FaultKind {
  /** How often it is chosen beside the others. */
  readonly weight: number;
  /** Makes it happen, and tells for how many milliseconds it lasts. */
  readonly strike: (scene: FaultScene) => number;
}

/** Close codes that Discord may close with at any time; none of them is fatal. */
const CLOSE_CODES = [1000, 1001, 1012, 3000, 4000, 4001, 4002, 4003, 4005, 4006, 4007, 4008, 4009, 4015, 4099] as const;
const TROUBLES = ['refused', 'dns', 'tls', 'bad-status', 'reset', 'hang'] as const;
const SECOND = 1_000;

/** The faults of the network. */
const linkFaults = {
  rst: onConnection((connection) => {
    connection.reset();
  }),
  fin: onConnection((connection) => {
    connection.finish();
  }),
  halfOpen: onConnection((connection, { random }) => {
    connection.blackhole({ up: true, down: true, takesWrites: random.chance(0.7) });
  }),
  deaf: onConnection((connection) => {
    connection.blackhole({ up: false, down: true });
  }),
  dumb: onConnection((connection, { random }) => {
    connection.blackhole({ up: true, down: false, takesWrites: random.chance(0.5) });
  }),
  stall: onConnection((connection, scene) => {
    const durationMs = scene.random.between(100, 8 * SECOND);
    scene.excuseIdentifySpacing(60 * SECOND);
    connection.stall(durationMs, { up: scene.random.chance(0.5), down: true });
    return durationMs;
  }),
  slowDrip: onConnection((connection, { random }) => {
    const durationMs = random.between(SECOND, 60 * SECOND);
    connection.dripNext(durationMs);
    return durationMs + 45 * SECOND;
  }),
  pingless: onConnection((connection) => {
    connection.answersPings = false;
  }),
  corruptText: onConnection((connection, { random }) => {
    connection.nextText = (text) => (random.chance(0.3) ? '' : text.slice(0, -random.whole(1, 5)));
    return 45 * SECOND;
  }),
  serverDown: outage(({ network, random }) => {
    const durationMs = random.between(SECOND, 240 * SECOND);
    network.trouble('', 'refused', durationMs);
    network.cutAll();
    return durationMs;
  }),
  dnsDead: outage(({ network, random }) => {
    const durationMs = random.between(SECOND, 120 * SECOND);
    network.trouble('', 'dns', durationMs);
    if (random.chance(0.8)) network.cutAll();
    return durationMs;
  }),
  resumeHostDead: outage(({ network, random }) => {
    const durationMs = random.between(SECOND, 600 * SECOND);
    network.trouble('gateway-sim', random.pick<ConnectTrouble>(TROUBLES), durationMs);
    network.cutAll();
    return 5 * SECOND;
  }),
  badConnects: outage(({ network, random }) => {
    const troubles = Array.from({ length: random.whole(1, 4) }, () => random.pick<ConnectTrouble>(TROUBLES));
    network.troubleNext(...troubles);
    network.cutAll();
    return troubles.length * 15 * SECOND;
  }),
} as const;

/** What Discord does of its own accord. */
const serverFaults = {
  op7: onServer((scene) => {
    scene.end?.feed({ type: 'reconnect' });
  }),
  op9Resumable: onServer((scene) => {
    scene.end?.feed({ type: 'invalidate', resumable: true });
  }),
  op9: onServer((scene) => {
    scene.end?.feed({ type: 'invalidate', resumable: scene.random.pick<unknown>([false, false, false, null, undefined, 0]) });
  }),
  closeCode: onServer((scene) => {
    scene.end?.feed({ type: 'close', code: scene.random.pick<number>(CLOSE_CODES), reason: 'simulated' });
  }),
  op1: onServer((scene) => {
    for (let count = scene.random.whole(1, 12); count > 0; count -= 1) scene.end?.feed({ type: 'requestHeartbeat' });
  }),
  swallowedAcks: onServer((scene) => {
    scene.end?.feed({ type: 'zombify' });
    return 130 * SECOND;
  }),
  lateAcks: onServer((scene) => {
    scene.end?.feed({ type: 'delayAcks', ms: scene.random.between(SECOND, 120 * SECOND) });
    return 130 * SECOND;
  }),
  skippedSequence: onServer((scene) => {
    scene.end?.feed({ type: 'skipSequence', count: scene.random.whole(1, 50) });
  }),
  unknownOp: onServer((scene) => {
    scene.connection?.receive('{"t":null,"s":null,"op":99,"d":{"what":1}}');
    scene.connection?.receive('{"t":"NEW_EVENT","s":null,"op":0,"d":null}');
  }),
} as const;

/** What goes wrong while a connection is set up: planned, then the present connection is cut. */
const handshakeFaults = {
  helloLate: planned(15 * SECOND, ({ plan, random }) => {
    plan('helloDelayMs', random.between(SECOND, 9 * SECOND));
  }),
  helloNever: planned(25 * SECOND, ({ plan, random }) => {
    plan('withholdHello', true, { count: random.whole(1, 3) });
  }),
  firstFrame: planned(20 * SECOND, ({ plan, random }) => {
    plan('firstFrame', { op: random.pick([7, 9, 11]), d: false }, { count: random.whole(1, 3) });
  }),
  absurdInterval: planned(70 * SECOND, ({ plan, random }) => {
    plan('heartbeatInterval', random.pick<unknown>([0, -1, null, 'soon', undefined, 1e12]));
  }),
  closeAfterResume: planned(40 * SECOND, ({ plan, random, shardId }) => {
    plan('closeAfterResume', { code: random.pick<number>(CLOSE_CODES) }, { count: random.whole(1, 6), shardId });
  }),
  op9AfterResume: planned(30 * SECOND, ({ plan, random, shardId }) => {
    plan('invalidateAfterResume', random.chance(0.5), { count: random.whole(1, 5), shardId });
  }),
  op7AfterResume: planned(20 * SECOND, ({ plan, random, shardId }) => {
    plan('reconnectAfterResume', true, { count: random.whole(1, 4), shardId });
  }),
  replayedTwice: planned(3 * SECOND, ({ plan, random, shardId }) => {
    plan('replayEarlier', random.whole(1, 200), { shardId });
  }),
  resumedWithheld: planned(40 * SECOND, ({ plan, random, shardId }) => {
    plan('withholdResumedMs', random.chance(0.3) ? Infinity : random.between(SECOND, 30 * SECOND), { shardId });
  }),
} as const;

/** What goes wrong while a new session is set up: planned, then the session is ended. */
const identifyFaults = {
  closeAfterIdentify: identifying(100 * SECOND, ({ plan, random, shardId }) => {
    plan('closeAfterIdentify', { code: random.pick<number>(CLOSE_CODES) }, { count: random.whole(1, 4), shardId });
  }),
  op9AfterIdentify: identifying(100 * SECOND, ({ plan, random, shardId }) => {
    plan('invalidateAfterIdentify', random.chance(0.3), { count: random.whole(1, 4), shardId });
  }),
  readyWithheld: identifying(30 * SECOND, ({ plan, random, shardId }) => {
    const ms = random.chance(0.2) ? Infinity : random.between(SECOND, 280 * SECOND);
    plan('withholdReadyMs', ms, { shardId });
    return Math.min(ms, 310 * SECOND);
  }),
  strangeResumeUrl: identifying(20 * SECOND, ({ plan, random, shardId }) => {
    const url = random.pick<unknown>(['wss://attacker.example', 'ws://gateway.discord.gg', 'nonsense', 7, null, undefined]);
    plan('readyWith', { resume_gateway_url: url }, { shardId });
  }),
} as const;

/** What happens to the bot's own process and what its user does. */
const processFaults = {
  stopped: ((scene) => {
    const durationMs = scene.random.chance(0.5) ? scene.random.between(100, 10 * SECOND) : scene.random.between(10 * SECOND, 600 * SECOND);
    scene.freeze(durationMs, { isAsleep: false, readsFirst: scene.random.chance(0.5) });
    return durationMs;
  }) satisfies FaultKind['strike'],
  asleep: ((scene) => {
    const durationMs = scene.random.between(SECOND, 3_600 * SECOND);
    scene.freeze(durationMs, { isAsleep: true, readsFirst: scene.random.chance(0.5) });
    return durationMs;
  }) satisfies FaultKind['strike'],
  wallJump: ((scene) => {
    scene.excuseIdentifySpacing(600 * SECOND);
    scene.process.jumpWall(scene.random.between(-3_600 * SECOND, 3_600 * SECOND));
    return 0;
  }) satisfies FaultKind['strike'],
  killed: ((scene) => {
    scene.restart(scene.random.between(100, 20 * SECOND));
    return 20 * SECOND;
  }) satisfies FaultKind['strike'],
  userReconnects: ((scene) => {
    scene.shard.reconnect({ resume: scene.random.chance(0.6) });
    return 0;
  }) satisfies FaultKind['strike'],
  laggingConsumer: ((scene) => {
    const durationMs = scene.random.between(SECOND, 180 * SECOND);
    scene.lag(durationMs);
    return durationMs;
  }) satisfies FaultKind['strike'],
} as const;

/** Every kind of fault, by name. */
export const faultTable: Readonly<Record<string, FaultKind>> = Object.freeze({
  ...weighted(4, linkFaults),
  ...weighted(4, serverFaults),
  ...weighted(3, handshakeFaults),
  ...weighted(2, identifyFaults),
  ...weighted(2, processFaults),
});

type Strike = FaultKind['strike'];

/** A deed that tells no duration is over at once. */
function lasting(told: unknown): number {
  return typeof told === 'number' ? told : 0;
}

/** Strikes the present connection, if there is one. */
function onConnection(deed: (connection: SimConnection, scene: FaultScene) => unknown): Strike {
  return (scene) => (scene.connection === undefined ? 0 : lasting(deed(scene.connection, scene)));
}

function onServer(deed: (scene: FaultScene) => unknown): Strike {
  return (scene) => lasting(deed(scene));
}

function outage(deed: (scene: FaultScene) => number): Strike {
  return deed;
}

/** Plans something for the connections of the next `forMs` and cuts the present one. What it returns is how much longer it may last once it has struck. */
function planned(forMs: number, makePlan: (scene: FaultScene & { readonly plan: Planner }) => unknown): Strike {
  return (scene) => {
    const lastsMs = lasting(makePlan({ ...scene, plan: plannerFor(scene, forMs) }));
    scene.connection?.reset();
    return forMs + lastsMs;
  };
}

/** Plans something for the IDENTIFYs of the next `forMs` and ends the present session. */
function identifying(forMs: number, makePlan: (scene: FaultScene & { readonly plan: Planner }) => unknown): Strike {
  return (scene) => {
    const lastsMs = lasting(makePlan({ ...scene, plan: plannerFor(scene, forMs) }));
    scene.end?.feed({ type: 'invalidate', resumable: false });
    return forMs + lastsMs;
  };
}

type Planner = <Name extends FaultRuleName>(name: Name, value: FaultRules[Name], scope?: RuleScope) => void;

/** A plan that has not struck by then is taken back: it would surprise a later session. */
function plannerFor({ faults, later }: FaultScene, forMs: number): Planner {
  return (name, value, scope) => {
    const rule = faults.plan(name, value, scope);
    later(forMs, () => {
      rule.cancel();
    });
  };
}

function weighted(weight: number, strikes: Readonly<Record<string, Strike>>): Record<string, FaultKind> {
  return Object.fromEntries(Object.entries(strikes).map(([name, strike]) => [name, { weight, strike }]));
}
