import { FakeDiscordError } from '../errors.js';

/** A recording speaks of something that was there before it began, or that it did not see come. */
export class UnknownThing extends FakeDiscordError {
  readonly id: string;

  constructor(id: string) {
    super('FAKE_IMPOSSIBLE_ACT', {
      what: `The recording speaks of ${id}, which it did not see come.`,
      cure: 'Begin the recording before anybody speaks: `discord.record()`.',
    });
    this.id = id;
  }
}
