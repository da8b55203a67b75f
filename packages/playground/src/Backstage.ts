import type { FakeDiscord } from '@aplomb/fake-discord';
import { WorldTime } from './clock/WorldTime.js';
import { Armed } from './faults/Armed.js';
import { FAULT_OFFERS } from './faults/faults.js';
import { People } from './people/People.js';
import type { ResolvedPlaygroundOptions } from './PlaygroundOptions.js';
import type { Hello, ShardState } from './protocol.js';
import { Recorder } from './recording/Recorder.js';
import { botShards } from './shards/botShards.js';
import { serverShards } from './shards/serverShards.js';
import type { State } from './socket/PushBatch.js';
import { Timeline } from './timeline/Timeline.js';

/** As many lines as fit on a few screens; older ones are asked for. */
const FIRST_ENTRIES = 200;

/** All that pages are told of, whoever looks. */
export class Backstage {
  readonly armed = new Armed();
  readonly people: People;
  readonly recorder: Recorder;
  readonly time: WorldTime;
  readonly timeline = new Timeline();

  private readonly options: ResolvedPlaygroundOptions;

  /** @param onRecording - hears that the recording is in another state */
  constructor(options: ResolvedPlaygroundOptions, onRecording: () => void) {
    const { discord, recordedTest } = options;
    this.options = options;
    this.people = new People(discord);
    this.recorder = new Recorder(discord, recordedTest, onRecording);
    this.time = new WorldTime(discord);
  }

  get discord(): FakeDiscord {
    return this.options.discord;
  }

  /** The shards as the bot knows them, or else as the gateway does. */
  get shards(): readonly ShardState[] {
    const { bot, clock } = this.options;
    return botShards(bot) ?? serverShards(this.discord.gateway, clock.nowMs());
  }

  /** What a page is greeted with. */
  get hello(): Hello {
    const { application, bot, origin } = this.discord;
    return {
      type: 'hello',
      version: 1,
      armed: this.armed.counts,
      bot: { name: application.name, user: bot.user },
      cdnOrigin: origin,
      clock: this.time.state,
      faults: FAULT_OFFERS,
      people: this.people.summaries,
      recording: this.recorder.state,
      shards: this.shards,
      timeline: this.timeline.latest(FIRST_ENTRIES),
    };
  }

  /** How something is now. */
  stateOf(type: State['type']): State {
    switch (type) {
      case 'armed':
        return { type, armed: this.armed.counts };
      case 'clock':
        return { type, clock: this.time.state };
      case 'people':
        return { type, people: this.people.summaries };
      case 'recording':
        return { type, recording: this.recorder.state };
      case 'shards':
        return { type, shards: this.shards };
    }
  }

  /** Writes into the timeline what was done to the world from outside, or went wrong. */
  note(name: string, detail: string): void {
    this.timeline.add({ atMs: this.time.state.wallMs, kind: 'note', name, detail }, null);
  }
}
