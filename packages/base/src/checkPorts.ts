import { OptionsError } from './OptionsError.js';

/** For each option that is a port, the methods that it must have; an empty list stands for a function. */
export type PortShapes = Readonly<Record<string, readonly string[]>>;

/**
 * Throws when an option that takes a port was given something else: without this, the lack would show much later, in the middle of other work.
 * Options that are left out pass.
 *
 * @throws {@link OptionsError} `INVALID_OPTION`
 */
export function checkPorts(given: object, shapes: PortShapes): void {
  for (const [name, methods] of Object.entries(shapes)) {
    const value = (given as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined) checkPort(name, value, methods);
  }
}

function checkPort(name: string, value: unknown, methods: readonly string[]): void {
  if (methods.length === 0 && typeof value !== 'function') throw wrongPort(name, 'no function', 'Give a function.');
  const missing = methods.filter((method) => typeof methodOf(value, method) !== 'function');
  if (missing.length > 0) throw wrongPort(name, `without the method ${missing.join(', ')}`, `Give an object with ${methods.join(', ')}.`);
}

function methodOf(value: unknown, method: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[method] : undefined;
}

function wrongPort(name: string, what: string, cure: string): OptionsError {
  return new OptionsError('INVALID_OPTION', { what: `\`${name}\` is ${what}.`, cure: `${cure} Or leave it out for the default.` });
}
