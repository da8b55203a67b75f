import { drive, type Driver } from '@aplomb/base';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { GatewayError } from '../errors.js';
import { PermitHolder } from '../identify/PermitHolder.js';
import { MemberRequests } from '../members/MemberRequests.js';
import { createFrameDecoder } from '../transport/createFrameDecoder.js';
import { CommandPromises } from './CommandPromises.js';
import { fatalError } from './fatalError.js';
import { identifyText, resumeText } from './firstWords.js';
import { MessageReader } from './MessageReader.js';
import type { ResolvedShardOptions } from './resolveShardOptions.js';
import type { Session } from './Session.js';
import { SessionKeeper } from './SessionKeeper.js';
import type { ShardAction } from './ShardAction.js';
import { ShardDelivery } from './ShardDelivery.js';
import type { ShardEvents } from './shardEvents.js';
import type { ShardInput } from './ShardInput.js';
import { ShardProtocol } from './ShardProtocol.js';
import { protocolDefaults, type ShardProtocolOptions } from './ShardProtocolOptions.js';
import { ShardSocket } from './ShardSocket.js';
import { ShardStreams } from './ShardStreams.js';
import { ShardTeller, type EmitShardEvent } from './ShardTeller.js';

/** What a {@link ShardEngine} tells and asks its shard. */
export interface ShardEngineOwner {
  readonly emit: EmitShardEvent;
  /** Whether someone wants every message as text. */
  readonly wantsText: () => boolean;
  /** Someone pulls events. */
  readonly onPulled: () => void;
  /** The close that was asked for is complete. */
  readonly onClosed: () => void;
}

/** Everything that a shard is made of, joined: the protocol decides, the rest does. There is no `if` about Discord here. */
export class ShardEngine {
  readonly protocol: ShardProtocol;
  readonly socket: ShardSocket;
  readonly streams: ShardStreams;
  readonly members: MemberRequests;
  readonly keeper: SessionKeeper | null;
  readonly teller: ShardTeller;
  private readonly driver: Driver<ShardInput>;
  private readonly reader: MessageReader;
  private readonly permits: PermitHolder;
  private readonly promises: CommandPromises;
  private readonly options: ResolvedShardOptions;
  private readonly owner: ShardEngineOwner;

  constructor(options: ResolvedShardOptions, owner: ShardEngineOwner) {
    const { clock, id, random } = options;
    this.options = options;
    this.owner = owner;
    this.teller = new ShardTeller(id, owner.emit);
    this.protocol = new ShardProtocol(protocolOptions(options));
    this.driver = drive<ShardInput, ShardAction>(this.protocol, {
      clock,
      deadline: () => this.deadline(),
      perform: (action) => {
        this.perform(action);
      },
    });
    this.promises = new CommandPromises(id);
    this.members = new MemberRequests({ clock, random, shardId: id, send: (text) => this.enqueue(text) });
    this.permits = this.makePermits();
    this.streams = this.makeStreams();
    this.keeper = this.makeKeeper();
    this.reader = this.makeReader();
    this.socket = this.makeSocket();
  }

  feed(input: ShardInput): void {
    this.driver.feed(input);
  }

  /** Queues a command; the promise settles when it was written or given up. */
  enqueue(text: string): Promise<void> {
    const { id, promise } = this.promises.add();
    const expiresMs = this.options.clock.nowMs() + this.options.commandTimeoutMs;
    this.feed({ type: 'command', command: { id, text, expiresMs } });
    return promise;
  }

  // --- What the protocol wants done ----------------------------------------------------------------------------------------------------------

