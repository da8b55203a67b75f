import type { APIEmoji, APIReaction } from 'discord-api-types/v10';
import type { MessageRecord } from '../records/message.js';
import { idOf, integerOf, isPayload, textOf, type Payload } from '../records/payload.js';
import type { World } from '../tables/World.js';
import { inChannel } from './channels.js';
import { learnMember } from './members.js';
import { changed, outcome, type Outcome, type Reducer, type Reducers } from './Reducer.js';

export const reactionReducers: Reducers = {
  MESSAGE_REACTION_ADD: onReactions((reactions, payload, isOwn) => step(reactions, payload, isOwn, 1)),
  MESSAGE_REACTION_REMOVE: onReactions((reactions, payload, isOwn) => step(reactions, payload, isOwn, -1)),
  MESSAGE_REACTION_REMOVE_ALL: onReactions(() => []),
  MESSAGE_REACTION_REMOVE_EMOJI: onReactions((reactions, { emoji }) => reactions.filter((reaction) => !isEmoji(reaction.emoji, emoji))),
};

type Recount = (reactions: readonly APIReaction[], payload: Payload, isOwn: boolean) => readonly APIReaction[];

/** Counts on a message that is kept, without a copy of the message. */
function onReactions(recount: Recount): Reducer {
  return inChannel((world, { channelId, shelf }, payload) => {
    const change = learnMember(world, shelf, payload['member']);
    const message = shelf.channelTable('messages', channelId)?.get(payload['message_id'] as string);
    return message === undefined || !world.policy.reactions
      ? outcome({ isIgnored: true, user: change })
      : count(world, message, payload, recount);
  });
}

function count(world: World, message: MessageRecord, payload: Payload, recount: Recount): Outcome {
  const isOwn = world.selfId !== null && payload['user_id'] === world.selfId;
  const reactions = recount(message.pulse.reactions ?? [], payload, isOwn);
  message.pulse.reactions = reactions.length === 0 ? undefined : reactions;
  return changed(undefined, message);
}

/** One person more or less. What the bot itself did is known, so doing it twice changes nothing. */
function step(reactions: readonly APIReaction[], payload: Payload, isOwn: boolean, by: 1 | -1): readonly APIReaction[] {
  const { emoji } = payload;
  if (!isPayload(emoji) || (idOf(emoji['id']) === undefined && textOf(emoji['name']) === undefined)) return reactions;
  const isBurst = payload['burst'] === true || payload['type'] === 1;
  const known = reactions.find((reaction) => isEmoji(reaction.emoji, emoji));
  if (known === undefined) return by === 1 ? [...reactions, counted(unseen(emoji, payload), isBurst, isOwn, 1)] : reactions;
  if (isOwn && (isBurst ? known.me_burst : known.me) === (by === 1)) return reactions;
  const next = counted(known, isBurst, isOwn, by);
  return reactions.flatMap((reaction) => (reaction !== known ? reaction : next.count > 0 ? next : []));
}

function counted(reaction: APIReaction, isBurst: boolean, isOwn: boolean, by: 1 | -1): APIReaction {
  const details = isPayload(reaction.count_details) ? reaction.count_details : { burst: 0, normal: 0 };
  const kind = isBurst ? 'burst' : 'normal';
  return {
    ...reaction,
    count: Math.max(0, (integerOf(reaction.count) ?? 0) + by),
    count_details: { ...details, [kind]: Math.max(0, (integerOf(details[kind]) ?? 0) + by) },
    ...(isOwn ? { [isBurst ? 'me_burst' : 'me']: by === 1 } : {}),
  };
}

function unseen(emoji: Payload, { burst_colors: colors }: Payload): APIReaction {
  const burstColors = Array.isArray(colors) ? (colors as string[]) : [];
  return {
    emoji: emoji as unknown as APIEmoji,
    count: 0,
    count_details: { burst: 0, normal: 0 },
    me: false,
    me_burst: false,
    burst_colors: burstColors,
  };
}

/** A custom emoji is its id, any other one its name. */
function isEmoji(left: unknown, right: unknown): boolean {
  if (!isPayload(left) || !isPayload(right)) return false;
  const id = left['id'] ?? null;
  return id === (right['id'] ?? null) && (id !== null || left['name'] === right['name']);
}
