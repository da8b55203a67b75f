import type { Interface } from 'node:readline';
import type { Fault, Playground } from './Playground.js';
import { describeStatus, type Screen } from './Screen.js';
import type { ShardWatch } from './ShardWatch.js';
import { readSlashCommand, slashHelp, type SlashCommand } from './slashCommands.js';

/** How long a script waits for the shard to come back from a fault that it provoked. */
const RECOVERY_TIMEOUT_MS = 30_000;
const LOOK_EVERY_MS = 50;

export interface ConversationOptions {
  readonly playground: Playground;
  readonly terminal: Interface;
  readonly screen: Screen;
  readonly watch: ShardWatch;
  /** Whether the lines come from a pipe: then they are repeated, and each waits for what the one before led to. */
  readonly isScripted: boolean;
}

/** Reads lines, says them as alice or obeys them, and prints what the bot says. */
export class Conversation {
  private readonly options: ConversationOptions;
  private printed = 0;
  private isOver = false;
  private exitCode = 0;

  constructor(options: ConversationOptions) {
    this.options = options;
  }

  /** Goes on until /quit, the end of the input, or the end of the bot. */
  async hold(): Promise<number> {
    const { playground, terminal, isScripted } = this.options;
    const timer = setInterval(() => {
      this.printAnswers();
    }, LOOK_EVERY_MS);
    playground.bot.finished.catch((error: unknown) => {
      this.giveUp(error);
    });
    for await (const line of terminal) {
      const taken = this.take(line.trim());
      if (isScripted) await taken;
      else terminal.prompt();
      // A closed terminal still hands out the lines that it has read.
      if (this.isOver) break;
    }
    clearInterval(timer);
    this.printAnswers();
    return this.exitCode;
  }

  /** Never rejects: whatever goes wrong with a line is told, and the next one is read. */
  private async take(line: string): Promise<void> {
    const { playground, screen, isScripted } = this.options;
    if (line === '') return;
    if (isScripted) screen.print(`alice: ${line}`);
    const command = readSlashCommand(line);
    try {
      await (command === null ? playground.say(line) : this.obey(command));
    } catch (error) {
      screen.print(String(error));
    }
    this.printAnswers();
  }

  private async obey(command: SlashCommand): Promise<void> {
    const { screen, watch } = this.options;
    switch (command.type) {
      case 'help':
        screen.print(slashHelp);
        break;
      case 'status':
        screen.print(`shard 0: ${describeStatus(watch.status)}`);
        break;
      case 'unclear':
        screen.print(command.sentence);
        break;
      case 'quit':
        this.hangUp();
        break;
      default:
        await this.provoke(command);
    }
  }

  private async provoke(fault: Fault): Promise<void> {
    const { playground, watch, isScripted } = this.options;
    const recovered = isScripted ? watch.connectedAgain(RECOVERY_TIMEOUT_MS) : undefined;
    playground.provoke(fault);
    await recovered;
  }

  private printAnswers(): void {
    const answers = this.options.playground.answers();
    for (const answer of answers.slice(this.printed)) this.options.screen.print(`bot: ${answer}`);
    this.printed = answers.length;
  }

  private giveUp(error: unknown): void {
    this.options.screen.print(error instanceof Error ? error.message : String(error));
    this.exitCode = 1;
    this.hangUp();
  }

  private hangUp(): void {
    this.isOver = true;
    this.options.terminal.close();
  }
}
