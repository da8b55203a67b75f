import { describe, expect, it } from '@jest/globals';
import { addRole } from '../../../src/world/arrange.js';
import type { FilledValue } from '../../../src/world/interactions/componentValues.js';
import { press, select, submit } from '../../../src/world/interactions/useComponent.js';
import type { ComponentUse } from '../../../src/world/interactions/useComponent.js';
import { arrangeInteractions } from './arrangeInteractions.js';
import type { InteractionHome } from './arrangeInteractions.js';

const options = ['a', 'b', 'c'].map((value) => ({ label: value, value }));

/** A message of the bot with one component, and Alice in front of it. */
function arrange(component: object): { readonly home: InteractionHome; readonly use: ComponentUse } {
  const home = arrangeInteractions();
  const messageId = home.say(home.bot, { components: [{ type: 1, components: [component] }] });
  return { home, use: { channelId: home.general.id, customId: 'x', messageId, user: home.alice, world: home.world } };
}

describe('a button', () => {
  const button = { type: 2, style: 1, label: 'x', custom_id: 'x' };

  it('is told with its message', () => {
    const { home, use } = arrange(button);
    home.open(press(use));
    expect(home.events.at(-1)).toMatchObject({
      t: 'INTERACTION_CREATE',
      d: { type: 3, data: { custom_id: 'x', component_type: 2 }, message: { id: use.messageId } },
    });
  });

  it('must be there, of that name, and enabled', () => {
    const { use } = arrange(button);
    expect(() => press({ ...use, customId: 'y' })).toThrow('There is "x".');
    expect(() => select({ ...use }, ['a'])).toThrow('There is none.');
    expect(() => press({ ...use, messageId: '1' })).toThrow('10008');
    expect(() => press(arrange({ ...button, disabled: true }).use)).toThrow('"x" is disabled');
  });

  it('of an answer for one person is there for that person only', () => {
    const home = arrangeInteractions({ name: 'x' });
    const record = home.slash('x');
    home.answer(record, { type: 4, data: { content: 'x', flags: 64, components: [{ type: 1, components: [button] }] } });
    const use = { channelId: home.general.id, customId: 'x', messageId: String(record.originalId), world: home.world };
    expect(press({ ...use, user: home.alice }).message?.record.payload.flags).toBe(64);
    expect(() => press({ ...use, user: home.bob })).toThrow('10008');
  });
});

describe('a select', () => {
  it('tells what was chosen', () => {
    const { use } = arrange({ type: 3, custom_id: 'x', options, max_values: 2 });
    expect(select(use, ['c', 'a']).data).toMatchObject({ component_type: 3, values: ['c', 'a'] });
  });

  it.each([
    ['too many', ['a', 'b', 'c']],
    ['too few', []],
    ['what it does not offer', ['z']],
    ['the same twice', ['a', 'a']],
  ])('takes no %s', (_, values) => {
    const { use } = arrange({ type: 3, custom_id: 'x', options, max_values: 2 });
    expect(() => select(use, values)).toThrow(expect.objectContaining({ code: 'FAKE_IMPOSSIBLE_ACT' }));
  });

  it.each([
    [5, ({ bob }: InteractionHome) => bob, 'users'],
    [6, ({ guild, world }: InteractionHome) => addRole(world, guild, { name: 'team' }), 'roles'],
    [7, ({ bob }: InteractionHome) => bob, 'members'],
    [8, ({ general }: InteractionHome) => general, 'channels'],
  ])('of the type %i comes with what it names in full', (type, thing, part) => {
    const { home, use } = arrange({ type, custom_id: 'x' });
    const { id } = thing(home);
    expect(select(use, [{ id }]).data).toMatchObject({ values: [id], resolved: { [part]: { [id]: {} } } });
  });
});

describe('a modal', () => {
  const inputs = {
    text: { type: 4, custom_id: 'x', style: 1, min_length: 2, max_length: 5 },
    optional: { type: 4, custom_id: 'x', style: 1, required: false },
    radio: { type: 21, custom_id: 'x', options },
    boxes: { type: 22, custom_id: 'x', options, min_values: 1 },
    box: { type: 23, custom_id: 'x' },
    files: { type: 19, custom_id: 'x', max_values: 2 },
    select: { type: 3, custom_id: 'x', options, required: false },
  };

  /** What is told of one input when it is filled in. */
  function filled(input: keyof typeof inputs, value: FilledValue | undefined): unknown {
    const home = arrangeInteractions({ name: 'form' });
    const source = home.slash('form');
    home.answer(source, {
      type: 9,
      data: { custom_id: 'm', title: 'M', components: [{ type: 18, label: 'L', component: inputs[input] }] },
    });
    const spec = submit(home.world, source, source.answer!.modal!, value === undefined ? {} : { x: value });
    const [{ component }] = spec.data['components'] as [{ component: { value: unknown; values: unknown } }];
    return component.value ?? component.values;
  }

  it.each<[keyof typeof inputs, FilledValue | undefined, unknown]>([
    ['text', 'Ada', 'Ada'],
    ['optional', undefined, ''],
    ['radio', 'b', 'b'],
    ['boxes', ['a', 'c'], ['a', 'c']],
    ['box', true, true],
    ['box', undefined, false],
    ['select', undefined, []],
    ['select', 'a', ['a']],
  ])('tells of %s filled with %j: %j', (input, value, expected) => {
    expect(filled(input, value)).toEqual(expected);
  });

  it.each<[keyof typeof inputs, FilledValue | undefined]>([
    ['text', 'A'],
    ['text', 'Ada Lovelace'],
    ['text', undefined],
    ['radio', 'z'],
    ['radio', undefined],
    ['boxes', []],
    ['boxes', ['z']],
    ['box', 'yes'],
    ['files', 'a.txt'],
    ['select', ['a', 'b']],
  ])('cannot have %s filled with %j', (input, value) => {
    expect(() => filled(input, value)).toThrow(expect.objectContaining({ code: 'FAKE_IMPOSSIBLE_ACT' }));
  });

  it.each<keyof typeof inputs>(['text', 'radio'])('says that %s is required', (input) => {
    expect(() => filled(input, undefined)).toThrow('"x" is required, and nothing was filled in.');
  });

  it('uploads files', () => {
    expect(filled('files', [{ filename: 'a.txt', data: 'hi' }])).toEqual([expect.stringMatching(/^\d+$/)]);
  });

  it('asks for nothing else, and tells which interaction opened it', () => {
    const home = arrangeInteractions({ name: 'form' });
    const source = home.slash('form');
    const modal = {
      custom_id: 'm',
      title: 'M',
      components: [
        { type: 1, id: 1, components: [{ id: 2, ...inputs.text }] },
        { type: 10, id: 3, content: 'hi' },
      ],
    };
    expect(() => submit(home.world, source, modal, { y: 'z' })).toThrow('There is "x".');
    const record = home.open(submit(home.world, source, modal, { x: 'Ada' }));
    expect(record.data['components']).toEqual([
      { type: 1, id: 1, components: [{ type: 4, id: 2, custom_id: 'x', value: 'Ada' }] },
      { type: 10, id: 3 },
    ]);
    home.answer(record, { type: 4, data: { content: 'thanks' } });
    expect(home.general.messages.all()[0]?.payload.interaction_metadata).toMatchObject({
      type: 5,
      triggering_interaction_metadata: { id: source.id, type: 2 },
    });
  });
});
