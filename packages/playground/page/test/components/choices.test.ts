import { describe, expect, it } from '@jest/globals';
import { channelChoices, defaultsOf, menuChoices, roleChoices, userChoices } from '../../src/components/choices.js';
import { person } from '../fixtures.js';

const labels = (choices: readonly { readonly label: string }[]): string[] => choices.map(({ label }) => label);

describe('what there is to choose', () => {
  it('is people, roles and channels of the guild', () => {
    expect(labels(userChoices(person, '10'))).toEqual(['alice', 'bob', 'robot']);
    expect(labels(roleChoices(person, '10'))).toEqual(['@Host']);
    expect(labels(channelChoices(person, '10'))).toEqual(['#general', '#tea-room']);
  });

  it('is channels of the kinds that are asked for', () => {
    expect(channelChoices(person, '10', [2])).toEqual([]);
  });

  it.each([
    [5, ['alice', 'bob', 'robot']],
    [6, ['@Host']],
    [7, ['alice', 'bob', 'robot', '@Host']],
    [8, ['#general', '#tea-room']],
  ])('depends on the kind of menu: %d', (type, expected) => {
    expect(labels(menuChoices({ custom_id: 's', type }, person, '10'))).toEqual(expected);
  });

  it('may be chosen from the beginning', () => {
    const options = [{ default: true, label: 'a', value: 'a' }];
    expect(defaultsOf({ custom_id: 's', options, type: 3 })).toEqual(['a']);
    expect(defaultsOf({ custom_id: 's', default_values: [{ id: '1', type: 'user' as never }], type: 5 })).toEqual(['1']);
  });
});
