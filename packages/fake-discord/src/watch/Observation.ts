import type { AuthOutcome } from '../gateway/GatewayJournal.js';
import type { InteractionNews } from './InteractionNews.js';

/** Something happened in the world, whoever is told. `d` is as a bot with every intent and permission would get it. */
export interface EventObservation {
  readonly type: 'event';
  /** Where it happened; `null` for what concerns a whole guild, or none. */
  readonly channelId: string | null;
  readonly d: unknown;
  readonly guildId: string | null;
  /** The id of the one person who sees it; `null` for everybody who is there. */
  readonly onlyFor: string | null;
  readonly t: string;
}

/** A numbered event was sent to a session. One without a connection gets it when it resumes. */
export interface DispatchObservation {
  readonly type: 'dispatch';
  readonly connectionId: number;
  readonly d: unknown;
  readonly s: number | null;
  readonly sessionId: string | null;
  readonly shard: number | null;
  readonly t: string;
}

/** A frame was sent that is no event: HELLO, an acknowledgement, a request to reconnect … */
export interface SentObservation {
  readonly type: 'sent';
  readonly connectionId: number;
  readonly d: unknown;
  readonly op: number;
  readonly shard: number | null;
}

/** A frame came from the bot. Its token is taken out. */
export interface ReceivedObservation {
  readonly type: 'received';
  readonly bytes: number;
  readonly connectionId: number;
  readonly d: unknown;
  /** `null` when the frame could not be read. */
  readonly op: number | null;
  readonly shard: number | null;
}

/** The bot opened a connection. */
export interface ConnectionObservation {
  readonly type: 'connection';
  readonly connectionId: number;
}

/** A connection ended. `code` is the close code that decided, `null` when there was none. */
export interface DisconnectionObservation {
  readonly type: 'disconnection';
  readonly by: 'client' | 'server';
  readonly code: number | null;
  readonly connectionId: number;
  readonly shard: number | null;
}

/** The bot identified. */
export interface IdentifyObservation {
  readonly type: 'identify';
  readonly connectionId: number;
  readonly intents: number;
  readonly outcome: AuthOutcome;
  readonly shard: number;
  /** How many shards the bot says it has. */
  readonly total: number;
}

/** The bot resumed a session, or tried to. */
export interface ResumeObservation {
  readonly type: 'resume';
  readonly connectionId: number;
  readonly outcome: AuthOutcome;
  /** How many events it had missed and got now. */
  readonly replayed: number;
  readonly seq: number;
  readonly sessionId: string;
  /** `null` when the session is unknown. */
  readonly shard: number | null;
}

/** The bot did what Discord forbids. */
export interface ViolationObservation {
  readonly type: 'violation';
  readonly connectionId: number;
  /** What it did, in a few words. */
  readonly offence: string;
  /** The close code that punished it, 9 for op 9, `null` when Discord only ignores it. */
  readonly punishment: number | null;
  readonly shard: number | null;
}

/** A request came in full. */
export interface RequestObservation {
  readonly type: 'request';
  /** JSON as it is, the fields of a form with the names of its files, any other body as text; `null` without one. */
  readonly body: unknown;
  /** The same number as in the response. */
  readonly id: number;
  readonly method: string;
  /** The path after `/api/v10`, without the query. */
  readonly path: string;
  /** The query without the question mark. */
  readonly query: string;
  /** For example `POST /channels/:channelId/messages`; of a path that is not served the method and path. */
  readonly route: string;
}

/** The bucket that a request counted in, as its headers tell it. */
export interface ObservedBucket {
  readonly hash: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAfterMs: number;
}

/** A request was answered, or its connection broke. */
export interface ResponseObservation {
  readonly type: 'response';
  readonly body: unknown;
  /** `null` when the headers tell of none. */
  readonly bucket: ObservedBucket | null;
  readonly id: number;
  /** From its first byte to the last of the answer, in milliseconds of real time. */
  readonly latencyMs: number;
  /** `null` when the connection broke without an answer. */
  readonly status: number | null;
}

/** An interaction has come a step further. */
export interface InteractionObservation extends InteractionNews {
  readonly type: 'interaction';
}

/** A person did something. */
export interface ActObservation {
  readonly type: 'act';
  readonly userId: string;
  readonly username: string;
  /** The name of the method of `User` or `Moderator`, for example `send`. */
  readonly verb: string;
  /** In a few words, for example `message to #general`. */
  readonly what: string;
}

/** What `discord.observe` tells, without the instant. */
export type ObservedFact =
  | ActObservation
  | ConnectionObservation
  | DisconnectionObservation
  | DispatchObservation
  | EventObservation
  | IdentifyObservation
  | InteractionObservation
  | ReceivedObservation
  | RequestObservation
  | ResponseObservation
  | ResumeObservation
  | SentObservation
  | ViolationObservation;

/** One thing that happened: everything is plain JSON, and never holds the bot's token. */
export type Observation = ObservedFact & {
  /** When, in milliseconds since 1970 by the world's clock. */
  readonly wallMs: number;
};
