import type { APIMessage, APIReaction, GatewayMessageReactionAddDispatchData } from 'discord-api-types/v10';
import type { Room } from './PersonState.js';
import { indexOfId } from './snowflakes.js';

/** One message more. Most come last; a late one is put where it belongs, one that is there already is replaced. */
export function addMessage(messages: APIMessage[], message: APIMessage): void {
  const last = messages.at(-1);
  const place = last === undefined ? ~0 : indexOfId(messages, message.id);
  if (place >= 0) messages[place] = message;
  else messages.splice(~place, 0, message);
}

/** Changes the message with this id, if the page has it. */
export function changeMessage(messages: APIMessage[], id: string, change: (message: APIMessage) => APIMessage): void {
  const place = indexOfId(messages, id);
  const message = messages[place];
  if (message !== undefined) messages[place] = change(message);
}

export function removeMessage(messages: APIMessage[], id: string): void {
  const place = indexOfId(messages, id);
  if (place >= 0) messages.splice(place, 1);
}

/** What was fetched, merged with what came by itself meanwhile. */
export function mergeHistory(room: Room, fetched: readonly APIMessage[], hasMore: boolean, isNewest: boolean): Room {
  const messages = [...fetched];
  // The newest page replaces what it overlaps; messages that are gone from it are gone.
  const kept =
    isNewest && !room.isLoaded ? room.messages.filter(({ id }) => indexOfId(fetched, id) >= 0 || isAfter(fetched, id)) : room.messages;
  for (const message of kept) addMessage(messages, message);
  return { hasMore, isLoaded: room.isLoaded || isNewest, messages };
}

function isAfter(fetched: readonly APIMessage[], id: string): boolean {
  return ~indexOfId(fetched, id) === fetched.length;
}

type Reacted = Pick<GatewayMessageReactionAddDispatchData, 'emoji' | 'user_id'>;

/** A reaction more (`by` 1) or less (-1). */
export function countReaction(message: APIMessage, reacted: Reacted, by: -1 | 1, myId: string): APIMessage {
  const reactions = message.reactions ?? [];
  const place = reactions.findIndex(({ emoji }) => isSameEmoji(emoji, reacted.emoji));
  const before = reactions[place];
  if (before === undefined && by === -1) return message;
  const counted = { ...(before ?? newReaction(reacted)) };
  counted.count += by;
  counted.count_details = { ...counted.count_details, normal: counted.count };
  if (reacted.user_id === myId) counted.me = by === 1;
  const others = reactions.filter((_, index) => index !== place);
  if (counted.count <= 0) return { ...message, reactions: others };
  return { ...message, reactions: place === -1 ? [...reactions, counted] : reactions.with(place, counted) };
}

export function removeEmoji(message: APIMessage, emoji: Reacted['emoji']): APIMessage {
  return { ...message, reactions: (message.reactions ?? []).filter((reaction) => !isSameEmoji(reaction.emoji, emoji)) };
}

/** A vote more or less in a poll. */
export function countVote(
  message: APIMessage,
  vote: { readonly answer_id: number; readonly user_id: string },
  by: -1 | 1,
  myId: string,
): APIMessage {
  if (message.poll === undefined) return message;
  const results = message.poll.results ?? { answer_counts: [], is_finalized: false };
  const before = results.answer_counts.find(({ id }) => id === vote.answer_id) ?? { id: vote.answer_id, count: 0, me_voted: false };
  const counted = {
    ...before,
    count: Math.max(0, before.count + by),
    me_voted: vote.user_id === myId ? by === 1 : before.me_voted,
  };
  const answer_counts = [...results.answer_counts.filter(({ id }) => id !== vote.answer_id), counted];
  return { ...message, poll: { ...message.poll, results: { ...results, answer_counts } } };
}

function newReaction({ emoji }: Reacted): APIReaction {
  return {
    burst_colors: [],
    count: 0,
    count_details: { burst: 0, normal: 0 },
    emoji: emoji,
    me: false,
    me_burst: false,
  };
}

function isSameEmoji(left: { readonly id: string | null; readonly name: string | null }, right: typeof left): boolean {
  return left.id === null || right.id === null ? left.id === right.id && left.name === right.name : left.id === right.id;
}
