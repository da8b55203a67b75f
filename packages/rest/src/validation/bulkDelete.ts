import { shown } from '@aplomb/base';
import { problem, problemAt, type Check } from './Check.js';
import { all, list, shape } from './checks.js';

const DISCORD_EPOCH_MS = 1_420_070_400_000n;
const FORTNIGHT_MS = 14 * 86_400_000;
/** Clocks differ: what is only just too old is left to Discord. */
const LENIENCE_MS = 60_000;

const notTooOld: Check = (value, { nowMs }) => {
  if (nowMs === null || typeof value !== 'string' || !/^\d{15,20}$/.test(value)) return null;
  const sentAtMs = Number((BigInt(value) >> 22n) + DISCORD_EPOCH_MS);
  if (sentAtMs >= nowMs - FORTNIGHT_MS - LENIENCE_MS) return null;
  return problem(`is ${shown(value)}, a message of more than 14 days ago`, 'Delete it by itself.');
};

const noneTwice: Check = (value) => {
  if (!Array.isArray(value)) return null;
  const seen = new Set<unknown>();
  for (const [index, id] of value.entries()) {
    if (seen.has(id)) return problemAt([index], `is ${shown(id)} a second time`, 'Give each message once.');
    seen.add(id);
  }
  return null;
};

/** @see {@link https://docs.discord.com/developers/resources/message#bulk-delete-messages | Bulk delete messages} */
export const bulkDelete: Check = shape({ messages: all(list(100, notTooOld, 2), noneTwice) });
