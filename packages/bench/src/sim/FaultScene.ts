import type { Shard } from '@aplomb/gateway';
import type { FaultPlan } from '@aplomb/fake-discord/machine';
import type { SeededRandom } from './world/SeededRandom.js';
import type { SimConnection } from './world/SimConnection.js';
import type { SimNetwork } from './world/SimNetwork.js';
import type { SimProcess } from './world/SimProcess.js';
import type { ServerEnd } from './world/SimServer.js';

/** Where a fault strikes: one shard, at one instant. */
export interface FaultScene {
  readonly random: SeededRandom;
  readonly network: SimNetwork;
  readonly faults: FaultPlan;
  readonly process: SimProcess;
  readonly shardId: number;
  readonly shard: Shard;
  /** The bot's token, for whoever wants to see it told. */
  readonly token: string;
  /** The shard's present connection, if its web socket is open. */
  readonly connection: SimConnection | undefined;
  /** The server's end of it. */
  readonly end: ServerEnd | undefined;
  /** Does something so many milliseconds later. */
  readonly later: (afterMs: number, deed: () => void) => void;
  /** The process stands still. */
  freeze(durationMs: number, how: { readonly isAsleep: boolean; readonly readsFirst: boolean }): void;
  /** kill -9, and a new process so much later. */
  restart(afterMs: number): void;
  /** The user takes no events for so long. */
  lag(durationMs: number): void;
  /** For so long, IDENTIFYs may reach Discord closer together than they were sent. */
  excuseIdentifySpacing(durationMs: number): void;
}
