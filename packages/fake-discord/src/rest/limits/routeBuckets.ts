import type { RouteBucket } from './RouteLimit.js';

const MESSAGES = '/channels/:channelId/messages';
const REACTIONS = `${MESSAGES}/:messageId/reactions`;
const WEBHOOK = '/webhooks/:webhookId/:webhookToken';

/**
 * Putting a reaction and taking one away, or all, share one bucket. Its header is known to say a second where a quarter of it is enough; what
 * counts here is what it tells.
 *
 * @see {@link https://github.com/discord/discord-api-docs/issues/981 | Reactions share a bucket}
 */
const REACT: RouteBucket = { name: 'react', limit: 1, perMs: 250 };

/**
 * The buckets that routes have. **Discord documents none of these numbers**, and asks bots to read them from headers: they are what bot authors have
 * met over the years, good enough to test with and wrong to build on. Routes that are not here have no bucket, as some of Discord's have none; the
 * global limit counts them all the same.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits | Rate limits}
 * @see {@link https://github.com/discord/discord-api-docs/issues/1135 | Which routes share a hash, and which have none}
 */
export const ROUTE_BUCKETS: Readonly<Record<string, RouteBucket>> = {
  [`POST ${MESSAGES}`]: { name: 'create message', limit: 5, perMs: 5_000 },
  [`PATCH ${MESSAGES}/:messageId`]: { name: 'edit message', limit: 5, perMs: 5_000 },
  [`DELETE ${MESSAGES}/:messageId`]: { name: 'delete message', limit: 5, perMs: 1_000 },
  [`POST ${MESSAGES}/bulk-delete`]: { name: 'bulk delete', limit: 1, perMs: 1_000 },
  [`PUT ${REACTIONS}/:emoji/@me`]: REACT,
  [`DELETE ${REACTIONS}/:emoji/@me`]: REACT,
  [`DELETE ${REACTIONS}/:emoji/:userId`]: REACT,
  [`DELETE ${REACTIONS}/:emoji`]: REACT,
  [`DELETE ${REACTIONS}`]: REACT,
  'POST /channels/:channelId/typing': { name: 'typing', limit: 5, perMs: 5_000 },
  'PATCH /channels/:channelId': {
    name: 'edit channel',
    limit: 5,
    perMs: 15_000,
    // The one sub-limit that every author of a "member count" channel has met.
    subLimits: [{ fields: ['name', 'topic'], limit: 2, perMs: 600_000 }],
  },
  'GET /guilds/:guildId/members': { name: 'list members', limit: 10, perMs: 10_000 },
  'GET /users/:userId': { name: 'get user', limit: 30, perMs: 30_000 },
  [`POST ${WEBHOOK}`]: { name: 'execute webhook', limit: 5, perMs: 2_000 },
  [`PATCH ${WEBHOOK}/messages/:messageId`]: { name: 'edit webhook message', limit: 5, perMs: 2_000 },
  [`DELETE ${WEBHOOK}/messages/:messageId`]: { name: 'delete webhook message', limit: 5, perMs: 2_000 },
};
