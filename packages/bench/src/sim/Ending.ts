import type { SimWorld } from './SimWorld.js';

const MINUTE_MS = 60_000;
const QUIET_MS = 3 * MINUTE_MS;
/** How long a shard may need after the last fault: the longest wait after failed IDENTIFYs, and some. */
const MOST_MINUTES = 40;

/** The end of a run: all must be well again, and after everything was closed nothing may be left. */
export class Ending {
  private readonly world: SimWorld;

  constructor(world: SimWorld) {
    this.world = world;
  }

  async run(): Promise<void> {
    await this.waitForAll();
    this.world.isEnding = true;
    // Links that only looked alive because events flowed are found out now.
    await this.runFor(QUIET_MS);
    await this.waitForAll();
    this.checkDeliveries();
    this.checkPresences();
    await this.close();
    this.checkNothingLeft();
  }

  private async waitForAll(): Promise<void> {
    const watches = [...this.world.watches.values()];
    for (let left = MOST_MINUTES; left > 0 && !watches.every(({ stage }) => stage === 'Connected'); left -= 1) await this.runFor(MINUTE_MS);
  }

  private checkDeliveries(): void {
    const { invariants, server, watches } = this.world;
    for (const [id, { deliveries, stage }] of watches) {
      const published = server.published.get(id) ?? 0;
      if (stage !== 'Connected') invariants.break('INV-1', `at the end shard ${id} is ${stage}`);
      else if (!deliveries.hasAll(published))
        invariants.break('INV-2', `at the end shard ${id} has delivered ${deliveries.lastN} of ${published} events`);
    }
  }

  /** C-05: whatever befell the connections that carried them, the last presence is the one that Discord has. */
  private checkPresences(): void {
    const { invariants, server, watches } = this.world;
    for (const [id, { presence }] of watches) {
      const said = JSON.stringify(server.endsOf(id)[0]?.machine.session?.presence ?? null);
      if (presence !== null && !said.includes(`"name":"${presence}"`))
        invariants.break('INV-2', `at the end shard ${id} has the presence ${said}, "${presence}" was asked for last`);
    }
  }

  private async close(): Promise<void> {
    const { bot, invariants, loop } = this.world;
    let closed = 0;
    loop.isUnsettled = true;
    for (const shard of bot.shards.values()) void shard.close().then(() => (closed += 1));
    await this.runFor(MINUTE_MS);
    if (closed < bot.shards.size) invariants.break('INV-4', `${bot.shards.size - closed} shards are not closed a minute after close()`);
  }

  private checkNothingLeft(): void {
    const { bot, invariants, network, watches } = this.world;
    const left = {
      timers: bot.process.pendingTimers,
      connections: network.live.size,
      'shards that wait for a permit': bot.queue.waiting,
      'commands that never settled': [...watches.values()].reduce((sum, { openCommands }) => sum + openCommands, 0),
    };
    for (const [what, count] of Object.entries(left)) {
      if (count > 0) invariants.break('INV-4', `after all shards were closed there are still ${count} ${what}`);
    }
  }

  private async runFor(durationMs: number): Promise<void> {
    const { invariants, loop } = this.world;
    if (invariants.broken === null) await loop.runUntil(loop.nowMs() + durationMs);
  }
}
