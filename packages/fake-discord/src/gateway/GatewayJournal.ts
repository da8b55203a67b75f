/** A connection opened. */
export interface ConnectionFact {
  readonly type: 'connection';
  readonly connectionId: number;
  readonly atMs: number;
}

/** A connection ended. `code` is the close code that decided, `null` when there was none. */
export interface DisconnectionFact {
  readonly type: 'disconnection';
  readonly connectionId: number;
  readonly shardId: number | null;
  readonly by: 'client' | 'server';
  readonly code: number | null;
  readonly atMs: number;
}

/** A frame came from the client. */
export interface FrameFact {
  readonly type: 'frame';
  readonly connectionId: number;
  readonly shardId: number | null;
  /** `null` when the frame could not be read. */
  readonly op: number | null;
  /** The payload, its token taken out. */
  readonly d: unknown;
  readonly bytes: number;
  readonly atMs: number;
}

/** How an IDENTIFY ended: with READY, with op 9, or with a close code. `none` when a fault let it go unanswered. */
export type AuthOutcome = 'ready' | 'resumed' | 'invalid-session' | 'none' | number;

/** A well-formed IDENTIFY with the right token came. */
export interface IdentifyFact {
  readonly type: 'identify';
  readonly connectionId: number;
  readonly shardId: number;
  readonly total: number;
  /** The rate limit key: `shard_id % max_concurrency`. */
  readonly key: number;
  readonly intents: number;
  readonly outcome: AuthOutcome;
  readonly atMs: number;
}

/** A RESUME came. */
export interface ResumeFact {
  readonly type: 'resume';
  readonly connectionId: number;
  /** `null` when the session is unknown. */
  readonly shardId: number | null;
  readonly sessionId: string;
  readonly seq: number;
  readonly replayed: number;
  readonly outcome: AuthOutcome;
  readonly atMs: number;
}

/** The client did what Discord forbids. */
export interface ViolationFact {
  readonly type: 'violation';
  readonly connectionId: number;
  readonly shardId: number | null;
  /** What it did, in a few words. */
  readonly offence: string;
  /** The close code that punished it, 9 for op 9, `null` when Discord only ignores it. */
  readonly punishment: number | null;
  readonly atMs: number;
}

/** One thing that happened at the gateway. */
export type GatewayFact = ConnectionFact | DisconnectionFact | FrameFact | IdentifyFact | ResumeFact | ViolationFact;

/** So many facts of a kind are kept; the counts go on. */
const KEPT_PER_KIND = 50_000;

/** Everything that happened at the gateway, for tests and reports to read. */
export class GatewayJournal {
  readonly connections: ConnectionFact[] = [];
  readonly disconnections: DisconnectionFact[] = [];
  readonly frames: FrameFact[] = [];
  readonly identifies: IdentifyFact[] = [];
  readonly resumes: ResumeFact[] = [];
  readonly violations: ViolationFact[] = [];
  /** How often each thing happened since the start, also what is no longer kept. */
  readonly counts = { connection: 0, disconnection: 0, frame: 0, identify: 0, resume: 0, violation: 0 };
  private readonly observers = new Set<(fact: GatewayFact) => void>();

  /** Calls `observer` with every fact from now on. Returns what ends it. */
  observe(observer: (fact: GatewayFact) => void): () => void {
    this.observers.add(observer);
    return () => {
      this.observers.delete(observer);
    };
  }

  write(fact: GatewayFact): void {
    const list = this.listFor(fact);
    list.push(fact);
    if (list.length > KEPT_PER_KIND) list.splice(0, KEPT_PER_KIND / 10);
    this.counts[fact.type] += 1;
    for (const observer of this.observers) observer(fact);
  }

  private listFor(fact: GatewayFact): GatewayFact[] {
    switch (fact.type) {
      case 'connection':
        return this.connections;
      case 'disconnection':
        return this.disconnections;
      case 'frame':
        return this.frames;
      case 'identify':
        return this.identifies;
      case 'resume':
        return this.resumes;
      case 'violation':
        return this.violations;
    }
  }
}
