import type { NetworkWeather } from './RestNetwork.js';
import type { GlobalReading } from './truth/TrueServer.js';
import type { WordingFaults } from './truth/wording.js';
import type { ROUTES } from './truth/routes.js';

/** Who calls what: so many channels, guilds … and so many calls of each that always wait. */
export interface Demand {
  readonly route: keyof typeof ROUTES;
  /** On how many different parameters. */
  readonly majors: number;
  /** How many calls wait on each, at any time; as soon as one has ended the next one asks. */
  readonly waiting: number;
  /** Asks only now and then, in times of stress of so many milliseconds, with as many of rest between. */
  readonly everyMs?: number;
}

/** The world of a run, by numbers. All intervals are means of what comes at random; infinite where it never comes. */
export interface RestScene {
  readonly name: string;
  readonly demands: readonly Demand[];
  /**
   * Within what time all begin. Windows begin with the first request: spread over the longest of them, a count at any instant meets them
   * in all their phases. 0 is a burst of a process that has just begun.
   */
  readonly beginWithinMs: number;
  readonly network: NetworkWeather;
  readonly words: WordingFaults;
  readonly global: GlobalReading;
  /** Whether "reset after" counts from the arrival of the request or from the departure of the answer. */
  readonly stampsAt: 'arrival' | 'departure';
  /** New interactions, each with a callback and up to three follow-ups. */
  readonly interactionEveryMs: number;
  /** Hashes and limits change. */
  readonly changeEveryMs: number;
  /** The ways through the Internet change. */
  readonly detourEveryMs: number;
  /** Others use up what webhooks share, for 1 to 5 s. */
  readonly sharedEveryMs: number;
  /** The global gate closes though the bot did nothing, for 0.5 to 3 s. */
  readonly globalEveryMs: number;
  /** The host is banned, for 10 to 40 s, and told each time to come back after 5 s. */
  readonly banEveryMs: number;
  /** A share of the calls is taken back by the user after up to 3 s. */
  readonly withdrawn: number;
  /** A share of the calls is not of the kind that the client takes it for. */
  readonly misjudged: number;
  /** What the server answers to what it takes. */
  readonly acceptedStatus: number;
}
