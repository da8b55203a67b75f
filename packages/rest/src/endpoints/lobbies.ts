import type { CallOptions, FileCallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';
import type {
  BulkLobbyMemberBody,
  JoinLobbyBody,
  Lobby,
  LobbyBody,
  LobbyInvite,
  LobbyMember,
  LobbyMessage,
  LobbyMessageBody,
  LobbyMetadata,
  SetLobbyMemberBody,
} from './lobbyTypes.js';

/**
 * Lobbies of games that use Discord's Social SDK. Most applications may make few of these calls only, counted for the application as a whole.
 *
 * Some are what a player does: Discord documents those for the player's own Bearer token, and may refuse them to a bot.
 *
 * @experimental discord-api-types has no types for them.
 * @see {@link https://docs.discord.com/developers/resources/lobby#development-rate-limits | Development rate limits}
 */
export interface LobbyEndpoints {
  /**
   * Makes a lobby with up to 25 members.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#create-lobby | Create lobby}
   */
  create(body?: LobbyBody, options?: CallOptions): Promise<Lobby>;
  /**
   * Joins the lobby of a secret, which is made if there is none. Documented for a player's Bearer token.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#create-or-join-lobby | Create or join lobby}
   */
  createOrJoin(body: JoinLobbyBody, options?: CallOptions): Promise<Lobby>;
  /**
   * A lobby.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#get-lobby | Get lobby}
   */
  get(lobbyId: string, options?: CallOptions): Promise<Lobby>;
  /**
   * Changes a lobby. `members` and `metadata` replace what is there.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#modify-lobby | Modify lobby}
   */
  edit(lobbyId: string, body: LobbyBody, options?: CallOptions): Promise<Lobby>;
  /**
   * Deletes a lobby. One that is gone already is no error.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#delete-lobby | Delete lobby}
   */
  delete(lobbyId: string, options?: CallOptions): Promise<void>;
  /**
   * Puts somebody into a lobby, or changes what is set on a member.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#add-a-member-to-a-lobby | Add a member to a lobby}
   */
  setMember(lobbyId: string, userId: string, body?: SetLobbyMemberBody, options?: CallOptions): Promise<LobbyMember>;
  /**
   * Takes somebody out of a lobby. Somebody who is not in it is no error.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#remove-a-member-from-a-lobby | Remove a member from a lobby}
   */
  removeMember(lobbyId: string, userId: string, options?: CallOptions): Promise<void>;
  /**
   * Adds, changes and removes 1 to 25 members at once. Resolves with those who were added or changed; whom Discord does not let in is left out silently.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#bulk-update-lobby-members | Bulk update lobby members}
   */
  bulkUpdateMembers(lobbyId: string, body: readonly BulkLobbyMemberBody[], options?: CallOptions): Promise<LobbyMember[]>;
  /**
   * Leaves a lobby. Documented for a player's Bearer token.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#leave-lobby | Leave lobby}
   */
  leave(lobbyId: string, options?: CallOptions): Promise<void>;
  /**
   * Links a guild's channel to a lobby, so that what is said here is said there, too; without `channel_id` the link ends. Documented for the Bearer token
   * of a player whose flags allow it.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#link-channel-to-lobby | Link channel to lobby}
   */
  linkChannel(lobbyId: string, body?: { readonly channel_id?: string | null }, options?: CallOptions): Promise<Lobby>;
  /**
   * The latest messages: 1 to 200 (50 unless `limit` is given). Documented for a player's Bearer token.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#get-lobby-messages | Get lobby messages}
   */
  messages(lobbyId: string, query?: { readonly limit?: number }, options?: CallOptions): Promise<LobbyMessage[]>;
  /**
   * Sends a message to a lobby, and to the channel that it is linked to. Documented for a player's Bearer token.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#send-lobby-message | Send lobby message}
   */
  createMessage(lobbyId: string, body: LobbyMessageBody, options?: FileCallOptions): Promise<LobbyMessage>;
  /**
   * Tells the players' clients what the game's moderation thinks of a message: up to 5 texts of up to 2,000 characters.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#update-lobby-message-moderation-metadata | Update lobby message moderation metadata}
   */
  setModerationMetadata(lobbyId: string, messageId: string, body: LobbyMetadata, options?: CallOptions): Promise<void>;
  /**
   * Makes an invite to the linked channel for oneself; it works once, within an hour. Documented for a player's Bearer token.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#create-lobby-channel-invite-for-self | Create lobby channel invite for self}
   */
  createOwnInvite(lobbyId: string, options?: CallOptions): Promise<LobbyInvite>;
  /**
   * Makes an invite to the linked channel for a member; it works once, within an hour.
   *
   * @see {@link https://docs.discord.com/developers/resources/lobby#create-lobby-channel-invite-for-user | Create lobby channel invite for user}
   */
  createInvite(lobbyId: string, userId: string, options?: CallOptions): Promise<LobbyInvite>;
}

export function lobbyEndpoints(rest: Requester): LobbyEndpoints {
  return {
    // Discord wants a body even where it says nothing.
    create: async (body = {}, options) => rest.request('POST', '/lobbies', { ...options, body }),
    createOrJoin: async (body, options) => rest.request('PUT', '/lobbies', { ...options, body }),
    get: async (lobbyId, options) => rest.request('GET', route`/lobbies/${lobbyId}`, options),
    edit: async (lobbyId, body, options) => rest.request('PATCH', route`/lobbies/${lobbyId}`, { ...options, body }),
    delete: async (lobbyId, options) => rest.request('DELETE', route`/lobbies/${lobbyId}`, options),
    setMember: async (lobbyId, userId, body = {}, options) =>
      rest.request('PUT', route`/lobbies/${lobbyId}/members/${userId}`, { ...options, body }),
    removeMember: async (lobbyId, userId, options) => rest.request('DELETE', route`/lobbies/${lobbyId}/members/${userId}`, options),
    bulkUpdateMembers: async (lobbyId, body, options) =>
      rest.request('POST', route`/lobbies/${lobbyId}/members/bulk`, { ...options, body }),
    leave: async (lobbyId, options) => rest.request('DELETE', route`/lobbies/${lobbyId}/members/@me`, options),
    linkChannel: async (lobbyId, body = {}, options) =>
      rest.request('PATCH', route`/lobbies/${lobbyId}/channel-linking`, { ...options, body }),
    messages: async (lobbyId, query, options) =>
      rest.request('GET', route`/lobbies/${lobbyId}/messages`, { ...options, query: { ...query } }),
    createMessage: async (lobbyId, body, options) => rest.request('POST', route`/lobbies/${lobbyId}/messages`, { ...options, body }),
    setModerationMetadata: async (lobbyId, messageId, body, options) =>
      rest.request('PUT', route`/lobbies/${lobbyId}/messages/${messageId}/moderation-metadata`, { ...options, body }),
    createOwnInvite: async (lobbyId, options) => rest.request('POST', route`/lobbies/${lobbyId}/members/@me/invites`, options),
    createInvite: async (lobbyId, userId, options) => rest.request('POST', route`/lobbies/${lobbyId}/members/${userId}/invites`, options),
  };
}
