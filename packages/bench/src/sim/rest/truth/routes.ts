/** What a bucket is counted by besides its hash. */
export type MajorKind = 'channel' | 'guild' | 'webhook' | 'interaction' | 'none';

/** One limit of Discord's, as it truly is. */
export interface Limit {
  readonly limit: number;
  readonly perMs: number;
}

/** Routes that answer with the same hash, to begin with. */
export interface GroupSpec extends Limit {
  readonly name: string;
  /** The routes share their hash, but each counts for itself (discord-api-docs#8073: sending and editing messages). */
  readonly countsApart?: boolean;
}

/** One route of the model. */
export interface RouteSpec {
  /** The method and the path's pattern, as people write it. */
  readonly name: string;
  readonly method: string;
  readonly major: MajorKind;
  /** The group of each kind of call. Most routes have one kind. */
  readonly groups: readonly [GroupSpec, ...GroupSpec[]];
  readonly isRead: boolean;
  /** The path of a call on this major parameter, and on this id of something else. */
  readonly path: (major: string, other?: string) => string;
  /** A limit that no header shows, of a share of the calls. */
  readonly hidden?: Limit & { readonly share: number };
  /** Others use the resource as well, so that it may be exhausted without us. */
  readonly isShared?: boolean;
}

const SECOND_MS = 1_000;
const group = (name: string, limit: number, seconds: number, countsApart = false): GroupSpec => ({
  name,
  limit,
  perMs: seconds * SECOND_MS,
  countsApart,
});

/*
 * Limits as bots have seen them in headers; Discord documents none of these numbers, and the limiter knows none of them. Sources: the
 * issues of discord-api-docs on delete (#8330: three hashes by the message's age), on sending and editing (#8073: one hash, two
 * counters), on reactions (#981, eris#1173: one counter over several methods, 1 per 0.25 s) and on channel names (2 per 10 min, hidden),
 * and what libraries write into their comments.
 */
const MESSAGES = group('messages', 5, 5, true);
const YOUNG_DELETIONS = group('deletions of young messages', 5, 1);
const DELETIONS = group('deletions', 3, 0.333);
const OLD_DELETIONS = group('deletions of old messages', 30, 4);
const REACTIONS = group('reactions', 1, 0.25);
const HISTORY = group('history', 5, 5);
const TYPING = group('typing', 5, 5);
const CHANNEL_EDITS = group('channel edits', 5, 15);
const MEMBER_EDITS = group('member edits', 10, 10);
const MEMBERS = group('members', 10, 10);
const BANS = group('bans', 5, 5);
const EMOJIS = group('emojis', 50, 60);
const WEBHOOKS = group('webhooks', 5, 2);
const CALLBACKS = group('callbacks', 5, 5);
const FOLLOW_UPS = group('follow-ups', 5, 2);
const GATEWAY = group('gateway', 2, 5);
const DMS = group('direct messages', 10, 10);

type Extra = Partial<Pick<RouteSpec, 'hidden' | 'isShared'>>;

function route(pattern: string, major: MajorKind, groups: RouteSpec['groups'], extra: Extra = {}): RouteSpec {
  const [method = '', path = ''] = pattern.split(' ');
  return { name: pattern, method, major, groups, isRead: method === 'GET', path: pathOf(path), ...extra };
}

function pathOf(pattern: string): RouteSpec['path'] {
  return (major, other = '80') => pattern.replace(':major', major).replace(':other', other);
}

export const ROUTES = {
  sendMessage: route('POST /channels/:major/messages', 'channel', [MESSAGES]),
  editMessage: route('PATCH /channels/:major/messages/81', 'channel', [MESSAGES]),
  deleteMessage: route('DELETE /channels/:major/messages/:other', 'channel', [DELETIONS, YOUNG_DELETIONS, OLD_DELETIONS]),
  addReaction: route('PUT /channels/:major/messages/83/reactions/%F0%9F%91%8D/@me', 'channel', [REACTIONS]),
  removeReaction: route('DELETE /channels/:major/messages/83/reactions/%F0%9F%91%8D/@me', 'channel', [REACTIONS]),
  readMessages: route('GET /channels/:major/messages', 'channel', [HISTORY]),
  readMessage: route('GET /channels/:major/messages/84', 'channel', [HISTORY]),
  type: route('POST /channels/:major/typing', 'channel', [TYPING]),
  editChannel: route('PATCH /channels/:major', 'channel', [CHANNEL_EDITS], {
    hidden: { limit: 2, perMs: 600_000, share: 0.05 },
  }),
  editMember: route('PATCH /guilds/:major/members/85', 'guild', [MEMBER_EDITS]),
  addRole: route('PUT /guilds/:major/members/85/roles/86', 'guild', [MEMBER_EDITS]),
  removeRole: route('DELETE /guilds/:major/members/85/roles/86', 'guild', [MEMBER_EDITS]),
  readMember: route('GET /guilds/:major/members/85', 'guild', [MEMBERS]),
  ban: route('PUT /guilds/:major/bans/85', 'guild', [BANS]),
  createEmoji: route('POST /guilds/:major/emojis', 'guild', [EMOJIS], { hidden: { limit: 6, perMs: 60_000, share: 1 } }),
  executeWebhook: route('POST /webhooks/:major', 'webhook', [WEBHOOKS], { isShared: true }),
  answerInteraction: route('POST /interactions/:major/callback', 'interaction', [CALLBACKS]),
  editAnswer: route('PATCH /webhooks/:major/messages/@original', 'interaction', [FOLLOW_UPS]),
  readGateway: route('GET /gateway/bot', 'none', [GATEWAY]),
  openDm: route('POST /users/@me/channels', 'none', [DMS]),
} as const satisfies Record<string, RouteSpec>;

/** `5 per 5 s` */
export function nameOfLimit({ limit, perMs }: Limit): string {
  return `${limit} per ${perMs / SECOND_MS} s`;
}
