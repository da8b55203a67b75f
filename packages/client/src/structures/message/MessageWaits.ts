import type { Collector } from '../../collectors/Collector.js';
import type { CollectorFilter } from '../../collectors/CollectorOptions.js';
import type { EventArgs, EventValue } from '../../collectors/collectorEvents.js';
import {
  awaitComponent,
  collectComponents,
  type AwaitComponentOptions,
  type CollectComponentsOptions,
  type ComponentUse,
} from '../../collectors/interactions.js';
import { awaitMessage, type AwaitMessageOptions } from '../../collectors/messages.js';
import {
  collectPollVotes,
  type CollectPollVoteChangesOptions,
  type CollectPollVotesOptions,
  type PollVoteChange,
} from '../../collectors/pollVotes.js';
import {
  awaitReaction,
  collectReactions,
  type AwaitReactionOptions,
  type CollectReactionChangesOptions,
  type CollectReactionsOptions,
  type ReactionChange,
} from '../../collectors/reactions.js';
import type { MessageTarget } from '../../collectors/targets.js';
import { View } from '../View.js';
import type { Message } from './Message.js';
import type { MessageIds } from './payloads.js';

type Added = EventValue<'messageReactionAdd'>;
type Vote = EventValue<'messagePollVoteAdd'>;
type ReplyFilter = CollectorFilter<EventArgs<'messageCreate'>>;

/** What can be waited for at a message. All of it ends when the message, its channel or its guild is deleted. */
export abstract class MessageWaits<Payload extends MessageIds> extends View<Payload> {
  get id(): string {
    return this.data.id;
  }

  get channelId(): string {
    return this.data.channel_id;
  }

  /** The guild that it was sent in; `undefined` in direct messages, and where the channel of a handle is not cached. */
  get guildId(): string | undefined {
    return this.data.guild_id ?? this.views.cache.channel(this.channelId)?.guild_id;
  }

  /**
   * Waits for the use of one of its buttons or selects. `undefined` when the time is up.
   *
   * @example
   * ```ts
   * import { button, row, type ChannelHandle } from 'aplomb';
   *
   * export async function ask(channel: ChannelHandle, userId: string): Promise<boolean> {
   *   const yes = button({ customId: 'yes', label: 'Yes' });
   *   const question = await channel.send({ content: 'Are you sure?', components: [row(yes)] });
   *   const press = await question.awaitComponent({ customIds: ['yes'], userId, timeoutMs: 30_000 });
   *   return press !== undefined;
   * }
   * ```
   */
  awaitComponent<Kept extends ComponentUse = ComponentUse>(options?: AwaitComponentOptions<Kept>): Promise<Kept | undefined> {
    return awaitComponent<Kept>(this.views.ports.collectors, this.target, options);
  }

  /** Collects the uses of its buttons and selects. */
  collectComponents<Kept extends ComponentUse = ComponentUse>(options?: CollectComponentsOptions<Kept>): Collector<Kept> {
    return collectComponents<Kept>(this.views.ports.collectors, this.target, options);
  }

  /** Waits for a reaction to it. `undefined` when the time is up. */
  awaitReaction<Kept extends Added = Added>(options?: AwaitReactionOptions<Kept>): Promise<Kept | undefined> {
    return awaitReaction(this.views.ports.collectors, this.target, options);
  }

  /** Collects the reactions to it; with `removals: true` also those that are taken back. */
  collectReactions(options: CollectReactionChangesOptions): Collector<ReactionChange>;
  collectReactions<Kept extends Added = Added>(options?: CollectReactionsOptions<Kept>): Collector<Kept>;
  collectReactions(options?: CollectReactionChangesOptions | CollectReactionsOptions): Collector<unknown> {
    return collectReactions(this.views.ports.collectors, this.target, options as CollectReactionsOptions);
  }

  /** Collects the votes of its poll; with `removals: true` also those that are taken back. */
  collectPollVotes(options: CollectPollVoteChangesOptions): Collector<PollVoteChange>;
  collectPollVotes<Kept extends Vote = Vote>(options?: CollectPollVotesOptions<Kept>): Collector<Kept>;
  collectPollVotes(options?: CollectPollVoteChangesOptions | CollectPollVotesOptions): Collector<unknown> {
    return collectPollVotes(this.views.ports.collectors, this.target, options as CollectPollVotesOptions);
  }

  /** Waits for a reply to it. `undefined` when the time is up. */
  awaitReply(options: AwaitMessageOptions = {}): Promise<Message | undefined> {
    const { filter } = options;
    const isReply: ReplyFilter = (message, context, before) =>
      message.messageReference?.messageId === this.id && (filter === undefined || filter(message, context, before));
    const target = { channelId: this.channelId, guildId: this.guildId };
    return awaitMessage(this.views.ports.collectors, target, { ...options, filter: isReply });
  }

  private get target(): MessageTarget {
    return { channelId: this.channelId, guildId: this.guildId, messageId: this.id };
  }
}
