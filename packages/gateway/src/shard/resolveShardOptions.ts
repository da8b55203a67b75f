import { checkPorts, OptionsError, refuseUnknownOptions, Secret, systemClock, type Clock, type PortShapes } from '@aplomb/base';
import type { GatewayIdentifyProperties, GatewayPresenceUpdateData } from 'discord-api-types/v10';
import type { IdentifyQueue } from '../identify/IdentifyQueue.js';
import { processIdentifyQueue } from '../identify/processIdentifyQueue.js';
import { Intents, resolveIntents } from '../intents/Intents.js';
import { PresenceData } from '../presence/PresenceData.js';
import { fingerprintOf, ownerIdOf } from '../session/fingerprint.js';
import type { SessionStore } from '../session/SessionStore.js';
import { checkShardId, checkShardTotal } from '../sharding/ShardId.js';
import { bestCompression, canDecode } from '../transport/createFrameDecoder.js';
import type { TransportCompression } from '../transport/FrameDecoder.js';
import type { GatewayTransport } from '../transport/GatewayTransport.js';
import { WsTransport } from '../transport/WsTransport.js';
import { ConnectPacer } from './ConnectPacer.js';
import { connectUrl, DEFAULT_GATEWAY_URL, isSafeUrl } from './gatewayUrl.js';
import type { Session } from './Session.js';
import type { EventFilter, ShardOptions } from './ShardOptions.js';
import { protocolDefaults } from './ShardProtocolOptions.js';

/** {@link ShardOptions}, checked and filled. */
export interface ResolvedShardOptions {
  readonly id: number;
  readonly total: number;
  readonly token: Secret;
  readonly intents: number;
  readonly beforeResume: ShardOptions['beforeResume'];
  readonly capabilities: number | undefined;
  readonly clock: Clock;
  readonly commandTimeoutMs: number;
  readonly compression: TransportCompression;
  readonly connectPacer: ConnectPacer;
  readonly connectTimeoutMs: number;
  readonly events: EventFilter | undefined;
  readonly fingerprint: string;
  readonly followsResumeUrl: boolean;
  readonly helloTimeoutMs: number;
  readonly identifyProperties: GatewayIdentifyProperties;
  readonly identifyQueue: IdentifyQueue;
  readonly largeThreshold: number;
  readonly maxBufferedEvents: number;
  readonly parse: (text: string) => unknown;
  readonly presence: GatewayPresenceUpdateData | undefined;
  readonly random: () => number;
  readonly rateLimitCommands: boolean;
  readonly readyTimeoutMs: number;
  readonly resumedTimeoutMs: number;
  readonly session: (Session & { readonly resumeUrl?: string | null }) | undefined;
  readonly sessionStore: SessionStore | undefined;
  readonly transport: GatewayTransport;
  /** With its query. */
  readonly url: string;
}

/** The names of all {@link ShardOptions}. */
export const SHARD_OPTION_NAMES = [
  'id',
  'intents',
  'token',
  'total',
  'beforeResume',
  'capabilities',
  'clock',
  'commandTimeoutMs',
  'compression',
  'connectPacer',
  'connectTimeoutMs',
  'events',
  'followsResumeUrl',
  'helloTimeoutMs',
  'identifyProperties',
  'identifyQueue',
  'largeThreshold',
  'maxBufferedEvents',
  'parse',
  'presence',
  'random',
  'rateLimitCommands',
  'readyTimeoutMs',
  'resumedTimeoutMs',
  'session',
  'sessionStore',
  'transport',
  'url',
] as const satisfies readonly (keyof ShardOptions)[];

const PORTS: PortShapes = {
  beforeResume: [],
  clock: ['nowMs', 'wallMs', 'after'],
  connectPacer: ['book'],
  identifyQueue: ['acquire'],
  parse: [],
  random: [],
  sessionStore: ['load', 'save', 'delete'],
  transport: ['connect'],
};

/** The shape of a bot token: three parts of base64url. */
const TOKEN = /^(?:Bot )?[\w-]+\.[\w-]+\.[\w-]+$/;

/** Events that aplomb does not know yet are wanted as well, so only the shape is checked. */
const EVENT_NAME = /^[A-Z][A-Z0-9_]*$/;

/** One pacer for the process: its limit is Discord's view of this machine. */
const processPacer = new ConnectPacer();

