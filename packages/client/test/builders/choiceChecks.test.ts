import { describe, expect, it } from '@jest/globals';
import { checkRange, checkValues } from '../../src/builders/choiceChecks.js';
import { refusal } from './refusal.js';

describe('checkRange', () => {
  it.each([
    [undefined, undefined],
    [1, 1],
    [0, undefined],
    [undefined, 3],
  ])('takes %p to %p of three', (least, most) => {
    expect(refusal(() => checkRange('x', least, most, 3)).code).toBe('none');
  });

  it('says which end is wrong', () => {
    expect(refusal(() => checkRange('x', 2, 1)).message).toBe(
      '`minValues` in `x(…)` is 2, which is more than `maxValues`, 1. Change one of them.',
    );
    expect(refusal(() => checkRange('x', 2, 1, Infinity, 'Length')).message).toContain('`minLength`');
    expect(refusal(() => checkRange('x', 4, undefined, 3)).message).toContain('`minValues` in `x(…)` is 4, but there are only 3');
  });
});

describe('checkValues', () => {
  it('needs something to pick from', () => {
    expect(refusal(() => checkValues('x', [])).message).toContain('`options` in `x(…)` is empty');
  });

  it('finds what cannot be told apart', () => {
    expect(refusal(() => checkValues('x', [{ value: 'a' }, { value: 'b' }, { value: 'b' }])).message).toContain('`options[2].value`');
    expect(refusal(() => checkValues('x', [{ value: 'a' }, { value: 'b' }])).code).toBe('none');
  });
});
