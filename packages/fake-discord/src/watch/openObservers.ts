import type { Stage } from '../actors/Stage.js';
import type { GatewayServer } from '../gateway/GatewayServer.js';
import type { RestPart } from '../rest/openRest.js';
import { actsOf, eventsOf, exchangesOf, factsOf, framesOf, interactionsOf } from './factSources.js';
import { Observers } from './Observers.js';

/** What is observed. */
export interface Observed {
  readonly gateway: GatewayServer;
  readonly rest: RestPart;
  readonly stage: Stage;
}

/** All that can be observed of a fake Discord. */
export function openObservers({ gateway, rest: { api, server }, stage }: Observed): Observers {
  const { acts, interactionStates, world } = stage;
  return new Observers(
    () => world.clock.wallMs(),
    [
      actsOf(acts),
      eventsOf(world),
      interactionsOf(interactionStates.news),
      factsOf(gateway.journal),
      framesOf(gateway),
      exchangesOf(server.exchanges, (request) => api.callOf(request).route),
    ],
  );
}
