import { describe, expect, it } from '@jest/globals';
import { interactionWorld, MESSAGE, RESOLVED } from './samples.js';

const ALICE_OPTION = { name: 'who', type: 6, value: '9' };
const given = (options: readonly object[], resolved: object = {}, direct = false) =>
  interactionWorld('command', { data: { options, resolved }, direct }).interaction.options;
const formOf = (components: readonly object[]) => interactionWorld('modal', { data: { components } }).interaction.fields;

describe('options that Discord adds later', () => {
  const later = { name: 'color', type: 99, value: '#ff0000', focused: true };

  it('are no type that is known', () => {
    expect(() => given([later]).string('color')).toThrow(/`color` is unknown, and was read as string/);
  });

  it('are suggested for as texts', () => {
    expect(given([later]).focused).toEqual({ name: 'color', value: '#ff0000', type: 'string' });
  });
});

describe('options of which Discord sent nothing along', () => {
  it('are not there', () => {
    const options = given([ALICE_OPTION, { name: 'any', type: 9, value: '5' }, { name: 'file', type: 11, value: '70' }]);
    expect([options.user('who'), options.member('who'), options.mentionable('any'), options.attachment('file')]).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  it('are a member all the same where only the user is missing', () => {
    expect(given([ALICE_OPTION], { members: RESOLVED.members }).member('who')?.userId).toBe('9');
  });

  it('are nobody’s member in direct messages', () => {
    expect(given([ALICE_OPTION], RESOLVED, true).member('who')).toBeUndefined();
  });

  it('are missed by name, also where none was given', () => {
    expect(() => given([]).require.user('who')).toThrow(/"who" was not given\. Given were: none\. Make it required/);
  });
});

describe('a form', () => {
  it('tells what was chosen, and what was not meant', () => {
    const fields = formOf([{ type: 18, component: { type: 21, custom_id: 'how', value: 'slow' } }]);
    expect(fields.choice('how')).toBe('slow');
    expect(() => fields.values('how')).toThrow(/"how" holds "slow", which is not what was asked for/);
  });

  it('without fields lacks every field', () => {
    expect(() => formOf([{ type: 10, content: 'Nobody reads this.' }]).text('why')).toThrow(
      /no field "why"\. It has: none\. Look at the custom ids/,
    );
  });

  it.each([
    ['update', { type: 7, data: { content: 'Done.' } }],
    ['deferUpdate', { type: 6 }],
  ] as const)('is answered by %s of the message that it came from', async (deed, response) => {
    const { calls, interaction } = interactionWorld('modal');
    await interaction[deed]('Done.');
    expect(calls[0]?.[3]).toEqual(response);
  });
});

describe('where an interaction happened', () => {
  const moved = (rest: object) => {
    const { payload, views } = interactionWorld('command');
    return views.interaction({ ...payload, ...rest });
  };

  it('is told by an older field, too', () => {
    const interaction = moved({ channel: undefined, channel_id: '7' });
    expect([interaction.channelId, interaction.channel?.id]).toEqual(['7', '7']);
  });

  it('may be nowhere', () => {
    const interaction = moved({ channel: undefined, channel_id: undefined });
    expect([interaction.channelId, interaction.channel]).toEqual([undefined, undefined]);
  });

  it('is what the cache knows of it', () => {
    const { apply, interaction } = interactionWorld('command');
    apply('GUILD_CREATE', { id: '1', name: 'Home', channels: [{ id: '2', type: 0, name: 'general' }], members: [], roles: [] });
    expect([interaction.guild?.data, interaction.channel?.data]).toMatchObject([{ name: 'Home' }, { name: 'general' }]);
  });

  it('may be a guild’s own command', () => {
    expect(interactionWorld('command', { data: { guild_id: '1' } }).interaction.commandGuildId).toBe('1');
    expect(interactionWorld('autocomplete').interaction.commandGuildId).toBeUndefined();
  });

  it('says no language where there is nobody', () => {
    expect(moved({ type: 1, locale: undefined }).locale).toBeUndefined();
  });
});

describe('an interaction of a kind that Discord adds later', () => {
  it.each([
    ['command', { type: 99 }],
    ['button', { component_type: 99 }],
    ['command', { type: undefined }],
    ['button', { component_type: undefined }],
  ] as const)('is known by its data alone: %s %o', (kind, data) => {
    expect(interactionWorld(kind, { data }).interaction.kind).toBe('unknown');
  });
});

describe('an answer', () => {
  it('in a direct message belongs to no guild', async () => {
    const { interaction } = interactionWorld('button', { direct: true });
    expect((await interaction.reply('Pong!')).guildId).toBeUndefined();
  });

  it('that Discord does not send back is known by its channel', async () => {
    const { interaction } = interactionWorld('button', { answer: () => ({}) });
    const reply = await interaction.reply('Pong!');
    expect([reply.channelId, reply.guildId]).toEqual(['2', '1']);
  });

  it('that updates a message is that message where Discord does not send it back', async () => {
    const { interaction } = interactionWorld('button', { answer: () => ({}) });
    expect((await interaction.update('Done.')).id).toBe(MESSAGE.id);
  });
});
