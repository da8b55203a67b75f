import { hide } from '../actors/hide.js';
import type { Stage } from '../actors/Stage.js';
import type { RecordedStep, RecordedStory, RecordedWorld } from './RecordedStory.js';
import { Recorder } from './Recorder.js';
import { snapshotWorld } from './snapshotWorld.js';
import { writeTest } from './writeTest.js';
import type { TestOptions } from './writeTest.js';

/**
 * What people do from the moment it begins, and what the bot does about it, together with the world as it was then. It can be kept as JSON, done again with
 * {@link replay}, and written as a test.
 *
 * What happened before is not in it: begin it before anybody speaks, or nobody can answer, in a replay, what was said before.
 *
 * @example
 * ```ts
 * import { FakeDiscord } from '@aplomb/fake-discord';
 *
 * await using discord = await FakeDiscord.start();
 * const guild = discord.addGuild({ name: 'Home' });
 * const [general, alice] = [guild.addTextChannel('general'), guild.addMember('alice')];
 * const recording = discord.record();
 * await alice.send(general, '!ping');
 * recording.stop();
 * console.log(recording.toTest()); // a file for jest
 * ```
 */
export class Recording {
  private readonly recorder: Recorder;
  private readonly world: RecordedWorld;

  constructor(stage: Stage) {
    this.world = snapshotWorld(stage);
    this.recorder = new Recorder(stage);
    hide(this, 'recorder', 'world');
  }

  /** What has been recorded so far, in order. */
  get steps(): readonly RecordedStep[] {
    return this.recorder.steps;
  }

  /** Ends it. Safe to call twice. */
  stop(): void {
    this.recorder.stop();
  }

  toJSON(): RecordedStory {
    return { version: 1, world: this.world, steps: [...this.steps] };
  }

  /** A test file for jest that does all of it again, and expects of the bot what it did. It passes with a bot that does the same every time. */
  toTest(options: TestOptions = {}): string {
    return writeTest(this.toJSON(), options);
  }
}
