import type {
  RESTDeleteAPIChannelResult,
  RESTGetAPIChannelInvitesResult,
  RESTGetAPIChannelResult,
  RESTPatchAPIChannelJSONBody,
  RESTPatchAPIChannelResult,
  RESTPostAPIChannelFollowersJSONBody,
  RESTPostAPIChannelFollowersResult,
  RESTPostAPIChannelInviteJSONBody,
  RESTPostAPIChannelInviteResult,
  RESTPutAPIChannelPermissionJSONBody,
  RESTPutAPIChannelRecipientJSONBody,
  RESTPutAPIChannelVoiceStatusJSONBody,
} from 'discord-api-types/v10';
import type { Attachment } from '../../body/FileInput.js';
import type { AuditedCallOptions, CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/** What the making of an invite takes. */
export interface CreateInviteOptions extends AuditedCallOptions {
  /** A CSV file with one column of user ids: only these users may accept the invite. */
  readonly targetUsersFile?: Attachment;
}

/** A channel itself: its settings, its permissions, its invites. */
export interface ChannelMethods {
  /**
   * A channel or a thread. A thread comes with the bot's own thread member, if it has joined.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#get-channel | Get channel}
   */
  get(channelId: string, options?: CallOptions): Promise<RESTGetAPIChannelResult>;
  /**
   * Changes the settings of a channel or a thread. Needs MANAGE_CHANNELS; for a thread MANAGE_THREADS, but only to unarchive it SEND_MESSAGES.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#modify-channel | Modify channel}
   */
  edit(channelId: string, body: RESTPatchAPIChannelJSONBody, options?: AuditedCallOptions): Promise<RESTPatchAPIChannelResult>;
  /**
   * Deletes a guild's channel or a thread for good, or closes a DM. Needs MANAGE_CHANNELS, for a thread MANAGE_THREADS. The channels of a category stay.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#deleteclose-channel | Delete/Close channel}
   */
  delete(channelId: string, options?: AuditedCallOptions): Promise<RESTDeleteAPIChannelResult>;
  /**
   * Sets the status of a voice channel: up to 500 characters, `null` for none. Needs SET_VOICE_CHANNEL_STATUS, and MANAGE_CHANNELS besides
   * when the bot is not connected to it.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#set-voice-channel-status | Set voice channel status}
   */
  setVoiceStatus(channelId: string, body: RESTPutAPIChannelVoiceStatusJSONBody, options?: AuditedCallOptions): Promise<void>;
  /**
   * Sets the overwrite of one role or member. Needs MANAGE_ROLES, and gives and takes only what the bot may do itself.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#edit-channel-permissions | Edit channel permissions}
   */
  setPermission(
    channelId: string,
    overwriteId: string,
    body: RESTPutAPIChannelPermissionJSONBody,
    options?: AuditedCallOptions,
  ): Promise<void>;
  /**
   * Takes the overwrite of one role or member away. Needs MANAGE_ROLES.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#delete-channel-permission | Delete channel permission}
   */
  deletePermission(channelId: string, overwriteId: string, options?: AuditedCallOptions): Promise<void>;
  /**
   * All invites to a guild's channel, with how often they were used. Needs MANAGE_CHANNELS.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#get-channel-invites | Get channel invites}
   */
  invites(channelId: string, options?: CallOptions): Promise<RESTGetAPIChannelInvitesResult>;
  /**
   * Makes an invite to a guild's channel: for a day and any number of uses, unless `body` says otherwise. Needs CREATE_INSTANT_INVITE; `role_ids` needs
   * MANAGE_ROLES.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#create-channel-invite | Create channel invite}
   */
  createInvite(
    channelId: string,
    body?: RESTPostAPIChannelInviteJSONBody,
    options?: CreateInviteOptions,
  ): Promise<RESTPostAPIChannelInviteResult>;
  /**
   * Sends what is published in this announcement channel to another channel from now on. Needs MANAGE_WEBHOOKS in the other one.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#follow-announcement-channel | Follow announcement channel}
   */
  follow(
    channelId: string,
    body: RESTPostAPIChannelFollowersJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPostAPIChannelFollowersResult>;
  /**
   * Shows the bot typing for ten seconds, or until its next message.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#trigger-typing-indicator | Trigger typing indicator}
   */
  typing(channelId: string, options?: CallOptions): Promise<void>;
  /**
   * Adds somebody to a group DM, by an access token with the `gdm.join` scope. A group DM has at most 10 recipients.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#group-dm-add-recipient | Group DM add recipient}
   */
  addRecipient(channelId: string, userId: string, body: RESTPutAPIChannelRecipientJSONBody, options?: CallOptions): Promise<void>;
  /**
   * Takes somebody out of a group DM.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#group-dm-remove-recipient | Group DM remove recipient}
   */
  removeRecipient(channelId: string, userId: string, options?: CallOptions): Promise<void>;
}

export function channelMethods(rest: Requester): ChannelMethods {
  return {
    get: async (channelId, options) => rest.request('GET', route`/channels/${channelId}`, options),
    edit: async (channelId, body, options) => rest.request('PATCH', route`/channels/${channelId}`, { ...options, body }),
    delete: async (channelId, options) => rest.request('DELETE', route`/channels/${channelId}`, options),
    setVoiceStatus: async (channelId, body, options) =>
      rest.request('PUT', route`/channels/${channelId}/voice-status`, { ...options, body }),
    setPermission: async (channelId, overwriteId, body, options) =>
      rest.request('PUT', route`/channels/${channelId}/permissions/${overwriteId}`, { ...options, body }),
    deletePermission: async (channelId, overwriteId, options) =>
      rest.request('DELETE', route`/channels/${channelId}/permissions/${overwriteId}`, options),
    invites: async (channelId, options) => rest.request('GET', route`/channels/${channelId}/invites`, options),
    // Discord wants a body even where it says nothing.
    createInvite: async (channelId, body = {}, { targetUsersFile, ...options } = {}) =>
      rest.request('POST', route`/channels/${channelId}/invites`, {
        ...options,
        body,
        ...(targetUsersFile === undefined ? {} : { form: { target_users_file: targetUsersFile } }),
      }),
    follow: async (channelId, body, options) => rest.request('POST', route`/channels/${channelId}/followers`, { ...options, body }),
    typing: async (channelId, options) => rest.request('POST', route`/channels/${channelId}/typing`, options),
    addRecipient: async (channelId, userId, body, options) =>
      rest.request('PUT', route`/channels/${channelId}/recipients/${userId}`, { ...options, body }),
    removeRecipient: async (channelId, userId, options) =>
      rest.request('DELETE', route`/channels/${channelId}/recipients/${userId}`, options),
  };
}
