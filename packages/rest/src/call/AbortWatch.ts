/** Whoever wants to hear of an abort. */
export interface Abortable {
  /** Whether it waits for a place that another gives up. */
  readonly isWaiting: boolean;
  aborted(reason: unknown): void;
}

/**
 * Watches signals with one listener each, however many calls have the same one: a signal that lives as long as a bot would otherwise gather thousands,
 * for each of which Node looks through all others. The listener goes with the last call.
 */
export class AbortWatch {
  private readonly watched = new Map<AbortSignal, { readonly members: Set<Abortable>; readonly listener: () => void }>();

  add(signal: AbortSignal, member: Abortable): void {
    const known = this.watched.get(signal);
    if (known !== undefined) {
      known.members.add(member);
      return;
    }
    const members = new Set([member]);
    const listener = (): void => {
      const waiting = [...members].filter(({ isWaiting }) => isWaiting);
      const others = [...members].filter(({ isWaiting }) => !isWaiting);
      // Those that wait leave first: what the others give up must not be given to them.
      for (const each of [...waiting, ...others]) each.aborted(signal.reason);
    };
    this.watched.set(signal, { members, listener });
    signal.addEventListener('abort', listener);
  }

  remove(signal: AbortSignal, member: Abortable): void {
    const known = this.watched.get(signal);
    known?.members.delete(member);
    if (known?.members.size !== 0) return;
    this.watched.delete(signal);
    signal.removeEventListener('abort', known.listener);
  }
}
