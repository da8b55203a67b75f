import { Stage } from './Stage.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What Discord does to every IDENTIFY. */
export type Storm = 'op 9' | 'close';

/** How many IDENTIFYs a bot sends in a day on which none leads to READY. */
export async function stormOfADay(storm: Storm, shards: number, maxConcurrency: number): Promise<number> {
  const stage = new Stage({ shards, limit: { total: 1_000, maxConcurrency } });
  const { faults } = stage.server.state;
  if (storm === 'op 9') faults.plan('invalidateAfterIdentify', false, { count: Infinity });
  else faults.plan('closeAfterIdentify', { code: 4000 }, { count: Infinity });
  stage.bot.start();
  await stage.loop.runUntil(DAY_MS);
  return stage.journal.counts.identify;
}

/** How many IDENTIFYs a process spends that is killed every `everyMs` for a day, with a ledger and without stored sessions. */
export async function crashLoopOfADay(everyMs: number): Promise<number> {
  const stage = new Stage();
  stage.bot.start();
  while (stage.nowMs < DAY_MS) {
    await stage.runFor(everyMs);
    stage.disk.sessions.clear();
    stage.replaceBot().start();
  }
  return stage.journal.counts.identify;
}
