import type { APIUser } from 'discord-api-types/v10';
import type { Component } from '../forms/components/readComponents.js';
import type { FoundMessage } from '../Messages.js';
import type { ChannelRecord } from '../records.js';

/** What an interaction is: a command, a press or choice, a request for suggestions, or a modal that was sent. */
export type InteractionType = 2 | 3 | 4 | 5;

/** A window with questions, as the bot has made it. */
export interface ModalRecord {
  readonly components: readonly Component[];
  readonly custom_id: string;
  readonly title: string;
}

/** A suggestion of an autocompletion. */
export interface Suggestion {
  readonly name: string;
  readonly value: number | string;
}

/** What the bot has answered. */
export interface InteractionAnswer {
  readonly choices?: readonly Suggestion[];
  readonly modal?: ModalRecord;
  readonly type: number;
}

/** What happens when somebody uses something of the bot. */
export interface InteractionSpec {
  readonly channel: ChannelRecord;
  readonly data: Readonly<Record<string, unknown>>;
  /** The message whose component was used, also when a modal came of it. */
  readonly message: FoundMessage | null;
  /** What messages that come of it tell about it, besides its id, type and user. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Through whom the application is there: by the kind of installation, the guild or the person. */
  readonly owners: Readonly<Record<string, string>>;
  /** The `type` of a message that answers. */
  readonly replyType: number;
  readonly type: InteractionType;
  readonly user: APIUser;
}

/** An interaction and what has become of it. */
export interface InteractionRecord extends InteractionSpec {
  answer: InteractionAnswer | null;
  /** Why the endpoint of the bot gave no answer; `null` when it gave one, or was not asked. */
  failure: string | null;
  readonly followUpIds: string[];
  readonly id: string;
  readonly openedAtMs: number;
  /** The message behind `@original`; `null` while, or when, there is none. */
  originalId: string | null;
  readonly token: string;
}
