import { describe, expect, it } from '@jest/globals';
import { checkbox, checkboxGroup, radioGroup } from '../../src/builders/choices.js';
import { refusal } from './refusal.js';

const customId = 'pick';
const ten = Array.from({ length: 10 }, (_, index) => `choice ${index}`);

describe('radioGroup', () => {
  it('writes what Discord reads', () => {
    expect(
      radioGroup({ customId, options: ['a', { label: 'B', value: 'b', description: 'c', default: true }], required: false, id: 1 }),
    ).toEqual({
      type: 21,
      custom_id: 'pick',
      options: [
        { label: 'a', value: 'a' },
        { label: 'B', value: 'b', description: 'c', default: true },
      ],
      required: false,
      id: 1,
    });
  });

  it.each([
    [['a'], '`options` in `radioGroup(…)` has 1 item; it needs at least 2'],
    [[...ten, 'x'], '`options` in `radioGroup(…)` has 11 items'],
    [['a', 'a'], '`options[1].value` in `radioGroup(…)` is "a"'],
    [
      ['a', 'b'].map((value) => ({ label: value, value, default: true })),
      '`options` in `radioGroup(…)` has several choices with `default`',
    ],
  ])('refuses %j in words', (options, words) => {
    const { code, message } = refusal(() => radioGroup({ customId, options }));
    expect([code, message]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });
});

describe('checkboxGroup', () => {
  it('writes what Discord reads', () => {
    expect(checkboxGroup({ customId, options: ten, minValues: 0, maxValues: 10, required: false })).toEqual({
      type: 22,
      custom_id: 'pick',
      options: ten.map((text) => ({ label: text, value: text })),
      min_values: 0,
      max_values: 10,
      required: false,
    });
  });

  it('refuses what does not fit', () => {
    expect(refusal(() => checkboxGroup({ customId, options: ['a'], maxValues: 2 })).message).toContain('there are only 1 to pick from');
    expect(refusal(() => checkboxGroup({ customId, options: [...ten, 'x'] })).message).toContain('has 11 items');
    expect(refusal(() => checkboxGroup({ customId, options: [] })).message).toContain('is empty');
    expect(refusal(() => checkboxGroup({ customId, options: [{ label: 'x', value: 'x', emoji: '🎉' } as never] })).code).toBe(
      'UNKNOWN_OPTION',
    );
  });
});

describe('checkbox', () => {
  it('writes what Discord reads', () => {
    expect(checkbox({ customId, default: true, id: 1 })).toEqual({ type: 23, custom_id: 'pick', default: true, id: 1 });
    expect(checkbox({ customId })).toEqual({ type: 23, custom_id: 'pick' });
    expect(refusal(() => checkbox({ customId: '' })).code).toBe('INVALID_BODY');
  });
});
