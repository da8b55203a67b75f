import { Stage } from './Stage.js';

/** READY comes so late, on a link that lives. */
export async function readyAfter(heldMs: number): Promise<{ readonly identifies: number; readonly connectedAfterMs: number }> {
  const stage = new Stage();
  stage.server.state.faults.plan('withholdReadyMs', heldMs);
  await stage.start(2 * heldMs);
  return { identifies: stage.journal.counts.identify, connectedAfterMs: stage.connectedAtMs.get(0) ?? Infinity };
}

/** RESUMED never comes, on a link that lives; the next RESUME works. */
export async function resumedNever(): Promise<{ readonly identifies: number; readonly recoveryMs: number }> {
  const stage = await new Stage().start();
  await stage.runFor(60_000);
  stage.server.state.faults.plan('withholdResumedMs', Infinity);
  const cutMs = stage.nowMs;
  stage.connection().reset();
  await stage.runFor(1_000);
  await stage.runUntilConnected(300_000);
  return { identifies: stage.journal.counts.identify - 1, recoveryMs: (stage.connectedAtMs.get(0) ?? Infinity) - cutMs };
}
