import type { SeededRandom } from '../../world/SeededRandom.js';
import type { Counted, Verdict } from './Verdict.js';

/** How often the server's words go wrong. */
export interface WordingFaults {
  /** A share of the answers lacks all limit headers. */
  readonly missing: number;
  /** In a share of the answers a limit header makes no sense. */
  readonly malformed: number;
  /** A share of the 429s says nothing at all. */
  readonly mute: number;
  /** A share of what was taken fails afterwards, in Discord (500, with headers). */
  readonly serverError: number;
  /** A share of what was taken fails afterwards, before Discord (502, a page). */
  readonly badGateway: number;
}

export const NO_FAULTS: WordingFaults = { missing: 0, malformed: 0, mute: 0, serverError: 0, badGateway: 0 };

/** What goes back to the client. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body; `undefined` where it is no JSON. */
  readonly body: unknown;
  /** Whether the limit headers make sense, for whoever judges. */
  readonly isReadable: boolean;
  /** How long a 429 said to wait, for whoever judges. */
  readonly saidToWaitMs: number | null;
}

/** When an answer is put into words. */
export interface Moment {
  /** The instant from which reset-after is counted. */
  readonly stampMs: number;
  /** The server's own clock, which need not agree with the client's. */
  readonly wallMs: number;
  /** The status of what was taken. */
  readonly acceptedStatus: number;
}

type Header = readonly [name: string, value: string];

const NONSENSE: readonly [Header, ...Header[]] = [
  ['x-ratelimit-remaining', '-1'],
  ['x-ratelimit-reset-after', '1e400'],
  ['x-ratelimit-limit', 'abc'],
  ['x-ratelimit-limit', '5, 5'],
  ['x-ratelimit-reset-after', '-3.5'],
  ['x-ratelimit-remaining', 'NaN'],
  ['x-ratelimit-reset-after', ''],
];
const PAGE = { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' };

/** Puts verdicts into the words that Discord uses. */
export class Wording {
  private readonly random: SeededRandom;
  private readonly faults: WordingFaults;

  constructor(random: SeededRandom, faults: WordingFaults) {
    this.random = random;
    this.faults = faults;
  }

  answer(verdict: Verdict, moment: Moment): Answer {
    switch (verdict.type) {
      case 'accepted':
        return this.taken(verdict.counted, moment);
      case 'full':
        return this.limited(
          verdict.window.resetMs - moment.stampMs,
          'user',
          moment,
          countedHeaders({ ...verdict, position: verdict.window.limit }, moment),
        );
      case 'global':
        return this.limited(verdict.waitMs, 'global', moment, {});
      case 'episode':
        return this.refused(verdict, moment);
    }
  }

  private taken(counted: Counted, moment: Moment): Answer {
    const { random, faults } = this;
    if (random.chance(faults.badGateway)) return { status: 502, headers: PAGE, body: undefined, isReadable: false, saidToWaitMs: null };
    const status = random.chance(faults.serverError) ? 500 : moment.acceptedStatus;
    const headers = { ...fromDiscord(moment), ...countedHeaders(counted, moment) };
    return { status, body: {}, saidToWaitMs: null, ...this.spoiled(headers) };
  }

  private refused({ counted, episode }: Extract<Verdict, { type: 'episode' }>, moment: Moment): Answer {
    const waitMs = Math.min(episode.mostSaidMs, episode.untilMs - moment.stampMs);
    switch (episode.kind) {
      case 'hidden':
        return this.limited(waitMs, 'user', moment, counted === null ? {} : countedHeaders(counted, moment));
      case 'shared':
        return this.limited(waitMs, 'shared', moment, sharedHeaders(moment));
      case 'global':
        return this.limited(waitMs, 'global', moment, {});
      case 'ban':
        return {
          status: 429,
          headers: { ...PAGE, 'retry-after': seconds(waitMs) },
          body: undefined,
          isReadable: false,
          saidToWaitMs: waitMs,
        };
    }
  }

  private limited(waitMs: number, scope: string, moment: Moment, limits: Readonly<Record<string, string>>): Answer {
    const base = fromDiscord(moment);
    if (this.random.chance(this.faults.mute)) return { status: 429, headers: base, body: undefined, isReadable: false, saidToWaitMs: null };
    const isGlobal = scope === 'global';
    const saidS = Number((Math.max(0, waitMs) / 1_000).toFixed(3));
    return {
      status: 429,
      headers: {
        ...base,
        ...limits,
        ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
        'x-ratelimit-scope': scope,
        'retry-after': seconds(waitMs),
      },
      body: { message: 'You are being rate limited.', retry_after: saidS, global: isGlobal },
      // What a shared limit says is not about the bot's own bucket.
      isReadable: scope === 'user' && 'x-ratelimit-limit' in limits,
      saidToWaitMs: saidS * 1_000,
    };
  }

  private spoiled(headers: Readonly<Record<string, string>>): Pick<Answer, 'headers' | 'isReadable'> {
    const { random, faults } = this;
    if (faults.missing > 0 && random.chance(faults.missing)) return { headers: { 'content-type': 'application/json' }, isReadable: false };
    if (faults.malformed === 0 || !random.chance(faults.malformed)) return { headers, isReadable: true };
    const [name, value] = random.pick(NONSENSE);
    return { headers: { ...headers, [name]: value }, isReadable: false };
  }
}

function fromDiscord({ wallMs }: Moment): Record<string, string> {
  return { 'content-type': 'application/json', date: httpDate(wallMs), via: '1.1 google' };
}

function countedHeaders({ bucket, position, window }: Counted, { stampMs, wallMs }: Moment): Record<string, string> {
  const leftMs = Math.max(0, window.resetMs - stampMs);
  return {
    'x-ratelimit-bucket': bucket.group.hash,
    'x-ratelimit-limit': String(window.limit),
    'x-ratelimit-remaining': String(window.limit - position),
    'x-ratelimit-reset': ((wallMs + leftMs) / 1_000).toFixed(3),
    'x-ratelimit-reset-after': (leftMs / 1_000).toFixed(3),
  };
}

/** What Discord's documents show of a shared limit: numbers that say nothing about the bot's own bucket. */
function sharedHeaders({ wallMs }: Moment): Record<string, string> {
  return {
    'x-ratelimit-bucket': 'abcd1234',
    'x-ratelimit-limit': '10',
    'x-ratelimit-remaining': '9',
    'x-ratelimit-reset': ((wallMs + 64_570) / 1_000).toFixed(3),
    'x-ratelimit-reset-after': '64.57',
  };
}

/** The header has whole seconds. */
function seconds(waitMs: number): string {
  return String(Math.max(0, Math.ceil(waitMs / 1_000)));
}

let lastSecond = NaN;
let lastDate = '';

/** Making a date is dear, and a second has many answers. */
function httpDate(wallMs: number): string {
  const second = Math.floor(wallMs / 1_000);
  if (second !== lastSecond) {
    lastSecond = second;
    lastDate = new Date(second * 1_000).toUTCString();
  }
  return lastDate;
}
