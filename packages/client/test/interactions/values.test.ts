import { describe, expect, it } from '@jest/globals';
import { interactionWorld, RESOLVED } from './samples.js';

const OPTIONS = [
  { name: 'text', type: 3, value: 'hi' },
  { name: 'count', type: 4, value: 7 },
  { name: 'on', type: 5, value: false },
  { name: 'who', type: 6, value: '9' },
  { name: 'where', type: 7, value: '2' },
  { name: 'role', type: 8, value: '5' },
  { name: 'any', type: 9, value: '5' },
  { name: 'ratio', type: 10, value: 0.5 },
  { name: 'file', type: 11, value: '70' },
];

describe('the options of a command', () => {
  const { options } = interactionWorld('command', { data: { options: OPTIONS, resolved: RESOLVED } }).interaction;

  it('are read by their types', () => {
    expect([options.string('text'), options.integer('count'), options.boolean('on'), options.number('ratio')]).toEqual([
      'hi',
      7,
      false,
      0.5,
    ]);
    expect([options.user('who')?.username, options.member('who')?.userId, options.role('role')?.name]).toEqual(['alice', '9', 'Helpers']);
    expect([options.channel('where')?.name, options.mentionable('any')?.id, options.attachment('file')?.data.filename]).toEqual([
      'general',
      '5',
      'cat.png',
    ]);
    expect(options.names).toEqual(OPTIONS.map(({ name }) => name));
  });

  it('are undefined where they were left out, and an error where they must be there', () => {
    expect([options.string('txt'), options.user('nobody')]).toEqual([undefined, undefined]);
    expect(() => options.require.string('txt')).toThrow(/"txt" was not given\. Given were: text, count.* Did you mean `text`\?/);
    expect(() => options.require.attachment('zzzzzzzz')).toThrow(/read it without `require`/);
    expect([options.require.integer('count'), options.require.boolean('on'), options.require.role('role').id]).toEqual([7, false, '5']);
  });

  it('are not read as another type than they have', () => {
    expect(() => options.integer('text')).toThrow(/`text` is string, and was read as integer.*options\.string\('text'\)/);
  });

  it.each([
    ['no subcommand', OPTIONS.slice(0, 1), [undefined, undefined, 'roll']],
    ['a subcommand', [{ name: 'add', type: 1, options: OPTIONS.slice(0, 1) }], [undefined, 'add', 'roll add']],
    [
      'a group',
      [{ name: 'role', type: 2, options: [{ name: 'add', type: 1, options: OPTIONS.slice(0, 1) }] }],
      ['role', 'add', 'roll role add'],
    ],
  ])('stand below %s', (_, given, [group, subcommand, full]) => {
    const { interaction } = interactionWorld('command', { data: { options: given } });
    expect([interaction.options.subcommandGroup, interaction.options.subcommand, interaction.fullCommandName]).toEqual([
      group,
      subcommand,
      full,
    ]);
    expect(interaction.options.string('text')).toBe('hi');
  });

  it('may be none', () => {
    const { interaction } = interactionWorld('command', { data: { options: undefined } });
    expect([interaction.options.names, interaction.options.focused]).toEqual([[], undefined]);
  });
});

describe('who types', () => {
  it('types one option', () => {
    const { interaction } = interactionWorld('autocomplete');
    expect([interaction.focused, interaction.commandName, interaction.commandId]).toEqual([
      { name: 'song', value: 'yest', type: 'string' },
      'play',
      '64',
    ]);
  });
});

describe('the target of a menu', () => {
  it('is a user, with the member', () => {
    const { interaction } = interactionWorld('userCommand');
    expect([interaction.targetId, interaction.targetUser.id, interaction.targetMember?.guildId]).toEqual(['9', '9', '1']);
    expect(interactionWorld('userCommand', { data: { resolved: {} } }).interaction.targetUser.data).toEqual({ id: '9' });
  });

  it('is a message, with its guild', () => {
    const { interaction } = interactionWorld('messageCommand');
    expect([interaction.targetId, interaction.targetMessage?.content, interaction.targetMessage?.guildId]).toEqual(['40', 'Ready?', '1']);
  });
});

describe('what was chosen', () => {
  it.each([
    ['userSelect', { users: ['9'], members: ['9'], roles: [], channels: [] }],
    ['roleSelect', { users: [], members: [], roles: ['5'], channels: [] }],
    ['mentionableSelect', { users: ['9'], members: ['9'], roles: ['5'], channels: [] }],
    ['channelSelect', { users: [], members: [], roles: [], channels: ['2'] }],
    ['stringSelect', { users: [], members: [], roles: [], channels: [] }],
  ] as const)('from a %s is looked up', (kind, expected) => {
    const { interaction } = interactionWorld(kind);
    const { users, members, roles, channels } = interaction;
    const found = { users: users.map(({ id }) => id), members: members.map(({ userId }) => userId), roles: roles.map(({ id }) => id) };
    expect({ ...found, channels: channels.map(({ id }) => id) }).toEqual(expected);
  });

  it('from a list of texts is the texts', () => {
    const { interaction } = interactionWorld('stringSelect');
    expect([interaction.values, interaction.customId, interaction.componentType, interaction.message.id]).toEqual([
      ['red'],
      'color',
      3,
      '40',
    ]);
  });
});

describe('what was entered into a form', () => {
  const field = (customId: string, type: number, value: object) => ({
    type: 18,
    id: 1,
    component: { type, custom_id: customId, ...value },
  });
  const components = [
    { type: 10, id: 9, content: 'Nobody reads this.' },
    { type: 1, components: [{ type: 4, custom_id: 'old', value: 'still here' }] },
    field('name', 4, { value: 'Ada' }),
    field('how', 21, { value: null }),
    field('agree', 23, { value: true }),
    field('colors', 3, { values: ['red', 'blue'] }),
    field('files', 19, { values: ['70'] }),
    field('people', 5, { values: ['9'] }),
    field('roles', 6, { values: ['5'] }),
    field('channels', 8, { values: ['2'] }),
  ];
  const { fields, customId } = interactionWorld('modal', { data: { components, resolved: RESOLVED } }).interaction;

  it('is read by the custom ids of its fields', () => {
    expect([customId, fields.text('name'), fields.text('old'), fields.choice('how'), fields.checked('agree')]).toEqual([
      'form',
      'Ada',
      'still here',
      null,
      true,
    ]);
    expect([fields.values('colors'), fields.files('files').map(({ id }) => id), fields.users('people').map(({ id }) => id)]).toEqual([
      ['red', 'blue'],
      ['70'],
      ['9'],
    ]);
    expect([fields.roles('roles').map(({ id }) => id), fields.channels('channels').map(({ id }) => id)]).toEqual([['5'], ['2']]);
    expect([fields.has('name'), fields.has('nam'), fields.customIds.length]).toEqual([true, false, 9]);
  });

  it('is an error where there is no such field, or one of another kind', () => {
    expect(() => fields.text('nam')).toThrow(/has no field "nam"\. It has: old, name.* Did you mean `name`\?/);
    expect(() => fields.text('colors')).toThrow(/"colors" holds an array of 2, which is not what was asked for/);
    expect(() => fields.checked('name')).toThrow(expect.objectContaining({ code: 'INTERACTION_LACKS_VALUE' }));
  });
});
