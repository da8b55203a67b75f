import type { GatewayFact, SessionAction } from '@aplomb/fake-discord/machine';
import type { SimWorld } from './SimWorld.js';
import { SIM_TOKEN, type ServerEnd } from './world/SimServer.js';

/** Why a client gives a session up that may still live: its user asked for it, or Discord has refused it again and again. */
const EXCUSES: ReadonlySet<string> = new Set(['reconnect asked', 'resume refused', 'session invalid', 'close frame']);
/** What a client writes that does not know what RESUME is for. */
const IDENTIFY_IN_PLACE_OF_RESUME = JSON.stringify({ op: 2, d: { token: SIM_TOKEN, intents: 513, properties: {}, shard: [0, 1] } });

/** Watches the wire and what the server says of the client: INV-3 to INV-6. */
export class Judge {
  private readonly world: SimWorld;
  /** Connections on which Discord ended the session: what was on its way then is an offence that nobody could help. */
  private readonly invalidated = new Set<number>();
  private spacingExcusedUntilMs = 0;

  constructor(world: SimWorld) {
    this.world = world;
    world.server.state.journal.observe((fact) => {
      this.hear(fact);
    });
    world.server.watch = {
      acted: (end, action) => {
        this.serverActed(end, action);
      },
    };
    world.network.onConnect = (connection) => {
      connection.staysOpen = world.options.sabotage?.keepsSockets ?? false;
      connection.onWrite = (text) => this.clientWrites(connection.owner, text);
      const { length } = world.network.connectionsOf(connection.owner);
      if (length > 1) world.invariants.break('INV-4', `${connection.owner} has ${length} connections`);
    };
  }

  /** For so long, IDENTIFYs may reach Discord closer together than they were sent. */
  excuseIdentifySpacing(durationMs: number): void {
    this.spacingExcusedUntilMs = Math.max(this.spacingExcusedUntilMs, this.world.loop.nowMs() + durationMs);
  }

  private serverActed({ connection, machine }: ServerEnd, action: SessionAction): void {
    if (action.type !== 'send' || action.op === 0 || action.op === 11) return;
    const { server, trace } = this.world;
    if (action.op === 9) this.invalidated.add(machine.connectionId);
    if (action.op === 10 && !action.text.includes(`:${server.state.settings.heartbeatIntervalMs}}`)) connection.isTampered = true;
    trace.add(() => `server #${machine.connectionId}: ${action.text}`);
  }

  /** Returns what is written in the place of this text. */
  private clientWrites(owner: string, text: string): string {
    const { invariants, options, trace } = this.world;
    const op = /^\{"op":(\d+)/.exec(text)?.[1] ?? 'none';
    const mayHoldToken = op === '2' || op === '6';
    if (!mayHoldToken && text.includes(SIM_TOKEN)) invariants.break('INV-5', `${owner} wrote the token with op ${op}`);
    trace.add(() => `${owner} writes ${mayHoldToken ? `op ${op}` : text}`);
    return op === '6' && options.sabotage?.forgetsSessions === true ? IDENTIFY_IN_PLACE_OF_RESUME : text;
  }

  private hear(fact: GatewayFact): void {
    const { trace } = this.world;
    if (fact.type === 'identify') this.judgeIdentify(fact.shardId, fact.outcome);
    else if (fact.type === 'violation') this.judgeViolation(fact);
    else if (fact.type === 'resume')
      trace.add(() => `server #${fact.connectionId}: RESUME at ${fact.seq}: ${fact.outcome}, ${fact.replayed} replayed`);
  }

  private judgeIdentify(shardId: number, outcome: unknown): void {
    const { invariants, loop, server, trace, watches } = this.world;
    trace.add(() => `server: IDENTIFY of shard ${shardId}: ${String(outcome)}`);
    const watch = watches.get(shardId);
    const known = watch?.knownSessionId ?? null;
    if (watch === undefined || known === null || server.state.sessions.find(known, loop.nowMs()) === undefined) return;
    if (watch.lostCause !== null && EXCUSES.has(watch.lostCause)) return;
    invariants.break(
      'INV-3',
      `shard ${shardId} identified while its session ${known.slice(0, 6)} lived (lost: ${String(watch.lostCause)})`,
    );
  }

  private judgeViolation({ connectionId, offence, punishment, shardId }: GatewayFact & { readonly type: 'violation' }): void {
    const { invariants, loop, server, trace } = this.world;
    trace.add(() => `server #${connectionId}: violation: ${offence}`);
    if (server.endOf(connectionId)?.connection.isTampered === true || this.invalidated.has(connectionId)) return;
    if (offence.includes('within 5 s') && loop.nowMs() < this.spacingExcusedUntilMs) return;
    invariants.break('INV-6', `shard ${String(shardId)} ${offence} (punished with ${String(punishment)})`);
  }
}
