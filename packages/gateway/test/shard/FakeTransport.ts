import type {
  ConnectionEnd,
  ConnectionEvents,
  ConnectRequest,
  GatewayConnection,
  GatewayTransport,
} from '../../src/transport/GatewayTransport.js';

/** A connection of a {@link FakeTransport}: writes down what is done to it and says what a test wants. */
export class FakeConnection implements GatewayConnection {
  bytesReceived = 0;
  bytesBuffered = 0;
  readonly deeds: string[] = [];
  readonly url: string;
  private readonly events: ConnectionEvents;

  constructor(url: string, events: ConnectionEvents) {
    this.url = url;
    this.events = events;
  }

  // --- What the shard does -------------------------------------------------------------------------------------------------------------------

  send(text: string): void {
    this.deeds.push(text);
  }

  ping(): void {
    this.deeds.push('ping');
  }

  close(code: number): void {
    this.deeds.push(`close ${code}`);
  }

  release(code: number): void {
    this.deeds.push(`release ${code}`);
  }

  pause(): void {
    this.deeds.push('pause');
  }

  resume(): void {
    this.deeds.push('resume');
  }

  /** What was written, as values. */
  get written(): readonly { readonly op: number; readonly d: unknown }[] {
    return this.deeds
      .filter((deed) => deed.startsWith('{'))
      .map((deed) => JSON.parse(deed) as { readonly op: number; readonly d: unknown });
  }

  // --- What the peer does --------------------------------------------------------------------------------------------------------------------

  open(): this {
    this.events.opened();
    return this;
  }

  say(message: object | string): this {
    this.events.message(Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)), false);
    return this;
  }

  hello(): this {
    return this.say({ t: null, s: null, op: 10, d: { heartbeat_interval: 41_250 } });
  }

  dispatch(t: string, s: unknown, d: unknown = {}): this {
    return this.say({ t, s, op: 0, d });
  }

  ready(sessionId = 's1'): this {
    const d = {
      session_id: sessionId,
      resume_gateway_url: this.url,
      user: { id: '2' },
      application: { id: '1' },
      guilds: [{ id: '7' }, null],
    };
    return this.dispatch('READY', 1, d);
  }

  pong(): void {
    this.events.pong();
  }

  end(end: ConnectionEnd = { type: 'dropped', message: '' }): void {
    this.events.closed(end);
  }
}

/** Opens {@link FakeConnection}s. */
export class FakeTransport implements GatewayTransport {
  readonly connections: FakeConnection[] = [];

  connect({ url }: ConnectRequest, events: ConnectionEvents): GatewayConnection {
    const connection = new FakeConnection(url, events);
    this.connections.push(connection);
    return connection;
  }

  /** The newest connection. */
  get last(): FakeConnection {
    return this.connections.at(-1)!;
  }
}
