import type { ChannelFacts, ThreadFacts } from './PermissionFacts.js';

const TEXT = 0;
const VOICE = 2;
const ANNOUNCEMENT = 5;
const ANNOUNCEMENT_THREAD = 10;
const PRIVATE_THREAD = 12;
const STAGE = 13;
const FORUM = 15;
const MEDIA = 16;

/** A channel of which only the kind matters, as Discord's number. */
export type Kind = Pick<ChannelFacts, 'type'>;

/** Whether it is a thread, or a post in a forum or media channel. */
export function isThread(channel: ChannelFacts): channel is ThreadFacts {
  return isThreadKind(channel);
}

/** Whether a channel of that kind is a thread, or a post in a forum or media channel. */
export function isThreadKind({ type }: Kind): boolean {
  return type >= ANNOUNCEMENT_THREAD && type <= PRIVATE_THREAD;
}

/** Whether only those who joined it, and moderators, see it. */
export function isPrivateThread({ type }: Kind): boolean {
  return type === PRIVATE_THREAD;
}

/** Whether one connects to it: a voice or stage channel. */
export function isVoiceBased({ type }: Kind): boolean {
  return type === VOICE || type === STAGE;
}

/** Whether it holds posts, not messages: a forum or media channel. */
export function isForum({ type }: Kind): boolean {
  return type === FORUM || type === MEDIA;
}

/** Whether private threads can be made in it. */
export function takesPrivateThreads({ type }: Kind): boolean {
  return type === TEXT;
}

/** Whether public threads can be made of its messages. */
export function takesPublicThreads({ type }: Kind): boolean {
  return type === TEXT || type === ANNOUNCEMENT;
}
