import { describe, expect, it } from '@jest/globals';
import { colorOf, namesIn, plainName } from '../../src/state/names.js';
import { aliceSeat, bob, person } from '../fixtures.js';

describe('names', () => {
  it('are nicknames before global names before user names', () => {
    expect(plainName({ global_name: 'Bobby', username: 'bob' })).toBe('Bobby');
    expect(plainName(bob)).toBe('bob');
    const guild = person.guilds.get('10');
    const members = new Map(guild?.members).set('101', { nick: 'B.', roles: [], user: bob } as never);
    const names = namesIn({ ...person, guild: guild === undefined ? undefined : { ...guild, members } });
    expect(names.user('101')).toBe('B.');
  });

  it('are unknown of who is unknown', () => {
    const names = aliceSeat().names.value;
    expect([names.user('9'), names.role('9'), names.channel('9')]).toEqual([undefined, undefined, undefined]);
  });

  it('have the colour of the highest coloured role', () => {
    expect([colorOf(person, '10', '100'), colorOf(person, '10', '101'), colorOf(person, null, '100')]).toEqual([0x336699, 0, 0]);
  });

  it('stay the same object while only messages come', () => {
    const seat = aliceSeat();
    const before = seat.names.value;
    seat.takeEvents([{ d: { channel_id: '20', user_id: '101' }, t: 'TYPING_START' }]);
    expect(seat.names.value).toBe(before);
  });
});
