import type { GroupSpec } from './routes.js';

/** What answers with one hash at the moment. The hash is who it is; its limit may change, and counts from the next window on. */
export class Group {
  readonly spec: GroupSpec;
  readonly hash: string;
  readonly perMs: number;
  limit: number;

  constructor(spec: GroupSpec, hash: string) {
    this.spec = spec;
    this.hash = hash;
    this.limit = spec.limit;
    this.perMs = spec.perMs;
  }
}
