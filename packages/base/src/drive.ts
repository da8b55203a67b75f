import type { CancelTimer, Clock } from './Clock.js';
import type { Machine } from './Machine.js';

/** A running machine: feed it inputs, stop it. */
export interface Driver<Input> {
  /** Feeds one input and performs what the machine answers, before it returns. */
  feed(input: Input): void;
  /** Re-reads the machine's deadline. Needed only when something changed it without an input. */
  rearm(): void;
  /** Takes back the timer. Later inputs are still handled, but no deadline will come. */
  stop(): void;
}

/** What {@link drive} needs besides the machine. */
export interface DriveOptions<Input, Action> {
  readonly clock: Clock;
  /** Makes the input that tells the machine its deadline may have passed. */
  readonly deadline: () => Input;
  /** Carries out one action. An input that it feeds is queued and handled after the present one: the machine never sees itself inside itself. */
  readonly perform: (action: Action) => void;
}

/**
 * Joins a machine to a clock and to the outside.
 *
 * The timer is lazy: when a machine moves its deadline *later*, as it does with every frame that proves a link alive, the armed
 * timer stays and is simply found to be early when it fires. So a busy link costs no timer operations.
 */
export function drive<Input, Action>(machine: Machine<Input, Action>, options: DriveOptions<Input, Action>): Driver<Input> {
  const { clock, deadline, perform } = options;
  const inbox: Input[] = [];
  let busy = false;
  let stopped = false;
  let armed: { readonly dueMs: number; readonly cancel: CancelTimer } | null = null;

  function feed(input: Input): void {
    inbox.push(input);
    if (busy) return;
    busy = true;
    try {
      for (let next = inbox.shift(); next !== undefined; next = inbox.shift()) {
        for (const action of machine.handle(next, clock.nowMs())) perform(action);
      }
    } finally {
      busy = false;
      // Also when an action threw: a machine without its timer would sleep for ever.
      rearm();
    }
  }

  function rearm(): void {
    const dueMs = machine.deadlineMs;
    if (stopped || dueMs === null) return disarm();
    if (armed !== null && armed.dueMs <= dueMs) return;
    disarm();
    armed = { dueMs, cancel: clock.after(Math.max(0, dueMs - clock.nowMs()), fire) };
  }

  function fire(): void {
    armed = null;
    if (machine.deadlineMs !== null && machine.deadlineMs <= clock.nowMs()) feed(deadline());
    else rearm();
  }

  function disarm(): void {
    armed?.cancel();
    armed = null;
  }

  return {
    feed,
    rearm,
    stop: () => {
      stopped = true;
      disarm();
    },
  };
}
