import { expectTypeOf } from 'expect-type';
import { collect, waitFor } from '../../src/collectors/collect.js';
import type { CollectorHub } from '../../src/collectors/CollectorHub.js';
import type { CollectableEvent, EventArgs, EventValue } from '../../src/collectors/collectorEvents.js';
import {
  awaitComponent,
  awaitModal,
  collectComponents,
  type ComponentUse,
  type ModalSubmission,
} from '../../src/collectors/interactions.js';
import { awaitMessage, collectMessages } from '../../src/collectors/messages.js';
import { collectPollVotes } from '../../src/collectors/pollVotes.js';
import { awaitReaction, collectReactions } from '../../src/collectors/reactions.js';
import type {
  ButtonInteraction,
  Client,
  ModalInteraction,
  SelectInteraction,
  ClientEvents,
  Collector,
  CollectorEnd,
  Context,
  Message,
  PollVoteChange,
  ReactionChange,
} from '../../src/index.js';

declare const hub: CollectorHub;
const target = { messageId: '1', channelId: '2', guildId: '3' };

/** A message in a guild. */
interface InGuild extends Message {
  readonly guildId: string;
}
const isInGuild = (message: Message): message is InGuild => message.guildId !== undefined;

// What is collected is the first thing that handlers get
expectTypeOf(collect(hub, 'messageCreate')).toEqualTypeOf<Collector<Message>>();
expectTypeOf(collect(hub, 'messageReactionAdd', { messageId: '1' })).toEqualTypeOf<Collector<EventValue<'messageReactionAdd'>>>();
expectTypeOf(waitFor(hub, 'guildMemberAdd')).resolves.toEqualTypeOf<EventValue<'guildMemberAdd'> | undefined>();
expectTypeOf<EventValue<'messageUpdate'>>().toEqualTypeOf<Parameters<ClientEvents['messageUpdate']>[0]>();
expectTypeOf(waitFor(hub, 'shardsReady')).resolves.toEqualTypeOf<
  { readonly shardIds: readonly number[]; readonly total: number } | undefined
>();

// A filter is called as handlers are, and may be a guard
collect(hub, 'messageUpdate', {
  filter: (message, context, before) => {
    expectTypeOf(message).toEqualTypeOf<Message>();
    expectTypeOf(context).toEqualTypeOf<Context>();
    expectTypeOf(before).toEqualTypeOf<Message | undefined>();
    return before !== undefined;
  },
});
expectTypeOf(collect(hub, 'messageCreate', { filter: isInGuild })).toEqualTypeOf<Collector<InGuild>>();
expectTypeOf(waitFor(hub, 'messageCreate', { filter: isInGuild })).resolves.toEqualTypeOf<InGuild | undefined>();
expectTypeOf(awaitMessage(hub, target, { filter: isInGuild })).resolves.toEqualTypeOf<InGuild | undefined>();
expectTypeOf(collect(hub, 'messageCreate', { filter: ({ content }) => content === 'x' })).toEqualTypeOf<Collector<Message>>();
expectTypeOf<EventArgs<'messageCreate', { readonly visits: number }>[1]>().toEqualTypeOf<Context<{ readonly visits: number }>>();

// A client's own methods know its data
declare const client: Client<{ readonly visits: number }>;
expectTypeOf(client.collect('messageCreate', { filter: isInGuild })).toEqualTypeOf<Collector<InGuild>>();
expectTypeOf(client.waitFor('messageReactionAdd')).resolves.toEqualTypeOf<EventValue<'messageReactionAdd'> | undefined>();
expectTypeOf(client.collect('messageCreate', { filter: (_, { data }) => data.visits > 0 })).toEqualTypeOf<Collector<Message>>();

// Loops, ends and takes
const collector = collectMessages(hub, target, { max: 3 });
expectTypeOf(collector.ended).resolves.toEqualTypeOf<CollectorEnd<Message>>();
expectTypeOf(collector.take()).resolves.toEqualTypeOf<Message | undefined>();
expectTypeOf(collector).toExtend<AsyncIterable<Message>>();
expectTypeOf(collector).toExtend<Collector<unknown>>();

// What is taken back is marked
expectTypeOf(collectReactions(hub, target)).toEqualTypeOf<Collector<EventValue<'messageReactionAdd'>>>();
expectTypeOf(collectReactions(hub, target, { removals: true })).toEqualTypeOf<Collector<ReactionChange>>();
expectTypeOf(collectPollVotes(hub, target, { removals: true })).toEqualTypeOf<Collector<PollVoteChange>>();
expectTypeOf<Extract<ReactionChange, { type: 'removed' }>['event']>().toEqualTypeOf<EventValue<'messageReactionRemove'>>();
expectTypeOf(awaitReaction(hub, target)).resolves.toEqualTypeOf<EventValue<'messageReactionAdd'> | undefined>();

// Interactions are narrowed by their type, and further by a guard
expectTypeOf<ComponentUse>().toEqualTypeOf<ButtonInteraction | SelectInteraction>();
expectTypeOf<ModalSubmission>().toEqualTypeOf<ModalInteraction>();
expectTypeOf(collectComponents(hub, target)).toEqualTypeOf<Collector<ComponentUse>>();
const isButton = (use: ComponentUse): use is ButtonInteraction => use.kind === 'button';
expectTypeOf(awaitComponent(hub, target, { filter: isButton })).resolves.toEqualTypeOf<ButtonInteraction | undefined>();
declare const message: Message;
expectTypeOf(message.awaitComponent({ filter: isButton })).resolves.toEqualTypeOf<ButtonInteraction | undefined>();
expectTypeOf(message.collectComponents({ filter: isButton })).toEqualTypeOf<Collector<ButtonInteraction>>();
expectTypeOf(message.channel.awaitMessage({ filter: isInGuild })).resolves.toEqualTypeOf<InGuild | undefined>();
expectTypeOf(awaitModal(hub, { customId: 'form' })).resolves.toEqualTypeOf<ModalInteraction | undefined>();

expectTypeOf<'error'>().not.toExtend<CollectableEvent>();
// @ts-expect-error there is no such event
collect(hub, 'messageCreated');
// @ts-expect-error errors are for handlers
void waitFor(hub, 'error');
// @ts-expect-error an async filter is always true
collect(hub, 'messageCreate', { filter: async () => Promise.resolve(true) });
// @ts-expect-error one is taken and no more
void waitFor(hub, 'messageCreate', { max: 2 });
// @ts-expect-error there is no such option
collect(hub, 'messageCreate', { timeout: 5 });
// @ts-expect-error there is no such policy
collect(hub, 'messageCreate', { overflow: 'drop' });
// @ts-expect-error whoever is meant is known
collect(hub, 'messageCreate', { userId: undefined });
// @ts-expect-error a message is no number
collect(hub, 'messageCreate', { filter: (message: number) => message > 0 });
