import type { Link } from './Link.js';

/** A stage with what only that stage knows. Instants are monotonic. */
export type Stage =
  | { readonly name: 'Disconnected' }
  /** `untilMs` is `Infinity` while the consumer of the events has to catch up first. */
  | { readonly name: 'Backoff'; readonly untilMs: number }
  | { readonly name: 'Connecting'; readonly untilMs: number }
  | { readonly name: 'Handshake'; readonly untilMs: number }
  | { readonly name: 'Queued'; readonly link: Link }
  | { readonly name: 'Identifying'; readonly link: Link; readonly sinceMs: number; readonly untilMs: number }
  | { readonly name: 'Resuming'; readonly link: Link; readonly untilMs: number }
  /** `healthyMs` is when earlier failures are forgotten, `Infinity` once they are. */
  | {
      readonly name: 'Connected';
      readonly link: Link;
      readonly sinceMs: number;
      readonly isNewSession: boolean;
      readonly healthyMs: number;
    }
  | { readonly name: 'Closing'; readonly untilMs: number }
  | { readonly name: 'Failed' };

/** When the stage itself wants to be looked at. */
export function stageDeadlineMs(stage: Stage): number {
  if (stage.name === 'Connected') return stage.healthyMs;
  return 'untilMs' in stage ? stage.untilMs : Infinity;
}
