import { beforeEach, describe, expect as jestExpect, it } from '@jest/globals';
import { Interaction } from '../../src/actors/Interaction.js';
import type { Message } from '../../src/actors/Message.js';
import { shown } from '../../src/actors/acts/messageActs.js';
import { withFakeDiscord } from '../../src/jest/fakeDiscordMatchers.js';
import { Form } from '../../src/world/forms/Form.js';
import { readDraft } from '../../src/world/forms/messageForm.js';
import type { InteractionRecord } from '../../src/world/interactions/InteractionRecord.js';
import { slashCommand } from '../../src/world/interactions/useCommand.js';
import { makeStage } from '../makeStage.js';
import { arrangePeople } from '../actors/arrangePeople.js';
import type { People } from '../actors/arrangePeople.js';

const expect = withFakeDiscord(jestExpect);

let people: People;

beforeEach(() => {
  people = arrangePeople();
});

/** A message of the bot. */
function said(body: Readonly<Record<string, unknown>>, onlyFor: string | null = null): Message {
  const { home } = people;
  return shown(makeStage(home), home.messages.postAs(home.bot, home.general, readDraft(new Form(body)), {}, onlyFor));
}

/** A use of `/tea`, answered so. */
function used(answer?: object): Interaction {
  const { general, home } = people;
  const { commands } = home;
  commands.put({ guildId: null }, new Form({ name: 'tea', description: 'x', options: [SORT] }));
  const use = { channelId: general.id, commands, user: home.alice, world: home.world };
  const focused = answer !== undefined && 'choices' in answer ? { focused: 'sort' } : {};
  const record: InteractionRecord = home.interactions.open(slashCommand(use, { name: 'tea', values: {}, ...focused }));
  if (answer !== undefined) home.interactions.answer(record.id, record.token, new Form(bodyOf(answer)), new Map());
  return new Interaction(home.world, record);
}

const SORT = { type: 3, name: 'sort', description: 'x', autocomplete: true };
const TEXT_INPUT = { type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1 } };

function bodyOf(answer: object): Readonly<Record<string, unknown>> {
  const type = 'choices' in answer ? 8 : 'custom_id' in answer ? 9 : 4;
  return { type, data: answer };
}

describe('expectations of channels', () => {
  it('see what was received without waiting for it, as often as one likes', () => {
    said({ content: 'Pong!' });
    expect(people.general).toHaveReceived('Pong!');
    expect(people.general).toHaveReceived({ content: /^Pong/ });
    expect(people.general).not.toHaveReceived('Ping!');
  });

  it('see through the eyes of somebody', () => {
    said({ content: 'psst' }, people.alice.id);
    expect(people.general).not.toHaveReceived('psst');
    expect(people.general).toHaveReceived('psst', { seenBy: people.alice });
  });

  it('fail with the conversation, what only one person sees among it', () => {
    said({ content: 'psst' }, people.alice.id);
    jestExpect(() => expect(people.general).toHaveReceived('Pong!')).toThrow(/not received 'Pong!'[\s\S]*psst \(only alice sees it\)/);
  });
});

describe('expectations of messages', () => {
  it('know embeds by a part of them', () => {
    const message = said({ embeds: [{ title: 'Tea', description: 'hot' }] });
    expect(message).toHaveEmbed({ title: /^Te/ });
    expect(message).not.toHaveEmbed({ title: 'Coffee' });
  });

  it('know components by their custom_id or a part of them, at any depth', () => {
    const message = said({ components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Yes', custom_id: 'yes' }] }], content: 'x' });
    expect(message).toHaveComponent('yes');
    expect(message).toHaveComponent({ label: 'Yes', style: 1 });
    expect(message).not.toHaveComponent('no');
  });

  it('know reactions, and how many', async () => {
    const message = said({ content: 'x' });
    await people.alice.react(message, '👍');
    expect(message).toHaveReaction('👍');
    expect(message).toHaveReaction('👍', 1);
    expect(message).not.toHaveReaction('👍', 2);
    expect(message).not.toHaveReaction('👎');
  });

  it('know what is for one person’s eyes', () => {
    expect(said({ content: 'x', flags: 64 })).not.toBeEphemeral();
    const { home } = people;
    const draft = { ...readDraft(new Form({ content: 'x' })), flags: 64 };
    expect(shown(makeStage(home), home.messages.postAs(home.bot, home.general, draft, {}, home.alice.id))).toBeEphemeral();
  });

  it('fail with what there is instead', () => {
    const message = said({ content: 'look', embeds: [{ title: 'Tea' }] });
    jestExpect(() => expect(message).toHaveEmbed({ title: 'Coffee' })).toThrow(/no embed like \{ title: 'Coffee' \}: \[ \{ title: 'Tea'/);
  });
});

describe('expectations of interactions', () => {
  it('know the reply', () => {
    expect(used({ content: 'Here you are' })).toBeAnsweredWith('Here you are');
    expect(used({ content: 'Here you are' })).not.toBeAnsweredWith({ content: /no/ });
    jestExpect(() => expect(used()).toBeAnsweredWith('x')).toThrow("was not answered with 'x'. There was no answer.");
  });

  it('know the modal', () => {
    const form = used({ custom_id: 'form', title: 'Which?', components: [TEXT_INPUT] });
    expect(form).toOpenModal();
    expect(form).toOpenModal('form');
    expect(form).toOpenModal({ title: 'Which?' });
    expect(form).not.toOpenModal('other');
    expect(used()).not.toOpenModal();
  });

  it('know suggestions', () => {
    const typing = used({ choices: [{ name: 'Green', value: 'g' }] });
    expect(typing).toSuggest(['Green']);
    expect(typing).toSuggest([{ value: 'g' }]);
    expect(typing).not.toSuggest([]);
    expect(used()).not.toSuggest([]);
  });
});

describe('every expectation', () => {
  it.each(Object.keys(subjects()))('%s() fails on something of another kind, negated or not', (name) => {
    const matcher = (negated: boolean) => {
      const subject = jestExpect('nobody') as unknown as Record<string, () => void> & { not: Record<string, () => void> };
      return (): void => {
        (negated ? subject.not : subject)[name]!();
      };
    };
    const words = `${name}() is for ${subjects()[name]!} of a FakeDiscord.`;
    jestExpect(matcher(false)).toThrow(words);
    jestExpect(matcher(true)).toThrow(words);
  });
});

/** What each matcher that waits for nothing is for. */
function subjects(): Readonly<Record<string, string>> {
  return {
    toBeAnsweredWith: 'interactions',
    toBeEphemeral: 'messages',
    toHaveComponent: 'messages',
    toHaveEmbed: 'messages',
    toHaveReaction: 'messages',
    toHaveReceived: 'channels',
    toOpenModal: 'interactions',
    toSuggest: 'interactions',
  };
}
