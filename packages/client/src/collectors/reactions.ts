import { beginWaiting, requestOf } from './begin.js';
import { collectChanges, type AdditionOptions, type Change, type ChangeOptions } from './changes.js';
import type { Collector } from './Collector.js';
import type { EventArgs, EventValue } from './collectorEvents.js';
import type { CollectorHub } from './CollectorHub.js';
import type { CollectorFilter, CollectorLimits, WaitLimits } from './CollectorOptions.js';
import type { MessageTarget } from './targets.js';

type Added = EventValue<'messageReactionAdd'>;
type AddedArgs = EventArgs<'messageReactionAdd'>;

/** A reaction that was added to a message, or taken back: by who had added it, or by somebody who cleared one emoji or all of them. */
export type ReactionChange =
  | Change<'added', Added>
  | Change<'cleared', EventValue<'messageReactionRemoveAll'>>
  | Change<'emojiCleared', EventValue<'messageReactionRemoveEmoji'>>
  | Change<'removed', EventValue<'messageReactionRemove'>>;

/** What waiting for a reaction takes. */
export interface AwaitReactionOptions<Kept extends Added = Added> extends WaitLimits {
  /** Which reactions are meant; called as handlers of `messageReactionAdd` are. The bot's own come too. */
  readonly filter?: CollectorFilter<AddedArgs, Kept>;
  /** Only reactions of this user. */
  readonly userId?: string;
}

/** What collecting reactions takes. The bot's own come too. */
export type CollectReactionsOptions<Kept extends Added = Added> = AdditionOptions<AddedArgs, Kept>;

/** What collecting reactions takes, when those that are taken back are collected too. */
export type CollectReactionChangesOptions = ChangeOptions<ReactionChange>;

const EVENTS = {
  added: 'messageReactionAdd',
  types: {
    messageReactionAdd: 'added',
    messageReactionRemove: 'removed',
    messageReactionRemoveAll: 'cleared',
    messageReactionRemoveEmoji: 'emojiCleared',
  },
  ofAll: ['messageReactionRemoveAll', 'messageReactionRemoveEmoji'],
};

/** Collects the reactions to a message. For structures: `message.collectReactions(options)`. */
export function collectReactions(
  hub: CollectorHub,
  target: MessageTarget,
  options: CollectReactionChangesOptions,
): Collector<ReactionChange>;
export function collectReactions<Kept extends Added = Added>(
  hub: CollectorHub,
  target: MessageTarget,
  options?: CollectReactionsOptions<Kept>,
): Collector<Kept>;
export function collectReactions(hub: CollectorHub, target: MessageTarget, options: CollectorLimits = {}): Collector<unknown> {
  return collectChanges(hub, 'collectReactions', EVENTS, target, options as ChangeOptions<unknown>);
}

/** Waits for a reaction to a message. For structures: `message.awaitReaction(options)`. */
export async function awaitReaction<Kept extends Added = Added>(
  hub: CollectorHub,
  target: MessageTarget,
  options: AwaitReactionOptions<Kept> = {},
): Promise<Kept | undefined> {
  const { filter, userId } = options;
  return beginWaiting<Kept>(hub, 'awaitReaction', requestOf(EVENTS.added, ['userId'], { ...target, userId }, filter), options);
}
