import { drive, type Driver } from '@aplomb/base';
import {
  GatewayState,
  SessionMachine,
  StillWorld,
  type GatewayStateOptions,
  type SessionAction,
  type SessionInput,
} from '@aplomb/fake-discord/machine';
import type { EventLoop } from './EventLoop.js';
import type { SimConnection } from './SimConnection.js';

/** The server's end of a connection. */
export interface ServerEnd {
  readonly machine: SessionMachine;
  readonly connection: SimConnection;
  feed(input: SessionInput): void;
}

/** The token of every simulated bot. It must never show. */
export const SIM_TOKEN = 'c2ltdWxhdGVk.dG9rZW4x.bmV2ZXItdG8tYmUtc2Vlbg';
export const MAIN_HOST = 'gateway.discord.gg';
export const RESUME_HOST = 'gateway-sim-1.discord.gg';

/** What is said once to whoever watches the server. */
export interface ServerWatch {
  /** The server did this on that connection. */
  readonly acted: (end: ServerEnd, action: SessionAction) => void;
}

/** Discord: fake-discord's machines, one for each connection, on one state. */
export class SimServer {
  readonly state: GatewayState;
  /** How many numbered events each shard's world has had. */
  readonly published = new Map<number, number>();
  watch: ServerWatch | null = null;
  private readonly loop: EventLoop;
  private readonly ends = new Map<number, { readonly end: ServerEnd; readonly perform: (action: SessionAction) => void }>();

  constructor(loop: EventLoop, options: Partial<GatewayStateOptions> & { readonly guildIds?: readonly string[] } = {}) {
    const { guildIds = [], ...stateOptions } = options;
    this.loop = loop;
    this.state = new GatewayState({
      token: SIM_TOKEN,
      world: new StillWorld(guildIds),
      resumeUrl: `wss://${RESUME_HOST}`,
      ...stateOptions,
    });
  }

  /** Something happens in the world of a shard. It carries the next number, so that whoever hears of it can tell what is missing. */
  publish(shardId: number): void {
    const n = (this.published.get(shardId) ?? 0) + 1;
    this.published.set(shardId, n);
    const forwards = this.state.dispatch('MESSAGE_CREATE', `{"n":${n}}`, { shardId }, this.loop.nowMs());
    for (const { to, action } of forwards) this.ends.get(to)?.perform(action);
  }

  makeEnd(connection: SimConnection): ServerEnd {
    const machine = new SessionMachine(this.state, { version: 10, isStreamCompressed: false });
    const perform = (action: SessionAction): void => {
      this.watch?.acted(end, action);
      this.perform(connection, action);
      if (machine.isClosed) this.ends.delete(machine.connectionId);
    };
    const driver: Driver<SessionInput> = drive<SessionInput, SessionAction>(machine, {
      clock: this.loop,
      deadline: () => ({ type: 'deadline' }),
      perform,
    });
    const end: ServerEnd = {
      machine,
      connection,
      feed: (input) => {
        driver.feed(input);
        if (machine.isClosed) this.ends.delete(machine.connectionId);
      },
    };
    this.ends.set(machine.connectionId, { end, perform });
    return end;
  }

  /** The open connections that carry that shard. */
  endsOf(shardId: number): readonly ServerEnd[] {
    return [...this.ends.values()].map(({ end }) => end).filter(({ machine }) => machine.shardId === shardId && !machine.isClosed);
  }

  /** The open connection of that number. */
  endOf(connectionId: number): ServerEnd | undefined {
    return this.ends.get(connectionId)?.end;
  }

  private perform(connection: SimConnection, action: SessionAction): void {
    switch (action.type) {
      case 'send':
        return connection.receive(action.text);
      case 'close':
        return connection.serverCloses(action);
      case 'drop':
        return connection.serverCloses(null);
      case 'forward': {
        const other = this.ends.get(action.to);
        if (action.action.type === 'drop') return other?.end.connection.finish();
        return other?.perform(action.action);
      }
      case 'compressPayloads':
        return;
    }
  }
}
