import type { ChannelRecord } from '@aplomb/cache';
import { Relation } from '../Relation.js';
import type { Views } from '../Views.js';
import type { Member } from '../guild/Member.js';
import type { Message } from '../message/Message.js';
import type { AnyChannel, PlacedChannel } from './AnyChannel.js';
import type { Thread } from './Thread.js';

/** A channel of a guild, by its ids. */
interface Placed {
  readonly id: string;
  readonly guildId: string;
}

/** The threads of a channel that the cache knows: those that are not archived, and that the bot may see. */
export function threadsIn(views: Views, parent: Placed): Relation<Thread> {
  return inParent<Thread>(views, parent, 'threads');
}

/** The channels of a category that the cache knows. */
export function childrenOf(views: Views, category: Placed): Relation<PlacedChannel> {
  return inParent<PlacedChannel>(views, category, 'channels');
}

/** Who is in a voice channel, of those whom the cache knows. */
export function peopleIn(views: Views, { guildId, id }: Placed): Relation<Member> {
  const isHere = (userId: string): boolean => views.cache.get('voiceStates', guildId, userId)?.channel_id === id;
  const one = (userId: string): Member | undefined => (isHere(userId) ? views.cachedMember(guildId, userId) : undefined);
  return new Relation({
    get: one,
    all: () => views.cache.all('voiceStates', guildId).flatMap(({ user_id }) => one(user_id) ?? []),
  });
}

/** The messages of a channel that the cache keeps, oldest first. */
export function messagesIn(views: Views, channelId: string): Relation<Message> {
  const records = () => views.cache.messages(channelId);
  return new Relation({
    get: (id) => views.cachedMessage(channelId, id),
    all: () => records().map((record) => views.messageOf(record)),
    count: () => records().length,
  });
}

function inParent<Child extends AnyChannel>(views: Views, { guildId, id }: Placed, kind: 'channels' | 'threads'): Relation<Child> {
  const isChild = (record: ChannelRecord | undefined): record is ChannelRecord => record?.parent_id === id;
  const view = (record: ChannelRecord): Child => views.channelOf(record) as Child;
  return new Relation({
    get: (childId) => {
      const record = views.cache.get(kind, guildId, childId);
      return isChild(record) ? view(record) : undefined;
    },
    all: () => views.cache.all(kind, guildId).filter(isChild).map(view),
  });
}
