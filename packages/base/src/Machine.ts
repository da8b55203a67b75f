/**
 * A machine decides; something else does.
 *
 * It is a plain value without sockets, timers or randomness of its own. It is told what happened and when, and answers with
 * what is to be done. Time is an input like any other, so an hour of a machine's life is a loop in a test.
 */
export interface Machine<Input, Action> {
  /**
   * Takes one input at the instant `nowMs` of a monotonic clock and returns what is to be done, in order.
   * It never throws and accepts every input in every state.
   */
  handle(input: Input, nowMs: number): readonly Action[];

  /** The monotonic instant at which the machine wants to be fed its deadline input, or `null` while it waits for nothing. */
  readonly deadlineMs: number | null;
}
