import type { ConnectionEnd, ConnectionEvents, GatewayConnection } from '@aplomb/gateway';
import { Lane } from './Lane.js';
import type { SimNetwork } from './SimNetwork.js';
import type { SimProcess } from './SimProcess.js';
import type { ServerEnd } from './SimServer.js';

/** How long after its close frame a connection that was let go is destroyed. */
const DESTROY_AFTER_MS = 1_000;
const FRAME_OVERHEAD_BYTES = 4;
const PONG_BYTES = 2;
/** How long TCP waits for an acknowledgement. */
const RETRANSMIT_MS = 1_000;

/** What belongs to the client's side of a connection. */
export interface SimConnectionParts {
  readonly events: ConnectionEvents;
  readonly process: SimProcess;
  readonly owner: string;
}

/** One connection through the simulated network, seen from the client. What can go wrong with it is said by its verbs. */
export class SimConnection implements GatewayConnection {
  readonly owner: string;
  readonly toClient: Lane;
  readonly toServer: Lane;
  serverEnd: ServerEnd | null = null;
  /** Whether the server's web socket answers pings. */
  answersPings = true;
  /** Replaces the next text that the server sends. */
  nextText: ((text: string) => string) | null = null;
  /** Whether a fault has made this connection hard to be punctual on. */
  isTampered = false;
  /** Sees every text that the client writes, and says what is written in its place. */
  onWrite: ((text: string) => string) | null = null;
  /** A flaw: the socket stays when the client lets it go. */
  staysOpen = false;
  private readonly network: SimNetwork;
  private readonly parts: SimConnectionParts;
  private readonly waiting: (() => void)[] = [];
  private isPaused = false;
  private isDeaf = false;
  private isOver = false;
  private bytesWhole = 0;
  private unsentBytes = 0;
  private takesWrites = true;
  private hearsOnce = false;
  private drip: { readonly fromMs: number; readonly durationMs: number; readonly bytes: number } | null = null;
  private dripNextMs = 0;
  private lastByteMs: number;

  constructor(network: SimNetwork, parts: SimConnectionParts) {
    this.network = network;
    this.parts = parts;
    this.owner = parts.owner;
    this.toClient = new Lane(network.options);
    this.toServer = new Lane(network.options);
    this.lastByteMs = network.options.loop.nowMs();
  }

  get bytesReceived(): number {
    if (this.drip === null) return this.bytesWhole;
    const share = Math.min(1, (this.network.options.loop.nowMs() - this.drip.fromMs) / this.drip.durationMs);
    return this.bytesWhole + Math.floor(share * this.drip.bytes);
  }

  get bytesBuffered(): number {
    return this.unsentBytes;
  }

  /** Whether HELLO could come: the web socket is open and not over. */
  get isOpen(): boolean {
    return this.serverEnd !== null && !this.isDeaf;
  }

  // --- What the client does ------------------------------------------------------------------------------------------------------------------

  send(written: string): void {
    if (this.isOver) return;
    const text = this.onWrite?.(written) ?? written;
    if (!this.takesWrites) {
      this.unsentBytes += text.length;
      return;
    }
    this.up(() => this.serverEnd?.feed({ type: 'payload', text }));
  }

  ping(): void {
    this.up(() => {
      if (!this.answersPings || this.serverEnd === null) return;
      this.down(() => {
        this.bytesWhole += PONG_BYTES;
        if (!this.isDeaf) this.parts.events.pong();
      });
    });
  }

  close(code: number): void {
    if (this.isOver) return;
    this.up(() => {
      this.serverEnd?.feed({ type: 'closed', code });
      this.down(() => {
        this.end({ type: 'close-frame', code, reason: '' });
      });
    });
  }

  release(code: number): void {
    if (this.isDeaf) return;
    this.isDeaf = true;
    if (this.staysOpen) return;
    this.over();
    const isOpened = this.serverEnd !== null;
    this.up(() => this.serverEnd?.feed({ type: 'closed', code: isOpened ? code : null }));
    this.parts.process.after(DESTROY_AFTER_MS, () => {
      this.toClient.isLost = true;
    });
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
    for (let arrive = this.nextWaiting(); arrive !== undefined; arrive = this.nextWaiting()) arrive();
  }

  // --- What the network and the server do ----------------------------------------------------------------------------------------------------

  openSoon(): void {
    const { latencyMs, server } = this.network.options;
    this.toServer.carry(() => {
      if (this.isOver) return;
      this.serverEnd = server.makeEnd(this);
      this.down(() => {
        if (!this.isDeaf) this.parts.events.opened();
      });
      this.serverEnd.feed({ type: 'opened' });
    }, 4 * latencyMs);
  }

