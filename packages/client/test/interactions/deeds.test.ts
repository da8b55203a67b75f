import { describe, expect, it } from '@jest/globals';
import { label, modal } from '../../src/builders/modal.js';
import { textInput } from '../../src/builders/textInput.js';
import { interactionWorld, MESSAGE } from './samples.js';

const FORM = modal({ customId: 'form', title: 'Form', components: [label({ label: 'Name', component: textInput({ customId: 'name' }) })] });
const CALLBACK = ['interactions.createResponse', '175928847299117063', 'secret-of-the-interaction'];
const WEBHOOK = ['8', 'secret-of-the-interaction'];
const WITH_RESPONSE = { query: { with_response: true } };

type World = ReturnType<typeof interactionWorld<'button'>>;
type Deed = (interaction: World['interaction']) => Promise<unknown>;

const FIRST: readonly (readonly [name: string, deed: Deed, response: object])[] = [
  ['reply', (each) => each.reply('Pong!'), { type: 4, data: { content: 'Pong!' } }],
  [
    'reply that one person sees',
    (each) => each.reply({ content: 'Pong!', ephemeral: true }),
    { type: 4, data: { content: 'Pong!', flags: 64 } },
  ],
  ['defer', (each) => each.defer(), { type: 5, data: {} }],
  ['defer for one person', (each) => each.defer({ ephemeral: true }), { type: 5, data: { flags: 64 } }],
  ['deferUpdate', (each) => each.deferUpdate(), { type: 6 }],
  ['update', (each) => each.update('Done.'), { type: 7, data: { content: 'Done.' } }],
  ['showModal', (each) => each.showModal(FORM), { type: 9, data: FORM }],
  ['launchActivity', (each) => each.launchActivity(), { type: 12 }],
];

describe('the first answer of an interaction', () => {
  it.each(FIRST)('%s', async (_, deed, response) => {
    const { calls, interaction } = interactionWorld('button');
    await deed(interaction);
    expect(calls).toEqual([[...CALLBACK, response, WITH_RESPONSE]]);
  });

  it('to who types is a list of suggestions', async () => {
    const { calls, interaction } = interactionWorld('autocomplete');
    await interaction.suggest(['Yesterday', 7, { name: 'Help!', value: 'help' }]);
    const choices = [
      { name: 'Yesterday', value: 'Yesterday' },
      { name: '7', value: 7 },
      { name: 'Help!', value: 'help' },
    ];
    expect(calls).toEqual([[...CALLBACK, { type: 8, data: { choices } }, WITH_RESPONSE]]);
  });

  it.each([
    ['too many', Array.from({ length: 26 }, (_, at) => at), /`suggestions` are 26\. Discord takes at most 25/],
    ['an empty one', ['ok', ''], /`suggestions\[1\]\.name` is "", of 0 characters\. Discord takes 1 to 100/],
    ['one that is too long', [{ name: 'ok', value: 'x'.repeat(101) }], /`suggestions\[0\]\.value` is .*of 101 characters/],
  ])('is refused before the network: %s', async (_, suggestions, message) => {
    const { calls, interaction } = interactionWorld('autocomplete');
    await expect(interaction.suggest(suggestions)).rejects.toThrow(message);
    expect([calls, interaction.isAnswered]).toEqual([[], false]);
  });

  it('that is too long is refused before the network, and another one may follow', async () => {
    const { calls, interaction } = interactionWorld('button');
    await expect(interaction.reply('x'.repeat(2_001))).rejects.toMatchObject({ code: 'INVALID_BODY' });
    expect([calls, interaction.isAnswered]).toEqual([[], false]);
  });
});

const LATER: readonly (readonly [name: string, deed: Deed, call: readonly unknown[]])[] = [
  ['editReply', (each) => each.editReply('Done.'), ['interactions.editOriginalResponse', ...WEBHOOK, { content: 'Done.' }]],
  ['fetchReply', (each) => each.fetchReply(), ['interactions.originalResponse', ...WEBHOOK]],
  ['deleteReply', (each) => each.deleteReply(), ['interactions.deleteOriginalResponse', ...WEBHOOK]],
  ['followUp', (each) => each.followUp('And more.'), ['interactions.createFollowup', ...WEBHOOK, { content: 'And more.' }]],
];

describe('what follows the first answer', () => {
  it.each(LATER)('%s waits for it, and then goes through its token', async (name, deed, call) => {
    const { calls, interaction } = interactionWorld('button');
    await expect(deed(interaction)).rejects.toMatchObject({
      code: 'INTERACTION_NOT_ANSWERED',
      message: expect.stringContaining(name) as unknown,
    });
    expect(calls).toEqual([]);
    await interaction.defer();
    await deed(interaction);
    expect(calls[1]?.filter((each) => each !== undefined)).toEqual(call);
  });

  it('may give a poll where a message was promised, and no other edit may', async () => {
    const poll = { question: { text: 'Ready?' }, answers: [{ poll_media: { text: 'Yes' } }] } as never;
    const promised = interactionWorld('button');
    await promised.interaction.defer();
    await promised.interaction.editReply({ poll });
    expect(promised.calls[1]?.[3]).toMatchObject({ poll });
    const said = interactionWorld('button');
    await said.interaction.reply('Hello');
    await expect(said.interaction.editReply({ poll })).rejects.toThrow(/poll/);
  });
});

describe('a message that was sent in answer', () => {
  it('is the one that Discord made, and knows its guild', async () => {
    const { interaction } = interactionWorld('button');
    const reply = await interaction.reply('Pong!');
    expect([reply.id, reply.channelId, reply.guildId, reply.content]).toEqual([MESSAGE.id, '2', '1', 'Ready?']);
  });

  it.each([
    ['the first answer', '@original', (each: World['interaction']) => each.reply('Pong!')],
    ['what followed', MESSAGE.id, async (each: World['interaction']) => (await each.defer(), each.followUp('More.'))],
  ])('is changed, fetched and deleted through the interaction: %s', async (_, key, send) => {
    const { calls, interaction } = interactionWorld('button');
    const sent = await send(interaction);
    calls.length = 0;
    await sent.edit('Other.');
    await sent.fetch();
    await sent.delete();
    expect(calls.map((call) => call.filter((each) => each !== undefined))).toEqual([
      ['interactions.editFollowup', ...WEBHOOK, key, { content: 'Other.' }],
      ['interactions.followup', ...WEBHOOK, key],
      ['interactions.deleteFollowup', ...WEBHOOK, key],
    ]);
  });

  it('is also the message that a component or a form hangs on', async () => {
    for (const kind of ['button', 'modal'] as const) {
      const { calls, interaction } = interactionWorld(kind);
      await interaction.message?.delete();
      expect(calls).toEqual([['interactions.deleteFollowup', ...WEBHOOK, MESSAGE.id]]);
    }
  });
});
