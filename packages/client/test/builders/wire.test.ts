import { describe, expect, it } from '@jest/globals';
import { checkedPart, checkNames, invalid, refuseOthers, typeOf, wire, wireList } from '../../src/builders/wire.js';
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
    expect(refusal(() => checkNames('embed', { titel: 'x' }, { title: 'value', url: 'value' }))).toEqual({
      code: 'UNKNOWN_OPTION',
      message: '`embed(…)` has no option `titel`. Did you mean `title`? The options are: title, url.',
    });
  });

  it.each([undefined, null, 'x', 1, ['x'], () => undefined])('takes no %p', (given) => {
    expect(refusal(() => checkNames('embed', given, { title: 'value' })).message).toMatch(
      /^`embed\(…\)` was given .+ Give an object with some of: title\.$/,
    );
  });
});

describe('checkNames, of what has to be there', () => {
  const names = { customId: 'required value', options: 'required list', tags: 'list' };

  it.each([
    [{ options: [] }, '`customId` in `pick(…)` is missing. Give it.'],
    [{ customId: 'x' }, '`options` in `pick(…)` is missing. Give it.'],
    [{ customId: 'x', options: 'x' }, '`options` in `pick(…)` is "x", which is no list. Write it in [brackets].'],
    [{ customId: 'x', options: [], tags: null }, '`tags` in `pick(…)` is null, which is no list. Write it in [brackets].'],
  ])('says what lacks in %o', (given, message) => {
    expect(refusal(() => checkNames('pick', given, names))).toEqual({ code: 'INVALID_BODY', message });
  });

  it('takes what is whole', () => {
    expect(refusal(() => checkNames('pick', { customId: 'x', options: [], tags: undefined }, names)).code).toBe('none');
  });
});

describe('refuseOthers', () => {
  it('names the first that does not belong there', () => {
    const components = [{ type: 1 }, null, { type: 2 }];
    expect(refusal(() => refuseOthers('box', components, [1, 2], 'is nothing', 'Leave it out.')).message).toBe(
      '`components[1]` in `box(…)` is nothing. Leave it out.',
    );
    expect(refusal(() => refuseOthers('box', components, [1, 2, undefined], 'x', 'x')).code).toBe('none');
  });
});

describe('typeOf', () => {
  it.each([
    [{ type: 2 }, 2],
    [{}, undefined],
    [null, undefined],
    ['x', undefined],
  ])('of %p is %p', (component, type) => {
    expect(typeOf(component)).toBe(type);
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
