import { describe, expect, it } from '@jest/globals';
import { matchRule } from '../../../src/world/automod/matchRule.js';

const strikes = (trigger: number, metadata: object, text: string): unknown =>
  matchRule({ trigger_type: trigger, trigger_metadata: metadata }, text);

describe('a rule', () => {
  it.each([
    ['keywords', 1, { keyword_filter: ['cake'] }, 'A cake', { keyword: 'cake', content: 'cake' }],
    ['patterns', 1, { regex_patterns: ['c[ao]ke+'] }, 'A cokee', { keyword: 'c[ao]ke+', content: 'cokee' }],
    ['patterns but not within what is allowed', 1, { regex_patterns: ['cake'], allow_list: ['pancake*'] }, 'pancakes', undefined],
    ['patterns of names', 6, { regex_patterns: ['^x'] }, 'xavier', { keyword: '^x', content: 'x' }],
    ['a preset', 4, { presets: [1, 3] }, 'you fakeslur', { keyword: 'fakeslur', content: 'fakeslur' }],
    ['no other preset', 4, { presets: [1] }, 'you fakeslur', undefined],
    ['a preset but for what is allowed', 4, { presets: [3], allow_list: ['you fakeslur'] }, 'you fakeslur', undefined],
    ['too many mentions', 5, { mention_total_limit: 2 }, '<@1> <@!2> <@&3>', { keyword: null, content: null }],
    ['each mention once', 5, { mention_total_limit: 2 }, '<@1> <@!1> <@&3>', undefined],
    ['nothing without a limit', 5, {}, '<@1> <@2>', undefined],
    ['no spam', 3, {}, 'buy buy buy', undefined],
  ])('finds %s', (_, trigger, metadata, text, expected) => {
    expect(strikes(trigger, metadata, text)).toEqual(expected);
  });
});
