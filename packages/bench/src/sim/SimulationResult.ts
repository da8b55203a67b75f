import type { FaultScene } from './FaultScene.js';
import type { BrokenInvariant } from './Invariants.js';
import type { SimBotOptions } from './world/SimBot.js';

/** A deliberate flaw in the client, to show that the simulation finds it. */
export interface Sabotage {
  /** Events with such a number never reach the user. */
  readonly losesEvery?: number;
  /** A new connection identifies where it could resume. */
  readonly forgetsSessions?: boolean;
  /** Sockets that were let go stay. */
  readonly keepsSockets?: boolean;
  /** Other options for the bot. */
  readonly bot?: Pick<SimBotOptions, 'queue' | 'shard'>;
  /** Done to every shard a second after it was connected. */
  readonly whenConnected?: (scene: FaultScene) => void;
}

/** What a run is given. */
export interface SimulationOptions {
  readonly seed: number;
  /**
   * Hours of virtual time.
   *
   * @defaultValue the seed decides: 0.4 to 1.2
   */
  readonly hours?: number;
  readonly sabotage?: Sabotage;
  /**
   * Whether to write down what happens.
   *
   * @defaultValue `false`
   */
  readonly trace?: boolean;
}

/** What came of a run. */
export interface SimulationResult {
  readonly seed: number;
  readonly virtualMs: number;
  readonly turns: number;
  readonly broken: BrokenInvariant | null;
  /** How often each fault struck. */
  readonly faults: ReadonlyMap<string, number>;
  /** From fault (of an outage, its end) to `Connected`, in milliseconds, by fault; only where one fault struck alone and cost the connection. */
  readonly recoveriesMs: ReadonlyMap<string, readonly number[]>;
  readonly delivered: number;
  readonly identifies: number;
  readonly resumes: number;
  readonly sessionsLost: number;
  readonly trace: readonly string[];
}
