import { describe, expect, it } from '@jest/globals';
import { parseStoredSession } from '../../src/session/storedSession.js';

const key = { shardId: 1, shardTotal: 4 };
const session = {
  id: 'abc',
  resumeUrl: null,
  sequence: 42,
  ...key,
  applicationId: '7',
  userId: '8',
  guildIds: ['9'],
  savedAtMs: 1_700_000_000_000,
  fingerprint: 'f',
};

describe('the text of a stored session', () => {
  it('is read as it was written', () => {
    expect(parseStoredSession(JSON.stringify(session), key)).toEqual(session);
  });

  it.each<[string, object]>([
    ['another shard', { shardId: 0 }],
    ['another total', { shardTotal: 8 }],
    ['no id', { id: '' }],
    ['an id that is no text', { id: 7 }],
    ['a sequence that is no whole number', { sequence: 1.5 }],
    ['an instant that is no number', { savedAtMs: '2026' }],
    ['a resume URL that is no text', { resumeUrl: 5 }],
    ['no fingerprint', { fingerprint: undefined }],
    ['guilds that are no list', { guildIds: '9' }],
    ['guild ids that are no texts', { guildIds: [9] }],
  ])('counts as none with %s', (_what, change) => {
    expect(parseStoredSession(JSON.stringify({ ...session, ...change }), key)).toBeNull();
  });

  it.each(['', '{', 'null', '7', '[]', JSON.stringify(session).slice(0, -9)])('counts as none when it is %j', (text) => {
    expect(parseStoredSession(text, key)).toBeNull();
  });
});
