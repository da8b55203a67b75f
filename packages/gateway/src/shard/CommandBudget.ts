/**
 * Discord's limit of frames on one connection.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#rate-limiting | Rate limiting}
 */
const MAX_FRAMES = 120;
const WINDOW_MS = 60_000;
/** Frames written a minute apart may arrive a little closer together. */
const NETWORK_SLACK_MS = 250;
/** Beats beside the regular ones that must always find room: early ones, and answers to op 1. */
const SPARE_BEATS = 3;

/**
 * Counts every frame that was written in the last 60 seconds, heartbeats included, and grants commands only while the beats of a whole minute
 * still fit. A rolling log and not a window that restarts: two bursts at the edges of two windows would be 240 in one minute.
 */
export class CommandBudget {
  private readonly writtenMs: number[] = [];
  private reserved: number;

  constructor(heartbeatIntervalMs = WINDOW_MS) {
    this.reserved = reserveFor(heartbeatIntervalMs);
  }

  /** How many commands fit into a minute. */
  get max(): number {
    return MAX_FRAMES - this.reserved;
  }

  /** Makes room for the beats of this interval. */
  reserve(heartbeatIntervalMs: number): void {
    this.reserved = reserveFor(heartbeatIntervalMs);
  }

  /** How many commands may be written now. */
  available(nowMs: number): number {
    this.forget(nowMs);
    return Math.max(0, this.max - this.writtenMs.length);
  }

  /** Whether a beat out of turn fits, with room left for the regular ones of a minute. */
  hasRoomForBeat(nowMs: number): boolean {
    this.forget(nowMs);
    return this.writtenMs.length < MAX_FRAMES - (this.reserved - SPARE_BEATS);
  }

  /** When a command may be written again; the past or present when it may be now. */
  refillMs(nowMs: number): number {
    this.forget(nowMs);
    const excess = this.writtenMs.length - this.max;
    return excess < 0 ? nowMs : (this.writtenMs[excess] ?? nowMs) + WINDOW_MS + NETWORK_SLACK_MS;
  }

  /** Notes a frame of any kind. */
  written(nowMs: number): void {
    this.forget(nowMs);
    this.writtenMs.push(nowMs);
  }

  private forget(nowMs: number): void {
    while (this.writtenMs[0] !== undefined && this.writtenMs[0] <= nowMs - WINDOW_MS - NETWORK_SLACK_MS) this.writtenMs.shift();
  }
}

function reserveFor(heartbeatIntervalMs: number): number {
  return Math.ceil(WINDOW_MS / heartbeatIntervalMs) + SPARE_BEATS;
}
