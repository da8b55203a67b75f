import type { AplombError } from '@aplomb/base';
import { Intents, ShardManager, type ShardManagerOptions, type ShardScheme } from '@aplomb/gateway';
import type { Client } from './Client.js';
import type { CollectorHub } from './collectors/CollectorHub.js';
import { ClientDispatch, type Identity } from './ClientDispatch.js';
import type { ResolvedClientOptions } from './ClientOptions.js';
import { ColdStart } from './ColdStart.js';
import { Contexts } from './Contexts.js';
import { EventInterest } from './EventInterest.js';
import { fetchGatewayInfo } from './fetchGatewayInfo.js';
import { GuildArrivals } from './GuildArrivals.js';
import type { HandlerPacer } from './handlers/HandlerPacer.js';
import { intentsFor } from './intentsFor.js';
import type { ListenerWatch } from './ListenerWatch.js';
import { PermissionWatch } from './PermissionWatch.js';
import { Readiness } from './Readiness.js';
import type { Views } from './structures/Views.js';

/** What a run needs of the client that it is the run of. */
export interface RunHost<Data> {
  readonly client: Client<Data>;
  readonly collectors: CollectorHub;
  readonly options: ResolvedClientOptions<Data>;
  readonly pacer: HandlerPacer | null;
  readonly views: Views;
  readonly watch: ListenerWatch;
  readonly debug: (text: string) => void;
  readonly emit: (event: string, ...args: readonly unknown[]) => boolean;
  /** Discord has refused a shard for good, and all shards are down. */
  readonly fail: (cause: unknown) => void;
  readonly identify: (known: Partial<Identity>) => void;
  readonly warn: (error: AplombError) => void;
}

/** One run of a client, from a start to its end: its shards, and what is known of their guilds. */
export class ClientRun<Data> {
  /** The shards of this run. */
  readonly shards: ShardManager;
  private readonly host: RunHost<Data>;
  private readonly events: readonly string[];
  private readonly intents: number;
  private readonly arrivals = new GuildArrivals();
  private readonly coldStart: ColdStart;
  private readonly permissions: PermissionWatch;
  private readonly readiness: Readiness;

  /** @throws {@link OptionsError} when something cannot be right. Nothing is opened here. */
  constructor(host: RunHost<Data>, scheme: ShardScheme) {
    this.host = host;
    this.events = [...host.client.eventNames(), ...host.collectors.events];
    this.permissions = new PermissionWatch(host.client.rest);
    this.intents = host.options.intents ?? derivedIntents(this.events, host.client.cache.policy.guilds.isKept);
    this.coldStart = this.makeColdStart();
    this.shards = new ShardManager(this.managerOptions(scheme));
    this.readiness = this.makeReadiness();
    this.listen();
  }

  /** Resolves when every shard is connected. See {@link ShardManager.start} for how it rejects; all shards are down by then. */
  async start(signal?: AbortSignal): Promise<void> {
    this.host.watch.begin(this.intents, this.host.options.intents === undefined, this.events);
    try {
      await this.shards.start(signal === undefined ? {} : { signal });
    } catch (cause) {
      this.readiness.stop();
      this.coldStart.stop();
      throw cause;
    }
    this.coldStart.saveRegularly(() => this.shards.scheme);
  }

  /** Ends every shard. Resolves when all are down. */
  async stop(resumable: boolean): Promise<void> {
    this.readiness.stop();
    this.coldStart.stop();
    this.host.collectors.endAll();
    const { scheme } = this.shards;
    await this.shards.shutdownAll({ resumable });
    if (resumable && scheme !== null) await this.coldStart.save(scheme.ids, scheme.total);
    this.host.pacer?.clear();
  }

