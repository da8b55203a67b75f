import { describe, expect, it } from '@jest/globals';
import { addRole, openDirectChannel, updateMember } from '../../../src/world/arrange.js';
import { messageCommand, slashCommand, userCommand } from '../../../src/world/interactions/useCommand.js';
import type { OptionValues } from '../../../src/world/interactions/commandValues.js';
import { forbid, outcome } from '../../arrangeHome.js';
import { arrangeInteractions } from './arrangeInteractions.js';

const option = (type: number, name: string, more: object = {}) => ({ type, name, description: 'x', ...more });

/** What becomes of a command with one option when a person gives it a value: the value that is told, or the code of the refusal. */
function told(type: number, more: object, value: OptionValues[string] | undefined): unknown {
  const { slash } = arrangeInteractions({ name: 'do', options: [option(type, 'x', more)] });
  try {
    const options = slash('do', value === undefined ? {} : { x: value }).data['options'] as { value: unknown }[] | undefined;
    return options?.[0]?.value;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('an option that a person gives', () => {
  it.each<[string, number, object, OptionValues[string] | undefined, unknown]>([
    ['a text', 3, {}, 'hi', 'hi'],
    ['nothing, where it may be left out', 3, {}, undefined, undefined],
    ['one of the choices', 3, { choices: [{ name: 'A', value: 'a' }] }, 'a', 'a'],
    ['a whole number', 4, { min_value: 1, max_value: 6 }, 6, 6],
    ['a number', 10, {}, 1.5, 1.5],
    ['a boolean', 5, {}, false, false],
    ['a file of a kind that is wanted', 11, { file_types: ['image', '.PDF'] }, { filename: 'A.JPG', data: '' }, expect.any(String)],
  ])('is told when it is %s', (_, type, more, value, expected) => {
    expect(told(type, more, value)).toEqual(expected);
  });

  it.each<[string, number, object, OptionValues[string] | undefined]>([
    ['nothing, where it is required', 3, { required: true }, undefined],
    ['a number for a text', 3, {}, 5],
    ['a text that is too short', 3, { min_length: 3 }, 'hi'],
    ['a text that is too long', 3, { max_length: 1 }, 'hi'],
    ['none of the choices', 3, { choices: [{ name: 'A', value: 'a' }] }, 'b'],
    ['a number that is too large', 4, { max_value: 6 }, 7],
    ['a number that is too small', 10, { min_value: 0 }, -0.1],
    ['a fraction for a whole number', 4, {}, 1.5],
    ['a text for a boolean', 5, {}, 'yes'],
    ['nobody', 6, {}, '1'],
    ['no channel', 7, {}, '1'],
    ['no role', 8, {}, '1'],
    ['a text for a file', 11, {}, 'a.txt'],
    ['a file of another kind', 11, { file_types: ['image', '.pdf'] }, { filename: 'a.txt', data: '' }],
    ['a number for a user', 6, {}, 7],
  ])('is impossible when it is %s', (_, type, more, value) => {
    expect(told(type, more, value)).toBe('FAKE_IMPOSSIBLE_ACT');
  });

  it('comes with what it names in full', () => {
    const options = [option(6, 'who'), option(7, 'where', { channel_types: [0] }), option(8, 'what'), option(9, 'any'), option(11, 'file')];
    const { bob, general, guild, slash, world } = arrangeInteractions({ name: 'do', options });
    const role = addRole(world, guild, { name: 'team' });
    const { data } = slash('do', { who: bob, where: general, what: role, any: role.id, file: { filename: 'a.txt', data: 'hi' } });
    const [who, where, what, any, file] = (data['options'] as { value: string }[]).map(({ value }) => value);
    expect([who, where, what, any]).toEqual([bob.id, general.id, role.id, role.id]);
    expect(data['resolved']).toMatchObject({
      users: { [bob.id]: bob },
      members: { [bob.id]: { nick: null, permissions: expect.any(String) } },
      channels: { [general.id]: { name: 'general', permissions: expect.any(String), app_permissions: expect.any(String) } },
      roles: { [role.id]: role },
      attachments: { [String(file)]: { filename: 'a.txt', size: 2, content_type: 'text/plain' } },
    });
    expect(data).not.toHaveProperty(['resolved', 'members', bob.id, 'user']);
  });

  it('cannot be a channel of another kind', () => {
    const { general, slash } = arrangeInteractions({ name: 'do', options: [option(7, 'where', { channel_types: [2] })] });
    expect(() => slash('do', { where: general })).toThrow('type 0');
  });
});

describe('a slash command', () => {
  it('carries its subcommand and group around the options', () => {
    const set = option(1, 'set', { options: [option(3, 'key')] });
    const { slash } = arrangeInteractions({ name: 'config', options: [option(2, 'colour', { options: [set] }), option(1, 'show')] });
    expect(slash('config colour set', { key: 'x' }).data['options']).toEqual([
      { type: 2, name: 'colour', options: [{ type: 1, name: 'set', options: [{ type: 3, name: 'key', value: 'x' }] }] },
    ]);
    expect(slash('config show').data['options']).toEqual([{ type: 1, name: 'show', options: [] }]);
    expect(() => slash('config')).toThrow('There is "colour", "show".');
    expect(() => slash('config show', { key: 'x' })).toThrow('no option "key"');
  });

  it('asks for suggestions while an option is typed, with what was typed so far', () => {
    const options = [option(4, 'page', { required: true, autocomplete: true }), option(3, 'book', { required: true })];
    const { answer, slash } = arrangeInteractions({ name: 'read', options });
    const record = slash('read', { page: 1 }, 'page');
    expect([record.type, record.data['options']]).toEqual([4, [{ type: 4, name: 'page', value: '1', focused: true }]]);
    const wrong = answer(record, { type: 8, data: { choices: [{ name: 'x', value: 'one' }] } });
    expect(wrong).toMatchObject({
      status: 400,
      body: { errors: { data: { choices: { '0': { value: { _errors: [{ code: 'NUMBER_TYPE_COERCE' }] } } } } } },
    });
    const many = Array.from({ length: 26 }, (_, value) => ({ name: 'x', value }));
    expect(answer(record, { type: 8, data: { choices: many } }).status).toBe(400);
    expect([answer(record, { type: 8, data: { choices: many.slice(0, 25) } }).status, record.answer?.choices?.length]).toEqual([204, 25]);
  });

  it('suggests nothing for an option that asks for no suggestions', () => {
    const { slash } = arrangeInteractions({ name: 'read', options: [option(3, 'book')] });
    expect(() => slash('read', { book: 'x' }, 'book')).toThrow('has no suggestions');
  });

  it('is used in the language of the person, and told as it is registered', () => {
    const size = option(4, 'size', {
      name_localizations: { de: 'größe' },
      choices: [{ name: 'big', name_localizations: { de: 'groß' }, value: 3 }],
    });
    const { alice, events, guild, slash, world } = arrangeInteractions({
      name: 'roll',
      name_localizations: { de: 'würfle' },
      options: [option(1, 'die', { name_localizations: { de: 'würfel' }, options: [size] })],
    });
    world.locales.set(alice.id, 'de');
    guild.more = { preferred_locale: 'fr' as never };
    const shown = slash('würfle würfel', { größe: 'groß' });
    expect(shown.data).toMatchObject({ name: 'roll', options: [{ name: 'die', options: [{ name: 'size', value: 3 }] }] });
    expect(slash('roll die', { size: 3 }).data['options']).toEqual(shown.data['options']);
    expect(events[0]?.d).toMatchObject({ locale: 'de', guild_locale: 'fr', guild: { locale: 'fr' } });
    expect(() => slash('würfle')).toThrow('There is "würfel".');
    expect(() => slash('rol')).toThrow('There is "würfle".');
  });

  it('suggests in the language of the person', () => {
    const { alice, answer, slash, world } = arrangeInteractions({
      name: 'read',
      options: [option(3, 'book', { name_localizations: { de: 'buch' }, autocomplete: true })],
    });
    world.locales.set(alice.id, 'de');
    const record = slash('read', { buch: 'x' }, 'buch');
    answer(record, {
      type: 8,
      data: { choices: [{ name: 'Faust', name_localizations: { de: 'Der Tragödie erster Teil' }, value: 'faust' }] },
    });
    expect([record.data['options'], record.answer?.choices]).toEqual([
      [{ type: 3, name: 'book', value: 'x', focused: true }],
      [{ name: 'Der Tragödie erster Teil', value: 'faust' }],
    ]);
  });

  it('for adults is there only in a channel for adults', () => {
    const { general, slash } = arrangeInteractions({ name: 'gin', nsfw: true });
    expect(() => slash('gin')).toThrow('There is none.');
    general.more = { nsfw: true };
    expect(slash('gin').data['name']).toBe('gin');
  });

  it('is there only where it is offered', () => {
    const { alice, slash, use, world } = arrangeInteractions({ name: 'here', contexts: [0] }, { name: 'there', contexts: [1] });
    const inDirect = { ...use, channelId: openDirectChannel(world, alice).id };
    expect(slash('here').data['name']).toBe('here');
    expect(slashCommand(inDirect, { name: 'there', values: {} }).data['name']).toBe('there');
    expect(() => slash('there')).toThrow('There is no command "there" here. There is "here".');
    expect(() => slashCommand(inDirect, { name: 'here', values: {} })).toThrow('There is "there".');
  });

  it('is told from a direct conversation with its user, and no member', () => {
    const { alice, events, open, use, world } = arrangeInteractions({ name: 'x' });
    open(slashCommand({ ...use, channelId: openDirectChannel(world, alice).id }, { name: 'x', values: {} }));
    expect(events[0]).toMatchObject({ guildId: null, d: { user: alice, context: 1, authorizing_integration_owners: { '0': '0' } } });
    expect(events[0]?.d).not.toHaveProperty('member');
  });

  it('is not for everybody', () => {
    const { alice, general, guild, slash, world } = arrangeInteractions(
      { name: 'ban', default_member_permissions: '4' },
      { name: 'root', default_member_permissions: '0' },
    );
    expect([outcome(() => slash('ban')), outcome(() => slash('root'))]).toEqual(['403 50013', '403 50013']);
    updateMember(world, guild, alice.id, { roles: [addRole(world, guild, { name: 'mod', permissions: ['BanMembers'] }).id] });
    expect([outcome(() => slash('ban')), outcome(() => slash('root'))]).toEqual(['done', '403 50013']);
    updateMember(world, guild, alice.id, { roles: [addRole(world, guild, { name: 'admin', permissions: ['Administrator'] }).id] });
    expect(outcome(() => slash('root'))).toBe('done');
    updateMember(world, guild, alice.id, { roles: [] });
    forbid(general, alice.id, 'UseApplicationCommands');
    expect(outcome(() => slash('ban'))).toBe('403 50013');
  });
});

describe('a command out of a menu', () => {
  it('names its target and shows it', () => {
    const home = arrangeInteractions({ name: 'Wave at', type: 2, description: '' }, { name: 'Quote', type: 3, description: '' });
    const said = home.say(home.bob, 'wise');
    const target = { channel: home.general, record: home.general.messages.get(said)! };
    expect(userCommand(home.use, 'Wave at', home.bob.id)).toMatchObject({
      data: { type: 2, target_id: home.bob.id, resolved: { users: { [home.bob.id]: home.bob }, members: {} } },
      metadata: { target_user: home.bob },
      replyType: 23,
    });
    expect(messageCommand(home.use, 'Quote', target)).toMatchObject({
      data: { type: 3, target_id: said, resolved: { messages: { [said]: { content: 'wise' } } } },
      metadata: { target_message_id: said },
    });
  });
});
