import { doublingMs, equalJitterMs, type BackoffOptions } from '@aplomb/base';

/** A link that carried something ended: come back at once, spread over this long so that a fleet does not come back in one instant. */
const FRESH_JITTER_MS = 100;
/** Half a second less than the five within which a shard is to be back when Discord is: connecting takes its time as well. */
const FAILURE_BACKOFF: BackoffOptions = { firstMs: 500, maxMs: 4_500 };
/** After an IDENTIFY that led nowhere: each one costs a piece of the daily budget. */
const IDENTIFY_BACKOFF: BackoffOptions = { firstMs: 5_000, maxMs: 600_000 };
const IDENTIFY_JITTER = 0.1;
/** RESUMEs that Discord closed without a word, after which the session counts as over. */
const MAX_REFUSED_RESUMES = 8;
/** How often op 9 may claim that the session can be resumed. */
const MAX_RESUMABLE_INVALIDATIONS = 3;
/** Links in a row that came up and carried nothing: after these, coming up no longer counts as success. */
const MAX_BARREN_LINKS = 3;
/** Discord's advice for the wait after op 9 was one to five seconds. */
const INVALID_SESSION_WAIT_MS = { min: 1_000, max: 5_000 };

/**
 * Counts what went wrong and says how long to wait. Time and connect failures never end a session: RESUME is free, and Discord answers in one
 * round trip. Only IDENTIFY is dear.
 */
export class ReconnectPolicy {
  /** Connects in a row that led to nothing. */
  failures = 0;
  private identifyFailures = 0;
  private refusedResumes = 0;
  private resumableInvalidations = 0;
  private barrenLinks = 0;
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  /** The link has been well for a while: all is forgotten. */
  healthy(): void {
    this.failures = 0;
    this.identifyFailures = 0;
    this.refusedResumes = 0;
    this.resumableInvalidations = 0;
    this.barrenLinks = 0;
  }

  /** A dispatch came: the session is alive. */
  progressed(): void {
    this.refusedResumes = 0;
    this.resumableInvalidations = 0;
  }

  /** The wait after a link that had come up. `isBarren`: it carried nothing and lived a moment only. */
  afterLinkMs(isBarren: boolean): number {
    this.barrenLinks = isBarren ? this.barrenLinks + 1 : 0;
    return this.barrenLinks > MAX_BARREN_LINKS ? this.afterFailureMs() : this.freshMs();
  }

  /** The wait after a connect that led to nothing. */
  afterFailureMs(): number {
    this.failures += 1;
    return equalJitterMs(FAILURE_BACKOFF, this.failures, this.random);
  }

  /** The wait after a RESUME that was closed without a dispatch, and whether the session is to be given up. */
  afterRefusedResume(): { readonly delayMs: number; readonly isSessionOver: boolean } {
    this.refusedResumes += 1;
    const isSessionOver = this.refusedResumes >= MAX_REFUSED_RESUMES;
    if (isSessionOver) this.refusedResumes = 0;
    return { delayMs: this.afterFailureMs(), isSessionOver };
  }

  /** The wait after an IDENTIFY that did not lead to READY, or led to one that did not last. */
  afterIdentifyMs(): number {
    this.failures += 1;
    this.identifyFailures += 1;
    return doublingMs(IDENTIFY_BACKOFF, this.identifyFailures) * (1 + IDENTIFY_JITTER * this.random());
  }

  /** The wait after op 9 `false` that did not answer an IDENTIFY. `isYoung`: it ended a session that had only just begun. */
  afterInvalidSessionMs(isYoung: boolean): number {
    const { min, max } = INVALID_SESSION_WAIT_MS;
    const waitMs = min + (max - min) * this.random();
    return isYoung ? Math.max(waitMs, this.afterIdentifyMs()) : waitMs;
  }

  /** Op 9 `true` came: the wait, or `null` when it has been said too often to be believed. */
  afterResumableInvalidationMs(): number | null {
    this.resumableInvalidations += 1;
    return this.resumableInvalidations > MAX_RESUMABLE_INVALIDATIONS ? null : this.freshMs();
  }

  private freshMs(): number {
    return FRESH_JITTER_MS * this.random();
  }
}