  private perform(action: ShardAction): void {
    switch (action.type) {
      case 'connect':
        return this.socket.open(action.url);
      case 'send':
        return this.socket.send(action.text);
      case 'identify':
        return this.socket.send(identifyText(this.options, action.presence));
      case 'resume':
        return this.socket.send(resumeText(this.options, action.session));
      case 'ping':
        return this.socket.ping();
      case 'closeSocket':
        return this.socket.close(action.code, action.reason);
      case 'release':
        return this.socket.release(action.code, action.reason);
      case 'requestPermit':
        return this.permits.request();
      case 'withdrawPermit':
        return this.permits.withdraw();
      case 'permitSpent':
        return this.permits.spent();
      case 'permitReady':
        return this.permits.ready();
      case 'saveSession':
        return action.session === null ? this.keeper?.forget() : this.keeper?.note();
      case 'settle':
        return this.promises.settle(action.command);
      default:
        return this.report(action);
    }
  }

  private report(action: ReportedAction): void {
    const { teller } = this;
    const { id: shardId } = this.options;
    switch (action.type) {
      case 'stage':
        return teller.tell('stage', action.event);
      case 'disconnect':
        return this.tellDisconnect(action.event);
      case 'sessionLost':
        return teller.tell('sessionLost', action.event);
      case 'ready':
        return teller.tell('debug', `shard ${shardId}: session ${action.sessionId ?? 'without id'} began`);
      case 'resumed':
        return teller.tell('resumed', { shardId, replayed: action.replayed });
      case 'waitingForReady':
        return teller.tell('waitingForReady', { shardId, waitedMs: action.waitedMs });
      case 'fail':
        return this.fail(action);
      case 'closed':
        this.end(null);
        return this.owner.onClosed();
      case 'note':
        return teller.note(action.note);
      default:
        action satisfies never;
    }
  }

  private fail(action: ShardAction & { readonly type: 'fail' }): void {
    const error = fatalError(action, this.options);
    this.end(error);
    this.teller.tell('failed', error);
  }

  private end(error: unknown): void {
    this.streams.finish(error);
    this.members.close(closedError(this.options.id));
  }

  private tellDisconnect(event: Parameters<ShardEvents['disconnect']>[0]): void {
    this.streams.pushMessage({ type: 'close', code: event.code, reason: event.reason });
    this.teller.tell('disconnect', event);
  }

  private deadline(): ShardInput {
    const { clock, identifyQueue } = this.options;
    const { bytesReceived, bytesBuffered } = this.socket;
    return { type: 'deadline', wallMs: clock.wallMs(), bytesReceived, bytesBuffered, identifyBudgetLeft: identifyQueue.budgetLeft ?? 1 };
  }

  // --- The parts -----------------------------------------------------------------------------------------------------------------------------

  private makeSocket(): ShardSocket {
    const { compression, transport } = this.options;
    return new ShardSocket({
      transport,
      makeDecoder: () => createFrameDecoder(compression),
      events: {
        opened: () => {
          this.feed({ type: 'opened' });
        },
        message: (json) => {
          this.reader.read(json);
        },
        partial: (isOn) => {
          this.feed({ type: 'partial', isOn });
        },
        unreadable: (error) => {
          this.unreadable('stream', error);
        },
        pong: () => {
          this.feed({ type: 'pong' });
        },
        closed: (end) => {
          this.feed({ type: 'closed', end });
        },
        stalled: (bytesBuffered) => {
          this.feed({ type: 'stalled', bytesBuffered });
        },
      },
    });
  }

  private makeReader(): MessageReader {
    const { clock, events, id: shardId, parse } = this.options;
    const { keeper, members, protocol, streams, teller } = this;
    const feed = (input: ShardInput): void => {
      this.feed(input);
    };
    const delivery = new ShardDelivery({ clock, events, feed, keeper, members, protocol, shardId, streams, teller });
    return new MessageReader({
      parse,
      sink: {
        control: (op, d) => {
          feed({ type: 'control', op, d });
        },
        dispatch: (packet, type, sequence) => {
          delivery.deliver(packet as GatewayDispatchPayload, type, sequence);
        },
        isTextWanted: () => streams.hasMessages || this.owner.wantsText(),
        isWanted: (type) => delivery.isWanted(type),
        skipped: (sequence) => {
          delivery.skip(sequence);
        },
        text: (text) => {
          this.tellText(text);
        },
        unreadable: (error) => {
          this.unreadable('text', error);
        },
      },
    });
  }

