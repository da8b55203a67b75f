import { describe, expect, it } from '@jest/globals';
import { fingerprintOf, ownerIdOf } from '../../src/session/fingerprint.js';

const parts = { intents: 513, capabilities: 0, total: 16, ownerId: '81384788765712384' };

describe('a fingerprint', () => {
  it('is the same for the same options', () => {
    expect(fingerprintOf({ ...parts })).toBe(fingerprintOf(parts));
  });

  it.each([{ intents: 512 }, { capabilities: 1 }, { total: 17 }, { ownerId: '81384788765712385' }])('is another one with %j', (change) => {
    expect(fingerprintOf({ ...parts, ...change })).not.toBe(fingerprintOf(parts));
  });
});

describe('the owner of a token', () => {
  const token = `${Buffer.from('81384788765712384').toString('base64url')}.Gabcde.abcdefghijklmnopqrstuvwxyz012`;

  it.each([token, `Bot ${token}`])('is the user id in its first part', (given) => {
    expect(ownerIdOf(given)).toBe('81384788765712384');
  });

  it('stays the same when the token is renewed', () => {
    expect(ownerIdOf(token.replace('Gabcde', 'Gfghij'))).toBe(ownerIdOf(token));
  });

  it('is told apart in tokens of another shape, without showing them', () => {
    expect(ownerIdOf('fake-a')).not.toBe(ownerIdOf('fake-b'));
    expect(ownerIdOf('fake-a')).not.toContain('fake');
  });
});
