import { Form } from '../../world/forms/Form.js';
import { messageForBot } from '../../world/messagePayloads.js';
import { listPins, setPinned } from '../../world/pins.js';
import { isoTime } from '../../world/time.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';

/** Pins, under the path of today and under the older one, whose list has no pages. */
export const pinRoutes: readonly Route[] = [
  route('GET /channels/:channelId/messages/pins', page),
  route('GET /channels/:channelId/pins', all),
  ...['/channels/:channelId/messages/pins/:messageId', '/channels/:channelId/pins/:messageId'].flatMap((path) => [
    route(`PUT ${path}`, (context) => set(context, true)),
    route(`DELETE ${path}`, (context) => set(context, false)),
  ]),
];

const OLD_MAX = 50;

function page(context: RouteContext): RestReply {
  const query = Form.ofQuery(context.query);
  const limit = query.integer('limit', { min: 1, max: 50 }) ?? 50;
  const before = query.string('before');
  const beforeMs = before === undefined ? Infinity : Date.parse(before);
  if (Number.isNaN(beforeMs)) query.refuse('before', 'DATE_TIME_TYPE_PARSE', `Could not parse ${before ?? ''}. Should be ISO8601.`);
  query.check();
  const pins = pinsOf(context).filter(({ record }) => (record.pinnedAtMs ?? 0) < beforeMs);
  const items = pins.slice(0, limit).map(({ channel, record }) => ({
    pinned_at: isoTime(record.pinnedAtMs ?? 0),
    message: messageForBot(context.world, channel, record),
  }));
  return { status: 200, body: { items, has_more: pins.length > limit } };
}

function all(context: RouteContext): RestReply {
  const pins = pinsOf(context).slice(0, OLD_MAX);
  return { status: 200, body: pins.map(({ channel, record }) => messageForBot(context.world, channel, record)) };
}

function set({ messages, params, reason, world }: RouteContext, isPinned: boolean): RestReply {
  const place = { channelId: params['channelId'] ?? '', messageId: params['messageId'] ?? '' };
  setPinned(world, messages, world.bot.id, { ...place, isPinned, reason });
  return { status: 204 };
}

function pinsOf({ params, world }: RouteContext): ReturnType<typeof listPins> {
  return listPins(world, world.bot.id, params['channelId'] ?? '');
}
