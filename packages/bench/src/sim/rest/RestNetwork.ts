import type { SeededRandom } from '../world/SeededRandom.js';

/** How long things take on the way, and how often they are lost. */
export interface NetworkWeather {
  /** The least that a message takes in one direction. */
  readonly baseMs: number;
  /** The mean of what comes on top, in one direction; exponential, so that messages overtake each other. */
  readonly jitterMs: number;
  /** How much longer the way may become, and shorter again, when the routes of the Internet change. */
  readonly detourMs: number;
  /** How much longer requests take in the first second of the process, which loads and compiles what it needs. */
  readonly coldMs: number;
  /** A share of the messages takes 1 to 5 s. */
  readonly spikes: number;
  /** The least that the server takes for an answer. */
  readonly serverMs: number;
  /** The mean of what comes on top. */
  readonly serverJitterMs: number;
  /** A share of the requests never arrives, and of the answers never comes back. */
  readonly lost: number;
  /** A share of the connections breaks while the answer is on its way. */
  readonly broken: number;
}

/** What becomes of one request on its way. */
export interface Fate {
  /** Until there is a connection that it can be written to. */
  readonly connectMs: number;
  /** From then on until it arrives; infinite if it does not. */
  readonly upMs: number;
  readonly serverMs: number;
  /** From the answer's departure; infinite if it does not come back. */
  readonly downMs: number;
  /** The connection breaks when the answer should be there. */
  readonly isBroken: boolean;
}

/** A connection that was not used for so long is not used again. */
const KEEP_ALIVE_MS = 4_000;
const COLD_START_MS = 1_000;
/** TCP and TLS, before a request can be sent. */
const HANDSHAKE_ROUND_TRIPS = 2;
const LEAST_SPIKE_MS = 1_000;
const LONGEST_SPIKE_MS = 5_000;

/** The way between a client and Discord: each message on its own, since connections are many. */
export class RestNetwork {
  private readonly random: SeededRandom;
  private readonly weather: NetworkWeather;
  private upDetourMs = 0;
  private downDetourMs = 0;
  /** Since when connections are idle, the one that was used last at the end. */
  private idleSinceMs: number[] = [];

  constructor(random: SeededRandom, weather: NetworkWeather) {
    this.random = random;
    this.weather = weather;
  }

  /** From now on messages take another way, each direction its own. */
  changeRoutes(random: SeededRandom): void {
    this.upDetourMs = random.between(0, this.weather.detourMs);
    this.downDetourMs = random.between(0, this.weather.detourMs);
  }

  /** Decides what becomes of a request that is sent now. */
  fate(nowMs: number): Fate {
    const { random, weather } = this;
    const lost = weather.lost === 0 ? 1 : random.next();
    return {
      connectMs: this.connectMs(nowMs),
      upMs: lost < weather.lost ? Infinity : this.upMs(),
      serverMs: weather.serverMs + random.exponential(weather.serverJitterMs),
      downMs: lost < 2 * weather.lost ? Infinity : this.downMs(),
      isBroken: weather.broken > 0 && random.chance(weather.broken),
    };
  }

  /** An answer is there, and its connection can be used again. */
  release(nowMs: number): void {
    this.idleSinceMs.push(nowMs);
  }

  /** What a request waits for its connection. */
  private connectMs(nowMs: number): number {
    const idleSinceMs = this.idleSinceMs.pop() ?? -Infinity;
    if (idleSinceMs >= nowMs - KEEP_ALIVE_MS) return 0;
    // The others are idle for longer still.
    this.idleSinceMs = [];
    const coldMs = nowMs < COLD_START_MS ? this.weather.coldMs : 0;
    let connectMs = coldMs;
    for (let trip = 0; trip < HANDSHAKE_ROUND_TRIPS; trip += 1) connectMs += this.upMs() + this.downMs();
    return connectMs;
  }

  private upMs(): number {
    return this.upDetourMs + this.oneWayMs();
  }

  private downMs(): number {
    return this.downDetourMs + this.oneWayMs();
  }

  private oneWayMs(): number {
    const { random, weather } = this;
    const spikeMs = random.chance(weather.spikes) ? random.between(LEAST_SPIKE_MS, LONGEST_SPIKE_MS) : 0;
    return weather.baseMs + random.exponential(weather.jitterMs) + spikeMs;
  }
}
