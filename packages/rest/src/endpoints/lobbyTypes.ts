import type { APIChannel, APIUser, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';

/**
 * Texts by their names: at most 25, and 1,024 characters in each.
 *
 * @experimental discord-api-types has no type for it.
 */
export type LobbyMetadata = Readonly<Record<string, string>>;

/**
 * A lobby: a place where the players of a game meet.
 *
 * @experimental discord-api-types has no type for it.
 * @see {@link https://docs.discord.com/developers/resources/lobby#lobby-object | Lobby object}
 */
export interface Lobby {
  readonly id: string;
  readonly application_id: string;
  readonly flags: number;
  /** The guild's channel that what is said here goes to as well. */
  readonly linked_channel?: APIChannel;
  readonly members: readonly LobbyMember[];
  readonly metadata: LobbyMetadata | null;
  readonly override_event_webhooks_url?: string | null;
}

/**
 * A member of a lobby.
 *
 * @experimental discord-api-types has no type for it.
 * @see {@link https://docs.discord.com/developers/resources/lobby#lobby-member-object | Lobby member object}
 */
export interface LobbyMember {
  /** The user's id. */
  readonly id: string;
  /** A further name to show, such as that of the character in the game. */
  readonly additional_name?: string;
  /** `1`: may link a channel to the lobby. */
  readonly flags: number;
  readonly metadata: LobbyMetadata | null;
}

/**
 * Somebody who is put into a lobby.
 *
 * @experimental discord-api-types has no type for it.
 */
export interface LobbyMemberBody {
  /** The user's id. */
  readonly id: string;
  /** `1`: may link a channel to the lobby. */
  readonly flags?: 1 | null;
  readonly metadata?: LobbyMetadata | null;
}

/**
 * A new lobby.
 *
 * @experimental discord-api-types has no type for it.
 */
export interface LobbyBody {
  readonly flags?: 1 | null;
  /** After how many seconds without anybody it closes: 5 to 604,800. */
  readonly idle_timeout_seconds?: number | null;
  /** Up to 25 members. In an edit they replace those who are there. */
  readonly members?: readonly LobbyMemberBody[] | null;
  readonly metadata?: LobbyMetadata | null;
  /** Up to 512 characters. */
  readonly override_event_webhooks_url?: string | null;
}

/**
 * The lobby of a secret.
 *
 * @experimental discord-api-types has no type for it.
 */
export interface JoinLobbyBody {
  /** Who gives the same meets in the same lobby: up to 250 characters. */
  readonly secret: string;
  readonly flags?: 1 | null;
  /** After how many seconds without anybody it closes: 5 to 604,800. */
  readonly idle_timeout_seconds?: number | null;
  readonly lobby_metadata?: LobbyMetadata | null;
  readonly member_metadata?: LobbyMetadata | null;
}

/**
 * What is set on one member.
 *
 * @experimental discord-api-types has no type for it.
 */
export interface SetLobbyMemberBody extends Omit<LobbyMemberBody, 'id'> {
  /** A further name to show: 1 to 80 characters. */
  readonly additional_name?: string | null;
}

/**
 * What happens to one member of many.
 *
 * @experimental discord-api-types has no type for it.
 */
export interface BulkLobbyMemberBody extends LobbyMemberBody {
  /** A further name to show: 1 to 80 characters. */
  readonly additional_name?: string | null;
  /** Whether the user is taken out instead. */
  readonly remove_member?: boolean | null;
}

/**
 * A message that is sent to a lobby.
 *
 * @experimental discord-api-types has no type for it.
 */
export interface LobbyMessageBody extends Omit<RESTPostAPIChannelMessageJSONBody, 'content'> {
  readonly content: string;
  /** Goes to the players' clients beside the message, and is not kept. */
  readonly metadata?: LobbyMetadata | null;
}

/**
 * A message in a lobby.
 *
 * @experimental discord-api-types has no type for it.
 * @see {@link https://docs.discord.com/developers/resources/lobby#send-lobby-message | Lobby message object}
 */
export interface LobbyMessage {
  readonly id: string;
  readonly application_id?: string;
  readonly author: APIUser;
  /** The lobby's id again. */
  readonly channel_id: string;
  readonly content: string;
  readonly flags: number;
  readonly lobby_id: string;
  readonly lobby_member?: Required<Pick<LobbyMember, 'additional_name'>>;
  readonly metadata?: LobbyMetadata | null;
  readonly moderation_metadata?: LobbyMetadata | null;
  readonly type: number;
}

/**
 * An invite to the channel that a lobby is linked to.
 *
 * @experimental discord-api-types has no type for it.
 * @see {@link https://docs.discord.com/developers/resources/lobby#lobby-invite-object | Lobby invite object}
 */
export interface LobbyInvite {
  readonly code: string;
}
