import { describe, expect, it } from '@jest/globals';
import { permissionReaderOf } from '@aplomb/cache';
import { knowingReader } from '../../src/structures/knowingReader.js';
import { USER } from './guild/samples.js';
import { guildWorld } from './guild/structure.js';

describe('a reader that is told something', () => {
  const { cache } = guildWorld();
  const member = { userId: '999', roleIds: ['999'], timedOutUntilMs: null };
  const role = { id: '999', isManaged: false, permissions: '8', position: 1 };
  const reader = knowingReader(permissionReaderOf(cache), '100', { members: [member], roles: [role] });

  it('knows it, and what it knew before', () => {
    expect([reader.member('100', '999'), reader.guild('100')?.roles.get('999')]).toEqual([member, role]);
    expect([reader.member('100', USER.id)?.roleIds, reader.guild('100')?.roles.get('300')?.position]).toEqual([['300'], 5]);
  });

  it('knows it of that guild alone', () => {
    expect([reader.member('101', '999'), reader.guild('101')]).toEqual([undefined, undefined]);
  });
});