/** Checks and fills; throws before anything is opened. */
export function resolveShardOptions(options: ShardOptions): ResolvedShardOptions {
  refuseUnknownOptions('Shard', options, SHARD_OPTION_NAMES);
  checkPorts(options, PORTS);
  const { id, total } = options;
  checkShardTotal(total);
  checkShardId(id, total);
  const token = checkToken(options.token);
  const intents = resolveIntents(options.intents);
  const clock = options.clock ?? systemClock;
  const compression = resolveCompression(options.compression);
  return Object.freeze({
    id,
    total,
    token: new Secret(token),
    intents,
    beforeResume: options.beforeResume,
    capabilities: options.capabilities,
    clock,
    commandTimeoutMs: checkDuration('commandTimeoutMs', options.commandTimeoutMs, 30_000),
    compression,
    connectPacer: options.connectPacer ?? processPacer,
    connectTimeoutMs: checkDuration('connectTimeoutMs', options.connectTimeoutMs, protocolDefaults.connectTimeoutMs),
    events: resolveEvents(options.events),
    fingerprint: fingerprintOf({ capabilities: options.capabilities ?? 0, intents, ownerId: ownerIdOf(token), total }),
    followsResumeUrl: options.followsResumeUrl ?? true,
    helloTimeoutMs: checkDuration('helloTimeoutMs', options.helloTimeoutMs, protocolDefaults.helloTimeoutMs),
    identifyProperties: { os: process.platform, browser: 'aplomb', device: 'aplomb', ...options.identifyProperties },
    identifyQueue: options.identifyQueue ?? processIdentifyQueue(token, options.url),
    largeThreshold: resolveLargeThreshold(options.largeThreshold, intents),
    maxBufferedEvents: checkDuration('maxBufferedEvents', options.maxBufferedEvents, 10_000),
    parse: options.parse ?? JSON.parse,
    presence: options.presence === undefined ? undefined : PresenceData.toPayload(options.presence),
    random: options.random ?? Math.random,
    rateLimitCommands: options.rateLimitCommands ?? true,
    readyTimeoutMs: checkDuration('readyTimeoutMs', options.readyTimeoutMs, protocolDefaults.readyTimeoutMs),
    resumedTimeoutMs: checkDuration('resumedTimeoutMs', options.resumedTimeoutMs, protocolDefaults.resumedTimeoutMs),
    session: options.session,
    sessionStore: options.sessionStore,
    transport: options.transport ?? new WsTransport({ clock }),
    url: connectUrl(checkUrl(options.url ?? DEFAULT_GATEWAY_URL), compression),
  });
}

/**
 * Checks a token's shape and takes `Bot ` off. The value is never in the error.
 *
 * @throws {@link OptionsError} `INVALID_TOKEN`
 */
export function checkToken(given: unknown): string {
  const token = given instanceof Secret ? given.reveal() : given;
  if (typeof token === 'string' && TOKEN.test(token.trim())) return token.trim().replace(/^Bot /, '');
  const what =
    typeof token === 'string'
      ? `\`token\` (${token.length} characters) does not have the shape of a bot token.`
      : `\`token\` is of type ${typeof token}.`;
  throw new OptionsError('INVALID_TOKEN', {
    what,
    cure: 'Copy it from the Bot page of the Developer Portal: three parts joined by dots. The client secret and the public key are something else.',
  });
}

/** Throws unless `code` may close a connection from our side. */
export function checkCloseCode(code: number): void {
  if (code === 1000 || code === 1001 || (Number.isInteger(code) && code >= 3000 && code <= 4999)) return;
  throw new OptionsError('INVALID_OPTION', {
    what: `A shard was to be closed with ${code}.`,
    cure: 'Use 1000 to end the session, or 4000 (3000 to 4999) to keep it.',
  });
}

function checkDuration(name: string, value: number | undefined, byDefault: number): number {
  if (value === undefined) return byDefault;
  if (Number.isFinite(value) && value > 0) return value;
  throw new OptionsError('INVALID_OPTION', { what: `\`${name}\` is ${value}.`, cure: 'Give a number above 0.' });
}

function checkUrl(url: string): string {
  if (isSafeUrl(url)) return url;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`url\` is ${JSON.stringify(url)}.`,
    cure: 'Give a `wss://` URL; `ws://` is for this machine only, since the token travels over it.',
  });
}

function resolveCompression(wanted: TransportCompression | 'auto' | undefined): TransportCompression {
  if (wanted === undefined || wanted === 'auto') return bestCompression();
  const known: readonly string[] = ['none', 'zlib-stream', 'zstd-stream'];
  if (known.includes(wanted) && canDecode(wanted)) return wanted;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`compression\` is ${JSON.stringify(wanted)}, which Node ${process.versions.node} cannot read.`,
    cure: "Use 'auto', 'zlib-stream', 'none', or 'zstd-stream' (Node 22.15 and newer).",
  });
}

function resolveLargeThreshold(wanted: number | undefined, intents: number): number {
  if (wanted === undefined) return (intents & Intents.GuildPresences) === 0 ? 50 : 250;
  if (Number.isInteger(wanted) && wanted >= 50 && wanted <= 250) return wanted;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`largeThreshold\` is ${wanted}.`,
    cure: 'Give a whole number from 50 to 250.',
  });
}

function resolveEvents(events: ShardOptions['events']): EventFilter | undefined {
  if (events === undefined) return undefined;
  if (typeof events === 'object' && 'has' in events) return events;
  const names = typeof events === 'object' && Symbol.iterator in events ? [...events] : null;
  if (names?.every((name) => EVENT_NAME.test(name)) === true) return new Set(names);
  throw new OptionsError('INVALID_OPTION', {
    what: `\`events\` is ${JSON.stringify(events)}.`,
    cure: "Give a list of event names as Discord writes them, such as ['MESSAGE_CREATE'], or leave it out for all.",
  });
}
