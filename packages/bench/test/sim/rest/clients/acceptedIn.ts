import type { RestClient } from '../../../../src/sim/rest/clients/RestClient.js';
import type { Demand, RestScene } from '../../../../src/sim/rest/RestScene.js';
import { RestWorld } from '../../../../src/sim/rest/RestWorld.js';
import { BUCKETS } from '../../../../src/sim/rest/scenes.js';
import { Workload } from '../../../../src/sim/rest/Workload.js';

/** A scene with one route only, in which nothing changes. */
export function sceneOf(route: Demand['route'], majors: number): RestScene {
  return { ...BUCKETS, demands: [{ route, majors, waiting: 6 }], changeEveryMs: Infinity };
}

/** What a server took of a client, and what it refused. */
export async function acceptedIn(scene: RestScene, virtualMs: number, client: (world: RestWorld) => RestClient) {
  const world = new RestWorld(1, scene);
  new Workload(world, client(world)).start();
  await world.loop.runUntil(virtualMs);
  return { accepted: world.server.accepted, refused: world.server.received - world.server.accepted, world };
}
