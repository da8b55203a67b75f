import type { Compression as WireCompression } from '../wire/frameWriters.js';

/** What the throughput benchmark's processes say to each other. */

/** How a client of the benchmark reads the stream. */
export type ClientKind =
  /** `ws`, synchronous inflate, JSON.parse of everything, and nothing else. */
  | 'floor, all parsed'
  /** The same, with the head read and only MESSAGE_CREATE parsed. */
  | 'floor, MESSAGE_CREATE parsed'
  | 'Shard, all parsed'
  | 'Shard, MESSAGE_CREATE parsed'
  /** The Shard pulled by `for await`. */
  | 'Shard, for await'
  | '@discordjs/ws 2';

export type Compression = Exclude<WireCompression, 'none'>;

export type ServerReport = { readonly type: 'listening'; readonly port: number; readonly wireBytes: number; readonly jsonBytes: number };

export type ClientReport =
  | { readonly type: 'ready' }
  | {
      readonly type: 'done';
      /** User and system time of the whole process from the order to the sentinel. */
      readonly cpuMs: number;
      readonly wallMs: number;
      readonly peakRssMiB: number;
      /** Wanted events by type. */
      readonly counts: Readonly<Record<string, number>>;
    };

/** The event after the last one. */
export const SENTINEL = 'GUILD_BAN_ADD';
export const TOKEN = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GbEnCh.aplomb-benchmark-0123456789abc';
