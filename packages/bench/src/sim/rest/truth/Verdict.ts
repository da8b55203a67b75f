import type { Attempt } from '../Attempt.js';
import type { TrueBucket } from './TrueBucket.js';
import type { TrueWindow } from './TrueWindow.js';

/** What an episode refuses by. */
export type EpisodeKind = 'hidden' | 'shared' | 'global' | 'ban';

/** A time in which the server refuses something whatever the client does: a hidden limit is used up, others use a resource, a ban. */
export class Episode {
  readonly kind: EpisodeKind;
  readonly untilMs: number;
  /** What its 429s say at most: a ban lasts longer than what Cloudflare says of it. */
  readonly mostSaidMs: number;
  /** What it refused. */
  readonly refused: Attempt[] = [];

  constructor(kind: EpisodeKind, untilMs: number, mostSaidMs = Infinity) {
    this.kind = kind;
    this.untilMs = untilMs;
    this.mostSaidMs = mostSaidMs;
  }
}

/** Where a request was counted. */
export interface Counted {
  readonly bucket: TrueBucket;
  readonly window: TrueWindow;
  /** The how many-th of the window it was. */
  readonly position: number;
}

/** What the server truly did with a request, and why. */
export type Verdict =
  | { readonly type: 'accepted'; readonly counted: Counted }
  /** The window is used up. */
  | { readonly type: 'full'; readonly bucket: TrueBucket; readonly window: TrueWindow }
  /** Refused by an episode; counted nevertheless by a bucket that stands before a hidden limit. */
  | { readonly type: 'episode'; readonly episode: Episode; readonly counted: Counted | null }
  /** The bot's own requests were more than the global limit takes. */
  | { readonly type: 'global'; readonly waitMs: number };
