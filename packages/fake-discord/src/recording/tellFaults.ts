import type { DiscordFaults } from '../faults/DiscordFaults.js';
import type { Signal } from '../Signal.js';

/** That something was made to go wrong: the name of a method of `discord.faults`, and what it was called with. */
export interface Strike {
  readonly args: readonly unknown[];
  readonly name: string;
}

/** The same faults, which tell when they are called. */
export function tellFaults(faults: DiscordFaults, strikes: Signal<Strike>): DiscordFaults {
  return new Proxy(faults, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      return (...args: readonly unknown[]): unknown => {
        strikes.tell({ args, name });
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
}
