import { refuseUnknownOptions } from '@aplomb/base';
import type { RestAnswer, RestRequest } from '../rest/RestRequest.js';
import { RoutePattern } from '../rest/RoutePattern.js';
import { requireNumber } from './checks.js';
import type { PlannedFault } from './FaultPlan.js';

/** How often a rule about requests strikes. */
export interface RestRuleScope {
  /**
   * How many requests it strikes; then it is gone.
   *
   * @defaultValue `1`
   */
  readonly count?: number;
}

/** What a fault does to a request. `next` asks whoever is behind: other faults, and then Discord. */
export type RestFault = (request: RestRequest, next: () => Promise<RestAnswer>) => Promise<RestAnswer> | RestAnswer;

interface Rule {
  readonly name: string;
  readonly pattern: RoutePattern;
  readonly fault: RestFault;
  remaining: number;
}

/**
 * The faults that wait for a request. Of one kind the first strikes, so that two of them meet two requests; of different kinds each strikes the same
 * request, the first planned outermost: one that answers for Discord keeps those behind it for later.
 */
export class RestFaultPlan {
  private rules: readonly Rule[] = [];

  /** @throws {@link OptionsError} when the route does not exist on Discord, or the scope is none */
  plan(name: string, route: string, fault: RestFault, { count = 1, ...rest }: RestRuleScope): PlannedFault {
    refuseUnknownOptions(name, rest, ['count']);
    requireNumber('count', count, 1);
    const rule: Rule = { name, pattern: new RoutePattern(route), fault, remaining: count };
    this.rules = [...this.rules, rule];
    const cancel = (): void => {
      rule.remaining = 0;
      this.forget(rule);
    };
    return {
      get remaining() {
        return rule.remaining;
      },
      cancel,
      [Symbol.dispose]: cancel,
    };
  }

  /** Answers a request through all faults that strike it. */
  async answer(request: RestRequest, behind: () => Promise<RestAnswer>): Promise<RestAnswer> {
    return this.rules.length === 0 ? behind() : this.through(this.rules, new Set(), request, behind);
  }

  clear(): void {
    for (const rule of this.rules) rule.remaining = 0;
    this.rules = [];
  }

  private async through(
    rules: readonly Rule[],
    struck: ReadonlySet<string>,
    request: RestRequest,
    behind: () => Promise<RestAnswer>,
  ): Promise<RestAnswer> {
    const at = rules.findIndex(({ name, pattern, remaining }) => remaining > 0 && !struck.has(name) && pattern.matches(request));
    const rule = rules[at];
    if (rule === undefined) return behind();
    rule.remaining -= 1;
    if (rule.remaining <= 0) this.forget(rule);
    return rule.fault(request, () => this.through(rules.slice(at + 1), new Set([...struck, rule.name]), request, behind));
  }

  private forget(rule: Rule): void {
    this.rules = this.rules.filter((other) => other !== rule);
  }
}
