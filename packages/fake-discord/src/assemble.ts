import { sleep, systemClock } from '@aplomb/base';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BotErrors } from './actors/BotErrors.js';
import type { AttachedClient } from './actors/BotErrors.js';
import { openStage } from './actors/openStage.js';
import type { Stage } from './actors/Stage.js';
import { setPaused } from './clock/moveClock.js';
import { isMovable, WorldClock } from './clock/WorldClock.js';
import type { MovableClock } from './clock/WorldClock.js';
import type { ResolvedFakeDiscordOptions } from './FakeDiscordOptions.js';
import { GatewayServer } from './gateway/GatewayServer.js';
import { Intent } from './gateway/intents.js';
import { InteractionDelivery } from './http-interactions/InteractionDelivery.js';
import { InteractionsEndpoint } from './http-interactions/InteractionsEndpoint.js';
import { deliver } from './rest/deliver.js';
import { openRest } from './rest/openRest.js';
import type { RestPart } from './rest/openRest.js';
import { isAttachmentUrl, serveAttachment } from './rest/serveAttachment.js';
import type { Observers } from './watch/Observers.js';
import { openObservers } from './watch/openObservers.js';
import { makeToken } from './world/application.js';
import { makeDeeds } from './world/Deeds.js';
import { World } from './world/World.js';
import type { PrivilegedIntent } from './world/World.js';
import { WorldGateway } from './world/WorldGateway.js';

/** All that a fake Discord is made of. */
export interface Parts {
  readonly attached: Set<AttachedClient>;
  readonly botErrors: BotErrors;
  readonly clock: MovableClock;
  readonly delivery: InteractionDelivery;
  readonly gateway: GatewayServer;
  readonly http: Server;
  readonly interactionsEndpoint: InteractionsEndpoint;
  readonly observers: Observers;
  readonly origin: string;
  readonly rest: RestPart;
  readonly stage: Stage;
  readonly token: string;
  readonly world: World;
}

const INTENT_BITS: Readonly<Record<PrivilegedIntent, number>> = {
  GuildMembers: Intent.GUILD_MEMBERS,
  GuildPresences: Intent.GUILD_PRESENCES,
  MessageContent: Intent.MESSAGE_CONTENT,
};

/** What all others stand on. */
type Ground = Pick<Parts, 'clock' | 'http' | 'origin' | 'token' | 'world'>;

/**
 * Joins a world, a gateway and a REST API on the port of an HTTP server that listens.
 *
 * @param throwIfClosed - Refuses what is done after the end.
 */
export function assemble(http: Server, options: ResolvedFakeDiscordOptions, throwIfClosed: () => void): Parts {
  const ground = layGround(http, options);
  const { origin, token, world } = ground;
  const gateway = openGateway(ground, options);
  const deeds = makeDeeds(world);
  const delivery = new InteractionDelivery({ interactions: deeds.interactions, random: options.random, world });
  delivery.url = options.interactionsEndpointUrl;
  const interactionsEndpoint = new InteractionsEndpoint(delivery);
  const { rateLimits, shards } = options;
  const gatewayFacts = () => ({ shards, url: gatewayUrlOf(origin), sessionStartLimit: gateway.startLimit });
  const rest = openRest({ ...deeds, gatewayFacts, rateLimits, token, world });
  rest.server.intercept((request) => interactionsEndpoint.examineRequest(request, token));
  const [attached, botErrors] = [new Set<AttachedClient>(), new BotErrors()];
  const stage = openStage({ attached, botErrors, deeds, delivery, gateway, options, server: rest.server, throwIfClosed, world });
  const observers = openObservers({ gateway, rest, stage });
  http.on('request', (request, response) => {
    if (isAttachmentUrl(request.url)) deliver(response, serveAttachment(world, request.url ?? ''), options.clock);
    else void rest.server.serve(request, response);
  });
  return { ...ground, attached, botErrors, delivery, gateway, interactionsEndpoint, observers, rest, stage };
}

/** Frees the port, every socket and every timer. */
export async function dismantle({ clock, delivery, gateway, http, observers, stage, world }: Parts): Promise<void> {
  delivery.close();
  world.agenda.clear();
  setPaused(clock, true);
  await gateway.close();
  observers.close();
  stage.interactionStates.close();
  if (!http.listening) return;
  await new Promise<void>((resolve) => {
    http.close(() => {
      resolve();
    });
    http.closeAllConnections();
  });
  // Node tells of the end before it frees the port's handle, which it does at the end of this turn.
  await sleep(systemClock, 0);
}

/** Where the gateway of an origin is. */
export function gatewayUrlOf(origin: string): string {
  return origin.replace('http', 'ws');
}

function layGround(http: Server, options: ResolvedFakeDiscordOptions): Ground {
  const origin = `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`;
  const clock = isMovable(options.clock) ? options.clock : new WorldClock(options.clock);
  const world = new World({ ...options, clock, connectionClock: options.clock, origin });
  return { clock, http, origin, token: makeToken(world.bot.id, options.clock.wallMs(), options.random), world };
}

function openGateway({ http, token, world }: Ground, options: ResolvedFakeDiscordOptions): GatewayServer {
  const gateway = new GatewayServer({
    ...options.gateway,
    clock: options.clock,
    heartbeatIntervalMs: options.heartbeatIntervalMs,
    helloDelayMs: options.helloDelayMs,
    privilegedIntents: options.privilegedIntents.reduce((bits, intent) => bits | INTENT_BITS[intent], 0),
    random: options.random,
    startLimit: options.sessionStartLimit,
    token,
    world: new WorldGateway(world),
  });
  gateway.attach(http);
  world.subscribe((event) => {
    gateway.publish(event);
  });
  return gateway;
}
