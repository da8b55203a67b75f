import { EventLoop } from '../world/EventLoop.js';
import { SeededRandom } from '../world/SeededRandom.js';
import { Attempt } from './Attempt.js';
import { ArrivalWatch } from './judge/ArrivalWatch.js';
import { Lanes } from './judge/Lane.js';
import { Oracle } from './judge/Oracle.js';
import { Tally } from './judge/Tally.js';
import type { RestScene } from './RestScene.js';
import { RestNetwork } from './RestNetwork.js';
import type { SimCall } from './SimCall.js';
import { TrueServer } from './truth/TrueServer.js';
import { Wording, type Answer } from './truth/wording.js';

/** Whoever sends. */
export interface Sender {
  /** The request is written to an open connection. */
  wrote(attempt: Attempt): void;
  /** The answer of a request is there. */
  hear(attempt: Attempt, answer: Answer): void;
  /** It timed out, or its connection broke. */
  lose(attempt: Attempt): void;
}

/** An attempt is given up after so long: the client's own deadline. */
const ATTEMPT_TIMEOUT_MS = 10_000;

/** Everything of a run but the client. Chance is split by purpose, so that the same seed is the same world for every client. */
export class RestWorld {
  readonly loop = new EventLoop();
  readonly scene: RestScene;
  readonly server: TrueServer;
  readonly oracle = new Oracle();
  readonly watch = new ArrivalWatch();
  readonly tally = new Tally();
  readonly lanes = new Lanes();
  readonly network: RestNetwork;
  /** Called when hashes or limits have changed, for whoever may see that. */
  whenChanged: () => void = () => undefined;
  /** Called for every request that arrives, and for every answer that is heard, for whoever watches. */
  whenArrived: (attempt: Attempt, nowMs: number) => void = () => undefined;
  whenHeard: (attempt: Attempt, nowMs: number) => void = () => undefined;
  private readonly wording: Wording;
  private readonly seed: number;
  private order = 0;

  constructor(seed: number, scene: RestScene) {
    this.seed = seed;
    this.scene = scene;
    this.server = new TrueServer(this.random(1), scene.global);
    this.network = new RestNetwork(this.random(2), scene.network);
    this.wording = new Wording(this.random(3), scene.words);
  }

  /** A source of chance for one purpose. */
  random(purpose: number): SeededRandom {
    return new SeededRandom(this.seed * 1_000 + purpose);
  }

  /** The next place in the order of what the client does and hears. */
  nextOrder(): number {
    this.order += 1;
    return this.order;
  }

  /** Puts a call on the wire. */
  send(call: SimCall, sender: Sender): Attempt {
    const { loop } = this;
    const attempt = new Attempt(call, loop.nowMs(), this.nextOrder());
    const fate = this.network.fate(loop.nowMs());
    call.sent += 1;
    loop.after(fate.connectMs, () => {
      if (attempt.gaveUpMs === Infinity) sender.wrote(attempt);
    });
    const arrivesMs = fate.connectMs + fate.upMs;
    if (arrivesMs < Infinity) loop.after(arrivesMs, () => this.arrive(attempt, sender, fate));
    if (arrivesMs + fate.serverMs + fate.downMs > ATTEMPT_TIMEOUT_MS) loop.after(ATTEMPT_TIMEOUT_MS, () => this.lose(attempt, sender));
    return attempt;
  }

  /** The client gives up an attempt; what comes of it later is not heard. */
  giveUp(attempt: Attempt): void {
    attempt.gaveUpMs = this.loop.nowMs();
    attempt.gaveUpOrder = this.nextOrder();
  }

  private arrive(attempt: Attempt, sender: Sender, fate: ReturnType<RestNetwork['fate']>): void {
    const { loop, scene } = this;
    const nowMs = loop.nowMs();
    attempt.arrivedMs = nowMs;
    attempt.verdict = this.server.receive(attempt, nowMs);
    this.watch.arrived(attempt, nowMs);
    this.whenArrived(attempt, nowMs);
    this.tally.arrived(attempt, this.oracle.judge(attempt));
    const stampMs = scene.stampsAt === 'arrival' ? nowMs : nowMs + fate.serverMs;
    // The server's clock is an hour ahead.
    const answer = this.wording.answer(attempt.verdict, {
      stampMs,
      wallMs: loop.wallMs() + 3_600_000,
      acceptedStatus: scene.acceptedStatus,
    });
    this.watch.answered(answer, nowMs);
    if (fate.downMs === Infinity) return;
    loop.after(fate.serverMs + fate.downMs, () => (fate.isBroken ? this.lose(attempt, sender) : this.hear(attempt, sender, answer)));
  }

  private hear(attempt: Attempt, sender: Sender, answer: Answer): void {
    this.network.release(this.loop.nowMs());
    if (attempt.gaveUpMs < Infinity) return;
    attempt.knownOrder = this.nextOrder();
    attempt.isReadable = answer.isReadable;
    attempt.saidToWaitMs = answer.saidToWaitMs;
    this.oracle.heard(attempt);
    this.whenHeard(attempt, this.loop.nowMs());
    if (answer.status === 429) disturb(attempt, this.loop.nowMs() + (answer.saidToWaitMs ?? ATTEMPT_TIMEOUT_MS));
    sender.hear(attempt, answer);
  }

  private lose(attempt: Attempt, sender: Sender): void {
    if (attempt.gaveUpMs < Infinity || attempt.knownOrder < Infinity) return;
    this.giveUp(attempt);
    disturb(attempt, this.loop.nowMs());
    sender.lose(attempt);
  }
}

/** From now on order may suffer in this lane, until what waits now is through. */
function disturb({ call }: Attempt, untilMs: number): void {
  call.lane.disturbedUntilMs = Math.max(call.lane.disturbedUntilMs, untilMs);
}
