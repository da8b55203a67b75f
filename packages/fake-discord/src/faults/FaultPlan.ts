/** An HTTP answer in the place of `101 Switching Protocols`. */
export interface UpgradeRefusal {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Every rule that can be planned, with what it is given. Those about the upgrade need sockets; all others simulations have, too. */
export interface FaultRules {
  /** The upgrade is answered with this. */
  refuseUpgrade: UpgradeRefusal;
  /** The upgrade is read and never answered. */
  hangUpgrade: true;
  /** The TCP connection is reset when the upgrade comes. */
  resetUpgrade: true;
  /** The answer to the upgrade and HELLO leave in one write. */
  helloInUpgradeSegment: true;
  /** HELLO comes so many milliseconds late. */
  helloDelayMs: number;
  /** HELLO never comes. */
  withholdHello: true;
  /** This comes instead of HELLO, and nothing after it. */
  firstFrame: { readonly op: number; readonly d: unknown };
  /** HELLO names this interval, of whatever type. */
  heartbeatInterval: unknown;
  /** Heartbeats are read and never acknowledged. */
  zombify: true;
  /** Heartbeats are acknowledged so many milliseconds late. */
  ackDelayMs: number;
  /** READY and all that follows it is held back so long; `Infinity` for ever. */
  withholdReadyMs: number;
  /** The replay, RESUMED and all that follows is held back so long; `Infinity` for ever. */
  withholdResumedMs: number;
  /** READY is sent with these fields replaced; `undefined` leaves a field out. */
  readyWith: Readonly<Record<string, unknown>>;
  /** IDENTIFY is answered by closing. */
  closeAfterIdentify: CloseWith;
  /** RESUME is answered by closing. */
  closeAfterResume: CloseWith;
  /** IDENTIFY is answered with op 9. */
  invalidateAfterIdentify: unknown;
  /** RESUME is answered with op 9. */
  invalidateAfterResume: unknown;
  /** RESUME is answered with op 7. */
  reconnectAfterResume: true;
  /** The replay starts so many dispatches earlier than the client asked. */
  replayEarlier: number;
  /** Op 8 gets no answer. */
  ignoreMemberRequests: true;
  /** Op 8 gets only so many chunks. */
  partialChunks: number;
}

/** The name of a rule. */
export type FaultRuleName = keyof FaultRules;

/** A close code, and a reason if there is to be one. */
export interface CloseWith {
  readonly code: number;
  readonly reason?: string;
}

/** How often a rule strikes, and whom. */
export interface RuleScope {
  /**
   * How often it strikes; then it is gone.
   *
   * @defaultValue `1`
   */
  readonly count?: number;
  /**
   * Only for this shard. A shard is known from its IDENTIFY or RESUME on: rules about HELLO strike any connection.
   *
   * @defaultValue any shard
   */
  readonly shardId?: number;
}

/** A planned fault. */
export interface PlannedFault {
  /** How often it will still strike. */
  readonly remaining: number;
  /** Takes it back. */
  cancel(): void;
  [Symbol.dispose](): void;
}

interface Rule {
  readonly name: FaultRuleName;
  readonly value: unknown;
  readonly shardId: number | undefined;
  remaining: number;
}

/** The faults that are still to come, each with its number of strikes. */
export class FaultPlan {
  private rules: Rule[] = [];

  plan<Name extends FaultRuleName>(name: Name, value: FaultRules[Name], scope: RuleScope = {}): PlannedFault {
    const rule: Rule = { name, value, shardId: scope.shardId, remaining: scope.count ?? 1 };
    this.rules.push(rule);
    const cancel = (): void => {
      rule.remaining = 0;
      this.rules = this.rules.filter((other) => other !== rule);
    };
    return {
      get remaining() {
        return rule.remaining;
      },
      cancel,
      [Symbol.dispose]: cancel,
    };
  }

  /** The value of the first rule of that name which strikes now, counted down; `undefined` when there is none. */
  take<Name extends FaultRuleName>(name: Name, shardId: number | null): FaultRules[Name] | undefined {
    return this.strike(name, shardId)?.value as FaultRules[Name] | undefined;
  }

  /** Whether a rule of that name strikes now, for rules whose value may be anything; counted down. */
  strike(name: FaultRuleName, shardId: number | null): { readonly value: unknown } | undefined {
    if (this.rules.length === 0) return undefined;
    const rule = this.rules.find((other) => other.name === name && (other.shardId === undefined || other.shardId === shardId));
    if (rule === undefined) return undefined;
    rule.remaining -= 1;
    if (rule.remaining <= 0) this.rules = this.rules.filter((other) => other !== rule);
    return { value: rule.value };
  }

  clear(): void {
    for (const rule of this.rules) rule.remaining = 0;
    this.rules = [];
  }
}
