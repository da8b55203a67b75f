import { SeededRandom } from '../../../../src/sim/world/SeededRandom.js';
import { Attempt } from '../../../../src/sim/rest/Attempt.js';
import { Lanes, type Lane } from '../../../../src/sim/rest/judge/Lane.js';
import { Oracle, type Judgement } from '../../../../src/sim/rest/judge/Oracle.js';
import { SimCall } from '../../../../src/sim/rest/SimCall.js';
import { ROUTES, type RouteSpec } from '../../../../src/sim/rest/truth/routes.js';
import { TrueServer, type GlobalReading } from '../../../../src/sim/rest/truth/TrueServer.js';

/** A history that a test makes by hand: what was sent when, when it arrived, and when its answer was heard. */
export class History {
  readonly server: TrueServer;
  readonly oracle = new Oracle();
  readonly lanes = new Lanes();
  private readonly known = new Map<string, Lane>();
  private order = 0;
  private number = 0;

  constructor(global: GlobalReading = { kind: 'off', limit: Infinity }) {
    this.server = new TrueServer(new SeededRandom(1), global);
  }

  call(
    route: RouteSpec,
    major = '1',
    kind: { readonly subKey?: string; readonly trueKind?: number; readonly isHidden?: boolean } = {},
  ): SimCall {
    const name = `${route.name} ${major} ${kind.subKey ?? ''}`;
    const lane = this.known.get(name) ?? this.lanes.of(route, major, kind.subKey ?? '');
    this.known.set(name, lane);
    return new SimCall(
      {
        route,
        lane,
        major,
        trueKind: kind.trueKind ?? 0,
        isHidden: kind.isHidden ?? false,
        number: this.number++,
        askedMs: 0,
        askedOrder: this.order++,
        giveUpAtMs: Infinity,
      },
      () => undefined,
    );
  }

  send(sentMs: number, call: SimCall = this.call(ROUTES.sendMessage)): Attempt {
    call.sent += 1;
    return new Attempt(call, sentMs, this.order++);
  }

  /** Returns what is said of it, `null` unless it is refused. */
  arrive(attempt: Attempt, arrivedMs: number): Judgement | null {
    attempt.arrivedMs = arrivedMs;
    attempt.verdict = this.server.receive(attempt, arrivedMs);
    return this.oracle.judge(attempt);
  }

  hear(attempt: Attempt, said: { readonly isReadable?: boolean; readonly waitMs?: number } = {}): void {
    attempt.knownOrder = this.order++;
    attempt.isReadable = said.isReadable ?? true;
    attempt.saidToWaitMs = said.waitMs ?? null;
    this.oracle.heard(attempt);
  }

  giveUp(attempt: Attempt, nowMs: number): void {
    attempt.gaveUpMs = nowMs;
    attempt.gaveUpOrder = this.order++;
  }

  /** Sent, arrived and heard, 10 ms after each other. */
  exchange(sentMs: number, call?: SimCall): Attempt {
    const attempt = this.send(sentMs, call);
    this.arrive(attempt, sentMs + 10);
    this.hear(attempt);
    return attempt;
  }
}
