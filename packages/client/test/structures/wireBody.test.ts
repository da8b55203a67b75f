import { describe, expect, it } from '@jest/globals';
import { Permissions } from '@aplomb/cache';
import type {
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPatchAPIGuildMemberJSONBody,
  RESTPatchAPIGuildRoleJSONBody,
  RESTPostAPIGuildChannelJSONBody,
} from 'discord-api-types/v10';
import { wireBody } from '../../src/structures/wireBody.js';

describe('a body', () => {
  it('has the names of Discord’s documentation, at every depth', () => {
    const body = wireBody<RESTPostAPIGuildChannelJSONBody>({
      name: 'news',
      parentId: '5',
      availableTags: [{ name: 'new', emojiName: '🎉' }],
    });
    expect(body).toEqual({ name: 'news', parent_id: '5', available_tags: [{ name: 'new', emoji_name: '🎉' }] });
  });

  it('is understood as Discord’s own, too', () => {
    expect(wireBody<RESTPatchAPIGuildMemberJSONBody>({ channel_id: '5', nick: null })).toEqual({ channel_id: '5', nick: null });
  });

  it('has permissions as digits, whatever they were given as', () => {
    const given = ['SEND_MESSAGES', 2048n, '2048', Permissions.from('SEND_MESSAGES'), ['SEND_MESSAGES']] as const;
    for (const permissions of given) expect(wireBody<RESTPatchAPIGuildRoleJSONBody>({ permissions })).toEqual({ permissions: '2048' });
    expect(wireBody<RESTPatchAPIGuildRoleJSONBody>({ permissions: null })).toEqual({ permissions: null });
    const command = wireBody<RESTPostAPIApplicationCommandsJSONBody>({ name: 'ban', type: 2, defaultMemberPermissions: ['BAN_MEMBERS'] });
    expect(command).toEqual({ name: 'ban', type: 2, default_member_permissions: '4' });
  });

  it('has colours as numbers, whatever they were given as, at every depth', () => {
    for (const color of ['Green', '#57f287', 0x57f287, [0x57, 0xf2, 0x87]] as const)
      expect(
        wireBody<RESTPatchAPIGuildRoleJSONBody>({ color, colors: { primaryColor: color, secondaryColor: null, tertiaryColor: null } }),
      ).toEqual({
        color: 0x57f287,
        colors: { primary_color: 0x57f287, secondary_color: null, tertiary_color: null },
      });
    expect(wireBody<RESTPatchAPIGuildRoleJSONBody>({ color: null })).toEqual({ color: null });
    expect(() => wireBody<RESTPatchAPIGuildRoleJSONBody>({ color: 'Gren' as 'Green' })).toThrow('Did you mean "Green"?');
  });

  it('has moments as Discord writes them', () => {
    const body = wireBody<RESTPatchAPIGuildMemberJSONBody>({ communicationDisabledUntil: new Date(0) });
    expect(body).toEqual({ communication_disabled_until: '1970-01-01T00:00:00.000Z' });
  });

  it('is refused with a Date that is none', () => {
    const wrong = () => wireBody<RESTPatchAPIGuildMemberJSONBody>({ communicationDisabledUntil: new Date(Number.NaN) });
    expect(wrong).toThrow('`communicationDisabledUntil` is a Date that is no date.');
  });

  it('lacks what was not given, and keeps what is no name of ours', () => {
    const body = wireBody<Record<string, unknown>>({ a: undefined, names: { 'en-US': 'x', snake_key: 1 }, bytes: Buffer.from('x') });
    expect(body).toEqual({ names: { 'en-US': 'x', snake_key: 1 }, bytes: Buffer.from('x') });
  });
});
