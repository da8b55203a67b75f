import type { CommandBudget } from './CommandBudget.js';
import type { CommandQueue, QueuedCommand, SettledCommand } from './CommandQueue.js';
import type { ShardAction } from './ShardAction.js';
import type { ShardLife } from './ShardLife.js';

/** What we say: beats, the first words of a connection, and the user's commands when their time comes. Everything written passes here and is counted. */
export class ShardOutgoing {
  readonly commands: CommandQueue;
  private readonly budget: CommandBudget;
  private readonly life: ShardLife;

  constructor(life: ShardLife, commands: CommandQueue, budget: CommandBudget) {
    this.life = life;
    this.commands = commands;
    this.budget = budget;
  }

  write(action: ShardAction & { readonly type: 'send' | 'identify' | 'resume' }): void {
    this.budget.written(this.life.nowMs);
    this.life.link?.wrote(this.life.nowMs);
    this.life.act(action);
  }

  /** Keeps room in the budget for beats at this interval. */
  reserve(intervalMs: number): void {
    this.budget.reserve(intervalMs);
  }

  beat(): void {
    const { hasSequence, last } = this.life.session.sequence;
    this.write({ type: 'send', text: `{"op":1,"d":${hasSequence ? last : null}}` });
  }

  /** A beat out of turn. Says whether Discord's limit had room for it. */
  beatEarly(): boolean {
    const { link, nowMs } = this.life;
    if (link === null) this.life.unexpected('a heartbeat');
    else if (!this.budget.hasRoomForBeat(nowMs)) this.life.note('heartbeat refused', 'There is no room left for a heartbeat out of turn.');
    else {
      link.heartbeat.beatEarly(nowMs);
      this.beat();
      return true;
    }
    return false;
  }

  take(command: QueuedCommand): void {
    const { name } = this.life.stage;
    if (name === 'Closing' || name === 'Failed') this.settle({ id: command.id, outcome: 'closed' });
    else if (!this.commands.push(command)) this.settle({ id: command.id, outcome: 'queue-full' });
  }

  /** Writes what may be written now; nothing before READY or RESUMED. */
  flush(): void {
    const { life } = this;
    if (life.stage.name !== 'Connected') return;
    for (let next = this.commands.next(life.nowMs); next !== null; next = this.commands.next(life.nowMs)) {
      this.write({ type: 'send', text: next.text });
      if (next.id !== null) this.settle({ id: next.id, outcome: 'sent' });
    }
  }

  expire(): void {
    for (const command of this.commands.expire(this.life.nowMs)) this.settle(command);
  }

  close(): void {
    for (const command of this.commands.close()) this.settle(command);
  }

  private settle(command: SettledCommand): void {
    this.life.act({ type: 'settle', command });
  }
}
