import { describe, expect, it } from '@jest/globals';
import { checkedPart, checkNames, invalid, wire, wireList } from '../../src/builders/wire.js';
import { refusal } from './refusal.js';

describe('wire', () => {
  it('leaves out what was left out, and freezes the rest', () => {
    const built = wire<{ a: number; b?: string; c?: null }>({ a: 1, b: undefined, c: null });
    expect(built).toEqual({ a: 1, c: null });
    expect(Object.keys(built)).toEqual(['a', 'c']);
    expect(Object.isFrozen(built)).toBe(true);
  });
});

describe('wireList', () => {
  it('is a frozen copy', () => {
    const items = [1, 2];
    const list = wireList(items);
    items.push(3);
    expect(list).toEqual([1, 2]);
    expect(Object.isFrozen(list)).toBe(true);
  });
});

describe('checkNames', () => {
  it('asks who misspelt a name what was meant', () => {
    expect(refusal(() => checkNames('embed', { titel: 'x' }, { title: true, url: true }))).toEqual({
      code: 'UNKNOWN_OPTION',
      message: '`embed(…)` has no option `titel`. Did you mean `title`? The options are: title, url.',
    });
  });

  it.each([undefined, null, 'x', 1, ['x'], () => undefined])('takes no %p', (given) => {
    expect(refusal(() => checkNames('embed', given, { title: true })).message).toMatch(
      /^`embed\(…\)` was given .+ Give an object with some of: title\.$/,
    );
  });
});

describe('checkedPart', () => {
  it('speaks of fields as people write them, and leaves their texts alone', () => {
    const component = { type: 1, components: [2, 2].map((type) => ({ type, style: 1, custom_id: 'my_button' })) };
    expect(refusal(() => checkedPart('row', 'component', component)).message).toBe(
      '`row(…)` has the `customId` "my_button" twice. Give each component its own.',
    );
  });

  it('gives back what is right', () => {
    const component = { type: 14 };
    expect(checkedPart('separator', 'component', component)).toBe(component);
  });
});

describe('invalid', () => {
  it('names the field, or the thing itself', () => {
    expect(invalid('poll', 'question', 'is empty', 'Ask.').message).toBe('`question` in `poll(…)` is empty. Ask.');
    expect(invalid('row', '', 'is empty', 'Fill it.').message).toBe('`row(…)` is empty. Fill it.');
  });
});
