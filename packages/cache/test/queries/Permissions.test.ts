import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { permissionNames, Permissions } from '../../src/queries/index.js';
import { ALL, digits, documented } from './scene.js';

const names = fc.uniqueArray(fc.constantFrom(...permissionNames));

describe('a set of permissions', () => {
  const chatter = Permissions.from(['SEND_MESSAGES', 'VIEW_CHANNEL']);

  it('says what it has: all of these, any of these, none', () => {
    expect(chatter.has('VIEW_CHANNEL')).toBe(true);
    expect(chatter.has(['VIEW_CHANNEL', 'KICK_MEMBERS'])).toBe(false);
    expect(chatter.any(['VIEW_CHANNEL', 'KICK_MEMBERS'])).toBe(true);
    expect(chatter.any('KICK_MEMBERS')).toBe(false);
    expect([chatter.isEmpty, Permissions.None.isEmpty]).toEqual([false, true]);
  });

  it('says what is missing', () => {
    expect(chatter.missing(['BAN_MEMBERS', 'VIEW_CHANNEL', 'KICK_MEMBERS']).toArray()).toEqual(['KICK_MEMBERS', 'BAN_MEMBERS']);
    expect(chatter.missing(chatter).isEmpty).toBe(true);
  });

  it('gives another when something is added or removed, and stays as it is', () => {
    expect(chatter.add('ADD_REACTIONS').toArray()).toEqual(['ADD_REACTIONS', 'VIEW_CHANNEL', 'SEND_MESSAGES']);
    expect(chatter.remove(['VIEW_CHANNEL', 'KICK_MEMBERS']).toArray()).toEqual(['SEND_MESSAGES']);
    expect(chatter.toArray()).toEqual(['VIEW_CHANNEL', 'SEND_MESSAGES']);
  });

  it('is iterated by name and written as Discord writes it, also within a body', () => {
    expect([...chatter]).toEqual(['VIEW_CHANNEL', 'SEND_MESSAGES']);
    expect(String(chatter)).toBe('3072');
    expect(JSON.stringify({ permissions: chatter })).toBe('{"permissions":"3072"}');
  });

  it('equals another with the same bits', () => {
    expect(chatter.equals('VIEW_CHANNEL')).toBe(false);
    expect(chatter.equals(3072n)).toBe(true);
    expect(Permissions.from(chatter)).toBe(chatter);
  });

  it('is a plain sum: ADMINISTRATOR is one bit of it', () => {
    expect(Permissions.from('ADMINISTRATOR').has('BAN_MEMBERS')).toBe(false);
  });

  it('keeps bits that have no name, and does not name them', () => {
    const future = Permissions.from((1n << 60n).toString()).add('VIEW_CHANNEL');
    expect(future.toString()).toBe(((1n << 60n) + 1024n).toString());
    expect(future.toArray()).toEqual(['VIEW_CHANNEL']);
    expect(chatter.missing(future).bits).toBe(1n << 60n);
  });

  it('knows the sets of the documentation', () => {
    const where = (kind: string): string =>
      digits(...documented.permissions.filter((each) => each.channelTypes.includes(kind)).map(({ name }) => name));
    expect([Permissions.Text, Permissions.Voice, Permissions.Stage].map(String)).toEqual(['T', 'V', 'S'].map(where));
    expect([String(Permissions.None), String(Permissions.All)]).toEqual(['0', ALL]);
    expect(Permissions.GuildLevel.toArray()).toContain('KICK_MEMBERS');
    expect(Permissions.NeedingTwoFactor.has(['BAN_MEMBERS', 'MANAGE_MESSAGES'])).toBe(true);
    expect(Permissions.NeedingTwoFactor.any(['MODERATE_MEMBERS', 'SEND_MESSAGES'])).toBe(false);
  });

  it('survives the way to names, digits and back', () => {
    fc.assert(
      fc.property(names, (some) => {
        const set = Permissions.from(some);
        expect(set.toArray()).toEqual(permissionNames.filter((name) => some.includes(name)));
        expect(Permissions.from(set.toString()).equals(some)).toBe(true);
        expect(Permissions.from(set.toArray()).bits).toBe(set.bits);
      }),
    );
  });

  it('has what it was given and lacks what was taken', () => {
    fc.assert(
      fc.property(names, names, (some, others) => {
        const set = Permissions.from(some);
        expect(set.add(others).has(others)).toBe(true);
        expect(set.remove(others).any(others)).toBe(false);
        expect(set.has(others)).toBe(set.missing(others).isEmpty);
      }),
    );
  });
});
