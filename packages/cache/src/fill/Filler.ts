import { isPayload } from '../records/payload.js';
import type { World } from '../tables/World.js';
import { keyOf, type Arbiter } from './Arbiter.js';
import { checkFill, type FillOptions, type FillOutcome, type FillResource } from './FillOptions.js';
import { takeUnnamed } from './takeUnnamed.js';
import { targets } from './targets.js';
import type { Target } from './Target.js';

/** Writes answers of REST into a world, each entity unless something newer is known of it. */
export class Filler {
  private readonly world: World;
  private readonly arbiter: Arbiter;
  private readonly letIn: (parentIds: readonly string[]) => void;

  /** `letIn` lets in the events that waited for a guild or channel. */
  constructor(world: World, arbiter: Arbiter, letIn: (parentIds: readonly string[]) => void) {
    this.world = world;
    this.arbiter = arbiter;
    this.letIn = letIn;
  }

  fill(resource: FillResource, answer: unknown, options: FillOptions): FillOutcome {
    const maxAgeMs = checkFill(resource, options);
    const payloads = (Array.isArray(answer) ? answer : [answer]) as readonly unknown[];
    const arrived: string[] = [];
    const written = this.arbiter.answer(options.mark, (since) => {
      const found = payloads.map((payload) => (isPayload(payload) ? targets[resource](this.world, payload, options) : undefined));
      if (options.isWhole === true) this.takeUnnamed(resource, found, options.guildId ?? '', since);
      return found.filter((target) => this.write(target, { since, maxAgeMs, arrived })).length;
    });
    this.letIn(arrived);
    this.world.takeRemovals();
    return { written: written ?? 0, refused: payloads.length - (written ?? 0) };
  }

  private takeUnnamed(resource: FillResource, found: readonly (Target | undefined)[], guildId: string, since: number): void {
    const shelf = this.world.guilds.get(guildId);
    if (shelf === undefined) return;
    const named = new Set(found.map((target) => target?.id ?? ''));
    takeUnnamed(this.world, shelf, resource, named, (kind, id) => this.arbiter.isUntouched(keyOf(kind, guildId, id), since));
  }

  private write(
    target: Target | undefined,
    { since, maxAgeMs, arrived }: { readonly since: number; readonly maxAgeMs: number; readonly arrived: string[] },
  ): boolean {
    if (target === undefined) return false;
    const key = keyOf(target.resource, target.place, target.id);
    if (!this.arbiter.isUntouched(key, since)) return false;
    const isOurs = !target.isThere() || this.arbiter.loans.has(key);
    const outcome = target.write();
    arrived.push(...(outcome?.arrived ?? []));
    if (!target.isThere()) return false;
    if (isOurs) this.lend(key, target, maxAgeMs);
    return true;
  }

  /** What events keep true stays; a user stays as long as somebody holds it, and that is the loan. */
  private lend(key: string, target: Target, maxAgeMs: number): void {
    if (maxAgeMs === Infinity && target.resource !== 'users') this.arbiter.loans.forget(key);
    else this.arbiter.lend(key, maxAgeMs, () => target.giveBack());
  }
}
