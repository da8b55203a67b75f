import { systemClock } from '@aplomb/base';
import { isMovable } from '../clock/WorldClock.js';
import type { ResolvedFakeDiscordOptions } from '../FakeDiscordOptions.js';
import type { GatewayServer } from '../gateway/GatewayServer.js';
import type { RestServer } from '../rest/RestServer.js';
import type { InteractionDelivery } from '../http-interactions/InteractionDelivery.js';
import { Signal } from '../Signal.js';
import { InteractionStates } from '../watch/InteractionStates.js';
import type { Deeds } from '../world/Deeds.js';
import { FIRST_ANSWER_MS } from '../world/interactions/Interactions.js';
import type { Interactions } from '../world/interactions/Interactions.js';
import type { World } from '../world/World.js';
import type { AttachedClient, BotErrors } from './BotErrors.js';
import { patiently } from './patiently.js';
import { SessionProbe } from './SessionProbe.js';
import { Settling } from './Settling.js';
import type { SettlingParts } from './Settling.js';
import type { Stage } from './Stage.js';

/** What a stage stands on. */
export interface StageParts {
  readonly attached: ReadonlySet<AttachedClient>;
  readonly botErrors: BotErrors;
  readonly deeds: Deeds;
  readonly delivery: InteractionDelivery;
  readonly gateway: GatewayServer;
  readonly options: ResolvedFakeDiscordOptions;
  readonly server: RestServer;
  /** Refuses what comes after `close()`. */
  readonly throwIfClosed: () => void;
  readonly world: World;
}

/** The stage of a whole fake Discord: each act settles, and throws what attached bots reported. */
export function openStage(parts: StageParts): Stage {
  const { botErrors, deeds, throwIfClosed, world } = parts;
  const settling = makeSettling(parts);
  return {
    ...deeds,
    act: async (deed, isOver = () => true) => {
      throwIfClosed();
      const result = deed();
      await settling.settle();
      if (!isOver(result) && hasStrangers(parts)) {
        await answerTo(deeds.interactions, () => isOver(result));
        await settling.settle();
      }
      botErrors.throwIfAny();
      return result;
    },
    acts: new Signal(),
    advances: new Signal(),
    arrangedCommands: [],
    doneActs: new Signal(),
    expected: new Set(),
    interactionStates: new InteractionStates(world, deeds.interactions),
    realClock: systemClock,
    strikes: new Signal(),
    throwBotErrors: () => {
      botErrors.throwIfAny();
    },
    world,
  };
}

function makeSettling({ attached, botErrors, delivery, gateway, options, server, world }: StageParts): Settling {
  const probe = new SessionProbe(gateway, options.clock);
  let published = 0;
  world.subscribe(() => {
    published += 1;
  });
  return new Settling({
    activity: () => published + server.received + delivery.sent + gateway.journal.counts.disconnection,
    attached,
    clock: systemClock,
    limitMs: options.settleTimeoutMs,
    onError: (error) => {
      botErrors.add(error);
    },
    probeSessions: async () => {
      const result = await probe.probe();
      // A bot behind an endpoint is one more that may have something to do.
      return delivery.url === null ? result : { ...result, sessions: result.sessions + 1 };
    },
    // Where time is wound by hand, nothing comes by waiting.
    repetitionMs: () => (isMovable(options.clock) ? 0 : server.repetitions.nextMs(options.clock.nowMs())),
    rest: together(server, delivery),
    sessionsReturn: (atMostMs) => probe.returns(atMostMs),
  });
}

/** What comes to rest by itself, and is waited for. */
type Work = SettlingParts['rest'];

function together(...works: readonly Work[]): Work {
  return {
    get inFlight() {
      return works.reduce((sum, { inFlight }) => sum + inFlight, 0);
    },
    idle: async () => {
      await Promise.all(works.map((work) => work.idle()));
    },
  };
}

/** Whether bots are connected that were not attached, so that nobody can say when they are done. */
function hasStrangers({ attached, gateway }: StageParts): boolean {
  return attached.size === 0 && gateway.connections.some(({ machine }) => machine.session !== null);
}

/** Resolves when an answer makes `isOver` true, or so late that none is accepted any more. */
async function answerTo(interactions: Interactions, isOver: () => boolean): Promise<void> {
  await patiently<true>(FIRST_ANSWER_MS, (end) =>
    interactions.onAnswer(() => {
      if (isOver()) end(true);
    }),
  );
}
