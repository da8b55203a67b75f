import type { Clock } from '@aplomb/base';
import type { FakeDiscord } from '@aplomb/fake-discord';
import type { WorldTime } from '../clock/WorldTime.js';
import type { Uploads } from '../http/Uploads.js';
import type { Columns } from '../people/Columns.js';
import type { People } from '../people/People.js';
import type { Recorder } from '../recording/Recorder.js';
import type { Timeline } from '../timeline/Timeline.js';

/** What calls act on. */
export interface Scene {
  /** The real time, which goes on when the world's stands still. */
  readonly clock: Clock;
  /** The people that the page which calls acts as. */
  readonly columns: Columns;
  readonly discord: FakeDiscord;
  /** Writes into the timeline what was done to the world from outside. */
  readonly note: (name: string, detail: string) => void;
  readonly people: People;
  readonly recorder: Recorder;
  readonly time: WorldTime;
  readonly timeline: Timeline;
  readonly uploads: Uploads;
}
