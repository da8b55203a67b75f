import { ok } from 'node:assert/strict';
import type { ConnectionStage } from '../../src/shard/ConnectionStage.js';
import type { ShardAction } from '../../src/shard/ShardAction.js';
import type { ShardInput } from '../../src/shard/ShardInput.js';
import type { ShardProtocol } from '../../src/shard/ShardProtocol.js';

const BEATING: ReadonlySet<ConnectionStage> = new Set(['Queued', 'Identifying', 'Resuming', 'Connected']);
const LIVE_SOCKET: ReadonlySet<ConnectionStage> = new Set([...BEATING, 'Connecting', 'Handshake', 'Closing']);

/** One change of stage. */
export interface Transition {
  readonly before: ConnectionStage;
  readonly after: ConnectionStage;
  readonly cause: string;
}

/** Holds what must be true of a shard's life in every step, whatever happens. */
export class LifeWatch {
  /** Every change of stage so far. */
  readonly transitions: Transition[] = [];
  private stage: ConnectionStage = 'Disconnected';
  private isSocketOpen = false;
  private permit: 'none' | 'asked' | 'spent' = 'none';
  private readonly openCommands = new Set<number>();
  private readonly protocol: ShardProtocol;

  constructor(protocol: ShardProtocol) {
    this.protocol = protocol;
  }

  step(input: ShardInput, actions: readonly ShardAction[], nowMs: number): void {
    this.before(input);
    for (const action of actions) this.take(action, input);
    ok(this.protocol.stage === this.stage, `the stage is ${this.protocol.stage}, but ${this.stage} was told`);
    ok(this.isSocketOpen === LIVE_SOCKET.has(this.stage), `${this.stage} with a socket that is ${this.isSocketOpen ? 'open' : 'gone'}`);
    const permit = this.stage === 'Queued' ? 'asked' : this.stage === 'Identifying' ? 'spent' : 'none';
    ok(this.permit === permit, `${this.stage} with a permit that is ${this.permit}`);
    this.after(input, nowMs);
  }

  private before(input: ShardInput): void {
    if (input.type === 'closed') this.isSocketOpen = false;
    if (input.type === 'command') this.openCommands.add(input.command.id);
  }

  private after(input: ShardInput, nowMs: number): void {
    // A deadline that was served and is still due would make the driver spin.
    if (input.type === 'deadline') ok((this.protocol.deadlineMs ?? Infinity) > nowMs, `the deadline of ${this.stage} stays in the past`);
    const isOver = input.type === 'close' || this.stage === 'Failed' || this.stage === 'Closing';
    if (isOver) ok(this.openCommands.size === 0, 'commands are left open by a shard that is over');
  }

  private take(action: ShardAction, input: ShardInput): void {
    switch (action.type) {
      case 'stage':
        return this.change(action.event);
      case 'connect':
        ok(!this.isSocketOpen && this.permit === 'none', 'a second connection, or a permit from before');
        this.isSocketOpen = true;
        return;
      case 'release':
        ok(this.isSocketOpen, 'a release without a connection');
        this.isSocketOpen = false;
        return;
      case 'closeSocket':
      case 'ping':
        return ok(this.isSocketOpen, `${action.type} without a connection`);
      case 'identify':
        return ok(this.stage === 'Identifying' && this.permit === 'asked' && input.type === 'permit', 'IDENTIFY without a permit');
      case 'resume':
        return ok(this.stage === 'Resuming' && this.isSocketOpen, `RESUME while ${this.stage}`);
      case 'send':
        return this.sent(action.text);
      case 'settle':
        // Once each: a command that is not open was settled before.
        return ok(this.openCommands.delete(action.command.id), `command ${action.command.id} settled twice`);
      default:
        this.takePermit(action);
    }
  }

  /** Nothing before HELLO, and nothing but heartbeats before READY or RESUMED. */
  private sent(text: string): void {
    const isAllowed = text.startsWith('{"op":1,') ? BEATING.has(this.stage) : this.stage === 'Connected';
    ok(this.isSocketOpen && isAllowed, `${text} was written while ${this.stage}`);
  }

  private takePermit(action: ShardAction): void {
    if (action.type === 'requestPermit') {
      ok(this.permit === 'none', 'a second request for a permit');
      this.permit = 'asked';
    } else if (action.type === 'permitSpent') {
      ok(this.permit === 'asked', 'a permit spent that was not there');
      this.permit = 'spent';
    } else if (action.type === 'withdrawPermit' || action.type === 'permitReady') {
      this.permit = 'none';
    }
  }

  private change({ before, after, cause }: Transition): void {
    ok(before === this.stage, `a change from ${before} was told while ${this.stage}`);
    this.stage = after;
    this.transitions.push({ before, after, cause });
  }
}
