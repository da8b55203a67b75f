import type { Clock } from '@aplomb/base';
import type { Backstage } from '../Backstage.js';
import type { Uploads } from '../http/Uploads.js';
import type { Columns } from '../people/Columns.js';

/** What calls act on. */
export interface Scene {
  readonly backstage: Backstage;
  /** The real time, which goes on when the world's stands still. */
  readonly clock: Clock;
  /** The people that the page which calls acts as. */
  readonly columns: Columns;
  readonly uploads: Uploads;
}