  failSoon(end: ConnectionEnd): void {
    this.toClient.carry(() => {
      this.parts.process.deliver(() => {
        this.end(end);
      });
    });
  }

  /** The server sends a text. */
  receive(text: string): void {
    const sent = this.nextText === null ? text : this.nextText(text);
    this.nextText = null;
    const extraMs = this.dripNextMs;
    this.dripNextMs = 0;
    if (this.hearsOnce)
      this.network.options.loop.after(RETRANSMIT_MS, () => {
        this.toClient.isLost = true;
      });
    if (extraMs > 0) this.drip = { fromMs: this.network.options.loop.nowMs(), durationMs: extraMs, bytes: sent.length };
    this.down(() => {
      this.drip = null;
      this.bytesWhole += sent.length + FRAME_OVERHEAD_BYTES;
      if (!this.isDeaf) this.parts.events.message(Buffer.from(sent), false);
    }, extraMs);
  }

  /** The server closes, with a close frame or (`null`) without. */
  serverCloses(frame: { readonly code: number; readonly reason: string } | null): void {
    this.down(() => {
      this.end(frame === null ? DROPPED : { type: 'close-frame', code: frame.code, reason: frame.reason });
    });
  }

  /** The next text of the server takes so long to arrive, byte by byte. */
  dripNext(durationMs: number): void {
    this.isTampered = true;
    this.dripNextMs = durationMs;
  }

  /** RST: both sides hear of it, what was on its way is lost. */
  reset(): void {
    this.toServer.isLost = true;
    this.toClient.isLost = true;
    this.serverEnd?.feed({ type: 'closed', code: null });
    this.network.options.loop.after(this.network.options.latencyMs, () => {
      this.parts.process.deliver(() => {
        this.end(DROPPED);
      });
    });
  }

  /** FIN without a close frame, behind what was on its way. */
  finish(): void {
    this.serverEnd?.feed({ type: 'closed', code: null });
    this.serverCloses(null);
  }

  /**
   * Nobody hears of anything any more, in these directions. `takesWrites` is false when what is written piles up at once. Where what the client sends is lost, its
   * TCP acknowledgements are as well: the server's TCP sends the first segment again and again and nothing behind it.
   */
  blackhole({ up, down, takesWrites = true }: { readonly up: boolean; readonly down: boolean; readonly takesWrites?: boolean }): void {
    this.isTampered = true;
    if (up) this.toServer.isLost = true;
    if (down) this.toClient.isLost = true;
    this.hearsOnce = up;
    this.takesWrites = takesWrites;
  }

  /** Nothing moves in these directions for so long. */
  stall(durationMs: number, { up, down }: { readonly up: boolean; readonly down: boolean }): void {
    this.isTampered = true;
    if (up) this.toServer.stall(durationMs);
    if (down) this.toClient.stall(durationMs);
  }

  /** The client's process was killed: its kernel tells the server. */
  orphan(): void {
    this.isDeaf = true;
    this.over();
    this.up(() => this.serverEnd?.feed({ type: 'closed', code: null }));
  }

  /** What was read while reading was stopped; whoever is called back may stop it again. */
  private nextWaiting(): (() => void) | undefined {
    return this.isPaused ? undefined : this.waiting.shift();
  }

  private up(arrive: () => void): void {
    this.touch();
    this.toServer.carry(arrive);
  }

  private down(arrive: () => void, extraMs = 0): void {
    this.touch();
    this.toClient.carry(() => {
      this.parts.process.deliver(() => {
        if (this.isPaused) this.waiting.push(arrive);
        else arrive();
      });
    }, extraMs);
  }

  /** A middlebox sees a byte, or has forgotten the flow. */
  private touch(): void {
    const nowMs = this.network.options.loop.nowMs();
    if (nowMs - this.lastByteMs > this.network.forgetsIdleAfterMs) this.blackhole({ up: true, down: true });
    this.lastByteMs = nowMs;
  }

  private end(end: ConnectionEnd): void {
    this.over();
    if (this.isDeaf) return;
    this.isDeaf = true;
    // Whoever closed it may have waited for this.
    this.network.options.loop.isUnsettled = true;
    this.parts.events.closed(end);
  }

  private over(): void {
    this.isOver = true;
    this.network.live.delete(this);
  }
}

const DROPPED: ConnectionEnd = { type: 'dropped', message: 'simulated: the connection ended' };
