/** What the REST benchmark's processes say to each other, and what all of its clients send alike. */

/** Who sends the requests. */
export type SenderKind =
  /** `undici.request` on a pool, `JSON.stringify`, the same headers, `body.json()`, and nothing else. */
  'undici.request' | 'Rest' | '@discordjs/rest';

export type RestServerReport =
  | { readonly type: 'listening'; readonly port: number }
  | {
      readonly type: 'counted';
      readonly requests: number;
      /** Answers of 429: a run that has any is an error, not a figure. */
      readonly limited: number;
    };

export type SenderReport =
  | { readonly type: 'ready' }
  | {
      readonly type: 'done';
      /** User and system time of the whole process, warm-up excluded. */
      readonly cpuMs: number;
      readonly wallMs: number;
      readonly peakRssMiB: number;
    };

/** What one run consists of. */
export interface RestLoad {
  readonly requests: number;
  readonly channels: number;
  /** How many calls are under way at any time. */
  readonly parallel: number;
  /** Calls before the clock starts: connections open, code is compiled. */
  readonly warmUp: number;
}

export const TOKEN = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GbEnCh.aplomb-benchmark-0123456789abc';
/** Requests that one channel takes in a second. */
export const BUCKET_LIMIT = 1_000;
export const BUCKET_WINDOW_MS = 1_000;

/** The id of one of the channels. */
export function channelId(index: number): string {
  return String(1_100_000_000_000_000_000n + BigInt(index));
}

/** The body of the message with this number, as Rest makes it: everybody sends the same bytes. */
export function messageBody(index: number): object {
  return {
    content: `Message number ${index} of the benchmark, about as long as what a bot says to somebody who asked.`,
    nonce: `bench${index}`,
    enforce_nonce: true,
    allowed_mentions: { parse: ['users'], replied_user: true },
  };
}
