import { ResumeHost } from './ResumeHost.js';
import { SequenceTracker } from './SequenceTracker.js';
import type { Session } from './Session.js';

/**
 * A shard's session with what belongs to it and dies at another time: the host to resume at, the sequence, and the doubt whether Discord still has it.
 */
export class ShardSession {
  readonly host: ResumeHost;
  readonly sequence = new SequenceTracker();
  /** Discord closed with a code that says the session may be over; the next RESUME tells. */
  isDoubtful = false;
  private id: string | null = null;

  constructor(mainUrl: string, followsResumeUrl: boolean) {
    this.host = new ResumeHost(mainUrl, followsResumeUrl);
  }

  /** The session that the next connection would resume. */
  get value(): Session | null {
    return this.id === null ? null : { id: this.id, sequence: this.sequence.last };
  }

  get exists(): boolean {
    return this.id !== null;
  }

  /** Takes over a session, READY's or an earlier process's; `false` when its resume URL is not to be trusted. */
  begin(id: string | null, sequence: number, resumeUrl: unknown): boolean {
    this.id = id;
    this.isDoubtful = false;
    this.sequence.begin(sequence);
    return this.host.set(resumeUrl);
  }

  end(): void {
    this.id = null;
    this.isDoubtful = false;
    this.host.set(null);
  }
}
