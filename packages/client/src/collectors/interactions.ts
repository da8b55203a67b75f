import type { InteractionType } from 'discord-api-types/v10';
import { beginCollecting, beginWaiting, type Request } from './begin.js';
import type { Collector } from './Collector.js';
import type { EventArgs, EventValue } from './collectorEvents.js';
import type { CollectorHub } from './CollectorHub.js';
import type { CollectorFilter, CollectorLimits, WaitLimits } from './CollectorOptions.js';
import type { EventConditions } from './Ear.js';
import { passes } from './passes.js';
import type { MessageTarget } from './targets.js';

type Interaction = EventValue<'interactionCreate'>;
type OfType<Type> = Extract<Interaction, { readonly data: { readonly type: Type } }>;
type Narrowed<Type> = [OfType<Type>] extends [never] ? Interaction : OfType<Type>;

/** The press of a button, or the use of a select. */
export type ComponentUse = Narrowed<InteractionType.MessageComponent>;

/** A modal that was sent off. */
export type ModalSubmission = Narrowed<InteractionType.ModalSubmit>;

/** A filter of interactions of one type, which is called as handlers of `interactionCreate` are. */
type InteractionFilter<Value, Kept extends Value> = CollectorFilter<
  readonly [event: Value, context: EventArgs<'interactionCreate'>[1], before: EventArgs<'interactionCreate'>[2]],
  Kept
>;

interface MeantComponents<Kept extends ComponentUse> {
  /** Only components with one of these custom ids. Left out: every component of the message. */
  readonly customIds?: readonly string[];
  /** Which uses are meant; called as handlers of `interactionCreate` are. Whoever is not meant sees "This interaction failed", unless a handler answers. */
  readonly filter?: InteractionFilter<ComponentUse, Kept>;
  /** Only uses by this user. */
  readonly userId?: string;
}

/** What waiting for the use of a component takes. */
export interface AwaitComponentOptions<Kept extends ComponentUse = ComponentUse> extends MeantComponents<Kept>, WaitLimits {}

/** What collecting the uses of components takes. */
export interface CollectComponentsOptions<Kept extends ComponentUse = ComponentUse> extends MeantComponents<Kept>, CollectorLimits {}

/** A modal that was shown to somebody. */
export interface ModalTarget {
  /** Where it was shown: what is deleted there ends the waiting. */
  readonly channelId?: string | undefined;
  readonly customId: string;
  readonly guildId?: string | undefined;
  /** Who it was shown to: others may see one with the same custom id. */
  readonly userId?: string | undefined;
}

/** What waiting for a modal takes. */
export interface AwaitModalOptions extends WaitLimits {
  /** Which submissions are meant; called as handlers of `interactionCreate` are. */
  readonly filter?: InteractionFilter<ModalSubmission, ModalSubmission>;
}

/** InteractionType of discord-api-types, which comes as types only. */
const MESSAGE_COMPONENT = 3;
const MODAL_SUBMIT = 5;

/** Collects the uses of a message's components. For structures: `message.collectComponents(options)`. */
export function collectComponents<Kept extends ComponentUse = ComponentUse>(
  hub: CollectorHub,
  target: MessageTarget,
  options: CollectComponentsOptions<Kept> = {},
): Collector<Kept> {
  return beginCollecting(hub, 'collectComponents', componentsOf(target, options), options);
}

/** Waits for the use of a component of a message. For structures: `message.awaitComponent(options)`. */
export async function awaitComponent<Kept extends ComponentUse = ComponentUse>(
  hub: CollectorHub,
  target: MessageTarget,
  options: AwaitComponentOptions<Kept> = {},
): Promise<Kept | undefined> {
  return beginWaiting(hub, 'awaitComponent', componentsOf(target, options), options);
}

/**
 * Waits for a modal to be sent off. Who closes one tells nobody: give a time. For interactions: `interaction.awaitModal(options)`.
 */
export async function awaitModal(
  hub: CollectorHub,
  target: ModalTarget,
  options: AwaitModalOptions = {},
): Promise<ModalSubmission | undefined> {
  const { customId, ...place } = target;
  const request = requestInteractions<ModalSubmission>(MODAL_SUBMIT, [], { ...place, customIds: [customId] }, options.filter);
  return beginWaiting(hub, 'awaitModal', request, options);
}

function componentsOf<Kept extends ComponentUse>(
  target: MessageTarget,
  { customIds, filter, userId }: MeantComponents<Kept>,
): Request<Kept> {
  return requestInteractions(MESSAGE_COMPONENT, ['customIds', 'userId'], { ...target, customIds, userId }, filter);
}

/** Of all interactions those of one type. Another type with the same custom id is none that the filter knows what to do with. */
function requestInteractions<Value>(
  type: number,
  names: readonly string[],
  conditions: EventConditions,
  filter: ((...args: never[]) => unknown) | undefined,
): Request<Value> {
  return {
    hearings: [{ event: 'interactionCreate', conditions }],
    names: ['filter', ...names],
    pick: (event, args) => (typeOf(args[0]) === type && passes(event, filter, args) ? (args[0] as Value) : undefined),
  };
}

function typeOf(interaction: unknown): number {
  return (interaction as { readonly data: { readonly type: number } }).data.type;
}
