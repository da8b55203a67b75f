import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '../../src/queries/index.js';
import { withImplicitDenials } from '../../src/queries/implicitDenials.js';
import { ALL, digits } from './scene.js';

const all = BigInt(ALL);
const without = (...names: readonly PermissionName[]): bigint => all & ~BigInt(digits(...names));

describe('what is denied implicitly', () => {
  it('is nothing while the basic permissions are there', () => {
    expect(withImplicitDenials(all, false)).toBe(all);
    expect(withImplicitDenials(all, true)).toBe(all);
  });

  it('is everything without VIEW_CHANNEL', () => {
    expect(withImplicitDenials(without('VIEW_CHANNEL'), false)).toBe(0n);
    expect(withImplicitDenials(without('VIEW_CHANNEL'), true)).toBe(0n);
  });

  it('is mentioning everyone, TTS, files and embeds without SEND_MESSAGES', () => {
    const expected = without('SEND_MESSAGES', 'MENTION_EVERYONE', 'SEND_TTS_MESSAGES', 'ATTACH_FILES', 'EMBED_LINKS');
    expect(withImplicitDenials(without('SEND_MESSAGES'), false)).toBe(expected);
  });

  it('is all but seeing it without CONNECT, in voice and stage channels', () => {
    expect(withImplicitDenials(without('CONNECT'), true)).toBe(BigInt(digits('VIEW_CHANNEL')));
    expect(withImplicitDenials(without('CONNECT'), false)).toBe(without('CONNECT'));
  });
});
