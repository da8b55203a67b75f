import type { GatewayConnection } from '../gateway/GatewayConnection.js';
import type { SendAction } from '../gateway/SessionAction.js';
import type { PlannedFault, RuleScope } from './FaultPlan.js';

/**
 * When a deed is to be done on a connection: as soon as it is open, after its nth payload (a number, HELLO is 1), after a payload of that
 * kind, or after a dispatch of that name.
 */
export type TriggerPoint = 'open' | 'hello' | 'ack' | number | (string & Record<never, never>);

interface Trigger {
  readonly at: TriggerPoint;
  readonly shardId: number | undefined;
  readonly deed: (connection: GatewayConnection) => void;
  remaining: number;
}

/** Deeds that wait for their moment on a connection. */
export class FaultTriggers {
  private waiting: Trigger[] = [];

  add(at: TriggerPoint, deed: (connection: GatewayConnection) => void, { count = 1, shardId }: RuleScope): PlannedFault {
    const trigger: Trigger = { at, shardId, deed, remaining: count };
    this.waiting.push(trigger);
    const cancel = (): void => {
      trigger.remaining = 0;
      this.waiting = this.waiting.filter((other) => other !== trigger);
    };
    return {
      get remaining() {
        return trigger.remaining;
      },
      cancel,
      [Symbol.dispose]: cancel,
    };
  }

  opened(connection: GatewayConnection): void {
    if (this.waiting.length > 0) this.strike(connection, ({ at }) => at === 'open');
  }

  sent(connection: GatewayConnection, action: SendAction): void {
    if (this.waiting.length > 0) this.strike(connection, ({ at }) => at === connection.sentCount || at === nameOf(action));
  }

  clear(): void {
    for (const trigger of this.waiting) trigger.remaining = 0;
    this.waiting = [];
  }

  private strike(connection: GatewayConnection, isNow: (trigger: Trigger) => boolean): void {
    const { shardId } = connection;
    for (const trigger of this.waiting.filter((other) => isNow(other) && (other.shardId === undefined || other.shardId === shardId))) {
      trigger.remaining -= 1;
      trigger.deed(connection);
    }
    this.waiting = this.waiting.filter((trigger) => trigger.remaining > 0);
  }
}

function nameOf({ op, t }: SendAction): TriggerPoint | null {
  if (t !== null) return t;
  if (op === 10) return 'hello';
  return op === 11 ? 'ack' : null;
}
