import { beforeEach, describe, expect, it } from '@jest/globals';
import { addRole, openDirectChannel, updateMember } from '../../../src/world/arrange.js';
import { Form } from '../../../src/world/forms/Form.js';
import type { CommandPermission } from '../../../src/world/guild/commandPermissions.js';
import { setCommandPermissions } from '../../../src/world/guild/commandPermissions.js';
import { startThread } from '../../../src/world/guild/threads.js';
import { commandsFor } from '../../../src/world/interactions/useCommand.js';
import { arrangeInteractions } from './arrangeInteractions.js';
import type { InteractionHome } from './arrangeInteractions.js';

/** Permissions as the table writes them: on what, of which kind, and whether it is allowed. */
type Given = readonly (readonly [
  on: 'all channels' | 'alice' | 'everyone' | 'general' | 'other' | 'team' | 'trusted',
  isAllowed: boolean,
])[];

let home: InteractionHome;

function setFor(commandId: string, given: Given): void {
  const { alice, general, guild, world } = home;
  const roles = [...guild.roles.values()];
  const idOf = (name: string): string => roles.find((role) => role.name === name)?.id ?? '1';
  const ids: Readonly<Record<Given[number][0], readonly [string, CommandPermission['type']]>> = {
    'all channels': [String(BigInt(guild.id) - 1n), 3],
    alice: [alice.id, 2],
    everyone: [guild.id, 1],
    general: [general.id, 3],
    other: ['1', 3],
    team: [idOf('team'), 1],
    trusted: [idOf('trusted'), 1],
  };
  const permissions = given.map(([on, permission]) => ({ id: ids[on][0], type: ids[on][1], permission }));
  setCommandPermissions(world, guild, { reason: null, userId: guild.ownerId }, commandId, permissions);
}

const seen = (channelId = home.general.id, use = home.use): readonly string[] => commandsFor({ ...use, channelId }).map(({ name }) => name);

describe('what a guild sets for a command', () => {
  beforeEach(() => {
    home = arrangeInteractions({ name: 'roll' });
    const roles = ['team', 'trusted'].map((name) => addRole(home.world, home.guild, { name }).id);
    updateMember(home.world, home.guild, home.alice.id, { roles });
  });

  it.each<[string, Given, Given, boolean]>([
    ['nothing', [], [], true],
    ['everyone may not', [['everyone', false]], [], false],
    [
      'a role may, everyone may not',
      [
        ['everyone', false],
        ['team', true],
      ],
      [],
      true,
    ],
    [
      'one role may, another may not',
      [
        ['team', false],
        ['trusted', true],
      ],
      [],
      true,
    ],
    ['a role may not', [['team', false]], [], false],
    [
      'a person may, the role may not',
      [
        ['team', false],
        ['alice', true],
      ],
      [],
      true,
    ],
    [
      'a person may not, the role may',
      [
        ['team', true],
        ['alice', false],
      ],
      [],
      false,
    ],
    ['no channel', [['all channels', false]], [], false],
    [
      'only this channel',
      [
        ['all channels', false],
        ['general', true],
      ],
      [],
      true,
    ],
    ['not this channel', [['general', false]], [], false],
    ['another channel', [['other', false]], [], true],
    ['nothing, and no command for everyone', [], [['everyone', false]], false],
    ['a role may, and no command for everyone', [['team', true]], [['everyone', false]], true],
    ['nothing, and no command in the channel', [], [['general', false]], false],
    ['this channel, and no command in all channels', [['general', true]], [['all channels', false]], true],
  ])('decides who may use it: %j', (_, own, general, expected) => {
    const [command] = home.commands.list({ guildId: null });
    setFor(command?.id ?? '', own);
    setFor(home.world.application.id, general);
    expect(seen()).toEqual(expected ? ['roll'] : []);
  });

  it('goes before the permissions that it asks for by default', () => {
    home.commands.put({ guildId: null }, new Form({ name: 'roll', description: 'x', default_member_permissions: '8' }));
    expect(seen()).toEqual([]);
    setFor(home.world.application.id, [['alice', true]]);
    expect(seen()).toEqual([]);
    setFor(home.commands.list({ guildId: null })[0]?.id ?? '', [['alice', true]]);
    expect(seen()).toEqual(['roll']);
  });

  it('does not bind administrators', () => {
    setFor(home.world.application.id, [['everyone', false]]);
    const { id } = addRole(home.world, home.guild, { name: 'admin', permissions: ['Administrator'] });
    updateMember(home.world, home.guild, home.alice.id, { roles: [id] });
    expect(seen()).toEqual(['roll']);
  });

  it('holds for threads as for their channel', () => {
    const thread = startThread(
      home.world,
      home.messages,
      { reason: null, userId: home.alice.id },
      home.general.id,
      new Form({ name: 'x', type: 11 }),
    );
    setFor(home.world.application.id, [['general', false]]);
    expect(seen(thread.id)).toEqual([]);
  });
});

describe('where a command is offered', () => {
  it('is for adults in threads of channels for adults', () => {
    home = arrangeInteractions({ name: 'gin', nsfw: true });
    const thread = startThread(
      home.world,
      home.messages,
      { reason: null, userId: home.alice.id },
      home.general.id,
      new Form({ name: 'x', type: 11 }),
    );
    expect(seen(thread.id)).toEqual([]);
    home.general.more = { nsfw: true };
    expect([seen(), seen(thread.id)]).toEqual([['gin'], ['gin']]);
  });

  it('is not in a conversation with the bot when the older field says so', () => {
    home = arrangeInteractions({ name: 'a', dm_permission: false }, { name: 'b', dm_permission: false, contexts: [1] }, { name: 'c' });
    expect(seen(openDirectChannel(home.world, home.alice).id)).toEqual(['b', 'c']);
  });

  it('is a guild, of whose commands one hides a global one', () => {
    home = arrangeInteractions({ name: 'a' });
    home.commands.put({ guildId: home.guild.id }, new Form({ name: 'a', description: 'own' }));
    expect(commandsFor(home.use).map(({ description }) => description)).toEqual(['own']);
    expect(seen(openDirectChannel(home.world, home.alice).id)).toEqual(['a']);
  });
});

describe('a command for people who have installed the app', () => {
  beforeEach(() => {
    home = arrangeInteractions({ name: 'mine', integration_types: [1] }, { name: 'both', integration_types: [0, 1] });
  });

  it('is there for them only, and tells for whom', () => {
    expect([seen(), home.slash('both').owners]).toEqual([['both'], { '0': home.guild.id }]);
    home.world.installedBy.add(home.alice.id);
    expect([seen(), home.slash('mine').owners, home.slash('both').owners]).toEqual([
      ['mine', 'both'],
      { '1': home.alice.id },
      { '0': home.guild.id, '1': home.alice.id },
    ]);
    expect(home.events.at(-2)?.d).toMatchObject({ authorizing_integration_owners: { '1': home.alice.id } });
  });

  it('is followed by five messages at most', () => {
    home.world.installedBy.add(home.alice.id);
    const follow = (name: string): readonly unknown[] => {
      const record = home.slash(name);
      home.answer(record, { type: 4, data: { content: 'x' } });
      return Array.from({ length: 6 }, (_, count) => home.askWebhook(record, 'POST', '', { content: String(count) }));
    };
    expect(follow('mine').at(-1)).toMatchObject({ status: 400, body: { code: 40094 } });
    expect(follow('both').at(-1)).toMatchObject({ status: 200 });
  });
});
