import type { FakeDiscord } from '@aplomb/fake-discord';
import type { CallArguments, ClockState } from '../protocol.js';

/** The time of the fake Discord: shown, stopped, let go and moved. */
export class WorldTime {
  private readonly discord: FakeDiscord;

  constructor(discord: FakeDiscord) {
    this.discord = discord;
  }

  get state(): ClockState {
    return { isPaused: this.discord.isPaused, wallMs: this.discord.clock.wallMs() };
  }

  /** Resolves when all that became due by it is done. */
  async move({ action, ms = 0 }: CallArguments<'clock'>): Promise<ClockState> {
    if (action === 'pause') this.discord.pause();
    else if (action === 'resume') this.discord.resume();
    else await this.discord.advance(ms);
    return this.state;
  }
}
