import { AplombError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { MissingDataError, type MissingData } from '../../src/queries/index.js';

const pieces: readonly (readonly [MissingData, string, string])[] = [
  [{ kind: 'channel', channelId: '600' }, 'channel 600', 'rest.channels.get'],
  [{ kind: 'guild', guildId: '500' }, 'guild 500', 'The Guilds intent'],
  [{ kind: 'member', guildId: '500', userId: '2' }, 'member 2 of guild 500', 'The GuildMembers intent'],
  [{ kind: 'overwrites', channelId: '600' }, 'Channel 600 is hidden', 'VIEW_CHANNEL'],
  [{ kind: 'role', guildId: '500', roleId: '501' }, 'role 501 of guild 500', 'rest.guilds.roles'],
  [{ kind: 'threadMember', threadId: '700', userId: '2' }, 'user 2 is in the private thread 700', 'rest.channels.threadMember'],
];

describe('the error for missing data', () => {
  it.each(pieces)('says what is missing (%p), with the ids, and what brings it', (lacks, what, cure) => {
    const error = new MissingDataError(lacks);
    expect(error.message).toContain(what);
    expect(error.message).toContain(cure);
    expect(error.lacks).toEqual(lacks);
    expect(error.code).toBe('CACHE_LACKS_DATA');
    expect(AplombError.is(error)).toBe(true);
  });
});
