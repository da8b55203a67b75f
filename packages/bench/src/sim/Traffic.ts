import type { SimWorld } from './SimWorld.js';

/** More commands than a minute takes. */
const BURST = 130;

/** What happens when nothing goes wrong: events in the world, and a user who speaks. */
export class Traffic {
  private readonly world: SimWorld;
  private presences = 0;

  constructor(world: SimWorld) {
    this.world = world;
  }

  start(): void {
    const { random, watches } = this.world;
    const eventsMs = random.pick([1_000, 5_000, 30_000, 120_000]);
    for (const shardId of watches.keys()) {
      this.forEver(eventsMs, () => {
        this.publish(shardId);
      });
    }
    const silentFromMs = this.world.virtualMs * random.between(0.5, 1.1);
    this.forEver(random.pick([5_000, 60_000]), () => {
      if (this.world.loop.nowMs() < silentFromMs) this.speak();
    });
  }

  private forEver(meanMs: number, deed: () => void): void {
    const { loop, random } = this.world;
    loop.after(random.exponential(meanMs), () => {
      if (this.world.isEnding) return;
      deed();
      this.forEver(meanMs, deed);
    });
  }

  private publish(shardId: number): void {
    const { random, server } = this.world;
    server.publish(shardId);
    // Now and then many at once, as when a channel is raided.
    if (random.chance(0.01)) for (let left = 50; left > 0; left -= 1) server.publish(shardId);
  }

  /** The user sends commands and sets presences, now and then too many. */
  private speak(): void {
    const { bot, loop, random, shardTotal, watches } = this.world;
    const shardId = random.whole(0, shardTotal - 1);
    const shard = bot.shards.get(shardId);
    const watch = watches.get(shardId);
    if (shard === undefined || watch === undefined || shard.isShutDown || !bot.process.isRunning) return;
    loop.isUnsettled = true;
    if (random.chance(0.4)) return watch.setPresence(shard, String((this.presences += 1)));
    for (let left = random.chance(0.05) ? BURST : 1; left > 0; left -= 1) watch.command(shard);
  }
}
