import type {
  RESTDeleteAPIInviteResult,
  RESTGetAPIInviteQuery,
  RESTGetAPIInviteResult,
  RESTGetAPIInviteTargetUsersJobStatusResult,
} from 'discord-api-types/v10';
import type { Attachment } from '../body/FileInput.js';
import type { AuditedCallOptions, CallOptions, Requester } from '../RestRequest.js';
import { codeSegment, route } from '../Route.js';

/** What an invite is asked for with. */
export interface GetInviteQuery extends RESTGetAPIInviteQuery {
  /**
   * A channel that the invite shall lead to. Discord has it in its specification, and describes it nowhere.
   *
   * @experimental discord-api-types does not know it.
   */
  readonly target_channel_id?: string;
  /**
   * A message that the invite shall lead to. Discord has it in its specification, and describes it nowhere.
   *
   * @experimental discord-api-types does not know it.
   */
  readonly target_message_id?: string;
}

/** Invites, by their codes (`"discord-developers"`, without the URL before it). They are made with `channels.createInvite`. */
export interface InviteEndpoints {
  /**
   * Where an invite leads, with the approximate numbers of members if `with_counts` is true.
   *
   * @see {@link https://docs.discord.com/developers/resources/invite#get-invite | Get invite}
   */
  get(code: string, query?: GetInviteQuery, options?: CallOptions): Promise<RESTGetAPIInviteResult>;
  /**
   * Revokes an invite. Needs MANAGE_CHANNELS in its channel, or MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/invite#delete-invite | Delete invite}
   */
  delete(code: string, options?: AuditedCallOptions): Promise<RESTDeleteAPIInviteResult>;
  /**
   * Who may accept an invite: a CSV file as text, with the header `user_id` and an id on each line. Needs MANAGE_GUILD or VIEW_AUDIT_LOG, unless
   * the bot made the invite.
   *
   * @see {@link https://docs.discord.com/developers/resources/invite#get-target-users | Get target users}
   */
  targetUsers(code: string, options?: CallOptions): Promise<string>;
  /**
   * Replaces who may accept an invite by the ids in a CSV file with one column. Discord reads it after it has answered: see
   * {@link InviteEndpoints.targetUsersJobStatus}. Needs MANAGE_GUILD, unless the bot made the invite.
   *
   * @see {@link https://docs.discord.com/developers/resources/invite#update-target-users | Update target users}
   */
  updateTargetUsers(code: string, targetUsersFile: Attachment, options?: CallOptions): Promise<void>;
  /**
   * How far Discord has come with the file of target users. Needs MANAGE_GUILD or VIEW_AUDIT_LOG, unless the bot made the invite.
   *
   * @see {@link https://docs.discord.com/developers/resources/invite#get-target-users-job-status | Get target users job status}
   */
  targetUsersJobStatus(code: string, options?: CallOptions): Promise<RESTGetAPIInviteTargetUsersJobStatusResult>;
}

export function inviteEndpoints(rest: Requester): InviteEndpoints {
  const invite = (code: string): string => route`/invites/${codeSegment(code)}`;
  return {
    get: async (code, query, options) => rest.request('GET', invite(code), { ...options, query: { ...query } }),
    delete: async (code, options) => rest.request('DELETE', invite(code), options),
    targetUsers: async (code, options) => rest.request('GET', `${invite(code)}/target-users`, { ...options, answerAs: 'text' }),
    updateTargetUsers: async (code, targetUsersFile, options) =>
      rest.request('PUT', `${invite(code)}/target-users`, { ...options, form: { target_users_file: targetUsersFile } }),
    targetUsersJobStatus: async (code, options) => rest.request('GET', `${invite(code)}/target-users/job-status`, options),
  };
}
