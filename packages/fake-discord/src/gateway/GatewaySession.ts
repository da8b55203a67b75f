import { Deque } from '@aplomb/base';

/** One numbered event of one session, ready to be sent. */
export interface NumberedDispatch {
  readonly t: string;
  readonly s: number;
  /** The whole payload, in the order of keys in which Discord sends it. */
  readonly text: string;
}

/** What a session was identified with. */
export interface SessionTraits {
  readonly id: string;
  readonly shardId: number;
  readonly total: number;
  readonly intents: number;
  readonly largeThreshold: number;
  /** How many characters of dispatches are kept for a RESUME. */
  readonly replayCharacters: number;
  /** How many dispatches are kept for a RESUME. */
  readonly replayLimit: number;
}

/** Who listens to a session. While it is `held`, dispatches are numbered and kept but not sent. */
export interface SessionListener {
  readonly connectionId: number;
  held: boolean;
}

/** A session on the server's side: its numbering, and the dispatches that can be replayed. It outlives the connections that carry it. */
export class GatewaySession {
  readonly id: string;
  readonly shardId: number;
  readonly total: number;
  readonly intents: number;
  readonly largeThreshold: number;
  /** The number of the latest dispatch. */
  sequence = 0;
  /** The connection that carries the session, or `null` while it waits to be resumed. */
  listener: SessionListener | null = null;
  /** When the session lost its connection. Meaningless while it has one. */
  detachedAtMs = 0;
  /** The last presence that the client asked for, as it came. */
  presence: unknown = null;
  private readonly replayCharacters: number;
  private readonly replayLimit: number;
  private readonly kept = new Deque<NumberedDispatch>();
  private keptCharacters = 0;
  private forgottenThrough = 0;

  constructor(traits: SessionTraits) {
    this.id = traits.id;
    this.shardId = traits.shardId;
    this.total = traits.total;
    this.intents = traits.intents;
    this.largeThreshold = traits.largeThreshold;
    this.replayCharacters = traits.replayCharacters;
    this.replayLimit = traits.replayLimit;
  }

  /** Numbers an event and keeps it for a RESUME. `json` is the text of `d`. */
  append(t: string, json: string): NumberedDispatch {
    const dispatch = this.number(t, json);
    this.kept.push(dispatch);
    this.keptCharacters += dispatch.text.length;
    while (this.kept.length > this.replayLimit || this.keptCharacters > this.replayCharacters) this.forgetOldest();
    return dispatch;
  }

  /** Numbers an event that no RESUME will replay: RESUMED itself. */
  number(t: string, json: string): NumberedDispatch {
    this.sequence += 1;
    return { t, s: this.sequence, text: `{"t":${JSON.stringify(t)},"s":${this.sequence},"op":0,"d":${json}}` };
  }

  /** The kept dispatches after `sequence`, or `null` when the first of them are no longer kept. */
  since(sequence: number): readonly NumberedDispatch[] | null {
    if (sequence < this.forgottenThrough) return null;
    return [...this.kept].filter((dispatch) => dispatch.s > sequence);
  }

  private forgetOldest(): void {
    const oldest = this.kept.shift();
    if (oldest === undefined) return;
    this.keptCharacters -= oldest.text.length;
    this.forgottenThrough = oldest.s;
  }
}
