import type { EventLoop } from './EventLoop.js';

/** What happened, in lines, when somebody wants to read it. */
export class Trace {
  readonly lines: string[] = [];
  readonly isOn: boolean;
  private readonly loop: EventLoop;

  constructor(loop: EventLoop, isOn: boolean) {
    this.loop = loop;
    this.isOn = isOn;
  }

  add(text: () => string): void {
    if (this.isOn) this.lines.push(`${(this.loop.nowMs() / 1_000).toFixed(3).padStart(10)}  ${text()}`);
  }
}
