import type { APIComponentInLabel } from 'discord-api-types/v10';
import { describe, expect, it } from '@jest/globals';
import { complaint, firstValue, modalParts } from '../../src/modal/modalFields.js';

const component = (parts: object): APIComponentInLabel => ({ custom_id: 'c', ...parts }) as APIComponentInLabel;
const option = (value: string, isDefault = false) => ({ default: isDefault, label: value, value });

describe('the parts of a modal', () => {
  it('are questions with their labels, and texts between them', () => {
    const parts = modalParts([
      { content: 'hello', type: 10 },
      { component: { custom_id: 'a', type: 4 }, description: 'd', label: 'A', type: 18 },
      { components: [{ custom_id: 'b', label: 'B', type: 4 }], type: 1 },
    ]);
    expect(parts).toMatchObject([
      { content: 'hello', type: 'text' },
      { field: { description: 'd', label: 'A' }, type: 'field' },
      { field: { component: { custom_id: 'b' }, label: 'B' }, type: 'field' },
    ]);
  });
});

describe('a field that nobody has touched', () => {
  it.each([
    ['a text input', { type: 4, value: 'x' }, 'x'],
    ['a select', { options: [option('a'), option('b', true)], type: 3 }, ['b']],
    ['a user select', { default_values: [{ id: '1', type: 'user' }], type: 5 }, ['1']],
    ['a file upload', { type: 19 }, []],
    ['a group of radio buttons', { options: [option('a'), option('b', true)], type: 21 }, 'b'],
    ['one without a default', { options: [option('a')], type: 21 }, null],
    ['a group of checkboxes', { options: [option('a', true), option('b', true)], type: 22 }, ['a', 'b']],
    ['a checkbox', { default: true, type: 23 }, true],
  ])('is filled with what the bot chose: %s', (_, parts, value) => {
    expect(firstValue(component(parts))).toEqual(value);
  });
});

describe('a field', () => {
  it.each([
    [{ type: 4 }, '', 'This is needed.'],
    [{ required: false, type: 4 }, '', null],
    [{ min_length: 3, type: 4 }, 'ab', 'At least 3 characters are needed.'],
    [{ max_length: 3, type: 4 }, 'abcd', 'At most 3 characters fit.'],
    [{ type: 4 }, 'a', null],
    [{ options: [], type: 21 }, null, 'Choose one.'],
    [{ options: [], required: false, type: 21 }, null, null],
    [{ type: 23 }, false, null],
    [{ options: [option('a')], type: 3 }, [], 'This is needed.'],
    [{ min_values: 0, options: [option('a')], type: 3 }, [], null],
    [{ max_values: 3, min_values: 2, type: 5 }, ['1'], 'Choose at least 2.'],
    [{ type: 5 }, ['1', '2'], 'Choose at most 1.'],
    [{ options: [option('a'), option('b')], type: 22 }, ['a', 'b'], null],
    [{ required: false, type: 19 }, [], null],
  ])('%j with %j complains: %s', (parts, value, sentence) => {
    expect(complaint(component(parts), value)).toBe(sentence);
  });
});
