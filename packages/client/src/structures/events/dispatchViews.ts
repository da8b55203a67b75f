import type { DispatchEventName } from '@aplomb/gateway';
import type { GatewayDispatchPayload, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { messageData, type CacheChange, type MessageRecord } from '@aplomb/cache';
import { EventView } from '../EventView.js';
import type { Message } from '../message/Message.js';
import type { Views } from '../Views.js';

/** The payload of each dispatch, by its name on the wire. */
export type DispatchData = { [Packet in GatewayDispatchPayload as `${Packet['t']}`]: Packet['d'] };

/** The view that the handlers of a dispatch get first, where it is more than an {@link EventView}. */
export interface RichViews {
  readonly MESSAGE_CREATE: Message;
  readonly MESSAGE_UPDATE: Message;
}

/** The view of what was before that the handlers of an update or a deletion get third. */
export interface BeforeViews {
  readonly MESSAGE_DELETE: Message;
  readonly MESSAGE_DELETE_BULK: readonly Message[];
  readonly MESSAGE_UPDATE: Message;
}

/** The view that the handlers of a dispatch get. */
export type DispatchView<Name extends DispatchEventName> = Name extends keyof RichViews ? RichViews[Name] : EventView<DispatchData[Name]>;

/** What the cache knew before an update or a deletion; `undefined` where it knew nothing, and for all other dispatches. */
export type BeforeView<Name extends DispatchEventName> = Name extends keyof BeforeViews ? BeforeViews[Name] | undefined : undefined;

type ViewMaker = (data: never, views: Views) => object;
type BeforeMaker = (before: never, views: Views, data: never) => object;

const asMessage = (data: GatewayMessageCreateDispatchData, views: Views): Message => views.message(data);
const messageOf = (record: MessageRecord, views: Views): Message =>
  views.message(() => messageData(record) as GatewayMessageCreateDispatchData);

const VIEWS: { readonly [Name in keyof RichViews]: (data: never, views: Views) => RichViews[Name] } = {
  MESSAGE_CREATE: asMessage,
  MESSAGE_UPDATE: asMessage,
};
const BEFORE: { readonly [Name in keyof BeforeViews]: (before: never, views: Views) => BeforeViews[Name] } = {
  MESSAGE_DELETE: messageOf,
  MESSAGE_DELETE_BULK: (records: readonly MessageRecord[], views: Views) => records.map((record) => messageOf(record, views)),
  MESSAGE_UPDATE: messageOf,
};
const viewMakers: ReadonlyMap<string, ViewMaker> = new Map(Object.entries<ViewMaker>(VIEWS));
const beforeMakers: ReadonlyMap<string, BeforeMaker> = new Map(Object.entries<BeforeMaker>(BEFORE));

/** The view that the handlers of a dispatch get first. */
export function viewOf({ t, d }: { readonly t: string; readonly d: unknown }, views: Views): object {
  const make = viewMakers.get(t);
  // A payload that is no object has no getters to offer.
  return make === undefined || typeof d !== 'object' || d === null ? new EventView(d) : make(d as never, views);
}

/** The view of what was before, which they get third. It still sees what the event took out. */
export function beforeOf({ t, d }: { readonly t: string; readonly d: unknown }, change: CacheChange, views: Views): object | undefined {
  const make = beforeMakers.get(t);
  if (make === undefined || change.before === undefined) return undefined;
  return make(change.before as never, views.seeing(change.removed), d as never);
}
