import type { Requester } from '../RestRequest.js';
import { channelMethods, type ChannelMethods } from './channels/channel.js';
import { messageMethods, type MessageMethods } from './channels/messages.js';
import { pinMethods, type PinMethods } from './channels/pins.js';
import { reactionMethods, type ReactionMethods } from './channels/reactions.js';
import { threadMemberMethods, type ThreadMemberMethods } from './channels/threadMembers.js';
import { threadMethods, type ThreadMethods } from './channels/threads.js';

/** Channels, their messages, reactions, pins and threads. */
export interface ChannelEndpoints extends ChannelMethods, MessageMethods, PinMethods, ReactionMethods, ThreadMemberMethods, ThreadMethods {}

export function channelEndpoints(rest: Requester): ChannelEndpoints {
  // All of them are async, or lists, so that an id that is none rejects, as every other failure does, instead of throwing.
  return {
    ...channelMethods(rest),
    ...messageMethods(rest),
    ...pinMethods(rest),
    ...reactionMethods(rest),
    ...threadMemberMethods(rest),
    ...threadMethods(rest),
  };
}
