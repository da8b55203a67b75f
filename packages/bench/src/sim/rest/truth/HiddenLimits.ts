import type { SimCall } from '../SimCall.js';
import type { Limit } from './routes.js';
import { Episode } from './Verdict.js';

interface HiddenWindow {
  count: number;
  /** Begins to refuse once the window is used up; it is who refuses, from the first refusal on. */
  readonly episode: Episode;
}

/** Limits that no header shows: a channel's name twice in ten minutes, a guild's emojis. */
export class HiddenLimits {
  private readonly windows = new Map<string, HiddenWindow>();

  /** Counts a call. Returns what refuses it, or `null`. */
  take(call: SimCall, nowMs: number): Episode | null {
    const { hidden } = call.route;
    if (hidden === undefined || !call.isHidden) return null;
    const window = this.windowOf(call, hidden, nowMs);
    if (window.count >= hidden.limit) return window.episode;
    window.count += 1;
    return null;
  }

  /** From when on a call will not be refused. */
  freeAtMs(call: SimCall, nowMs: number): number {
    const { hidden } = call.route;
    if (hidden === undefined || !call.isHidden) return nowMs;
    const window = this.windows.get(placeOf(call));
    return window === undefined || window.count < hidden.limit ? nowMs : Math.max(nowMs, window.episode.untilMs);
  }

  private windowOf(call: SimCall, { perMs }: Limit, nowMs: number): HiddenWindow {
    const known = this.windows.get(placeOf(call));
    if (known !== undefined && nowMs < known.episode.untilMs) return known;
    const window = { count: 0, episode: new Episode('hidden', nowMs + perMs) };
    this.windows.set(placeOf(call), window);
    return window;
  }
}

function placeOf({ major, route }: SimCall): string {
  return `${route.name} ${major}`;
}
