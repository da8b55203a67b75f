import type { APIUser } from 'discord-api-types/v10';
import { enterChannel } from '../access.js';
import { flatten } from '../forms/components/readComponents.js';
import type { Component } from '../forms/components/readComponents.js';
import { impossible, listed } from '../impossible.js';
import type { FoundMessage } from '../Messages.js';
import { unknown } from '../refusals.js';
import type { World } from '../World.js';
import { ComponentType, chooseValues, fillComponent } from './componentValues.js';
import type { Chooser, FilledValue } from './componentValues.js';
import type { InteractionRecord, InteractionSpec, ModalRecord } from './InteractionRecord.js';
import { metadataOf } from './Interactions.js';
import { Resolution } from './Resolution.js';
import type { Identified } from './Resolution.js';

const REPLY = 19;
const LABEL = 18;

/** Who uses a component, and on which message. */
export interface ComponentUse {
  readonly channelId: string;
  readonly customId: string;
  readonly messageId: string;
  readonly user: APIUser;
  readonly world: World;
}

/** A button that is pressed. */
export function press(use: ComponentUse): InteractionSpec {
  const { component, found } = find(use, [ComponentType.Button]);
  return specOf(use, found, dataOf(component));
}

/** A select in which something is chosen. */
export function select(use: ComponentUse, chosen: readonly (Identified | string)[]): InteractionSpec {
  const { StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect } = ComponentType;
  const { component, found } = find(use, [StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect]);
  const resolution = new Resolution(use.world, found.channel);
  const values = chooseValues(component, chosen, { resolution, userId: use.user.id });
  return specOf(use, found, { ...dataOf(component), values, ...resolution.resolved });
}

/** What is filled into a modal, by the `custom_id`s of its components. */
export type FilledValues = Readonly<Record<string, FilledValue>>;

/** A modal that is sent. */
export function submit(world: World, source: InteractionRecord, modal: ModalRecord, values: FilledValues): InteractionSpec {
  const names = flatten(modal.components).flatMap(({ custom_id: name }) => (typeof name === 'string' ? [name] : []));
  const stranger = Object.keys(values).find((name) => !names.includes(name));
  if (stranger !== undefined) throw impossible(`The modal asks for no "${stranger}".`, listed(names));
  const resolution = new Resolution(world, source.channel);
  const chooser = { resolution, userId: source.user.id };
  const components = modal.components.map((each) => filled(each, values, chooser));
  return {
    type: 5,
    channel: source.channel,
    data: { custom_id: modal.custom_id, components, ...resolution.resolved },
    message: source.message,
    metadata: { triggering_interaction_metadata: metadataOf(source) },
    owners: source.owners,
    replyType: source.replyType,
    user: source.user,
  };
}

/** A component of a modal with what was filled in, inside of what holds it. */
function filled(component: Component, values: FilledValues, chooser: Chooser): object {
  const { component: held, components, custom_id: name, id, type } = component;
  if (type === LABEL) return { type, id, component: filled(held as Component, values, chooser) };
  if (Array.isArray(components))
    return { type, id, components: (components as readonly Component[]).map((each) => filled(each, values, chooser)) };
  if (typeof name !== 'string') return { type, id };
  return { type, id, custom_id: name, ...fillComponent(component, values[name], chooser) };
}

function specOf({ user }: ComponentUse, found: FoundMessage, data: InteractionSpec['data']): InteractionSpec {
  const metadata = { interacted_message_id: found.record.payload.id };
  return { type: 3, channel: found.channel, data, message: found, metadata, owners: ownersOf(found), replyType: REPLY, user };
}

/** A message that came of an interaction passes on through whom the application is there. */
function ownersOf({ channel, record }: FoundMessage): InteractionSpec['owners'] {
  const owners = record.payload.interaction_metadata?.authorizing_integration_owners;
  return (owners as InteractionSpec['owners'] | undefined) ?? { '0': channel.isDirect ? '0' : channel.guildId };
}

function dataOf({ custom_id: customId, id, type }: Component): Readonly<Record<string, unknown>> {
  return { component_type: type, custom_id: customId, id };
}

/** The component that this person sees on a message. */
function find(
  { channelId, customId, messageId, user, world }: ComponentUse,
  types: readonly number[],
): { readonly component: Component; readonly found: FoundMessage } {
  const channel = enterChannel(world, user.id, channelId);
  const record = channel.messages.find(messageId);
  if (record === undefined || (record.onlyFor !== null && record.onlyFor !== user.id)) throw unknown('Message');
  const usable = flatten(record.payload.components ?? []).filter(({ type }) => types.includes(type));
  const component = usable.find(({ custom_id: name }) => name === customId);
  if (component === undefined) {
    const names = usable.flatMap(({ custom_id: name }) => (typeof name === 'string' ? [name] : []));
    throw impossible(`The message has nothing of that kind with the custom_id "${customId}".`, listed(names));
  }
  if (component['disabled'] === true) throw impossible(`"${customId}" is disabled.`, 'Let the bot enable it first.');
  return { component, found: { channel, record } };
}
