import { OPERATIONS } from './operations.js';
import { segmentsOf } from './Router.js';

/** What Discord's own lists say about a method and path: an operation, a path without that method, or no path at all. */
export type Knowledge = 'operation' | 'other methods only' | 'unknown path';

const KNOWN = Object.entries(OPERATIONS).map(([path, methods]) => ({ segments: segmentsOf(path), methods: methods.split(' ') }));

/** Looks a request up among Discord's operations. */
export function lookUpOperation(method: string, path: string): Knowledge {
  const wanted = segmentsOf(path);
  const fitting = KNOWN.filter(({ segments }) => fits(segments, wanted));
  if (fitting.length === 0) return 'unknown path';
  return fitting.some(({ methods }) => methods.includes(method)) ? 'operation' : 'other methods only';
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return pattern.length === segments.length && pattern.every((part, index) => part === '*' || part === segments[index]);
}