  private tellText(text: string): void {
    this.teller.tell('message', text);
    this.streams.pushMessage({ type: 'text', text });
  }

  private unreadable(what: 'text' | 'stream', error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const said = `A message of the gateway could not be read (${message}).`;
    this.teller.warn('MESSAGE_UNREADABLE', said, 'The shard reconnects and resumes by itself.', error);
    this.feed({ type: 'unreadable', what, message });
  }

  private makePermits(): PermitHolder {
    const { id: shardId, identifyQueue: queue, total: shardTotal } = this.options;
    return new PermitHolder({
      queue,
      request: { shardId, shardTotal },
      onPermit: () => {
        this.feed({ type: 'permit' });
      },
      onRefused: (message) => {
        this.feed({ type: 'permitRefused', message });
      },
    });
  }

  private makeStreams(): ShardStreams {
    return new ShardStreams({
      maxBufferedEvents: this.options.maxBufferedEvents,
      onThrottle: (isFull) => {
        this.throttle(isFull);
      },
      onPulled: () => {
        this.keeper?.note();
        this.owner.onPulled();
      },
    });
  }

  /** Reads no more while any consumer is at its limit. */
  private throttle(isFull: boolean): void {
    if (isFull) this.socket.pause();
    else this.socket.resume();
    this.feed({ type: 'backpressure', isOn: isFull });
  }

  private makeKeeper(): SessionKeeper | null {
    const { clock, fingerprint, id: shardId, sessionStore: store, total: shardTotal } = this.options;
    if (store === undefined) return null;
    const onWarn = (error: GatewayError): void => {
      this.teller.tell('warn', error);
    };
    const delivered = (): { session: Session | null; resumeUrl: string | null } => ({
      session: this.deliveredSession(),
      resumeUrl: this.protocol.resumeUrl,
    });
    return new SessionKeeper({ clock, fingerprint, onWarn, shardId, shardTotal, store, delivered });
  }

  /** The session as far as the user has seen it: what still waits for a `for await` would be lost to a later process. */
  private deliveredSession(): Session | null {
    const { session } = this.protocol;
    if (session === null) return null;
    return { id: session.id, sequence: Math.min(session.sequence, this.streams.pulledSequence(this.protocol.sequences.beganWith)) };
  }
}

type PerformedType =
  | 'connect'
  | 'send'
  | 'identify'
  | 'resume'
  | 'ping'
  | 'closeSocket'
  | 'release'
  | 'requestPermit'
  | 'withdrawPermit'
  | 'permitSpent'
  | 'permitReady'
  | 'saveSession'
  | 'settle';

/** The actions that only tell. */
type ReportedAction = Exclude<ShardAction, { readonly type: PerformedType }>;

function protocolOptions(options: ResolvedShardOptions): ShardProtocolOptions {
  const { connectPacer: pacer, connectTimeoutMs, followsResumeUrl, helloTimeoutMs, id } = options;
  const { presence, random, rateLimitCommands, readyTimeoutMs, resumedTimeoutMs, url } = options;
  return {
    ...protocolDefaults,
    pacer,
    connectTimeoutMs,
    followsResumeUrl,
    helloTimeoutMs,
    id,
    presence,
    random,
    rateLimitCommands,
    readyTimeoutMs,
    resumedTimeoutMs,
    url,
  };
}

/** The answer to whoever speaks to a closed shard. */
export function closedError(shardId: number): GatewayError {
  return new GatewayError('SHARD_CLOSED', {
    shardId,
    what: `Shard ${shardId} is closed.`,
    cure: 'Start it first, or send to another shard.',
  });
}
