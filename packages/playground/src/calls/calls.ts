import type { CallName } from '../protocol.js';
import type { CallsOf } from './Call.js';
import { channelCalls } from './channelCalls.js';
import { messageCalls } from './messageCalls.js';
import { ownCalls } from './ownCalls.js';
import { peopleCalls } from './peopleCalls.js';
import { readingCalls } from './readingCalls.js';
import { useCalls } from './useCalls.js';

/** Every call that a page can make. */
export const calls: CallsOf<CallName> = { ...peopleCalls, ...readingCalls, ...messageCalls, ...channelCalls, ...useCalls, ...ownCalls };
