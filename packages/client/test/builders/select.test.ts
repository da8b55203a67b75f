import { describe, expect, it } from '@jest/globals';
import {
  channelSelect,
  mentionableSelect,
  roleSelect,
  stringSelect,
  userSelect,
  type ChannelSelectOptions,
  type StringSelectOptions,
} from '../../src/builders/select.js';
import { refusal } from './refusal.js';

const customId = 'pick';

describe('stringSelect', () => {
  it('writes what Discord reads', () => {
    const choice = { label: 'Dog', value: 'dog', description: 'Barks', emoji: '🐶', default: true };
    expect(
      stringSelect({
        customId,
        options: ['Cat', choice],
        placeholder: 'Pet',
        minValues: 0,
        maxValues: 2,
        disabled: true,
        required: false,
        id: 3,
      }),
    ).toEqual({
      type: 3,
      custom_id: 'pick',
      options: [
        { label: 'Cat', value: 'Cat' },
        { ...choice, emoji: { name: '🐶' } },
      ],
      placeholder: 'Pet',
      min_values: 0,
      max_values: 2,
      disabled: true,
      required: false,
      id: 3,
    });
  });

  it.each<[Partial<StringSelectOptions>, string]>([
    [{ options: [] }, '`options` in `stringSelect(…)` is empty'],
    [{ options: Array.from({ length: 26 }, (_, index) => `${index}`) }, '`options` in `stringSelect(…)` has 26 items'],
    [{ options: ['a', { label: 'b', value: 'a' }] }, '`options[1].value` in `stringSelect(…)` is "a", which another one has as well'],
    [{ options: ['x'.repeat(101)] }, '`options[0].label` in `stringSelect(…)` has 101 characters'],
    [{ options: [{ label: 'x', value: 'x', description: 'x'.repeat(101) }] }, '`options[0].description` in `stringSelect(…)` has 101'],
    [{ placeholder: 'x'.repeat(151) }, '`placeholder` in `stringSelect(…)` has 151 characters'],
    [{ minValues: 2, maxValues: 1 }, '`minValues` in `stringSelect(…)` is 2, which is more than `maxValues`, 1'],
    [{ maxValues: 3 }, '`maxValues` in `stringSelect(…)` is 3, but there are only 2 to pick from'],
    [{ minValues: -1 }, '`minValues` in `stringSelect(…)` is -1; it has to be from 0 to 25'],
    [{ customId: '' }, '`customId` in `stringSelect(…)` is ""'],
  ])('refuses %o in words', (options, words) => {
    const { code, message } = refusal(() => stringSelect({ customId, options: ['a', 'b'], ...options }));
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });

  it('asks who misspelt a name what was meant', () => {
    const options = [{ lable: 'x', value: 'x' }] as unknown as StringSelectOptions['options'];
    expect(refusal(() => stringSelect({ customId, options })).message).toContain('Did you mean `label`?');
  });
});

describe('the selects that Discord fills', () => {
  it('write what Discord reads', () => {
    expect(userSelect({ customId, defaultUsers: ['1'] })).toEqual({
      type: 5,
      custom_id: 'pick',
      default_values: [{ id: '1', type: 'user' }],
    });
    expect(roleSelect({ customId, defaultRoles: ['2'] })).toEqual({
      type: 6,
      custom_id: 'pick',
      default_values: [{ id: '2', type: 'role' }],
    });
    expect(mentionableSelect({ customId, defaultRoles: ['2'], defaultUsers: ['1'], maxValues: 2 })).toEqual({
      type: 7,
      custom_id: 'pick',
      max_values: 2,
      default_values: [
        { id: '1', type: 'user' },
        { id: '2', type: 'role' },
      ],
    });
    expect(channelSelect({ customId, channelTypes: ['text', 'forum', 2], defaultChannels: ['3'] })).toEqual({
      type: 8,
      custom_id: 'pick',
      channel_types: [0, 15, 2],
      default_values: [{ id: '3', type: 'channel' }],
    });
  });

  it.each([userSelect, roleSelect, mentionableSelect, channelSelect])('need no more than a customId: %p', (make) => {
    expect(Object.keys(make({ customId }))).toEqual(['type', 'custom_id']);
    expect(refusal(() => make({ customId, minValues: 3, maxValues: 2 })).message).toContain('`minValues`');
    expect(refusal(() => make({ customId, options: [] } as never)).code).toBe('UNKNOWN_OPTION');
  });

  it('refuse ids and kinds that do not exist', () => {
    expect(refusal(() => userSelect({ customId, defaultUsers: ['alice'] })).code).toBe('INVALID_OPTION');
    const channelTypes = ['txt'] as unknown as NonNullable<ChannelSelectOptions['channelTypes']>;
    expect(refusal(() => channelSelect({ customId, channelTypes })).message).toMatch(
      /`channelTypes` in `channelSelect\(…\)` has "txt"\. Take some of text, dm,/,
    );
  });
});
