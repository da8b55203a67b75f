import { clearLine, cursorTo, type Interface } from 'node:readline';
import type { Writable } from 'node:stream';

/** What the shard is doing, for those who look. */
export interface ShardStatus {
  readonly stage: string;
  /** How long the last heartbeat took to be answered; `null` before the first answer. */
  readonly latencyMs: number | null;
}

/** Where everything is printed: line by line, or above a prompt that a person may be typing at. */
export class Screen {
  private readonly output: Writable;
  private prompt: Interface | null = null;
  private status: ShardStatus = { stage: 'Disconnected', latencyMs: null };

  constructor(output: Writable) {
    this.output = output;
  }

  /** From now on everything is printed above this prompt, in which the shard's status stands. */
  attach(prompt: Interface): void {
    this.prompt = prompt;
    // Prompting in a closed terminal would read from it again, and the process would never end.
    prompt.once('close', () => {
      this.prompt = null;
      this.output.write('\n');
    });
    this.refreshPrompt();
  }

  print(text: string): void {
    if (this.prompt !== null) {
      clearLine(this.output, 0);
      cursorTo(this.output, 0);
    }
    this.output.write(`${text}\n`);
    // `true` keeps the half-typed line and the cursor in it.
    this.prompt?.prompt(true);
  }

  /** Shows a status that is new: in the prompt, or, where there is none, a new latency in a line. Stages have lines of their own. */
  show(status: ShardStatus): void {
    const { stage, latencyMs } = this.status;
    this.status = status;
    if (status.latencyMs === latencyMs && status.stage === stage) return;
    if (this.prompt !== null) this.refreshPrompt();
    else if (status.latencyMs !== null && status.latencyMs !== latencyMs) this.print(`· latency ${inMs(status.latencyMs)}`);
  }

  private refreshPrompt(): void {
    this.prompt?.setPrompt(`[${describeStatus(this.status)}] alice> `);
    this.prompt?.prompt(true);
  }
}

/** `Connected, 1.3 ms`. */
export function describeStatus({ stage, latencyMs }: ShardStatus): string {
  return latencyMs === null ? stage : `${stage}, ${inMs(latencyMs)}`;
}

function inMs(latencyMs: number): string {
  return `${latencyMs.toFixed(1)} ms`;
}
