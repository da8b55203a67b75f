import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FakeDiscord } from '@aplomb/fake-discord';
import type { InstanceReport } from '../../src/instances/InstanceReport.js';

type MessageReport = InstanceReport & { readonly type: 'message' };

/** A bot's instance in a process of its own, which runs what is built. */
export class Instance {
  readonly messages: MessageReport[] = [];
  private readonly child: ChildProcess;
  private isReady = false;
  private wake: () => void = () => undefined;

  constructor(discord: FakeDiscord, shards: { first: number; last: number; total: number }, sessions: string) {
    const program = join(__dirname, '..', '..', 'dist', 'esm', 'instances', 'instance.js');
    const args = [discord.url, discord.bot.token, shards.first, shards.last, shards.total, sessions].map(String);
    this.child = fork(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.child.on('message', (report: InstanceReport) => {
      if (report.type === 'message') this.messages.push(report);
      else this.isReady = true;
      this.wake();
    });
  }

  get contents(): readonly string[] {
    return this.messages.map(({ content }) => content);
  }

  async ready(): Promise<void> {
    await this.until(() => this.isReady);
  }

  async heard(content: string): Promise<void> {
    await this.until(() => this.contents.includes(content));
  }

  /** `kill -9`: no handler, no flush, no close frame. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
