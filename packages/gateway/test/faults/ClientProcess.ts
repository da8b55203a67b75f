import type { FakeDiscord } from '@aplomb/fake-discord';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { TransportCompression } from '../../src/transport/FrameDecoder.js';

interface Told {
  readonly stage: string;
  readonly heard: number;
  readonly rssBytes: number;
  readonly maxRssBytes: number;
}

/** A shard in a process of its own. */
export class ClientProcess {
  private last: Told | null = null;
  private readonly child: ChildProcess;

  constructor(discord: FakeDiscord, { compression = 'none', speed = 1 }: { compression?: TransportCompression; speed?: number } = {}) {
    const client = [`${__dirname}/child/client.ts`, discord.gatewayUrl, discord.bot.token, compression, `${speed}`];
    this.child = fork(`${__dirname}/child/runTypeScript.cjs`, client, { execArgv: [] });
    this.child.on('message', (told) => (this.last = told as Told));
  }

  /** How many messages it has delivered. */
  get heard(): number {
    return this.last?.heard ?? 0;
  }

  /** Resolves when the last thing that it told fits. */
  async tells(fits: (told: Told) => boolean): Promise<Told> {
    for (;;) {
      if (this.last !== null && fits(this.last)) return this.last;
      await once(this.child, 'message', { signal: AbortSignal.timeout(8_000) });
    }
  }

  /** Stops it as `docker pause` does, for so long. */
  async pausedFor(ms: number): Promise<void> {
    this.child.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, ms));
    this.child.kill('SIGCONT');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}