  private managerOptions(scheme: ShardScheme): ShardManagerOptions {
    const { client, collectors, options } = this.host;
    const { clock, identifyLedger, identifyQueue, presence, random, sessionStore, token, voice } = options;
    const { shardReadyTimeoutMs, ...gateway } = options.gateway;
    return {
      ...gateway,
      ...(shardReadyTimeoutMs === undefined ? {} : { readyTimeoutMs: shardReadyTimeoutMs }),
      ...given({ clock, identifyLedger, identifyQueue, presence, voice }),
      ...(sessionStore === undefined ? {} : { sessionStore: this.coldStart.watched(sessionStore) }),
      beforeResume: (session) => this.coldStart.prepare(session),
      events: new EventInterest(
        (event) => client.listenerCount(event as 'raw') > 0,
        (type) => client.cache.wants(type) || collectors.wants(type) || client.voice.wants(type) || this.permissions.wants(type),
      ),
      fetchGatewayInfo: ({ signal }) => fetchGatewayInfo(client.rest, signal),
      // A gateway proxy wants every connection, also those that resume.
      followsResumeUrl: gateway.url === undefined,
      intents: this.intents,
      random,
      scheme,
      token: token.reveal(),
    };
  }

  private makeColdStart(): ColdStart {
    const { client, options, warn } = this.host;
    return new ColdStart({
      cache: client.cache,
      clock: options.clock,
      progressed: () => {
        this.readiness.guildsChanged();
      },
      rest: client.rest,
      snapshots: options.cacheSnapshot,
      warn,
    });
  }

  private makeReadiness(): Readiness {
    const { collectors, emit, options } = this.host;
    const hearsOfGuilds = (this.intents & Intents.Guilds) !== 0;
    const tell = (event: string, value: object): void => {
      collectors.hear(event, value, () => [value]);
      emit(event, value);
    };
    return new Readiness({
      clock: options.clock,
      missingGuilds: () => (hearsOfGuilds ? this.arrivals.missingGuilds + this.coldStart.missing.length : 0),
      shardIds: () => this.shards.scheme?.ids ?? [],
      shardsReady: () => {
        tell('shardsReady', { shardIds: this.shards.scheme?.ids ?? [], total: this.shards.scheme?.total ?? 0 });
      },
      cacheReady: () => {
        tell('cacheReady', { unavailable: hearsOfGuilds ? [...this.arrivals.unavailable(), ...this.coldStart.missing] : [] });
      },
    });
  }

  private listen(): void {
    const { client, collectors, debug, emit, fail, identify, warn } = this.host;
    const { arrivals, permissions, readiness, shards } = this;
    const messengerOf = (shardId: number) => shards.runners.get(shardId)?.shard;
    const dispatch = new ClientDispatch({
      arrivals,
      cache: client.cache,
      clock: this.host.options.clock,
      collectors,
      contexts: new Contexts(client),
      emit,
      identify,
      listens: (event) => client.listenerCount(event as 'raw') > 0,
      messengerOf,
      pacer: this.host.pacer,
      permissions,
      readiness,
      userId: () => client.userId,
      views: this.host.views,
      voice: client.voice,
      warn,
    });
    shards.on('dispatch', (packet, shardId, isReplayed) => {
      dispatch.packet(shardId, packet, isReplayed);
    });
    shards.on('ready', (event) => {
      this.coldStart.forget(event.shardId);
      dispatch.ready(event);
    });
    shards.on('restored', (event) => dispatch.restored(event));
    shards.on('resumed', (event) => dispatch.resumed(event));
    shards.on('stage', (event) => dispatch.stage(event));
    shards.on('disconnect', (event) => dispatch.disconnect(event));
    shards.on('sessionLost', (event) => dispatch.sessionLost(event));
    shards.on('sequenceGap', (event) => dispatch.sequenceGap(event));
    shards.on('waitingForReady', (event) => dispatch.waitingForReady(event));
    shards.on('resharded', (event) => dispatch.resharded(event));
    shards.on('reshardNeeded', (event) => void emit('reshardNeeded', event));
    shards.on('failed', fail);
    shards.on('warn', warn);
    shards.on('debug', debug);
  }
}

/** Without Guilds nothing is known of any guild: no channel, no role, no permission. It is not privileged, and brings few events. */
function derivedIntents(events: readonly string[], areGuildsKept: boolean): number {
  return intentsFor(events) | (areGuildsKept ? Intents.Guilds : 0);
}

/** Without what is `undefined`: an option that is there counts as given. */
function given<Options extends object>(options: Options): { [Name in keyof Options]?: NonNullable<Options[Name]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Options]?: NonNullable<Options[Name]>;
  };
}
