import { describe, expect, it } from '@jest/globals';
import { Observers } from '../../src/watch/Observers.js';
import { Signal } from '../../src/Signal.js';
import type { ObservedFact, Observation } from '../../src/watch/Observation.js';

const FACT: ObservedFact = { type: 'connection', connectionId: 1 };

/** Observers of two signals, and what listens to these. */
function arrange() {
  const signals = [new Signal<ObservedFact>(), new Signal<ObservedFact>()] as const;
  const observers = new Observers(
    () => 7,
    signals.map((signal) => (tell) => signal.listen(tell)),
  );
  return { observers, signals, isHeard: () => signals.some((signal) => signal.isHeard) };
}

describe('observers', () => {
  it('hear of all sources, with the instant', () => {
    const { observers, signals } = arrange();
    const seen: Observation[] = [];
    observers.observe((fact) => seen.push(fact));
    for (const signal of signals) signal.tell(FACT);
    expect(seen).toEqual([
      { ...FACT, wallMs: 7 },
      { ...FACT, wallMs: 7 },
    ]);
  });

  it('cost nothing before the first comes and after the last goes', () => {
    const { isHeard, observers } = arrange();
    const before = isHeard();
    const ends = [observers.observe(() => undefined), observers.observe(() => undefined)];
    ends[0]?.();
    const between = isHeard();
    ends[1]?.();
    expect([before, between, isHeard()]).toEqual([false, true, false]);
  });

  it('hear every fact once, however many they are', () => {
    const { observers, signals } = arrange();
    const seen: string[] = [];
    const end = observers.observe(() => seen.push('a'));
    observers.observe(() => seen.push('b'));
    signals[0].tell(FACT);
    end();
    observers.observe(() => seen.push('c'));
    signals[0].tell(FACT);
    expect(seen).toEqual(['a', 'b', 'b', 'c']);
  });

  it('hear nothing any more when all is closed', () => {
    const { isHeard, observers } = arrange();
    observers.observe(() => undefined);
    observers.close();
    expect(isHeard()).toBe(false);
  });
});
