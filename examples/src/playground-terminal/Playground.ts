import type { Client } from 'aplomb';
import { FakeDiscord, type Channel, type User } from '@aplomb/fake-discord';
import { createPingBot } from '../ping-bot/createPingBot.js';
import type { SlashCommand } from './slashCommands.js';

/** Heartbeats come more often than Discord asks for, so that a person sees the latency change and a zombie found out. */
const HEARTBEAT_INTERVAL_MS = 5_000;

/** A slash command that makes something go wrong. */
export type Fault = Extract<SlashCommand, { type: 'drop' | 'close' | 'zombify' | 'op7' | 'op9' }>;

/** A Discord in this process with one guild, one channel, one person, and the example bot. */
export class Playground {
  readonly bot: Client;
  private readonly discord: FakeDiscord;
  private readonly general: Channel;
  private readonly alice: User;

  private constructor(discord: FakeDiscord) {
    this.discord = discord;
    const guild = discord.addGuild({ name: 'Home' });
    this.general = guild.addTextChannel('general');
    this.alice = guild.addMember('alice');
    this.bot = createPingBot({ token: discord.bot.token, rest: { baseUrl: discord.url } });
  }

  /** Opens the place; the bot is not started yet, so that listeners hear its first steps. */
  static async open(): Promise<Playground> {
    return new Playground(await FakeDiscord.start({ heartbeatIntervalMs: HEARTBEAT_INTERVAL_MS }));
  }

  /** Alice says something in #general. */
  async say(text: string): Promise<void> {
    await this.alice.send(this.general, text);
  }

  /** What the bot has said so far, oldest first. */
  answers(): readonly string[] {
    return this.general.messages.filter((message) => message.authorId !== this.alice.id).map((message) => message.content);
  }

  /** Makes something go wrong. */
  provoke(fault: Fault): void {
    const { faults } = this.discord;
    switch (fault.type) {
      case 'drop':
        faults.dropSocket(0);
        break;
      case 'close':
        faults.closeShard(0, fault.code);
        break;
      case 'zombify':
        faults.zombify(0);
        break;
      case 'op7':
        faults.reconnect(0);
        break;
      case 'op9':
        faults.invalidateSession(0, fault.resumable);
        break;
    }
  }

  /** Ends the bot first, then its Discord. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.bot.shutdown();
    await this.discord.close();
  }
}
