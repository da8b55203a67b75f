import type { APIMessage, APIMessageSearchIndexNotReadyResponse, APIThreadList } from 'discord-api-types/v10';

/**
 * What threads are searched by. Everything is optional, and what is given holds at once.
 *
 * @experimental From Discord's specification of 2026-07-18; discord-api-types has no type for it.
 */
export interface ThreadSearchQuery {
  readonly archived?: boolean;
  /** How many threads: 1 to 25. */
  readonly limit?: number;
  /** Only threads before this id. */
  readonly max_id?: string;
  /** Only threads after this id. */
  readonly min_id?: string;
  /** Words of the name: up to 100 characters. */
  readonly name?: string;
  /** How many threads to leave out at the beginning: up to 9,975. */
  readonly offset?: number;
  /** How many other words may stand between those of `name`: up to 100. */
  readonly slop?: number;
  readonly sort_by?: 'archive_time' | 'creation_time' | 'last_message_time' | 'relevance';
  readonly sort_order?: 'asc' | 'desc';
  /** The ids of up to 20 tags of a forum. */
  readonly tag?: readonly string[];
  /** Whether a thread must have all of the tags, or one of them. */
  readonly tag_setting?: 'match_all' | 'match_some';
}

/**
 * A page of threads.
 *
 * @experimental From Discord's specification of 2026-07-18; discord-api-types has no type for it.
 */
export interface ThreadSearchResult extends APIThreadList {
  /** The first messages of the threads. */
  readonly first_messages?: readonly APIMessage[];
  readonly has_more: boolean;
  readonly total_results: number;
}

/**
 * A page of threads, or word that there is no index to search in yet.
 *
 * @experimental From Discord's specification of 2026-07-18; discord-api-types has no type for it.
 */
export type ThreadSearchAnswer = APIMessageSearchIndexNotReadyResponse | ThreadSearchResult;
