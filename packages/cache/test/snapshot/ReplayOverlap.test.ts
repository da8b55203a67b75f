import { describe, expect, it } from '@jest/globals';
import { ReplayOverlap } from '../../src/snapshot/ReplayOverlap.js';
import { CHANNEL, GUILD, id } from '../payloads.js';

function overlapping(): ReplayOverlap {
  const overlap = new ReplayOverlap();
  overlap.begin(0, 10);
  overlap.note(0, GUILD, 12);
  overlap.note(0, null, 11);
  overlap.note(0, id(2), 9);
  return overlap;
}

const inGuild = { guild_id: GUILD };

describe('what a snapshot has of a session that is resumed', () => {
  it.each([
    ['up to the heading, everything', 10, 'MESSAGE_CREATE', { guild_id: id(2) }, true],
    ['after it, what a guild was written with', 12, 'MESSAGE_CREATE', inGuild, true],
    ['in a guild that was written before, nothing', 11, 'MESSAGE_CREATE', { guild_id: id(2) }, false],
    ['of a guild itself', 12, 'GUILD_UPDATE', { id: GUILD }, true],
    ['of direct messages', 11, 'MESSAGE_CREATE', { channel_id: CHANNEL }, true],
    ['of direct messages that came later', 12, 'MESSAGE_CREATE', { channel_id: CHANNEL }, false],
    ['of an event that is none', 12, 'RESUMED', null, false],
    ['after all of it, nothing', 13, 'MESSAGE_CREATE', inGuild, false],
  ])('%s: event %i %s is known: %#', (_what, s, t, d, isCovered) => {
    expect(overlapping().covers({ t, s, d }, 0)).toBe(isCovered);
  });

  it('is nothing for events without a number, and for other shards', () => {
    const overlap = overlapping();
    expect([overlap.covers({ t: 'MESSAGE_CREATE', d: inGuild }, 0), overlap.covers({ t: 'MESSAGE_CREATE', s: 5, d: inGuild }, 1)]).toEqual([
      false,
      false,
    ]);
    overlap.note(1, GUILD, 99);
    expect(overlap.size).toBe(1);
  });

  it.each([
    ['the session has gone past it', 'MESSAGE_CREATE', 13],
    ['a new session begins', 'READY', 1],
  ])('is forgotten when %s', (_when, t, s) => {
    const overlap = overlapping();
    expect([overlap.covers({ t, s, d: {} }, 0), overlap.size]).toEqual([false, 0]);
  });

  it('is forgotten with the cache', () => {
    const overlap = overlapping();
    overlap.clear();
    expect(overlap.size).toBe(0);
  });
});
