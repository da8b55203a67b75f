import { allows, channelsAndThreads } from '../../world/permissions.js';
import { Form } from '../../world/forms/Form.js';
import { messagePayload } from '../../world/messagePayloads.js';
import type { FoundMessage } from '../../world/Messages.js';
import { readMessageSearch } from '../../world/guild/messageSearch.js';
import { threadsFound } from '../../world/guild/threadSearch.js';
import { missingAccess } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { guildOf, param } from './params.js';

/** Looking for messages in a whole guild, and for threads of a channel. */
export const searchRoutes: readonly Route[] = [
  route('GET /guilds/:guildId/messages/search', search),
  route('GET /channels/:channelId/threads/search', searchThreads),
];

/** The index is always ready here. */
function search(context: RouteContext): RestReply {
  const { query, world } = context;
  if (!world.options.privilegedIntents.includes('MessageContent')) throw missingAccess();
  const { channelIds, isAscending, isWanted, limit, offset } = readMessageSearch(query);
  const found = readable(context).filter(
    ({ channel, record: { payload } }) => channelIds?.includes(channel.id) !== false && isWanted(payload),
  );
  const page = (isAscending ? found : found.reverse()).slice(offset, offset + limit);
  const messages = page.map(({ channel, record }) => {
    const { reactions: _, ...message } = messagePayload(world, channel, record);
    return [{ ...message, hit: true }];
  });
  return { status: 200, body: { doing_deep_historical_index: false, total_results: found.length, messages } };
}

/** All messages of the guild that the bot may read, oldest first. */
function readable(context: RouteContext): FoundMessage[] {
  const { world } = context;
  const open = channelsAndThreads(guildOf(context)).filter((channel) =>
    allows(world.permissionsIn(channel, world.bot.id), 'ReadMessageHistory', 'ViewChannel'),
  );
  const all = open.flatMap((channel) => channel.messages.all().map((record) => ({ channel, record })));
  return all.sort((a, b) => (BigInt(a.record.payload.id) < BigInt(b.record.payload.id) ? -1 : 1));
}

/** Threads by name and tags. Discord has this in its OpenAPI document alone. */
function searchThreads(context: RouteContext): RestReply {
  const { query: given, world } = context;
  const query = Form.ofQuery(given);
  const page = { limit: query.integer('limit', { min: 1, max: 25 }) ?? 25, offset: query.integer('offset', { min: 0, max: 9975 }) ?? 0 };
  query.integer('slop', { min: 0, max: 100 });
  const wanted = {
    archived: query.boolean('archived'),
    name: query.string('name', { max: 100 }),
    newerThan: query.snowflake('min_id'),
    olderThan: query.snowflake('max_id'),
    tags: given.getAll('tag'),
    isEveryTagWanted: query.string('tag_setting') !== 'match_some',
  };
  query.check();
  return { status: 200, body: threadsFound(world, world.bot.id, param(context, 'channelId'), wanted, page) };
}
