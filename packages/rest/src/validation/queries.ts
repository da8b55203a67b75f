import type { Check } from './Check.js';
import { list, numeric, shape, text } from './checks.js';

const page = (most: number, least = 1): Check => shape({ limit: numeric(least, most) });
const ids = list(100);

const guildSearch = shape({
  attachment_extension: ids,
  attachment_filename: ids,
  author_id: ids,
  channel_id: list(500),
  content: text(1_024),
  embed_provider: ids,
  limit: numeric(1, 25),
  link_hostname: ids,
  mentions: ids,
  mentions_role_id: ids,
  offset: numeric(0, 9_975),
  replied_to_message_id: ids,
  replied_to_user_id: ids,
  slop: numeric(0, 100),
});

/**
 * How large pages may be, and what else queries are limited to, by the route's key.
 *
 * @see {@link https://docs.discord.com/developers/reference | API reference}
 */
export const QUERY_RULES: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['GET /applications/:id/entitlements', page(100)],
  ['GET /channels/:id/messages', page(100)],
  ['GET /channels/:id/messages/:id/reactions/:emoji', page(100)],
  ['GET /channels/:id/messages/pins', page(50)],
  ['GET /channels/:id/polls/:id/answers/:id', page(100)],
  ['GET /channels/:id/thread-members', page(100)],
  ['GET /channels/:id/threads/search', shape({ limit: numeric(1, 25), name: text(100), offset: numeric(0, 9_975), slop: numeric(0, 100) })],
  ['GET /guilds/:id/audit-logs', page(100)],
  ['GET /guilds/:id/bans', page(1_000)],
  ['GET /guilds/:id/members', page(1_000)],
  ['GET /guilds/:id/members/search', shape({ limit: numeric(1, 1_000), query: text(100, 1) })],
  ['GET /guilds/:id/messages/search', guildSearch],
  ['GET /guilds/:id/prune', shape({ days: numeric(1, 30) })],
  ['GET /guilds/:id/requests', page(100)],
  ['GET /guilds/:id/scheduled-events/:id/users', page(100)],
  ['GET /lobbies/:id/messages', page(200)],
  ['GET /skus/:id/subscriptions', page(100)],
  ['GET /users/@me/guilds', page(200)],
]);
