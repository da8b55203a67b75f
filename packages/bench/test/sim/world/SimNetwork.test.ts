import { describe, expect, it } from '@jest/globals';
import { Stage } from '../../../src/sim/scenarios/Stage.js';

describe('the simulated network', () => {
  it('carries a shard to Connected, and its events in order', async () => {
    const stage = await new Stage().start();
    for (let left = 100; left > 0; left -= 1) stage.server.publish(0);
    await stage.runFor(1_000);
    expect(stage.connected).toBe(1);
    expect(stage.delivered).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  it('lets both sides hear of a reset, and the client of a FIN behind what was on its way', async () => {
    for (const deed of ['reset', 'finish'] as const) {
      const stage = await new Stage().start();
      stage.connection()[deed]();
      await stage.runFor(5_000);
      expect(stage.journal.counts.disconnection).toBe(1);
      expect(stage.journal.resumes.map(({ outcome }) => outcome)).toEqual(['resumed']);
    }
  });

  it('holds back what stalls and loses nothing of it', async () => {
    const stage = await new Stage().start();
    stage.connection().stall(3_000, { up: true, down: true });
    stage.server.publish(0);
    await stage.runFor(2_900);
    expect(stage.delivered).toEqual([]);
    await stage.runFor(200);
    expect(stage.delivered).toEqual([1]);
  });

  it('tells why a connect failed', async () => {
    const stage = new Stage();
    const told: string[] = [];
    stage.shard().on('warn', ({ message }) => told.push(message));
    stage.network.troubleNext('refused', 'dns', 'tls', 'bad-status', 'reset');
    await stage.start();
    expect(told.map((message) => /simulated: ([\w-]+)/.exec(message)?.[1])).toEqual(['refused', 'dns', 'tls', 'bad-status', 'reset']);
  });
});
