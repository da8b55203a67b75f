import { OptionsError, refuseUnknownOptions, systemClock, type Clock } from '@aplomb/base';
import type { Agent } from 'node:http';
import type { LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';
import { USER_AGENT } from './userAgent.js';

/** What a {@link WsTransport} is made of. */
export interface WsTransportOptions {
  /**
   * Opens the TCP or TLS connections, for example through a proxy.
   *
   * @defaultValue none: one new connection for each shard
   */
  readonly agent?: Agent;
  /**
   * Where time comes from.
   *
   * @defaultValue the clock of this process
   */
  readonly clock?: Clock;
  /**
   * How long the closing handshake may take, in milliseconds, before the socket is destroyed. Nothing waits for it.
   *
   * @defaultValue `1_000`
   */
  readonly closeTimeoutMs?: number;
  /**
   * Makes the socket of a connection, with the options of `net.connect` or `tls.connect`. It is not asked when there is an `agent`.
   *
   * @defaultValue `net.connect` for `ws:`, `tls.connect` for `wss:`
   */
  readonly createConnection?: (options: object) => Duplex;
  /**
   * Headers of the upgrade request.
   *
   * @defaultValue a `User-Agent` as Discord wants it of bots
   * @see {@link https://docs.discord.com/developers/reference#user-agent | User agent}
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Resolves host names, in place of `dns.lookup`.
   *
   * @defaultValue `dns.lookup`
   */
  readonly lookup?: LookupFunction;
  /**
   * The largest web socket message that is accepted, in bytes and as it comes over the wire, compressed or not.
   *
   * @defaultValue 32 MiB
   */
  readonly maxPayloadBytes?: number;
}

/** {@link WsTransportOptions} with every default filled in. */
export interface ResolvedWsTransportOptions {
  readonly agent: Agent | undefined;
  readonly clock: Clock;
  readonly closeTimeoutMs: number;
  readonly createConnection: ((options: object) => Duplex) | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly lookup: LookupFunction | undefined;
  readonly maxPayloadBytes: number;
}

const KNOWN = ['agent', 'clock', 'closeTimeoutMs', 'createConnection', 'headers', 'lookup', 'maxPayloadBytes'];

/**
 * Fills in the defaults.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`
 */
export function resolveWsTransportOptions(given: WsTransportOptions): ResolvedWsTransportOptions {
  refuseUnknownOptions('WsTransport', given, KNOWN);
  return Object.freeze({
    agent: given.agent,
    clock: given.clock ?? systemClock,
    closeTimeoutMs: wholeNumber('closeTimeoutMs', given.closeTimeoutMs ?? 1_000, 0),
    createConnection: given.createConnection,
    headers: { 'User-Agent': USER_AGENT, ...given.headers },
    lookup: given.lookup,
    maxPayloadBytes: wholeNumber('maxPayloadBytes', given.maxPayloadBytes ?? 32 * 2 ** 20, 1),
  });
}

/** Below 2 ** 31, up to which Node's timers count. */
function wholeNumber(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least && value < 2 ** 31) return value;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${name}\` is ${String(value)}.`,
    cure: `Give a whole number from ${least} to 2147483647.`,
  });
}
