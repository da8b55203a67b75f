import type { APIGuildMember } from 'discord-api-types/v10';
import { Intent, hasIntent } from '../intents.js';
import { isRecord, utf8Length } from '../readPayload.js';
import { answer, ignored, malformed, type Answer, type Asker, type EventDraft } from './Answer.js';

/** How long a guild's whole member list may not be asked for again. */
export const MEMBER_LIST_INTERVAL_MS = 30_000;

const MOST_BY_QUERY = 100;
const MOST_BY_IDS = 100;
const MOST_NONCE_BYTES = 32;

interface MemberRequest {
  readonly guildId: string;
  readonly wanted:
    { readonly by: 'query'; readonly prefix: string; readonly limit: number } | { readonly by: 'ids'; readonly ids: readonly string[] };
  readonly presences: boolean;
  readonly nonce: string | undefined;
}

interface Found {
  readonly members: readonly APIGuildMember[];
  readonly notFound: readonly (string | number)[];
}

/**
 * Op 8. Members of one guild, in chunks; the whole list once per guild and 30 seconds.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#request-guild-members | Request guild members}
 */
export function answerMembers(d: unknown, asker: Asker): Answer {
  const request = readRequest(d);
  if (typeof request === 'string') return malformed(request);
  const { state, session } = asker;
  if (!state.world.hasGuild(request.guildId)) return ignored('asked for members of a guild that the bot is not in');
  if (isWholeList(request)) {
    if (!hasIntent(session.intents, Intent.GUILD_MEMBERS)) return malformed('asked for all members without GUILD_MEMBERS');
    const retryAfterMs = tooSoonBy(request.guildId, asker);
    if (retryAfterMs > 0) return answer(rateLimited(request, retryAfterMs));
  }
  if (state.faults.take('ignoreMemberRequests', session.shardId) !== undefined) return answer();
  const chunks = chunksOf(request, find(request, state.world.members(request.guildId)), asker);
  return answer(...chunks.slice(0, state.faults.take('partialChunks', session.shardId) ?? chunks.length));
}

function readRequest(d: unknown): MemberRequest | string {
  if (!isRecord(d) || typeof d['guild_id'] !== 'string') return 'op 8 without exactly one guild_id';
  const wanted = readWanted(d);
  if (typeof wanted === 'string') return wanted;
  return { guildId: d['guild_id'], wanted, presences: d['presences'] === true, nonce: readNonce(d['nonce']) };
}

function readWanted({ query, user_ids: ids, limit }: Record<string, unknown>): MemberRequest['wanted'] | string {
  if (ids !== undefined && query === undefined) {
    const list: readonly unknown[] = Array.isArray(ids) ? ids : [ids];
    if (!list.every((id) => typeof id === 'string')) return 'op 8 with user_ids that are no strings';
    return { by: 'ids', ids: list.slice(0, MOST_BY_IDS) };
  }
  if (typeof query !== 'string') return 'op 8 with neither query nor user_ids';
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0) return 'op 8 with a query and no limit';
  return { by: 'query', prefix: query.toLowerCase(), limit };
}

/** A nonce that is no string or too long is left out, without a word. */
function readNonce(nonce: unknown): string | undefined {
  return typeof nonce === 'string' && utf8Length(nonce) <= MOST_NONCE_BYTES ? nonce : undefined;
}

function isWholeList({ wanted }: MemberRequest): boolean {
  return wanted.by === 'query' && wanted.prefix === '' && wanted.limit === 0;
}

/** How long the list may still not be asked for; 0 when it may, and then the time starts. */
function tooSoonBy(guildId: string, { state, nowMs }: Asker): number {
  const lastMs = state.memberListsAskedAtMs.get(guildId);
  if (lastMs !== undefined && nowMs - lastMs < MEMBER_LIST_INTERVAL_MS) return MEMBER_LIST_INTERVAL_MS - (nowMs - lastMs);
  state.memberListsAskedAtMs.set(guildId, nowMs);
  return 0;
}

function rateLimited({ guildId, nonce }: MemberRequest, retryAfterMs: number): EventDraft {
  return {
    t: 'RATE_LIMITED',
    d: { opcode: 8, retry_after: retryAfterMs / 1_000, meta: { guild_id: guildId, ...(nonce === undefined ? {} : { nonce }) } },
  };
}

function find({ wanted }: MemberRequest, members: readonly APIGuildMember[]): Found {
  if (wanted.by === 'ids') return findByIds(wanted.ids, members);
  if (wanted.prefix === '' && wanted.limit === 0) return { members, notFound: [] };
  const limit = wanted.limit === 0 ? MOST_BY_QUERY : Math.min(wanted.limit, MOST_BY_QUERY);
  return {
    members: members.filter((member) => namesOf(member).some((name) => name.startsWith(wanted.prefix))).slice(0, limit),
    notFound: [],
  };
}

function findByIds(ids: readonly string[], members: readonly APIGuildMember[]): Found {
  const byId = new Map(members.map((member) => [member.user.id, member]));
  const unique = [...new Set(ids)];
  return {
    members: unique.flatMap((id) => byId.get(id) ?? []),
    notFound: unique.filter((id) => !byId.has(id)).map(asDiscordWritesIt),
  };
}

/**
 * An id that is not worth a big integer comes back as a number.
 *
 * @see {@link https://docs.discord.com/developers/reference#snowflakes | Snowflakes}
 */
function asDiscordWritesIt(id: string): string | number {
  return /^\d+$/.test(id) && Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

function namesOf(member: APIGuildMember): readonly string[] {
  return [member.user.username, member.user.global_name, member.nick].flatMap((name) => (name == null ? [] : [name.toLowerCase()]));
}

function chunksOf(request: MemberRequest, found: Found, { state, session }: Asker): readonly EventDraft[] {
  const size = state.settings.membersPerChunk;
  const count = Math.max(1, Math.ceil(found.members.length / size));
  const withPresences = request.presences && hasIntent(session.intents, Intent.GUILD_PRESENCES);
  const presences = withPresences ? state.world.presences(request.guildId) : [];
  return Array.from({ length: count }, (_, index) => {
    const members = found.members.slice(index * size, (index + 1) * size);
    const ids = new Set(members.map((member) => member.user.id));
    return {
      t: 'GUILD_MEMBERS_CHUNK',
      d: {
        guild_id: request.guildId,
        members,
        chunk_index: index,
        chunk_count: count,
        ...(request.wanted.by === 'ids' ? { not_found: index === 0 ? found.notFound : [] } : {}),
        ...(withPresences ? { presences: presences.filter((presence) => ids.has(presence.user.id)) } : {}),
        ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
      },
    };
  });
}
