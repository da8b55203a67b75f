import { beginCollecting, beginWaiting, requestOf, type Request } from './begin.js';
import type { Collector } from './Collector.js';
import type { EventArgs, EventValue } from './collectorEvents.js';
import type { CollectorHub } from './CollectorHub.js';
import type { CollectorFilter, CollectorLimits, WaitLimits } from './CollectorOptions.js';
import type { ChannelTarget } from './targets.js';

type Sent = EventValue<'messageCreate'>;

interface Meant<Kept extends Sent> {
  /** Which messages are meant; called as handlers of `messageCreate` are. The bot's own come too. */
  readonly filter?: CollectorFilter<EventArgs<'messageCreate'>, Kept>;
  /** Only messages of this user. */
  readonly userId?: string;
}

/** What waiting for a message takes. */
export interface AwaitMessageOptions<Kept extends Sent = Sent> extends Meant<Kept>, WaitLimits {}

/** What collecting messages takes. */
export interface CollectMessagesOptions<Kept extends Sent = Sent> extends Meant<Kept>, CollectorLimits {}

/** Collects the messages that are sent in a channel. For structures: `channel.collectMessages(options)`. */
export function collectMessages<Kept extends Sent = Sent>(
  hub: CollectorHub,
  target: ChannelTarget,
  options: CollectMessagesOptions<Kept> = {},
): Collector<Kept> {
  return beginCollecting(hub, 'collectMessages', requestFor(target, options), options);
}

/** Waits for a message in a channel. For structures: `channel.awaitMessage(options)`. */
export async function awaitMessage<Kept extends Sent = Sent>(
  hub: CollectorHub,
  target: ChannelTarget,
  options: AwaitMessageOptions<Kept> = {},
): Promise<Kept | undefined> {
  return beginWaiting(hub, 'awaitMessage', requestFor(target, options), options);
}

function requestFor<Kept extends Sent>(target: ChannelTarget, { filter, userId }: Meant<Kept>): Request<Kept> {
  return requestOf('messageCreate', ['userId'], { ...target, userId }, filter);
}
