import type { BotKind } from '../client/protocol.js';
import type { Comparison } from './comparison.js';

/** Who is weighed. */
export type HeapKind = Extract<BotKind, 'aplomb' | 'discord.js 14'>;

/** What a bot tells that was weighed with all its guilds. */
export interface HeapReport extends Comparison {
  readonly type: 'weighed';
  readonly heapMiB: number;
  readonly rssMiB: number;
}
