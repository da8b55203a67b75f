import { Cache } from '@aplomb/cache';
import { describe, expect, it } from '@jest/globals';
import { guildPayload, type Json } from '../../../src/bench/cache/guildPayload.js';
import { readerOf, type Reader } from '../../../src/bench/cache/Reader.js';
import { compareAll, discordJsWords } from '../../../src/bench/heap/comparison.js';

const SIZE = { members: 20, channels: 10, roles: 5 };
const GUILDS = 2;
const PARTS = GUILDS * (20 + 10 + 5);

function filledReader(): Reader {
  const cache = new Cache();
  for (let index = 0; index < GUILDS; index += 1) cache.apply({ t: 'GUILD_CREATE', d: guildPayload(index, SIZE) }, { shardId: 0 });
  return readerOf(cache);
}

/** Reads the same, but one part. */
function exceptOne(reader: Reader, change: (member: Json) => Json | undefined): Reader {
  const victim = (guildPayload(0, SIZE)['members'] as readonly { readonly user: { readonly id: string } }[])[3]?.user.id;
  return {
    ...reader,
    member: (guildId, userId) => {
      const member = reader.member(guildId, userId);
      return userId === victim && member !== undefined ? change(member) : member;
    },
  };
}

describe('guilds that are read back', () => {
  it('are all found and have the hash of what was sent', () => {
    const { found, keptHash, sentHash, wrong } = compareAll(GUILDS, SIZE, filledReader());
    expect({ found, wrong }).toEqual({ found: PARTS, wrong: 0 });
    expect(keptHash).toBe(sentHash);
  });

  it('are wrong when one field of one member differs', () => {
    const reader = exceptOne(filledReader(), (member) => ({ ...member, pending: true }));
    const { found, keptHash, sentHash, wrong } = compareAll(GUILDS, SIZE, reader);
    expect({ found, wrong }).toEqual({ found: PARTS, wrong: 1 });
    expect(keptHash).not.toBe(sentHash);
  });

  it('are wrong when one member is missing', () => {
    const { found, wrong } = compareAll(
      GUILDS,
      SIZE,
      exceptOne(filledReader(), () => undefined),
    );
    expect({ found, wrong }).toEqual({ found: PARTS - 1, wrong: 1 });
  });
});

describe('the words of discord.js', () => {
  const sent = { nick: 'Al', roles: ['2', '1'], joined_at: '2021-03-04T05:06:07.123456+00:00', mute: false, user: { id: '5', bot: false } };

  it('leave out what it does not keep, and are not particular about microseconds and the order of roles', () => {
    const kept = { nick: 'Al', roles: ['1', '2'], joined_at: Date.parse('2021-03-04T05:06:07.123Z'), user: { id: '5' } };
    expect(discordJsWords(sent, kept)).toEqual(kept);
  });

  it('are particular about which roles there are', () => {
    const kept = { roles: ['1'] };
    expect(discordJsWords(sent, kept)).not.toEqual(kept);
  });
});
