import { collectChanges, type AdditionOptions, type Change, type ChangeOptions } from './changes.js';
import type { Collector } from './Collector.js';
import type { EventArgs, EventValue } from './collectorEvents.js';
import type { CollectorHub } from './CollectorHub.js';
import type { CollectorLimits } from './CollectorOptions.js';
import type { MessageTarget } from './targets.js';

type Vote = EventValue<'messagePollVoteAdd'>;

/** A vote that was given in a poll, or taken back. */
export type PollVoteChange = Change<'added', Vote> | Change<'removed', EventValue<'messagePollVoteRemove'>>;

/** What collecting the votes of a poll takes. */
export type CollectPollVotesOptions<Kept extends Vote = Vote> = AdditionOptions<EventArgs<'messagePollVoteAdd'>, Kept>;

/** What collecting the votes of a poll takes, when those that are taken back are collected too. */
export type CollectPollVoteChangesOptions = ChangeOptions<PollVoteChange>;

const EVENTS = {
  added: 'messagePollVoteAdd',
  types: { messagePollVoteAdd: 'added', messagePollVoteRemove: 'removed' },
  ofAll: [],
};

/** Collects the votes of a message's poll. For structures: `message.collectPollVotes(options)`. */
export function collectPollVotes(
  hub: CollectorHub,
  target: MessageTarget,
  options: CollectPollVoteChangesOptions,
): Collector<PollVoteChange>;
export function collectPollVotes<Kept extends Vote = Vote>(
  hub: CollectorHub,
  target: MessageTarget,
  options?: CollectPollVotesOptions<Kept>,
): Collector<Kept>;
export function collectPollVotes(hub: CollectorHub, target: MessageTarget, options: CollectorLimits = {}): Collector<unknown> {
  return collectChanges(hub, 'collectPollVotes', EVENTS, target, options as ChangeOptions<unknown>);
}
