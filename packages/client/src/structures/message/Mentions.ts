import type { APIUserWithMember } from 'discord-api-types/v10';
import { mentionsIn } from '../../text/parseMention.js';
import type { AnyChannel } from '../channel/AnyChannel.js';
import type { ChannelHandle } from '../channel/ChannelHandle.js';
import type { Member } from '../guild/Member.js';
import type { Role } from '../guild/Role.js';
import type { User } from '../guild/User.js';
import { idOf, type Ref } from '../refs.js';
import type { Views } from '../Views.js';

/** What of a message tells whom it mentions. */
interface Mentioning {
  readonly content: string;
  readonly mention_everyone?: boolean;
  readonly mention_roles: readonly string[];
  readonly mentions: readonly APIUserWithMember[];
}

/** Whom and what a message mentions. */
export class Mentions {
  readonly #data: Mentioning;
  readonly #guildId: string | undefined;
  readonly #views: Views;

  constructor(data: Mentioning, guildId: string | undefined, views: Views) {
    this.#data = data;
    this.#guildId = guildId;
    this.#views = views;
  }

  /** Whether it pings everybody, or all who are online. */
  get everyone(): boolean {
    return this.#data.mention_everyone ?? false;
  }

  /** The users whom it mentions, and whom it replies to if that pings. */
  get users(): readonly User[] {
    return this.#data.mentions.map((user) => this.#views.user(user));
  }

  /** The same, as members of its guild, as far as they are known. */
  get members(): readonly Member[] {
    const guildId = this.#guildId;
    if (guildId === undefined) return [];
    return this.#data.mentions.flatMap(({ member, ...user }) => {
      const ids = { guildId, userId: user.id };
      const known = member === undefined ? this.#views.cachedMember(guildId, user.id) : this.#views.member({ ...member, user }, ids);
      return known ?? [];
    });
  }

  /** The ids of the roles that it mentions. */
  get roleIds(): readonly string[] {
    return this.#data.mention_roles;
  }

  /** Those of the roles that are cached. */
  get roles(): readonly Role[] {
    const guildId = this.#guildId;
    return guildId === undefined ? [] : this.roleIds.flatMap((id) => this.#views.cachedRole(guildId, id) ?? []);
  }

  /** The channels and threads in its text, each once: as the cache knows them, else handles. */
  get channels(): readonly (AnyChannel | ChannelHandle)[] {
    const ids = [...mentionsIn(this.#data.content)].flatMap(({ mention }) => (mention.kind === 'channel' ? mention.id : []));
    return [...new Set(ids)].map((id) => this.#views.cachedChannel(id) ?? this.#views.channelHandle(id));
  }

  /** Whether it mentions the bot, directly. */
  get me(): boolean {
    const { selfId } = this.#views.cache;
    return selfId !== null && this.has(selfId);
  }

  /** Whether it mentions this user, directly. */
  has(user: Ref): boolean {
    return this.#data.mentions.some(({ id }) => id === idOf(user));
  }
}
