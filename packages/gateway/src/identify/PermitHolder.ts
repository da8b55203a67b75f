import type { IdentifyPermit, IdentifyQueue, IdentifyRequest } from './IdentifyQueue.js';

/** What a {@link PermitHolder} is made of. */
export interface PermitHolderOptions {
  readonly queue: IdentifyQueue;
  readonly request: IdentifyRequest;
  readonly onPermit: () => void;
  /** The queue will not give leave at all. */
  readonly onRefused: (message: string) => void;
}

/** A shard's place in the identify queue: at most one request or one permit at a time, none of them ever forgotten. */
export class PermitHolder {
  private asked: AbortController | null = null;
  private permit: IdentifyPermit | null = null;
  private readonly options: PermitHolderOptions;

  constructor(options: PermitHolderOptions) {
    this.options = options;
  }

  request(): void {
    this.withdraw();
    const asked = new AbortController();
    this.asked = asked;
    this.options.queue.acquire(this.options.request, { signal: asked.signal }).then(
      (permit) => {
        this.granted(asked, permit);
      },
      (error: unknown) => {
        if (!asked.signal.aborted) this.options.onRefused(String(error));
      },
    );
  }

  /** Leaves the queue, or gives the permit back. */
  withdraw(): void {
    this.asked?.abort();
    this.permit?.release();
    this.asked = null;
    this.permit = null;
  }

  spent(): void {
    this.permit?.spent();
  }

  ready(): void {
    if (this.permit === null) return;
    this.permit.ready();
    this.asked = null;
    this.permit = null;
  }

  /** A permit that comes after its request was withdrawn goes straight back. */
  private granted(asked: AbortController, permit: IdentifyPermit): void {
    if (asked.signal.aborted) {
      permit.release();
      return;
    }
    this.permit = permit;
    this.options.onPermit();
  }
}
