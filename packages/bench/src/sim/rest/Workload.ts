import type { SeededRandom } from '../world/SeededRandom.js';
import { subKeyOf } from '@aplomb/rest/ratelimit';
import type { RestClient } from './clients/RestClient.js';
import type { Lane } from './judge/Lane.js';
import { majorOf } from './majorOf.js';
import type { RestWorld } from './RestWorld.js';
import type { Demand } from './RestScene.js';
import { SimCall, type CallEnd } from './SimCall.js';
import { ROUTES, type RouteSpec } from './truth/routes.js';

/** How long a user waits for a call. */
const PATIENCE_MS = 60_000;
/** Who was refused asks again after this. */
const AFTER_REFUSAL_MS = 1_000;
const MOST_FOLLOW_UPS = 3;
const DAY_MS = 86_400_000;
const DISCORD_EPOCH_MS = 1_420_070_400_000;
/** Of the kinds of deletion (see `routes.ts`): how old the message is. */
const AGES_MS = [3_600_000, 1_000, 30 * DAY_MS];

/** One place that calls are made for, and how many of them wait. */
interface Source {
  readonly route: RouteSpec;
  readonly major: string;
  readonly waiting: number;
  readonly everyMs: number;
  readonly random: SeededRandom;
  readonly lanes: Map<string, Lane>;
  open: number;
  /** Whether one of its calls was refused a moment ago. */
  isResting: boolean;
}

/** The users: they keep so many calls waiting everywhere, and interactions come as they please. */
export class Workload {
  /** How many calls were begun, and how many have ended in each way. */
  begun = 0;
  readonly ended: Record<CallEnd, number> = { answered: 0, failed: 0, refused: 0, withdrawn: 0 };
  /** From asking to the end, of interactions, in milliseconds. */
  slowestInteractionMs = 0;
  private isOver = false;
  private readonly world: RestWorld;
  private readonly client: RestClient;
  private readonly random: SeededRandom;
  private interactions = 0;

  constructor(world: RestWorld, client: RestClient) {
    this.world = world;
    this.client = client;
    this.random = world.random(4);
  }

  get open(): number {
    return this.begun - this.ended.answered - this.ended.failed - this.ended.refused - this.ended.withdrawn;
  }

  start(): void {
    const { demands, interactionEveryMs } = this.world.scene;
    for (const [index, demand] of demands.entries()) this.startDemand(demand, index);
    if (interactionEveryMs < Infinity) this.awaitInteraction();
  }

  /** Nobody begins another call. */
  stop(): void {
    this.isOver = true;
  }

  private startDemand(demand: Demand, index: number): void {
    for (let number = 0; number < demand.majors; number += 1) {
      const source: Source = {
        route: ROUTES[demand.route],
        major: majorOf(demand.route, number),
        waiting: demand.waiting,
        everyMs: demand.everyMs ?? 0,
        random: this.world.random(1_000 + index * 500 + number),
        lanes: new Map(),
        open: 0,
        isResting: false,
      };
      this.world.loop.after(source.random.between(0, this.world.scene.beginWithinMs), () => {
        this.fill(source);
      });
    }
  }

  private fill(source: Source): void {
    if (this.isOver) return;
    const { everyMs } = source;
    const nowMs = this.world.loop.nowMs();
    const restMs = everyMs === 0 || Math.floor(nowMs / everyMs) % 2 === 0 ? 0 : everyMs - (nowMs % everyMs);
    if (restMs > 0) {
      if (source.open === 0)
        this.world.loop.after(restMs, () => {
          this.fill(source);
        });
      return;
    }
    while (source.open < source.waiting && !source.isResting) this.beginFrom(source);
  }

  private beginFrom(source: Source): void {
    const { major, random, route } = source;
    const kind = route.groups.length === 1 ? 0 : random.whole(0, route.groups.length - 1);
    const isHidden = route.hidden !== undefined && random.chance(route.hidden.share);
    const subKey = this.subKeyFor(source, kind, isHidden);
    const lane = source.lanes.get(subKey) ?? this.world.lanes.of(route, major, subKey);
    source.lanes.set(subKey, lane);
    source.open += 1;
    const isMisjudged = route.groups.length > 1 && random.chance(this.world.scene.misjudged);
    const trueKind = isMisjudged ? random.whole(0, route.groups.length - 1) : kind;
    this.begin({ route, lane, major, trueKind, isHidden }, (call) => {
      source.open -= 1;
      if (call.end === 'refused') this.rest(source);
      else this.fill(source);
    });
  }

  private rest(source: Source): void {
    if (source.isResting) return;
    source.isResting = true;
    this.world.loop.after(AFTER_REFUSAL_MS, () => {
      source.isResting = false;
      this.fill(source);
    });
  }

  private begin(parts: Pick<SimCall, 'route' | 'lane' | 'major' | 'trueKind' | 'isHidden'>, whenEnded: (call: SimCall) => void): void {
    const { loop, scene } = this.world;
    const askedMs = loop.nowMs();
    this.begun += 1;
    const call = new SimCall(
      { ...parts, number: this.begun, askedMs, askedOrder: this.world.nextOrder(), giveUpAtMs: askedMs + PATIENCE_MS },
      (ended) => {
        this.note(ended);
        whenEnded(ended);
      },
    );
    this.client.submit(call);
    if (scene.withdrawn > 0 && this.random.chance(scene.withdrawn)) {
      loop.after(this.random.between(0, 3_000), () => {
        this.client.withdraw(call);
      });
    }
  }

  private note(call: SimCall): void {
    if (call.end !== null) this.ended[call.end] += 1;
    if (call.isInteraction) this.slowestInteractionMs = Math.max(this.slowestInteractionMs, this.world.loop.nowMs() - call.askedMs);
  }

  private subKeyFor(source: Source, kind: number, isHidden: boolean): string {
    const { route } = source;
    const limitRoute = 'PATCH /channels/:id';
    if (route === ROUTES.editChannel)
      return subKeyOf(limitRoute, route.path(source.major), isHidden ? { name: 'news' } : { nsfw: true }, 0);
    if (route !== ROUTES.deleteMessage) return '';
    const wallMs = this.world.loop.wallMs();
    const messageId = BigInt(Math.floor(wallMs - (AGES_MS[kind] ?? 0)) - DISCORD_EPOCH_MS) << 22n;
    return subKeyOf('DELETE /channels/:id/messages/:id', route.path(source.major, String(messageId)), undefined, wallMs);
  }

  private awaitInteraction(): void {
    const { interactionEveryMs } = this.world.scene;
    this.world.loop.after(this.random.exponential(interactionEveryMs), () => {
      if (this.isOver) return;
      this.beginInteraction();
      this.awaitInteraction();
    });
  }

  /** A callback, and follow-ups one after the other. */
  private beginInteraction(): void {
    this.interactions += 1;
    const major = `${7_000_000 + this.interactions}/aW50ZXJhY3Rpb246${this.interactions}`;
    const lane = this.world.lanes.of(ROUTES.editAnswer, major, '');
    const followUp = (left: number): void => {
      if (left > 0)
        this.begin({ route: ROUTES.editAnswer, lane, major, trueKind: 0, isHidden: false }, () => {
          followUp(left - 1);
        });
    };
    const callback = {
      route: ROUTES.answerInteraction,
      lane: this.world.lanes.of(ROUTES.answerInteraction, major, ''),
      major,
      trueKind: 0,
      isHidden: false,
    };
    const followUps = this.random.whole(0, MOST_FOLLOW_UPS);
    this.begin(callback, () => {
      followUp(followUps);
    });
  }
}
