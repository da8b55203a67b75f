import { GLOBAL } from '../scenes.js';
import { banned, churn, detours, forbidden } from './storms.js';

/** The directed scenes, with what was found, in lines. */
export async function* directedLines(seed: number): AsyncGenerator<string> {
  const storm = await forbidden(seed, 30);
  yield '';
  yield `403 to everything for 30 min: at most ${storm.mostInvalid} invalid requests in any ten minutes, of ${storm.calls} calls`;
  const ban = await banned(seed, 20_000, 120_000);
  yield (
    `a host banned for 120 s, by pages that say 5 s: ${ban.surprised} requests were on the wire, then ${ban.probes} probes, ` +
    `at most ${ban.mostPerWindow} in 5 s; back after ${(ban.backAfterMs / 1_000).toFixed(1)} s`
  );
  const early = await banned(seed, 0, 60_000, GLOBAL);
  yield `a host that was banned before: ${early.surprised + early.probes} requests in 60 s`;
  const way = await detours(seed, 60);
  yield (
    `the way to Discord changes ${way.changes} times by up to 20 ms, at 50 requests a second: at most ${way.peakPerSecond} in a second, ` +
    `${way.refused} 429s in ${way.calls} calls (no gate: a shorter way cannot be foreseen)`
  );
  const left = await churn(seed, 1);
  yield (
    `${left.calls} calls of interactions with ${left.buckets} buckets in an hour: at most ${left.mostLanes} lanes held, ` +
    `${left.left.lanes} lanes, ${left.left.buckets} buckets, ${left.left.routes} routes in the end`
  );
}
