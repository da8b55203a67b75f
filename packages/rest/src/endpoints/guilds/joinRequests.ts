import type { APIUser } from 'discord-api-types/v10';
import { Listing } from '../../Listing.js';
import { byId } from '../../paging/byId.js';
import type { CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/**
 * How far a request to join has come: begun, handed in, or decided on.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export type JoinRequestStatus = 'APPROVED' | 'REJECTED' | 'STARTED' | 'SUBMITTED';

/**
 * A field of the form that is filled in to join.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface JoinRequestFormField<Type extends string> {
  readonly description?: string;
  readonly field_type: Type;
  /** What stands above the field. */
  readonly label?: string;
  readonly required?: boolean;
}

/**
 * One answer in the form of a request to join.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export type JoinRequestFormResponse =
  | (JoinRequestFormField<'MULTIPLE_CHOICE'> & {
      readonly choices: readonly string[];
      /** The index of the choice. */
      readonly response?: number;
    })
  | (JoinRequestFormField<'PARAGRAPH' | 'TEXT_INPUT'> & { readonly placeholder?: string; readonly response?: string })
  | (JoinRequestFormField<'TERMS'> & {
      /** Whether the terms were accepted. */
      readonly response?: boolean;
      /** The terms. */
      readonly values: readonly string[];
    });

/**
 * Somebody's request to join a guild.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface JoinRequest {
  /** Who decided. */
  readonly actioned_by_user?: APIUser | null;
  readonly application_status: JoinRequestStatus | null;
  readonly created_at: string;
  readonly form_responses?: readonly JoinRequestFormResponse[] | null;
  readonly guild_id: string;
  readonly id: string;
  /** Only of rejected requests. */
  readonly rejection_reason: string | null;
  readonly reviewed_at: string | null;
  readonly user?: APIUser | null;
  readonly user_id: string;
}

/**
 * A page of requests to join.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface JoinRequestPage {
  readonly guild_join_requests?: readonly JoinRequest[];
  readonly total?: number;
}

/**
 * Which requests to join.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface JoinRequestQuery {
  readonly after?: string;
  readonly before?: string;
  /** 1 to 100. */
  readonly limit?: number;
  readonly status?: JoinRequestStatus;
}

/**
 * What is decided about a request to join.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface JoinRequestReview {
  readonly action: 'APPROVED' | 'REJECTED';
  /** Why, for a rejected one: at most 160 characters. */
  readonly rejection_reason?: string | null;
}

/**
 * Requests to join guilds that let nobody in unseen.
 *
 * @experimental Not in Discord's reference.
 */
export interface GuildJoinRequestMethods {
  /**
   * The guild's requests to join. Awaited, one page as Discord sends it; iterated, all requests by their ids: from the lowest on, from `after` on, or
   * from `before` down.
   *
   * @experimental Not in Discord's reference.
   */
  joinRequests(guildId: string, query?: JoinRequestQuery, options?: CallOptions): Listing<JoinRequest, JoinRequestPage>;
  /**
   * Lets somebody in, or not.
   *
   * @experimental Not in Discord's reference.
   */
  reviewJoinRequest(guildId: string, requestId: string, body: JoinRequestReview, options?: CallOptions): Promise<JoinRequest>;
}

export function guildJoinRequestMethods(rest: Requester): GuildJoinRequestMethods {
  return {
    joinRequests: (guildId, query, options) =>
      new Listing({
        fetchPage: async (page) => rest.request<JoinRequestPage>('GET', route`/guilds/${guildId}/requests`, { ...options, query: page }),
        items: (page) => page.guild_join_requests ?? [],
        maxPageItems: 100,
        paging: byId(({ id }) => id),
        query: { ...query },
      }),
    reviewJoinRequest: async (guildId, requestId, body, options) =>
      rest.request('PATCH', route`/guilds/${guildId}/requests/${requestId}`, { ...options, body }),
  };
}
