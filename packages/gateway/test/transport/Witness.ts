import type { ConnectionEnd, ConnectionEvents } from '../../src/transport/GatewayTransport.js';

/** Writes down what a connection reports, and lets a test wait for it. */
export class Witness implements ConnectionEvents {
  readonly log: string[] = [];
  readonly ends: ConnectionEnd[] = [];
  /** Called with each entry, for listeners that do something. */
  react: (entry: string) => void = () => undefined;
  private waiting: { readonly entries: number; readonly resolve: () => void } | null = null;

  opened(): void {
    this.write('opened');
  }

  message(bytes: Buffer, isBinary: boolean): void {
    this.write(`${isBinary ? 'binary' : 'text'} ${bytes.toString()}`);
  }

  pong(): void {
    this.write('pong');
  }

  closed(end: ConnectionEnd): void {
    this.ends.push(end);
    this.write(`closed ${end.type}`);
  }

  /** Resolves when at least `entries` things were reported. */
  async seen(entries: number): Promise<this> {
    if (this.log.length >= entries) return this;
    await new Promise<void>((resolve) => {
      this.waiting = { entries, resolve };
    });
    return this;
  }

  /** Resolves with the end. */
  async end(): Promise<ConnectionEnd> {
    for (;;) {
      const end = this.ends[0];
      if (end !== undefined) return end;
      await this.seen(this.log.length + 1);
    }
  }

  private write(entry: string): void {
    this.log.push(entry);
    this.react(entry);
    if (this.waiting !== null && this.log.length >= this.waiting.entries) this.waiting.resolve();
  }
}
