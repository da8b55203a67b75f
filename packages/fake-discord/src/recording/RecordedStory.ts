import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { ChannelKindName } from '../world/arrange.js';
import type { ModalRecord, Suggestion } from '../world/interactions/InteractionRecord.js';

/**
 * A value that an act was done with, as JSON. Things of the world are objects with a key that begins with `$`: `{ $channel: id }`, and so `$guild`,
 * `$user`, `$role`, `$message`, `$direct` (the conversation with the bot, by the person's id), `$modal` and `$interaction` (by the interaction's id),
 * `$file` (by its place among those of the `message`), `$bytes` (in base64).
 */
export type RecordedValue = boolean | number | string | readonly RecordedValue[] | { readonly [key: string]: RecordedValue } | null;

/** A role as it was. */
export interface RecordedRole {
  readonly id: string;
  readonly mentionable: boolean;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly position: number;
}

/** What a role or a member may do in a channel otherwise than elsewhere. */
export interface RecordedOverwrite {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  readonly id: string;
}

/** A channel as it was. */
export interface RecordedChannel {
  readonly id: string;
  readonly kind: ChannelKindName;
  /** What Discord's "modify channel" has to be told besides. */
  readonly more: Readonly<Record<string, RecordedValue>>;
  readonly name: string;
  readonly overwrites: readonly RecordedOverwrite[];
  readonly parentId: string | null;
  readonly topic: string | null;
  readonly userLimit: number;
}

/** A person in a guild. */
export interface RecordedMember {
  readonly id: string;
  readonly name: string;
  readonly nick: string | null;
  readonly roles: readonly string[];
}

/** A guild as it was. */
export interface RecordedGuild {
  /** What the bot's own role allows; `null` when it has none. */
  readonly botPermissions: readonly string[] | null;
  readonly channels: readonly RecordedChannel[];
  readonly emojis: readonly { readonly id: string; readonly name: string }[];
  /** What @everyone may do, as bits; `null` for what it may in every new guild. */
  readonly everyone: string | null;
  readonly id: string;
  /** Without the bot. The owner is the first. */
  readonly members: readonly RecordedMember[];
  readonly name: string;
  readonly roles: readonly RecordedRole[];
}

/** The arranged world, as it was when the recording began. */
export interface RecordedWorld {
  readonly botId: string;
  /** Those that were arranged; a bot registers its own when it starts. */
  readonly commands: readonly { readonly command: RESTPostAPIApplicationCommandsJSONBody; readonly guildId: string | null }[];
  readonly guilds: readonly RecordedGuild[];
  /** People who are in no guild. */
  readonly strangers: readonly { readonly id: string; readonly name: string }[];
}

/** What a person did. */
export interface ActStep {
  readonly type: 'act';
  readonly args: readonly RecordedValue[];
  readonly by: string;
  readonly moderation: { readonly guildId: string; readonly reason: string | null } | null;
  /** How it was refused; `null` when it was done. */
  readonly refusal: { readonly code: string; readonly discordCode: number | null } | null;
  /** What came of it, when that is a message, a channel, a role or an interaction. */
  readonly result: RecordedValue;
  readonly verb: string;
  readonly what: string;
}

/** Time was moved. */
export interface AdvanceStep {
  readonly type: 'advance';
  readonly ms: number;
}

/** Something was made to go wrong, with `discord.faults`. */
export interface FaultStep {
  readonly type: 'fault';
  readonly args: readonly RecordedValue[];
  readonly name: string;
}

/** What there is to see of a message of the bot, without what is another in every run. */
export interface RecordedMessage {
  readonly attachments: readonly string[];
  readonly components: readonly RecordedValue[];
  readonly content: string;
  readonly embeds: readonly RecordedValue[];
  /** Whether it says that the bot is thinking. */
  readonly isLoading: boolean;
  readonly poll: { readonly answers: readonly string[]; readonly question: string } | null;
  /** In whose name it was posted, for a webhook. */
  readonly username: string | null;
}

/** The bot posted or changed a message. */
export interface MessageStep {
  readonly type: 'message';
  readonly channel: RecordedValue;
  readonly id: string;
  readonly isNew: boolean;
  readonly message: RecordedMessage;
  /** The one person who sees it. */
  readonly seenBy: string | null;
}

/** A message of the bot is gone. */
export interface DeletionStep {
  readonly type: 'deletion';
  readonly id: string;
}

/** The bot reacted, or took a reaction back. */
export interface ReactionStep {
  readonly type: 'reaction';
  readonly emoji: string;
  readonly isAdded: boolean;
  readonly messageId: string;
}

/** The bot answered an interaction with something else than a message, or not at all. */
export interface AnswerStep {
  readonly type: 'answer';
  readonly choices?: readonly Suggestion[];
  readonly interactionId: string;
  readonly modal?: Pick<ModalRecord, 'custom_id' | 'title'>;
  readonly state: 'choices' | 'failed' | 'modal';
}

/** One thing that was recorded. */
export type RecordedStep = ActStep | AdvanceStep | AnswerStep | DeletionStep | FaultStep | MessageStep | ReactionStep;

/** A recording as JSON. */
export interface RecordedStory {
  readonly steps: readonly RecordedStep[];
  readonly version: 1;
  readonly world: RecordedWorld;
}
