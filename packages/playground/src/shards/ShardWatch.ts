import type { CancelTimer, Clock } from '@aplomb/base';
import type { ShardState } from '../protocol.js';

/** Often enough for a person to see every stage that lasts. */
const LOOK_EVERY_MS = 250;

/** Looks at the shards again and again, and tells when something about them has changed. */
export class ShardWatch {
  private cancel: CancelTimer;
  private readonly changed: () => void;
  private readonly clock: Clock;
  private readonly read: () => readonly ShardState[];
  private seen = '';

  constructor(clock: Clock, read: () => readonly ShardState[], changed: () => void) {
    this.clock = clock;
    this.read = read;
    this.changed = changed;
    this.cancel = this.lookLater();
  }

  close(): void {
    this.cancel();
  }

  private lookLater(): CancelTimer {
    return this.clock.after(
      LOOK_EVERY_MS,
      () => {
        this.look();
        this.cancel = this.lookLater();
      },
      { holdsProcess: false },
    );
  }

  private look(): void {
    const now = JSON.stringify(this.read());
    if (now === this.seen) return;
    this.seen = now;
    this.changed();
  }
}
