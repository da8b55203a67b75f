import type { Payload } from '../records/payload.js';
import { IGNORED, type Outcome } from '../reducers/Reducer.js';
import { reducers } from '../reducers/reducers.js';
import type { World } from '../tables/World.js';

/** Writes a payload as the event of that name would, so that what comes another way ends in the same records. */
export function reduceInto(world: World, t: string, payload: Payload, shardId: number): Outcome {
  return reducers.get(t)?.(world, payload, shardId) ?? IGNORED;
}
