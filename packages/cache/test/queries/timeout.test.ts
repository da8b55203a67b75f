import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '../../src/queries/index.js';
import { isTimedOut, withTimeout } from '../../src/queries/timeout.js';
import { ALL, digits, documented, member, NOW_MS } from './scene.js';

const everyBitBut = (...names: readonly PermissionName[]): bigint => BigInt(documented.allMask) & ~BigInt(digits(...names));

describe('a time-out', () => {
  it('lasts until its date, and that moment is no longer in it', () => {
    expect([NOW_MS - 1, NOW_MS, NOW_MS + 1, null].map((timedOutUntilMs) => isTimedOut({ timedOutUntilMs }, NOW_MS))).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it('leaves VIEW_CHANNEL and READ_MESSAGE_HISTORY of everything but ADMINISTRATOR', () => {
    const timedOut = member('2', [], NOW_MS + 1);
    expect(withTimeout(everyBitBut('ADMINISTRATOR'), timedOut, NOW_MS)).toBe(BigInt(digits('VIEW_CHANNEL', 'READ_MESSAGE_HISTORY')));
    expect(withTimeout(everyBitBut('ADMINISTRATOR', 'VIEW_CHANNEL'), timedOut, NOW_MS)).toBe(BigInt(digits('READ_MESSAGE_HISTORY')));
  });

  it('takes nothing from an administrator, and nothing when it is over', () => {
    expect(withTimeout(BigInt(ALL), member('2', [], NOW_MS + 1), NOW_MS)).toBe(BigInt(ALL));
    expect(withTimeout(2048n, member('2', [], NOW_MS), NOW_MS)).toBe(2048n);
  });
});
