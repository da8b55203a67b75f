import type { FakeDiscord, Recording, TestOptions } from '@aplomb/fake-discord';
import { PlaygroundError } from '../errors.js';
import type { RecordingState } from '../protocol.js';

/** The page says that somebody types whenever they do: each test would be full of it. */
const TOLD_BY_ITSELF: readonly string[] = ['startTyping'];

/** Records what people do and what the bot answers, one recording at a time, and words it as a test. */
export class Recorder {
  private readonly changed: () => void;
  private current: Recording | null = null;
  private readonly discord: FakeDiscord;
  private last: RecordingState = { isRecording: false, steps: 0 };
  private readonly test: TestOptions;

  /** @param changed - hears that {@link Recorder.state} is another */
  constructor(discord: FakeDiscord, test: TestOptions, changed: () => void) {
    this.discord = discord;
    this.test = test;
    this.changed = changed;
  }

  get state(): RecordingState {
    return this.current === null ? this.last : { isRecording: true, steps: this.current.steps.length };
  }

  /** Begins anew, whatever was recorded before. */
  start(): RecordingState {
    this.current?.stop();
    this.current = this.discord.record();
    return this.told();
  }

  /** @throws {@link PlaygroundError} `PLAYGROUND_BAD_CALL` when nothing is recorded */
  stop(): RecordingState {
    const { current } = this;
    if (current === null) {
      throw new PlaygroundError('PLAYGROUND_BAD_CALL', { what: 'Nothing is being recorded.', cure: 'Call `record` with `start` first.' });
    }
    current.stop();
    this.current = null;
    this.last = { isRecording: false, steps: current.steps.length, test: current.toTest({ leaveOut: TOLD_BY_ITSELF, ...this.test }) };
    return this.told();
  }

  /** Forgets what was recorded. */
  discard(): RecordingState {
    this.current?.stop();
    this.current = null;
    this.last = { isRecording: false, steps: 0 };
    return this.told();
  }

  private told(): RecordingState {
    this.changed();
    return this.state;
  }
}
