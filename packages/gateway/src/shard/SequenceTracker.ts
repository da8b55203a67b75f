/** The sequence of nothing: heartbeats before the first dispatch carry `null`. */
const NONE = -1;

/**
 * Follows the sequence numbers of one session: what was delivered, what came twice, what is missing.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#resuming | Resuming}
 */
export class SequenceTracker {
  /** The last sequence, or -1 before the first. */
  last = NONE;
  /** Dispatches delivered since the last RESUME was sent or READY came, these two not counted: what the present link has carried. */
  sinceResume = 0;
  /** How many sessions have begun. */
  begun = 0;
  /** The sequence that the present session began with here. */
  beganWith = NONE;
  /** Dispatches that came a second time and were dropped. */
  duplicates = 0;
  /** Dispatches without a usable sequence, delivered all the same. */
  untracked = 0;
  /** The newest jump over sequences that never came; whoever reports it sets it back to `null`. */
  gap: { readonly from: number; readonly to: number } | null = null;
  private progressSeen = 0;

  get hasSequence(): boolean {
    return this.last !== NONE;
  }

  /** Takes one dispatch and says whether it is to be delivered. */
  receive(sequence: number): boolean {
    if (sequence === this.last + 1) {
      this.last = sequence;
      this.sinceResume += 1;
      return true;
    }
    return this.receiveOutOfStep(sequence);
  }

  /** A session begins: READY carries its first sequence. */
  begin(sequence: number): void {
    this.begun += 1;
    this.last = isSequence(sequence) ? sequence : NONE;
    this.beganWith = this.last;
    this.sinceResume = 0;
  }

  /** Something came that had come before. */
  repeated(): void {
    this.duplicates += 1;
  }

  /** IDENTIFY is being sent: the old numbers mean nothing any more. */
  clear(): void {
    this.last = NONE;
  }

  /** RESUME is being sent. */
  resume(): void {
    this.sinceResume = 0;
    this.progressSeen = 0;
  }

  /** RESUMED has a sequence as well, and is never a duplicate. */
  follow(sequence: number): void {
    if (isSequence(sequence)) this.last = Math.max(this.last, sequence);
  }

  /** Whether anything was replayed since the last time this was asked. */
  takeProgress(): boolean {
    const hasProgressed = this.sinceResume > this.progressSeen;
    this.progressSeen = this.sinceResume;
    return hasProgressed;
  }

  private receiveOutOfStep(sequence: number): boolean {
    if (!isSequence(sequence)) {
      this.untracked += 1;
    } else if (sequence <= this.last) {
      this.duplicates += 1;
      return false;
    } else {
      if (this.hasSequence) this.gap = { from: this.last, to: sequence };
      this.last = sequence;
    }
    this.sinceResume += 1;
    return true;
  }
}

function isSequence(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
