import { systemClock } from '@aplomb/base';

/**
 * Resolves with what `watch` ends with, or with `null` after `ms` milliseconds of real time: whoever is waited for lives in it. `watch` is called at once and
 * returns what forgets it.
 */
export function patiently<T>(ms: number, watch: (end: (value: T) => void) => () => void): Promise<T | null> {
  return new Promise((resolve) => {
    const end = (value: T | null): void => {
      forget();
      cancel();
      resolve(value);
    };
    const cancel = systemClock.after(ms, () => {
      end(null);
    });
    const forget = watch(end);
  });
}
