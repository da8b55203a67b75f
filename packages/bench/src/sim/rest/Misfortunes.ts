import type { SeededRandom } from '../world/SeededRandom.js';
import type { RestWorld } from './RestWorld.js';
import { majorOf } from './majorOf.js';

const BAN_SAYS_MS = 5_000;

/** What befalls everybody alike, at instants that no client moves: hashes change, others use what is shared, gates close. */
export class Misfortunes {
  private readonly world: RestWorld;
  private readonly random: SeededRandom;

  constructor(world: RestWorld) {
    this.world = world;
    this.random = world.random(5);
  }

  start(): void {
    const { scene, server } = this.world;
    const webhooks = scene.demands.find(({ route }) => route === 'executeWebhook')?.majors ?? 0;
    this.every(scene.changeEveryMs, () => {
      server.book.changeSomething();
      this.world.whenChanged();
    });
    this.every(scene.detourEveryMs, () => {
      this.world.network.changeRoutes(this.random);
    });
    this.every(scene.sharedEveryMs, (nowMs) => {
      server.exhaust(majorOf('executeWebhook', this.random.whole(0, Math.max(0, webhooks - 1))), nowMs + this.random.between(1_000, 5_000));
    });
    this.every(scene.globalEveryMs, (nowMs) => {
      server.closeGlobally(nowMs + this.random.between(500, 3_000));
    });
    this.every(scene.banEveryMs, (nowMs) => {
      server.ban(nowMs + this.random.between(10_000, 40_000), BAN_SAYS_MS);
    });
  }

  private every(meanMs: number, strike: (nowMs: number) => void): void {
    if (meanMs === Infinity) return;
    const { loop } = this.world;
    loop.after(this.random.exponential(meanMs), () => {
      strike(loop.nowMs());
      this.every(meanMs, strike);
    });
  }
}
