import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { permissionNames, type OverwriteFacts } from '../../src/queries/index.js';
import { isSynced, withOverwrites } from '../../src/queries/overwrites.js';
import { ALL, channel, digits, forEveryone, forMember, forRole, GUILD, member } from './scene.js';

const names = fc.uniqueArray(fc.constantFrom(...permissionNames), { maxLength: 8 });
const bitsFor = (...overwrites: readonly OverwriteFacts[]): string =>
  withOverwrites(BigInt(digits('VIEW_CHANNEL')), GUILD, member('2', ['501', '502']), channel('text', ...overwrites)).toString();

describe('overwrites', () => {
  it('go from @everyone over the roles to the member, and what comes later wins', () => {
    const everyone = forEveryone({ deny: ['VIEW_CHANNEL'] });
    const roleAllows = forRole('501', { allow: ['VIEW_CHANNEL'] });
    expect(bitsFor(everyone)).toBe('0');
    expect(bitsFor(roleAllows, everyone)).toBe(digits('VIEW_CHANNEL'));
    expect(bitsFor(forMember({ deny: ['VIEW_CHANNEL'] }), roleAllows, everyone)).toBe('0');
    expect(bitsFor(forMember({ allow: ['VIEW_CHANNEL'] }), forRole('501', { deny: ['VIEW_CHANNEL'] }))).toBe(digits('VIEW_CHANNEL'));
  });

  it('of several roles allow what any of them allows, whatever the order', () => {
    const allows = forRole('501', { allow: ['VIEW_CHANNEL'] });
    const denies = forRole('502', { deny: ['VIEW_CHANNEL'] });
    expect([bitsFor(allows, denies), bitsFor(denies, allows)]).toEqual([digits('VIEW_CHANNEL'), digits('VIEW_CHANNEL')]);
  });

  it('allow after they deny where one does both', () => {
    expect(bitsFor(forMember({ allow: ['VIEW_CHANNEL'], deny: ['VIEW_CHANNEL'] }))).toBe(digits('VIEW_CHANNEL'));
  });

  it('of other roles and members do nothing, nor those of an id with another type', () => {
    const strange = [
      forRole('503', { deny: ['VIEW_CHANNEL'] }),
      forMember({ deny: ['VIEW_CHANNEL'] }, '3'),
      forMember({ deny: ['VIEW_CHANNEL'] }, GUILD),
      forMember({ deny: ['VIEW_CHANNEL'] }, '501'),
    ];
    expect(bitsFor(...strange, forRole('2', { deny: ['VIEW_CHANNEL'] }))).toBe(digits('VIEW_CHANNEL'));
  });

  it('neither give nor take what concerns no channel: nobody becomes an administrator by a channel', () => {
    expect(bitsFor(forMember({ allow: ['ADMINISTRATOR', 'BAN_MEMBERS', 'SEND_MESSAGES'] }))).toBe(digits('VIEW_CHANNEL', 'SEND_MESSAGES'));
    const kicks = withOverwrites(2n, GUILD, member(), channel('text', forEveryone({ deny: ['KICK_MEMBERS'] })));
    expect(kicks).toBe(2n);
  });

  it('do not touch an administrator', () => {
    const denied = channel('text', forMember({ deny: ['VIEW_CHANNEL', 'SEND_MESSAGES'] }));
    expect(withOverwrites(8n, GUILD, member(), denied).toString()).toBe(ALL);
  });

  it('give the same in every order', () => {
    const overwrite = fc
      .tuple(fc.constantFrom(GUILD, '501', '502', '503'), names, names)
      .map(([id, allow, deny]) => forRole(id, { allow, deny }));
    const list = fc.uniqueArray(overwrite, { selector: ({ id }) => id });
    fc.assert(
      fc.property(
        list.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          expect(bitsFor(...shuffled)).toBe(bitsFor(...some));
        },
      ),
    );
  });
});

describe('a channel in a category', () => {
  const quiet = forEveryone({ deny: ['SEND_MESSAGES'] });
  const staff = forRole('501', { allow: ['SEND_MESSAGES'] });

  it('is synced when both have the same overwrites, in any order', () => {
    expect(isSynced(channel('text', quiet, staff), channel('category', staff, quiet))).toBe(true);
    expect(isSynced(channel(), channel('category'))).toBe(true);
    expect(isSynced(channel('text', { ...quiet, deny: 2048n }), channel('category', quiet))).toBe(true);
  });

  it('is not with one more, one less or one that differs', () => {
    expect(isSynced(channel('text', quiet, staff), channel('category', quiet))).toBe(false);
    expect(isSynced(channel('text', quiet), channel('category', quiet, staff))).toBe(false);
    expect(isSynced(channel('text', quiet), channel('category', { ...quiet, allow: '1024' }))).toBe(false);
    expect(isSynced(channel('text', quiet), channel('category', { ...quiet, type: 1 }))).toBe(false);
  });
});
