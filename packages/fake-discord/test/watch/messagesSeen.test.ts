import { beforeEach, describe, expect, it } from '@jest/globals';
import { Form } from '../../src/world/forms/Form.js';
import { readDraft } from '../../src/world/forms/messageForm.js';
import { arrangePeople } from '../actors/arrangePeople.js';
import type { People } from '../actors/arrangePeople.js';

let people: People;

beforeEach(() => {
  people = arrangePeople();
});

const contents = (who: People['alice'], page = {}): readonly string[] => who.messagesIn(people.general, page).map(({ content }) => content);

describe('the messages that a person sees', () => {
  it('are the newest, oldest first, page by page', async () => {
    const { alice, bob, general } = people;
    for (const content of ['1', '2', '3', '4']) await bob.send(general, content);
    const before = alice.messagesIn(general)[2]!.id;
    expect([contents(alice, { limit: 2 }), contents(alice, { before, limit: 1 }), contents(alice, { limit: 0 })]).toEqual([
      ['3', '4'],
      ['2'],
      [],
    ]);
  });

  it('are seen with their own reactions, and what is for their eyes only', async () => {
    const { alice, bob, general, home } = people;
    const message = await bob.send(general, 'hello');
    await alice.react(message, '👍');
    home.messages.postAs(home.bot, home.general, readDraft(new Form({ content: 'psst' })), {}, alice.id);
    expect([contents(alice), contents(bob)]).toEqual([['hello', 'psst'], ['hello']]);
    const me = (who: People['alice']): boolean | undefined => who.messagesIn(general)[0]?.reactions?.[0]?.me;
    expect([me(alice), me(bob)]).toEqual([true, false]);
  });

  it('are none without the permission to read the history, or to see the channel', async () => {
    const { alice, bob, general } = people;
    await bob.send(general, 'hello');
    general.setOverwrites([{ id: alice.id, deny: ['ReadMessageHistory'] }]);
    expect([contents(alice), contents(bob)]).toEqual([[], ['hello']]);
    general.setOverwrites([{ id: alice.id, deny: ['ViewChannel'] }]);
    expect(contents(alice)).toEqual([]);
  });
});

describe('the commands that a person may use', () => {
  it('are those of the guild and global ones, of all kinds, each name once', () => {
    const { alice, general, guild, home } = people;
    const put = (guildId: string | null, fields: object): void =>
      void home.commands.put({ guildId }, new Form({ description: 'x', ...fields }));
    put(null, { name: 'tea' });
    put(guild.id, { name: 'tea', description: 'the guild’s own' });
    put(null, { name: 'Wave', type: 2, description: '' });
    put(null, { name: 'ban', default_member_permissions: '4' });
    put(null, { name: 'adults', nsfw: true });
    const seen = (who: People['alice'], where = general): unknown =>
      who.commandsIn(where).map(({ description, name }) => [name, description]);
    expect(seen(alice)).toEqual([
      ['Wave', ''],
      ['tea', 'the guild’s own'],
    ]);
    expect(seen(people.boss)).toContainEqual(['ban', 'x']);
    expect(seen(alice, alice.directChannel)).toContainEqual(['tea', 'x']);
    general.setOverwrites([{ id: alice.id, deny: ['UseApplicationCommands'] }]);
    expect(seen(alice)).toEqual([]);
  });
});
